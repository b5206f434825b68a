//! "Need help now?" and "Leave quickly", which are on every screen.

use std::time::Duration;

use anyhow::Context;
use e2e::{Page, Result, ensure};

use crate::{host, tour::PARTS, way::Way};

#[tokio::test]
async fn help_opens_on_every_screen_and_escape_leads_back_to_where_the_focus_was() -> Result<()> {
    for part in PARTS {
        part.prepare(host::with(""))
            .run(async |page| {
                let way = Way::on(page)?;
                part.pass(&way, async |screen| {
                    // A dialog has all to itself.
                    if !screen.ends_with("-dialog") {
                        opens_and_closes(&way).await.with_context(|| screen.to_owned())?;
                    }
                    Ok(())
                })
                .await
            })
            .await?;
    }
    Ok(())
}

async fn opens_and_closes(way: &Way<'_>) -> Result<()> {
    let name = way.words.get("button.help");
    // In a result with help first there are two, and both do.
    let widget = &way.widget;
    let script = "return document.querySelector('therapist-fit').shadowRoot.querySelector('[part=bar] button')";
    let button = way.page.driver().execute(script, Vec::new()).await?.element()?;
    ensure!(button.text().await? == name);
    button.click().await?;
    widget.button("Close").element().await?;
    ensure!(widget.names("dialog").await? == [way.words.get("help.title")]);
    ensure!(way.shows("help.unseen").await?);
    ensure!(
        !widget.has_button(&name).await?,
        "the dialog is modal, the rest is out of reach"
    );
    // A phone has no Shift key to press.
    widget.button(&way.words.get("button.leave")).element().await?;
    way.page.press("Escape").await?;
    widget.focus_is_on("button", &name).await?;
    ensure!(widget.names("dialog").await?.is_empty());
    // The tour goes on from the heading.
    way.page
        .execute("document.querySelector('therapist-fit').shadowRoot.querySelector('#title').focus()")
        .await
}

#[tokio::test]
async fn the_region_selects_the_lines_and_another_one_can_be_chosen() -> Result<()> {
    host::with("region=gb")
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.help").await?;
            way.widget.text_has("call \u{2066}999\u{2069}.").await?;
            way.widget.text_has("Samaritans").await?;
            let links = links(page).await?;
            ensure!(
                links.contains(&"tel:116123".to_owned()) && links.contains(&"sms:85258".to_owned()),
                "{links:?}"
            );
            ensure!(
                links.iter().any(|link| link.starts_with("https://findahelpline.com")),
                "{links:?}"
            );

            let choice = way.widget.control("combobox", &way.words.get("help.region"));
            choice.element().await?;
            choice.type_text("Spain").await?;
            way.widget.text_has("call \u{2066}112\u{2069}.").await?;
            way.widget.text_has("Línea 024").await?;
            ensure!(!way.widget.text().await?.contains("Samaritans"));
            choice.type_text("Somewhere").await?;
            way.reads("help.emergency-local").await?;
            // Escape and Close both close, and opening again starts from the owner's region.
            page.press("Escape").await?;
            way.press("button.help").await?;
            way.widget.text_has("Samaritans").await?;
            way.press("button.close").await?;
            way.widget.focus_is_on("button", "Need help now?").await
        })
        .await
}

#[tokio::test]
async fn without_a_region_the_language_tag_gives_it_and_else_the_lines_are_for_anywhere() -> Result<()> {
    host::body("<therapist-fit lang=en-AU></therapist-fit><therapist-fit lang=en profile=two></therapist-fit>")
        .run(async |page| {
            let australia = Way::on(page)?;
            australia.press("button.help").await?;
            australia.widget.text_has("Lifeline").await?;
            australia.press("button.close").await?;
            let anywhere = australia.beside(1)?;
            anywhere.press("button.help").await?;
            anywhere.reads("help.emergency-local").await?;
            let links = links(page).await?;
            ensure!(
                links.len() == 1 || !links.iter().any(|it| it.starts_with("tel:")),
                "{links:?}"
            );
            anywhere.press("button.close").await
        })
        .await
}

