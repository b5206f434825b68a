//! Real sites, built by real generators and frameworks, with the widget put in as the documentation says: a visitor goes
//! through a check-in on each.

use std::fs;

use e2e::{
    Page, Result, Visit, ensure,
    sites::{Built, Widget, build},
};

use crate::way::{SHORT, Way};

/// The check-in from this item of the short form on, to the result.
async fn finish(way: &Way<'_>, from: usize) -> Result<()> {
    let answers = SHORT.map(|item| if item.starts_with('-') { "not-true" } else { "mostly" });
    way.items(&SHORT[from..], &answers[from..]).await?;
    way.context("very-true", "no", Some("yes")).await?;
    way.press("button.skip").await?;
    way.reads("verdict.strong.title").await
}

async fn begin(page: &Page) -> Result<Way<'_>> {
    let way = Way::on(page)?;
    way.start().await?;
    way.stage("later").await?;
    Ok(way)
}

/// A whole check-in on the first page of a site.
async fn whole_check_in(built: &Built) -> Result<()> {
    Visit::to("/")
        .root(&built.folder())
        .run(async |page| {
            finish(&begin(page).await?, 0).await?;
            page.reload().await?;
            page.widget().heading_becomes("Welcome back").await
        })
        .await
}

#[tokio::test]
async fn in_react_with_vite_strict_mode_and_routes_on_the_client_a_draft_goes_on_after_another_page() -> Result<()> {
    let built = build(
        "react",
        Widget::Package,
        &[&["tsc", "--noEmit"], &["vite", "build", "--logLevel=warn"]],
    )?;
    let index = fs::read_to_string(built.folder().join("index.html"))?;
    Visit::to("/")
        .root(&built.folder())
        .site(|site| site.text("/check-in.html", index))
        .run(async |page| {
            page.click("nav a[href='/check-in']").await?;
            let way = begin(page).await?;
            let answers = ["mostly", "mostly", "mostly"];
            way.items(&SHORT[..3], &answers).await?;
            way.stands_at(&format!("item.{}", SHORT[3].trim_start_matches('-')))
                .await?;
            page.click("main button").await?;
            let dark = "return getComputedStyle(document.querySelector('therapist-fit')).colorScheme === 'dark'";
            e2e::wait::until("the other colours", async || page.script(dark, vec![]).await).await?;
            page.click("nav a[href='/']").await?;
            let gone = "return !document.querySelector('therapist-fit')";
            e2e::wait::until("the other route", async || page.script(gone, vec![]).await).await?;
            page.click("nav a[href='/check-in']").await?;
            way.press("button.continue").await?;
            way.stands_at(&format!("item.{}", SHORT[3].trim_start_matches('-')))
                .await?;
            finish(&way, 3).await?;
            let slotted = "return document.querySelector('[slot=after-summary]').checkVisibility()";
            ensure!(page.script::<bool>(slotted, vec![]).await?);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn in_a_markdown_page_of_eleventy_the_tag_stands_where_it_was_pasted() -> Result<()> {
    let built = build("eleventy", Widget::Files("widget"), &[&["eleventy", "--quiet"]])?;
    whole_check_in(&built).await
}

#[tokio::test]
async fn in_a_template_of_vue_the_element_runs_and_its_events_are_heard() -> Result<()> {
    let built = build(
        "vue",
        Widget::Files("public/widget"),
        &[&["vite", "build", "--logLevel=warn"]],
    )?;
    Visit::to("/")
        .root(&built.folder())
        .run(async |page| {
            finish(&begin(page).await?, 0).await?;
            let heard = "return document.querySelector('#done')?.checkVisibility() ?? false";
            e2e::wait::until("the page's own words", async || page.script(heard, vec![]).await).await
        })
        .await
}
