//! Who touches the wrong thing, or thinks again, loses nothing: answers, their place in time, what is under way.

use e2e::{Result, ensure};
use serde_json::Value;

use crate::{
    host,
    kept::Kept,
    record::{open, stored, within},
    way::{SHORT, Way},
};

#[tokio::test]
async fn a_touch_on_not_met_yet_costs_no_answer_and_back_leads_to_the_question() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("later").await?;
            way.items(&SHORT[..2], &["mostly", "partly"]).await?;
            way.stands_at("item.respects-who-i-am").await?;
            for _ in 0..3 {
                way.widget
                    .heading_after(async || way.press("button.back").await)
                    .await?;
            }
            way.stands_at("stage.prompt").await?;
            way.stage("not-met").await?;
            way.stands_at("prepare.title").await?;
            way.widget.button("Continue").element().await?;
            way.press("button.back").await?;
            way.stands_at("stage.prompt").await?;
            way.stage("later").await?;
            way.stands_at("item.feels-understood").await?;
            ensure!(way.widget.radio("Mostly").is_chosen().await?);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn beside_a_result_what_is_under_way_is_gone_on_with_and_no_new_one_takes_its_place() -> Result<()> {
    let old = Kept::scoring("later", 40);
    let begun = Kept::new("early", "short", "44").days_later("begun", 3);
    begun
        .under_way(old.finished(host::with("form=short")))
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 0).await?;
            ensure!(!way.widget.has_button("New check-in").await?);
            way.press("button.continue").await?;
            way.stands_at("safety.title").await?;
            ensure!(page.storage().await?.contains_key(&begun.draft_key()));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_check_in_answered_again_keeps_its_day_and_its_place_and_what_is_under_way_is_still_there() -> Result<()> {
    let old = Kept::new("later", "short", "333 c c c c c c 333 33");
    let newer = Kept::scoring("later", 40)
        .days_later("newer", 9)
        .wanting_to_raise(&["on-my-side"]);
    let begun = Kept::new("early", "short", "44").about("b").days_later("begun", 20);
    begun
        .under_way(newer.finished(old.finished(host::with("form=short"))))
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 1).await?;
            way.press("button.change-answers").await?;
            way.stands_at("item.feels-understood").await?;
            let mut answers = ["mostly"; 14];
            answers[3] = "a-little";
            way.items(&SHORT, &answers).await?;
            // Nothing is asked of what a later check-in meant to bring up.
            way.context("mostly", "no", Some("yes")).await?;
            way.press("button.see-result").await?;
            way.widget.text_has("from 14 of 14 answers").await?;
            let kept = stored(page, &old).await?;
            ensure!(
                kept["created"] == old.created() && kept["answers"]["on-my-side"] == "3",
                "{kept}"
            );
            way.press("button.home").await?;
            way.stands_at("home.title").await?;
            let days: Vec<String> = within(
                page,
                "return [...root.querySelectorAll('[part=card] > :first-child')].map((it) => it.textContent)",
                vec![],
            )
            .await?;
            let written = crate::record::date(page, "en", old.created()).await?;
            ensure!(days.len() == 2 && days[1] == written, "{days:?}");
            way.press("button.continue").await?;
            way.stands_at("safety.title").await
        })
        .await
}

