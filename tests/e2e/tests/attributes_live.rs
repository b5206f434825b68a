//! Attributes that the page changes while a check-in is under way: each takes effect at once, and no answer is lost.

use e2e::{Page, Result, ensure, wait};
use serde_json::json;

use crate::{
    host,
    kept::Kept,
    way::{SHORT, Way},
};

/// Sets an attribute of the widget, or takes it off.
async fn set(page: &Page, name: &str, value: Option<&str>) -> Result<()> {
    let script = "const it = document.querySelector('therapist-fit'); const [name, value] = arguments;
                  value === null ? it.removeAttribute(name) : it.setAttribute(name, value)";
    page.script(script, vec![json!(name), json!(value)]).await
}

/// Answers two items of the short form and stands at the third.
async fn under_way(page: &Page) -> Result<Way<'_>> {
    let way = Way::on(page)?;
    way.start().await?;
    way.stage("later").await?;
    way.items(&SHORT[..2], &["mostly", "partly"]).await?;
    way.stands_at(&format!("item.{}", SHORT[2])).await?;
    Ok(way)
}

/// Goes back to the first item, where both answers are still chosen.
async fn nothing_is_lost(way: &Way<'_>) -> Result<()> {
    for (item, answer) in [(SHORT[1], "scale.partly"), (SHORT[0], "scale.mostly")] {
        way.press("button.back").await?;
        way.stands_at(&format!("item.{item}")).await?;
        let chosen = way.widget.radio(&way.words.get(answer)).is_chosen().await?;
        ensure!(chosen, "{item} was answered {answer}");
    }
    Ok(())
}

/// Waits until a script about the widget's shadow root gives this.
async fn becomes(page: &Page, expression: &str, wanted: &str) -> Result<()> {
    let script =
        format!("const root = document.querySelector('therapist-fit').shadowRoot; return String({expression})");
    wait::until(&format!("{wanted} from {expression}"), async || {
        Ok(page.script::<String>(&script, Vec::new()).await? == wanted)
    })
    .await
}

#[tokio::test]
async fn another_theme_changes_the_colours_only() -> Result<()> {
    host::with("form=short theme=light")
        .run(async |page| {
            let way = under_way(page).await?;
            let scheme = "getComputedStyle(root.querySelector('.base')).colorScheme";
            becomes(page, scheme, "light").await?;
            set(page, "theme", Some("dark")).await?;
            becomes(page, scheme, "dark").await?;
            nothing_is_lost(&way).await
        })
        .await
}

#[tokio::test]
async fn another_language_asks_the_same_question_in_other_words_and_directions() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let mut way = under_way(page).await?;
            for (tag, direction) in [("ar", "rtl"), ("es", "ltr")] {
                set(page, "lang", Some(tag)).await?;
                way = way.in_language(tag)?;
                way.widget
                    .heading_becomes(&way.words.get(&format!("item.{}", SHORT[2])))
                    .await?;
                becomes(page, "root.querySelector('.base').dir", direction).await?;
            }
            nothing_is_lost(&way).await
        })
        .await
}

#[tokio::test]
async fn another_heading_level_moves_the_question_and_those_after_it() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let way = under_way(page).await?;
            becomes(page, "root.querySelector('#title').localName", "h2").await?;
            set(page, "heading-level", Some("5")).await?;
            becomes(page, "root.querySelector('#title').localName", "h5").await?;
            nothing_is_lost(&way).await?;
            becomes(page, "root.querySelector('#title').localName", "h5").await
        })
        .await
}

#[tokio::test]
async fn another_form_holds_until_its_items_are_asked_and_then_the_check_in_goes_on_as_it_began() -> Result<()> {
    host::with("form=full")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            set(page, "form", Some("short")).await?;
            way.stage("later").await?;
            way.items(&SHORT[..2], &["mostly", "partly"]).await?;
            way.stands_at(&format!("item.{}", SHORT[2])).await?;
            set(page, "form", Some("full")).await?;
            way.widget.text_has("3 of 14").await?;
            nothing_is_lost(&way).await?;
            way.widget.text_has("1 of 14").await
        })
        .await
}

