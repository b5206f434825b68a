//! What the visitor means to bring up, the note, and what the next check-in makes of it.

use e2e::{Result, ensure, wait};
use serde_json::json;

use crate::{
    host,
    kept::Kept,
    record::{all, begin_with, element, open, stored, texts, within},
    way::Way,
};

/// The short form with every keyed answer at its worst, in the middle and at its best.
const THIN: &str = "000 4 0 4 0 4 000 4 00";
const MIXED: &str = "222 3 3 1 3 1 222 2 22";
const STRONG: &str = "444 0 4 0 4 0 444 0 44";

const TICKS: &str = "[part=raise] input[type=checkbox]";

#[tokio::test]
async fn ticks_and_a_note_are_kept_and_the_next_check_in_asks_what_came_of_each() -> Result<()> {
    let kept = Kept::new("later", "short", THIN);
    kept.finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 0).await?;
            let tick = way.words.get("raise.bring-up");
            ensure!(texts(page, ".saying .check").await? == vec![tick; 14]);
            for place in [1, 3] {
                element(page, TICKS, place).await?.click().await?;
            }
            let note = "Ask for a plan; «ça va», \"and\"\n再见 🙂";
            let typed = "const area = root.querySelector('textarea'); area.value = arguments[0];
                         area.dispatchEvent(new Event('input', { bubbles: true }))";
            page.type_into(&element(page, "textarea", 0).await?, "Typed. ").await?;
            ensure!(stored(page, &kept).await?["note"] == "Typed. ");
            within::<()>(page, typed, vec![json!(note)]).await?;
            page.reload().await?;
            open(&way, 0).await?;
            let again: (Vec<bool>, String) = within(
                page,
                "return [[...root.querySelectorAll(arguments[0])].map((it) => it.checked), root.querySelector('textarea').value]",
                vec![json!(TICKS)],
            )
            .await?;
            let ticked: Vec<usize> = (0..14).filter(|place| again.0[*place]).collect();
            ensure!(ticked == [1, 3] && again.1 == note, "{again:?}");
            let record = stored(page, &kept).await?;
            ensure!(record["to-raise"] == json!(["on-my-side", "talked-over"]) && record["note"] == note, "{record}");

            way.press("button.home").await?;
            let name = way.words.format("button.again", &[("therapist", "Therapist A")]);
            way.widget.button(&name).click().await?;
            way.stands_at("item.feels-understood").await?;
            for _ in 0..16 {
                way.widget.heading_after(async || way.press("button.skip").await).await?;
            }
            way.stands_at("context.choice").await?;
            way.widget.radio("Yes").click().await?;
            for item in ["on-my-side", "talked-over"] {
                asks(&way, item).await?;
                let options = way.widget.names("radio").await?;
                let wanted = ["I have not brought it up yet", "I did, and it got better", "I did, and nothing changed",
                    "I did, and it got worse"];
                ensure!(options == wanted, "{options:?}");
                way.widget.radio(wanted[0]).click().await?;
            }
            // Nothing was brought up, so it is not asked when.
            way.stands_at("safety.title").await?;
            way.press("button.back").await?;
            asks(&way, "talked-over").await?;
            way.widget.radio("I did, and it got better").click().await?;
            way.widget.heading_becomes("When did you bring it up?").await?;
            ensure!(way.widget.names("radio").await? == ["Less than two sessions ago", "Two sessions ago or more"]);
            way.widget.radio("Two sessions ago or more").click().await?;
            way.stands_at("safety.title").await
        })
        .await
}

