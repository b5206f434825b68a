//! The record over time: the list by therapist, the next check-in about the same therapist, and what changed since.

use e2e::{Result, ensure, wait};
use serde_json::json;

use crate::{
    host,
    kept::Kept,
    record::{all, begin_with, date, element, open, texts, within},
    way::{SHORT, Way},
};

/// The list: each therapist's name and the lines of each card.
const LIST: &str = "return [...root.querySelectorAll('ul.cards')].map((list) => [
  list.closest('div:has(.ends)').querySelector('.heading').textContent,
  [...list.querySelectorAll('[part=card]')].map((card) => [...card.children].map((line) => line.textContent))])";

type List = Vec<(String, Vec<Vec<String>>)>;

#[tokio::test]
async fn home_lists_check_ins_by_therapist_newest_first_and_opens_one() -> Result<()> {
    let old = Kept::scoring("early", 20);
    let other = Kept::new("met-once", "first", "4301 2 c4321")
        .about("b")
        .days_later("other", 5);
    let new = Kept::new("later", "full", &"4440".repeat(7)).days_later("new", 10);
    all(&[old.clone(), other.clone(), new.clone()], host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("home.kept").await?;
            let seen: List = within(page, LIST, Vec::new()).await?;
            let card = async |kept: &Kept, verdict: &str, about: &str| -> Result<Vec<String>> {
                let date = date(page, "en", kept.created()).await?;
                Ok(vec![date, verdict.to_owned(), about.to_owned()])
            };
            let expected = vec![
                (
                    "Therapist A".to_owned(),
                    vec![
                        card(&new, "Strong so far", "We have had 6 sessions or more · Full form").await?,
                        card(&old, "Thin so far", "We have had 2 to 5 sessions · Short form").await?,
                    ],
                ),
                (
                    "Therapist B".to_owned(),
                    vec![card(&other, "First impressions", "We have met once · First impressions").await?],
                ),
            ];
            ensure!(seen == expected, "{seen:#?}");
            open(&way, 1).await?;
            way.widget.heading_becomes("Thin so far").await?;
            way.widget.text_has("36 of 100, from 14 of 14 answers.").await
        })
        .await
}

#[tokio::test]
async fn of_many_check_ins_five_are_shown_and_the_earlier_ones_on_demand() -> Result<()> {
    let many: Vec<Kept> = (0..7)
        .map(|day| {
            Kept::scoring("later", 14 + 4 * usize::try_from(day).unwrap_or(0)).days_later(&format!("d{day}"), day)
        })
        .collect();
    all(&many, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("home.kept").await?;
            ensure!(texts(page, "[part=card]").await?.len() == 5);
            let earlier = way.words.format("home.earlier.other", &[("n", "2")]);
            way.widget.button(&earlier).click().await?;
            wait::until("the earlier ones", async || {
                Ok(texts(page, "[part=card]").await?.len() == 7)
            })
            .await?;
            open(&way, 6).await?;
            way.widget.text_has("25 of 100").await
        })
        .await
}