#[tokio::test]
async fn leave_quickly_goes_to_the_exit_page_and_the_way_back_does_not_lead_here() -> Result<()> {
    left_by(async |way| {
        way.start().await?;
        way.press("button.leave").await
    })
    .await
}

#[tokio::test]
async fn pressing_shift_three_times_leaves_too() -> Result<()> {
    left_by(async |way| {
        way.start().await?;
        // Not three times in a row.
        way.page.press_all(&["Shift", "Shift", "ArrowDown", "Shift"]).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        way.stands_at("stage.prompt").await?;
        way.page.press_all(&["Tab", "Shift", "Shift", "Shift"]).await
    })
    .await
}

#[tokio::test]
async fn shift_held_for_other_things_on_the_page_does_not_lead_away() -> Result<()> {
    host::with("")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            for _ in 0..3 {
                page.press("Shift").await?;
                page.click("h1").await?;
            }
            // What is pressed long after is not in a row. The clock is ahead by more than the pause.
            page.press_all(&["Shift", "Shift"]).await?;
            page.execute("const now = Date.now; Date.now = () => now() + 10_000")
                .await?;
            page.press("Shift").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            way.widget.heading_becomes(&way.words.get("stage.prompt")).await
        })
        .await
}

#[tokio::test]
async fn leaving_shows_nothing_more_while_the_other_page_is_on_its_way() -> Result<()> {
    host::with("")
        .site(|site| site.slow("/pages/away.html", Duration::from_secs(3)))
        .run(async |page| {
            let way = Way::on(page)?;
            page.execute(
                "document.querySelector('therapist-fit').setAttribute('exit-url', `${location.origin}/pages/away.html`)",
            )
            .await?;
            way.start().await?;
            page.execute("window.__leaves = true").await?;
            way.press("button.leave").await?;
            let seen: bool = page
                .script("return !!window.__leaves && document.body.checkVisibility()", Vec::new())
                .await?;
            ensure!(!seen, "nothing is to be read");
            page.path_becomes("/pages/away.html").await
        })
        .await
}

#[tokio::test]
async fn pressing_shift_three_times_leaves_also_from_the_help_dialog() -> Result<()> {
    left_by(async |way| {
        way.press("button.help").await?;
        way.widget.button("Close").element().await?;
        way.page.press_all(&["Shift", "Shift", "Shift"]).await
    })
    .await
}

#[tokio::test]
async fn pressing_shift_three_times_leaves_also_when_nothing_has_the_focus() -> Result<()> {
    left_by(async |way| {
        way.widget.button("Need help now?").element().await?;
        // As after a click beside a button, which many make.
        way.page.click("h1").await?;
        way.page.press_all(&["Shift", "Shift", "Shift"]).await
    })
    .await
}

/// What the visitor does leads to the owner's exit page, and going back from there not to the widget.
async fn left_by(act: impl AsyncFn(&Way<'_>) -> Result<()>) -> Result<()> {
    host::with("")
        .beforehand("")
        .run(async |page| {
            let way = Way::on(page)?;
            page.execute(
                "document.querySelector('therapist-fit').setAttribute('exit-url', `${location.origin}/pages/away.html`)",
            )
            .await?;
            let here = page.url().await?;
            act(&way).await?;
            page.path_becomes("/pages/away.html").await?;
            page.driver().back().await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            ensure!(page.url().await? != here, "the way back leads to the widget");
            Ok(())
        })
        .await
}

/// Where the links in the dialogs lead.
async fn links(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('therapist-fit')]
                    .flatMap((it) => [...it.shadowRoot.querySelectorAll('dialog a')]).map((it) => it.href)";
    page.script(script, Vec::new()).await
}