#[tokio::test]
async fn the_advice_follows_from_what_came_of_it_and_when() -> Result<()> {
    let (recently, longer_ago) = (Some("recently"), Some("longer-ago"));
    let cases = [
        (THIN, "no-change", longer_ago, "look-elsewhere"),
        (MIXED, "no-change", longer_ago, "look-elsewhere"),
        (THIN, "no-change", recently, "give-it-time"),
        (THIN, "better", recently, "give-it-time"),
        (MIXED, "worse", longer_ago, "second-opinion"),
        (THIN, "worse", recently, "second-opinion"),
        (STRONG, "no-change", longer_ago, "keep-going"),
        (THIN, "not-yet", None, "start-talking"),
    ];
    host::with("")
        .run(async |page| {
            let way = Way::on(page)?;
            for (answers, outcome, when, note) in cases {
                let before = Kept::new("later", "short", THIN).wanting_to_raise(&["feels-understood"]);
                let now = Kept::new("later", "short", answers).days_later("now", 20);
                begin_with(page, &[before], Some(&now)).await?;
                back_to_choice(&way, &["feels-understood"]).await?;
                way.widget.radio("Yes").click().await?;
                asks(&way, "feels-understood").await?;
                way.widget
                    .radio(&way.words.get(&format!("raised.{outcome}")))
                    .click()
                    .await?;
                if let Some(when) = when {
                    way.stands_at("raised-when.prompt").await?;
                    way.widget
                        .radio(&way.words.get(&format!("raised-when.{when}")))
                        .click()
                        .await?;
                }
                way.stands_at("safety.title").await?;
                way.press("button.see-result").await?;
                way.reads("notes.title").await?;
                let shown = way.widget.text().await?;
                for id in [
                    "look-elsewhere",
                    "give-it-time",
                    "second-opinion",
                    "keep-going",
                    "start-talking",
                ] {
                    let is_there = shown.contains(&way.words.get(&format!("note.{id}.title")));
                    ensure!(
                        is_there == (id == note),
                        "{outcome}, {when:?}, expected {note}: {id} is there: {is_there}"
                    );
                }
                let record = stored(page, &now).await?;
                ensure!(record["raised"] == json!({ "feels-understood": outcome }), "{record}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_is_to_be_raised_with_one_therapist_is_not_asked_about_another() -> Result<()> {
    let with_a = Kept::new("later", "short", THIN).wanting_to_raise(&["feels-understood"]);
    let about_b = Kept::new("later", "short", MIXED).about("b").days_later("b", 1);
    about_b
        .under_way(all(&[with_a], host::with("")))
        .run(async |page| {
            let way = Way::on(page)?;
            back_to_choice(&way, &[]).await?;
            way.widget.radio("No").click().await?;
            way.stands_at("safety.title").await?;
            way.see_result("Mixed so far").await
        })
        .await
}

#[tokio::test]
async fn who_skips_what_came_of_it_is_asked_neither_when_nor_told_so() -> Result<()> {
    let before = Kept::new("later", "short", THIN).wanting_to_raise(&["feels-understood", "no-such-item"]);
    let now = Kept::new("later", "short", MIXED).days_later("now", 1);
    now.under_way(all(&[before], host::with("")))
        .run(async |page| {
            let way = Way::on(page)?;
            back_to_choice(&way, &["feels-understood"]).await?;
            way.widget.radio("Yes").click().await?;
            asks(&way, "feels-understood").await?;
            way.press("button.skip").await?;
            // What this version does not ask any more is passed over.
            way.stands_at("safety.title").await?;
            way.see_result("Mixed so far").await?;
            wait::until("the note", async || way.shows("note.start-talking.title").await).await
        })
        .await
}

/// Goes on with what is under way at the page of safety questions, and back past what was to be raised.
async fn back_to_choice(way: &Way<'_>, raised: &[&str]) -> Result<()> {
    way.press("button.continue").await?;
    way.stands_at("safety.title").await?;
    for item in raised.iter().rev() {
        way.press("button.back").await?;
        asks(way, item).await?;
    }
    way.press("button.back").await?;
    way.stands_at("context.choice").await
}

/// Waits for the question what came of an item.
async fn asks(way: &Way<'_>, item: &str) -> Result<()> {
    let starter = way.words.get(&format!("starter.{item}"));
    let prompt = way.words.format("raised.prompt", &[("starter", &starter)]);
    way.widget.heading_becomes(&prompt).await?;
    way.widget.focus_is_on("heading", &prompt).await
}