#[tokio::test]
async fn deleting_a_check_in_that_is_being_answered_again_deletes_its_answers_too() -> Result<()> {
    let old = Kept::new("later", "short", "333 c c c c c c 333 33");
    old.finished(host::with("form=short"))
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 0).await?;
            way.press("button.change-answers").await?;
            way.items(&SHORT[..1], &["partly"]).await?;
            way.stands_at("item.on-my-side").await?;
            ensure!(page.storage().await?.contains_key(&old.draft_key()));
            page.reload().await?;
            open(&way, 0).await?;
            way.press("button.delete-check-in").await?;
            way.reads("home.deleted-one").await?;
            let left: Vec<String> = page.storage().await?.into_keys().collect();
            ensure!(
                !left.iter().any(|key| key.contains("draft") || key.contains("check-in")),
                "{left:?}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_name_goes_with_the_last_check_in_about_it_once_nothing_can_be_undone() -> Result<()> {
    let old = Kept::scoring("later", 40);
    let name = "therapist-fit:default:therapist:a";
    old.finished(host::with(""))
        .stored(name, r#"{"schema":1,"id":"a","label":"Dr Reyes"}"#)
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 0).await?;
            way.press("button.delete-check-in").await?;
            way.reads("home.deleted-one").await?;
            way.press("button.undo").await?;
            way.widget.text_has("Dr Reyes").await?;
            open(&way, 0).await?;
            way.press("button.delete-check-in").await?;
            way.reads("home.deleted-one").await?;
            ensure!(page.storage().await?.contains_key(name), "it can still be undone");
            page.reload().await?;
            way.reads("intro.title").await?;
            ensure!(page.storage().await?.is_empty());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn on_a_result_nothing_more_can_be_kept_from_then_on_and_the_words_say_so_at_once() -> Result<()> {
    Kept::scoring("later", 40)
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 0).await?;
            way.reads("result.kept").await?;
            way.widget
                .checkbox(&way.words.get("intro.keep-nothing"))
                .click()
                .await?;
            way.press("button.clear-yes").await?;
            way.reads("result.not-kept").await?;
            ensure!(page.storage().await?.is_empty());
            ensure!(!way.shows("result.kept").await?);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_can_not_be_read_is_not_cleared_without_a_question_and_can_be_deleted() -> Result<()> {
    let key = "therapist-fit:default:check-in:broken";
    host::with("")
        .stored(key, "{\"schema\":1,")
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("storage.corrupt").await?;
            way.widget
                .checkbox(&way.words.get("intro.keep-nothing"))
                .click()
                .await?;
            way.reads("clear.title").await?;
            way.press("button.cancel").await?;
            ensure!(page.storage().await?.contains_key(key));
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.reads("home.deleted").await?;
            ensure!(page.storage().await?.is_empty());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn once_therapy_has_ended_nothing_is_worth_raising_but_worth_asking_for_elsewhere() -> Result<()> {
    Kept::scoring("ended", 20)
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 0).await?;
            way.reads("raise.title-ended").await?;
            way.reads("raise.lead-ended").await?;
            ensure!(!way.shows("raise.title").await? && !way.shows("raise.bring-up").await?);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_owner_who_settles_the_form_on_the_last_page_takes_no_page_away() -> Result<()> {
    Kept::new("later", "short", "333 1 3 1 3 1 333 1 33")
        .under_way(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.continue").await?;
            way.stands_at("safety.title").await?;
            page.execute("document.querySelector('therapist-fit').setAttribute('form', 'short')")
                .await?;
            way.widget.heading_becomes(&way.words.get("safety.title")).await?;
            way.see_result("Strong so far").await
        })
        .await
}

#[tokio::test]
async fn check_ins_of_another_device_can_be_taken_in_before_there_are_any_here() -> Result<()> {
    let theirs = Kept::scoring("later", 40);
    let file = serde_json::json!({ "schema": 1, "format": "therapist-fit",
        "check-ins": [serde_json::from_str::<Value>(&theirs.text())?], "therapists": [] });
    host::with("")
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.button("Load check-ins").element().await?;
            crate::keeping::load(page, &file.to_string()).await?;
            way.reads("load.done").await?;
            way.widget.text_has("Therapist A").await?;
            ensure!(page.storage().await?.contains_key(&theirs.key()));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_note_that_another_tab_has_written_shows_at_once_and_is_not_written_over() -> Result<()> {
    let kept = Kept::scoring("later", 40).noted("Mine");
    kept.finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            open(&way, 0).await?;
            // What the browser does here when another tab writes.
            page.store(&kept.key(), &kept.clone().noted("Theirs").text()).await?;
            let heard = "dispatchEvent(new StorageEvent('storage', { key: arguments[0] }))";
            page.script::<bool>(&format!("return {heard}"), vec![kept.key().into()])
                .await?;
            e2e::wait::until("the other tab's note", async || {
                Ok(within::<String>(page, "return root.querySelector('textarea').value", vec![]).await? == "Theirs")
            })
            .await?;
            let area = crate::record::element(page, "textarea", 0).await?;
            page.type_into(&area, " and mine").await?;
            ensure!(stored(page, &kept).await?["note"] == "Theirs and mine");
            Ok(())
        })
        .await
}