#[tokio::test]
async fn another_region_has_its_own_help_lines() -> Result<()> {
    host::with("form=short region=US")
        .run(async |page| {
            let way = under_way(page).await?;
            way.press("button.help").await?;
            way.widget.text_has("911").await?;
            // The help lines stand open meanwhile.
            set(page, "region", Some("GB")).await?;
            way.widget.text_has("999").await?;
            way.press("button.close").await?;
            nothing_is_lost(&way).await
        })
        .await
}

#[tokio::test]
async fn another_way_out_is_the_one_that_is_taken() -> Result<()> {
    host::with("form=short")
        .site(|site| site.text("/pages/neutral.html", "<!doctype html><title>Weather</title>"))
        .run(async |page| {
            let way = under_way(page).await?;
            set(page, "exit-url", Some(&page.address("/pages/neutral.html"))).await?;
            nothing_is_lost(&way).await?;
            way.press("button.leave").await?;
            page.path_becomes("/pages/neutral.html").await
        })
        .await
}

#[tokio::test]
async fn another_storage_takes_the_draft_along() -> Result<()> {
    host::with("form=short storage=none")
        .run(async |page| {
            let way = under_way(page).await?;
            ensure!(page.storage().await?.is_empty(), "nothing is kept");
            set(page, "storage", Some("local")).await?;
            wait::until("a draft that is kept", async || {
                Ok(page.storage().await?.keys().any(|key| key.contains(":draft:")))
            })
            .await?;
            set(page, "storage", Some("session")).await?;
            wait::until("a draft that is kept for the session", async || {
                Ok(page.session_storage().await?.keys().any(|key| key.contains(":draft:")))
            })
            .await?;
            nothing_is_lost(&way).await
        })
        .await
}

#[tokio::test]
async fn storage_turned_off_keeps_nothing_more_and_forgets_nothing_on_the_page() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let way = under_way(page).await?;
            let before = page.storage().await?;
            set(page, "storage", Some("none")).await?;
            nothing_is_lost(&way).await?;
            way.answer("not-true").await?;
            way.stands_at(&format!("item.{}", SHORT[1])).await?;
            ensure!(page.storage().await? == before, "nothing more is written");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn another_profile_takes_the_draft_along() -> Result<()> {
    host::with("form=short profile=first")
        .run(async |page| {
            let way = under_way(page).await?;
            set(page, "profile", Some("second")).await?;
            wait::until("the draft in the other profile", async || {
                let kept = page.storage().await?;
                Ok(kept.keys().any(|key| key.starts_with("therapist-fit:second:draft:")))
            })
            .await?;
            nothing_is_lost(&way).await
        })
        .await
}

#[tokio::test]
async fn a_shorter_time_to_keep_deletes_at_once_what_is_older_but_not_what_is_under_way() -> Result<()> {
    let old = Kept::scoring("later", 40);
    old.under_way(old.finished(host::with("form=short")))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.continue").await?;
            way.stands_at("safety.title").await?;
            set(page, "retain-days", Some("30")).await?;
            wait::until("the old check-in to be deleted", async || {
                Ok(!page.storage().await?.contains_key(&old.key()))
            })
            .await?;
            ensure!(page.storage().await?.contains_key(&old.draft_key()));
            way.see_result("Mixed so far").await
        })
        .await
}

#[tokio::test]
async fn on_the_list_of_check_ins_a_shorter_time_to_keep_is_seen_at_once() -> Result<()> {
    let old = Kept::scoring("later", 40);
    old.finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("home.kept").await?;
            set(page, "retain-days", Some("30")).await?;
            way.reads("intro.title").await?;
            ensure!(page.storage().await?.is_empty(), "nothing is left of it");
            Ok(())
        })
        .await
}