#[tokio::test]
async fn after_six_sessions_the_next_check_in_goes_straight_to_the_first_question() -> Result<()> {
    let kept = [
        Kept::scoring("later", 20),
        Kept::scoring("early", 30).about("b").days_later("b", 1),
    ];
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            let quiet = "return [...root.querySelectorAll('button[part=quiet]')].filter((it) => it.textContent ===
                           arguments[0]).map((it) => it.parentElement.querySelector('.heading').textContent)";
            let again = way.words.format("button.again", &[("therapist", "Therapist A")]);
            way.widget.button(&again).element().await?;
            let beside: Vec<String> = within(page, quiet, vec![json!(again)]).await?;
            ensure!(beside == ["Therapist A"], "{beside:?}");
            way.widget.button(&again).click().await?;
            way.stands_at("item.feels-understood").await?;
            way.press("button.back").await?;
            way.stands_at("form.prompt").await?;
            ensure!(
                way.widget
                    .radio(&way.words.format("form.short", &[("n", "14")]))
                    .is_chosen()
                    .await?
            );
            way.press("button.back").await?;
            way.stands_at("stage.prompt").await?;
            ensure!(way.widget.radio(&way.words.get("stage.later")).is_chosen().await?);
            way.press("button.back").await?;
            way.stands_at("therapist.prompt").await?;
            ensure!(way.widget.radio("Therapist A").is_chosen().await?);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn earlier_on_it_asks_for_the_stage_first_with_the_last_one_filled_in() -> Result<()> {
    let kept = [
        Kept::scoring("later", 20).days_later("a", 1),
        Kept::new("early", "full", &"4440".repeat(7)).about("b"),
    ];
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            let again = way.words.format("button.again", &[("therapist", "Therapist B")]);
            way.widget.button(&again).click().await?;
            way.stands_at("stage.prompt").await?;
            ensure!(way.widget.radio(&way.words.get("stage.early")).is_chosen().await?);
            way.press("button.next").await?;
            way.stands_at("form.prompt").await?;
            ensure!(
                way.widget
                    .radio(&way.words.format("form.full", &[("n", "28")]))
                    .is_chosen()
                    .await?
            );
            way.press("button.next").await?;
            way.stands_at("item.feels-understood").await?;
            way.answer("mostly").await?;
            way.stands_at("item.feelings-valued").await?;
            // It is about B, also after a reload.
            page.reload().await?;
            way.press("button.continue").await?;
            way.stands_at("item.feelings-valued").await?;
            let about =
                "return JSON.parse(Object.entries(localStorage).find(([key]) => key.includes(':draft:'))[1]).therapist";
            let about: String = page.script(about, Vec::new()).await?;
            ensure!(about == "b", "{about}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_new_check_in_asks_whom_it_is_about_with_the_last_therapist_preselected() -> Result<()> {
    let kept = [
        Kept::scoring("later", 20),
        Kept::scoring("early", 30).about("b").days_later("b", 1),
    ];
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.new-check-in").await?;
            way.stands_at("therapist.prompt").await?;
            let names = way.widget.names("radio").await?;
            ensure!(names == ["Therapist B", "Therapist A", "Someone else"], "{names:?}");
            ensure!(way.widget.radio("Therapist B").is_chosen().await?);
            way.widget.radio("Someone else").click().await?;
            way.stands_at("stage.prompt").await?;
            for stage in ["met-once", "early", "later"] {
                let stage = way.words.get(&format!("stage.{stage}"));
                ensure!(
                    !way.widget.radio(&stage).is_chosen().await?,
                    "{stage} is known of others"
                );
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_one_under_way_goes_on_at_its_question_after_the_only_finished_one_is_deleted() -> Result<()> {
    Kept::scoring("later", 20)
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            let again = way.words.format("button.again", &[("therapist", "Therapist A")]);
            way.widget.button(&again).click().await?;
            way.items(&SHORT[..3], &["mostly"; 3]).await?;
            way.stands_at("item.talked-over").await?;
            page.reload().await?;
            open(&way, 0).await?;
            way.press("button.delete-check-in").await?;
            way.stands_at("home.title").await?;
            way.press("button.continue").await?;
            way.stands_at("item.talked-over").await
        })
        .await
}

#[tokio::test]
async fn since_last_time_says_how_much_a_difference_means() -> Result<()> {
    // Of 56 points: 8 are under 15 of 100, 9 are over; 13 are under 25, and 14 are 25.
    let cases: [(&[usize], &str); 12] = [
        (&[28, 28], "same"),
        (&[28, 36], "same"),
        (&[36, 28], "same"),
        (&[28, 37], "may-up"),
        (&[37, 28], "may-down"),
        (&[28, 41], "may-up"),
        (&[41, 28], "may-down"),
        (&[28, 42], "clear-up"),
        (&[42, 28], "clear-down"),
        // Twice running over 15 from the first, which is said beside what has happened since last time.
        (&[20, 29, 30], "same first-up"),
        (&[40, 31, 30], "same first-down"),
        (&[42, 20, 30], "may-up first-down"),
    ];
    host::with("")
        .run(async |page| {
            let way = Way::on(page)?;
            for (sums, expected) in cases {
                let kept: Vec<Kept> = (0..)
                    .zip(sums)
                    .map(|(day, sum)| Kept::scoring("later", *sum).days_later(&format!("d{day}"), day))
                    .collect();
                begin_with(page, &kept, None).await?;
                open(&way, 0).await?;
                let said = element(page, "[part=change] p", 0).await?.text().await?;
                let expected = expected.split(' ').map(|key| way.words.get(&format!("change.{key}")));
                ensure!(said == expected.collect::<Vec<_>>().join(" "), "{sums:?}: {said}");
            }
            let few = [
                Kept::new("later", "short", "444 1 3 1 3 1 333 sss"),
                Kept::new("later", "short", "sss 1 3 1 3 1 333 1 33").days_later("few", 1),
            ];
            begin_with(page, &few, None).await?;
            open(&way, 0).await?;
            let said = element(page, "[part=change] p", 0).await?.text().await?;
            ensure!(said == way.words.get("change.too-few"), "{said}");
            // The first of all has nothing to be compared with.
            way.press("button.home").await?;
            open(&way, 1).await?;
            ensure!(texts(page, "[part=change]").await?.is_empty());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_moved_two_steps_is_listed_with_both_answers_and_one_step_is_not() -> Result<()> {
    let kept = [
        Kept::new("later", "short", "444 0 4 0 4 0 444 0 4c"),
        Kept::new("later", "short", "234 2 4 1 4 0 440 0 40").days_later("now", 1),
    ];
    all(&kept, host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 0).await?;
            way.reads("change.moved-title").await?;
            let line = |item: &str, from: &str, to: &str| {
                let item = way.words.get(&format!("item.{item}"));
                way.words
                    .format("change.moved", &[("item", &item), ("from", from), ("to", to)])
            };
            let seen = texts(page, "[part=change] ul.list li").await?;
            let expected = [
                line("feels-understood", "Very true", "Partly"),
                line("talked-over", "Not true", "Partly"),
                line("plan-fits-me", "Very true", "Not true"),
            ];
            ensure!(seen == expected, "{seen:#?}");
            Ok(())
        })
        .await
}
