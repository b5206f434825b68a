//! Keeping less and bringing back: `retain-days`, keeping nothing at any time, undo, names, files taken in, other tabs.

use std::{
    fs,
    time::{SystemTime, UNIX_EPOCH},
};

use e2e::{Page, Result, ensure, wait};
use serde_json::{Value, json};

use crate::{host, kept::Kept, way::Way};

const BEST: &str = "444 0 4 0 4 0 444 0 44";
const KEY: &str = "therapist-fit:default:check-in:later-short";

fn kept() -> Kept {
    Kept::new("later", "short", BEST)
}

/// How many milliseconds the clock is past the check-ins of [`Kept`].
fn since_kept() -> Result<u64> {
    let now = u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())?;
    Ok(now - 1_763_000_000_000)
}

#[tokio::test]
async fn retain_days_deletes_what_is_older_and_says_so() -> Result<()> {
    let day = 86_400_000;
    let visit = kept()
        .later("old", since_kept()? - 31 * day)
        .finished(host::with("retain-days=30"));
    let visit = kept().later("young", since_kept()? - 29 * day).finished(visit);
    visit
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.heading_becomes("Welcome back").await?;
            way.widget.text_has("A check-in is deleted after 30 days.").await?;
            let keys: Vec<String> = page.storage().await?.into_keys().collect();
            ensure!(keys == ["therapist-fit:default:check-in:young"], "{keys:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn keeping_nothing_clears_the_device_at_any_time_and_loses_nothing_on_the_page() -> Result<()> {
    kept()
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.heading_becomes("Welcome back").await?;
            let nothing = way.widget.checkbox(&way.words.get("intro.keep-nothing"));
            nothing.click().await?;
            way.press("button.cancel").await?;
            ensure!(!nothing.is_chosen().await? && page.storage().await?.len() == 1);
            nothing.click().await?;
            way.press("button.clear-yes").await?;
            way.reads("keep.none").await?;
            ensure!(page.storage().await?.is_empty());
            way.widget.text_has("Strong so far").await?;
            nothing.click().await?;
            way.reads("keep.local").await?;
            ensure!(page.storage().await?.contains_key(KEY), "it is kept again");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_deleted_check_in_is_gone_at_once_and_undo_brings_it_back_as_it_was() -> Result<()> {
    kept()
        .noted("Mine")
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.heading_becomes("Welcome back").await?;
            let before: Value = serde_json::from_str(&page.storage().await?[KEY])?;
            page.execute("document.querySelector('therapist-fit').shadowRoot.querySelector('[part=card]').click()")
                .await?;
            way.press("button.delete-check-in").await?;
            way.reads("home.deleted-one").await?;
            ensure!(!page.storage().await?.contains_key(KEY));
            way.press("button.undo").await?;
            way.reads("home.undone").await?;
            let mut after: Value = serde_json::from_str(&page.storage().await?[KEY])?;
            // Of use only while a check-in is under way.
            after["at"] = before["at"].clone();
            ensure!(after == before, "{after}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_therapist_gets_the_name_that_the_visitor_types() -> Result<()> {
    kept()
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.rename").await?;
            let field = way.widget.control("textbox", &way.words.get("rename.title"));
            let element = field.element().await?;
            element.clear().await?;
            page.type_into(&element, "Dr. <b>Reyes</b>").await?;
            way.press("button.save").await?;
            way.widget.text_has("Therapist Dr. <b>Reyes</b>").await?;
            page.reload().await?;
            way.widget.text_has("Therapist Dr. <b>Reyes</b>").await
        })
        .await
}

/// Hands a file to the widget, as the browser's own dialog does.
pub async fn load(page: &Page, text: &str) -> Result<()> {
    let file = tempfile::Builder::new().suffix(".json").tempfile()?;
    fs::write(file.path(), text)?;
    let find = "document.querySelector('therapist-fit').shadowRoot.querySelector('[type=file]')";
    let found = page.cdp("Runtime.evaluate", json!({ "expression": find })).await?;
    let input = &found["result"]["objectId"];
    page.cdp(
        "DOM.setFileInputFiles",
        json!({ "files": [file.path()], "objectId": input }),
    )
    .await?;
    // It is read before the temporary file goes.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    Ok(())
}

#[tokio::test]
async fn a_saved_file_is_taken_in_once_and_overwrites_nothing_and_a_bad_one_changes_nothing() -> Result<()> {
    let mine = kept().noted("Mine");
    mine.finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.heading_becomes("Welcome back").await?;
            let record = |kept: &Kept| serde_json::from_str::<Value>(&kept.text());
            let file = |check_ins: Vec<Value>| {
                json!({ "schema": 1, "format": "therapist-fit", "check-ins": check_ins,
                        "therapists": [{ "schema": 1, "id": "b", "label": "<img src=x>" }] })
            };
            let theirs = kept().noted("Theirs");
            let other = kept().about("b").later("from-elsewhere", 5000);
            let good = file(vec![record(&theirs)?, record(&other)?]);
            load(page, &good.to_string()).await?;
            way.reads("load.done").await?;
            way.widget.text_has("Therapist <img src=x>").await?;
            let after = page.storage().await?;
            ensure!(after[KEY] == mine.text() && after.len() == 3, "{after:?}");
            load(page, &good.to_string()).await?;
            way.reads("load.nothing-new").await?;
            let mut hostile = record(&other)?;
            hostile["id"] = "../therapist:a".into();
            let mut newer = good.clone();
            newer["schema"] = 2.into();
            for (bad, said) in [
                ("{".to_owned(), "load.broken"),
                (file(vec![hostile]).to_string(), "load.broken"),
                ("[".repeat(100_000), "load.broken"),
                (newer.to_string(), "load.newer"),
            ] {
                load(page, &bad).await?;
                way.reads(said).await?;
                ensure!(page.storage().await? == after, "{said}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn another_tab_shows_what_this_one_deletes() -> Result<()> {
    kept()
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.heading_becomes("Welcome back").await?;
            let address = page.url().await?;
            let first = page.driver().window().await?;
            let second = page.driver().new_tab().await?;
            page.driver().switch_to_window(second.clone()).await?;
            page.driver().goto(&address).await?;
            way.widget.heading_becomes("Welcome back").await?;
            page.driver().switch_to_window(first.clone()).await?;
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.stands_at("intro.title").await?;
            page.driver().switch_to_window(second).await?;
            wait::until("the other tab", async || {
                Ok(way.widget.heading().await? == way.words.get("intro.title"))
            })
            .await?;
            page.driver().close_window().await?;
            page.driver().switch_to_window(first).await?;
            Ok(())
        })
        .await
}
