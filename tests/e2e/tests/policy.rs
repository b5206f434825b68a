//! Under a strict content security policy with Trusted Types: nothing is held back, and nothing is missing.

use e2e::{Result, ensure};

use crate::{
    host,
    way::{SHORT, Way, alternating},
};

/// As strict as a site can be that lets the widget run at all.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; require-trusted-types-for 'script'";

#[tokio::test]
async fn the_whole_way_runs_under_a_strict_policy_with_trusted_types() -> Result<()> {
    host::with("storage=session")
        .header("*", "Content-Security-Policy", STRICT)
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.help").await?;
            way.press("button.close").await?;
            way.start().await?;
            way.stage("early").await?;
            way.form("short").await?;
            way.items(&SHORT, &alternating("mostly", "partly", 14)).await?;
            way.context("mostly", "yes", Some("no")).await?;
            way.safety("told-others", "not-sure").await?;
            way.press("button.see-result").await?;
            way.widget.text_has("Mixed so far").await?;
            let (radius, drawn): (String, u32) = page
                .script(
                    "const root = document.querySelector('therapist-fit').shadowRoot;
                     return [getComputedStyle(root.querySelector('[part~=base]')).borderRadius,
                             root.querySelectorAll('svg').length]",
                    Vec::new(),
                )
                .await?;
            ensure!(radius == "16px" && drawn == 7, "styles and pictures: {radius}, {drawn}");
            for disclosure in ["answers.title", "how.title", "privacy.title", "sources.title"] {
                way.press(disclosure).await?;
            }
            way.reads("how.scale").await?;
            page.execute("document.querySelector('therapist-fit').setAttribute('lang', 'es')")
                .await?;
            let spanish = Way::on(page)?.in_language("es")?;
            spanish.reads("verdict.mixed.title").await?;
            spanish.press("button.delete-everything").await?;
            spanish.press("button.delete-everything-yes").await?;
            spanish.reads("home.deleted").await
        })
        .await
}

#[tokio::test]
async fn where_nothing_may_be_fetched_the_first_words_and_the_fallback_stand_there_all_the_same() -> Result<()> {
    let policy = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    host::body("<therapist-fit></therapist-fit>")
        .header("*", "Content-Security-Policy", policy)
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("intro.title").await?;
            way.reads("load.failed").await?;
            // What the browser says of fetches that the policy forbids is the owner's to read.
            let told = page.console().await?;
            ensure!(
                told.iter()
                    .all(|it| it.text.contains("connect-src") || it.text.starts_with("therapist-fit:")),
                "{told:#?}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn without_leave_to_compile_the_fallback_stands_there_and_the_owner_reads_what_is_missing() -> Result<()> {
    host::body("<therapist-fit><p id=own>Call us: 555 0100</p></therapist-fit>")
        .header(
            "*",
            "Content-Security-Policy",
            &STRICT.replace(" 'wasm-unsafe-eval'", ""),
        )
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("load.failed").await?;
            let own = "return document.querySelector('#own').checkVisibility()";
            ensure!(page.script::<bool>(own, Vec::new()).await?);
            let told = page.console().await?;
            let ours: Vec<&str> = told
                .iter()
                .map(|entry| entry.text.as_str())
                .filter(|text| text.starts_with("therapist-fit:"))
                .collect();
            ensure!(
                ours == ["therapist-fit: script-src needs 'wasm-unsafe-eval'"],
                "{told:#?}"
            );
            ensure!(
                told.iter()
                    .all(|entry| entry.kind != "unhandled" && entry.kind != "uncaught"),
                "{told:#?}"
            );
            let events = page.events().await?;
            ensure!(
                events.len() == 1 && events[0].detail["code"] == "load-failed",
                "{events:?}"
            );
            Ok(())
        })
        .await
}
