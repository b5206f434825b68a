//! Where it can't run: what the page put there stays, the visitor is told in plain words, the page is told by an event, the
//! owner by one line in the console; and another try is a press of Start away.

use std::time::Duration;

use e2e::{Page, Result, Visit, ensure};

use crate::{host, way::Way};

/// An element with something of the page's own in it.
const OWN: &str = "<therapist-fit><p id=own>You can always call us: 555 0100</p></therapist-fit>";

#[tokio::test]
async fn what_the_page_put_into_the_element_stands_there_until_the_widget_runs() -> Result<()> {
    host::body(OWN)
        .site(|site| site.slow("*.wasm", Duration::from_secs(2)))
        .run(async |page| {
            page.widget().button("Start").element().await?;
            ensure!(own_is_shown(page).await?);
            ensure!(
                !page.widget().text().await?.contains("right therapist"),
                "the page's words stand in for ours"
            );
            page.widget().button("Need help now?").element().await?;
            ensure!(!own_is_shown(page).await?, "the widget takes its place");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn without_the_wasm_file_the_widget_says_so_and_the_pages_own_words_stay() -> Result<()> {
    fails(host::body(OWN).site(|site| site.missing("*.wasm")), ".wasm").await
}

#[tokio::test]
async fn without_the_script_file_the_widget_says_so_and_the_pages_own_words_stay() -> Result<()> {
    fails(host::body(OWN).site(|site| site.missing("/therapist-fit-*.js")), ".js").await
}

#[tokio::test]
async fn without_webassembly_the_widget_says_so_and_asks_for_no_file() -> Result<()> {
    host::body(OWN)
        .before_load("Object.defineProperty(window, 'WebAssembly', { value: undefined })")
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("load.failed").await?;
            ensure!(own_is_shown(page).await?);
            page.assert_console_holds(&["no-webassembly"]).await?;
            ensure!(codes(page).await? == ["no-webassembly"]);
            ensure!(page.requests().len() == 2, "{:?}", page.requests());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn two_widgets_that_fail_tell_the_owner_once() -> Result<()> {
    host::body("<therapist-fit></therapist-fit><therapist-fit profile=two></therapist-fit>")
        .site(|site| site.missing("*.wasm"))
        .run(async |page| {
            let failed = Way::on(page)?.words.get("load.failed");
            page.widget().text_has(&failed).await?;
            page.nth_widget(1).text_has(&failed).await?;
            page.assert_console_and_log_hold(
                &["is missing or changed"],
                &[
                    "the server responded with a status of 404",
                    "Failed to find a valid digest",
                ],
            )
            .await?;
            ensure!(codes(page).await? == ["load-failed", "load-failed"]);
            Ok(())
        })
        .await
}

/// The visit shows the fallback in place of the widget, and tries again on Start.
async fn fails(visit: Visit, missing: &str) -> Result<()> {
    visit
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("load.failed").await?;
            ensure!(own_is_shown(page).await?);
            ensure!(codes(page).await? == ["load-failed"]);
            let asked = |page: &Page| page.requests().iter().filter(|path| path.contains(missing)).count();
            let before = asked(page);
            way.widget.button("Start").click().await?;
            e2e::wait::until("another try", async || Ok(asked(page) > before)).await?;
            way.reads("load.failed").await?;
            e2e::wait::until("the event of the second failure", async || {
                Ok(codes(page).await? == ["load-failed"])
            })
            .await?;
            let told = page.console().await?;
            let ours = told.iter().filter(|entry| entry.text.starts_with("therapist-fit:"));
            ensure!(ours.clone().all(|entry| entry.kind == "warn"), "{told:#?}");
            ensure!((1..=2).contains(&ours.count()), "{told:#?}");
            ensure!(
                told.iter().all(|entry| entry.text.starts_with("therapist-fit:")
                    || ["404", "Failed to find a valid digest"]
                        .iter()
                        .any(|known| entry.text.contains(known))
                    || entry.kind == "not-loaded"),
                "only what the browser says by itself may stand beside it: {told:#?}"
            );
            Ok(())
        })
        .await
}

async fn own_is_shown(page: &Page) -> Result<bool> {
    page.script("return document.querySelector('#own').checkVisibility()", Vec::new())
        .await
}

/// The codes of the events that told of a failure since this was last called.
pub async fn codes(page: &Page) -> Result<Vec<String>> {
    let events = page.events().await?.into_iter().filter(|event| event.name == "error");
    Ok(events
        .map(|event| event.detail["code"].as_str().unwrap_or_default().to_owned())
        .collect())
}
