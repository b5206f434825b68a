//! The wall that `isolation="frame"` is: a tight sandbox, one way in, and what is said where it is none or nothing can be kept.

use e2e::{Result, ensure, wait};
use serde_json::{Value, json};

use crate::{
    frame::{enter, files, leave, visit},
    host,
    taking::WATCH_PRINTING,
    way::{FIRST, Way},
};

/// What a browser does that blocks the storage of third parties: it throws, inside of the frame only.
const BLOCK: &str = "if (self !== top) Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })";

#[tokio::test]
async fn nobody_but_the_page_that_made_it_can_speak_to_it_and_only_in_known_words() -> Result<()> {
    let files = files()?;
    visit(&files, "", "")
        .run(async |page| {
            enter(page).await?;
            page.widget().button("Start").element().await?;
            leave(page).await?;
            // A second message with a port of its own, as any script of the page could send, changes nothing.
            let script = "const frame = document.querySelector('therapist-fit').shadowRoot.querySelector('iframe');
                          const { port1, port2 } = new MessageChannel();
                          let heard = false;
                          port1.onmessage = () => (heard = true);
                          const wanted = { attributes: { lang: 'es', onclick: 'harm()', heading: 9 } };
                          frame.contentWindow.postMessage({ name: 'therapist-fit', wanted }, '*', [port2]);
                          port1.postMessage({ call: 'clear' });
                          await new Promise((done) => setTimeout(done, 500));
                          return heard";
            ensure!(!page.script::<bool>(script, vec![]).await?, "nothing comes back");
            enter(page).await?;
            page.widget().button("Start").element().await?;
            let attributes: Vec<String> = page
                .script(
                    "return document.querySelector('therapist-fit').getAttributeNames()",
                    vec![],
                )
                .await?;
            ensure!(!attributes.iter().any(|name| name.starts_with("on")), "{attributes:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_sandbox_is_tight_and_the_frame_is_named() -> Result<()> {
    let files = files()?;
    visit(&files, "", "")
        .run(async |page| {
            enter(page).await?;
            page.widget().button("Start").element().await?;
            leave(page).await?;
            let frame: Value = page
                .script(
                    "const it = document.querySelector('therapist-fit').shadowRoot.querySelector('iframe');
                     return { title: it.title, sandbox: [...it.sandbox].sort(), referrer: it.referrerPolicy, left: !!it.getRootNode().querySelector('#first') }",
                    vec![],
                )
                .await?;
            ensure!(
                frame
                    == json!({
                        "title": "Is this the right therapist for you?",
                        "sandbox": [
                            "allow-downloads",
                            "allow-modals",
                            "allow-popups",
                            "allow-popups-to-escape-sandbox",
                            "allow-same-origin",
                            "allow-scripts",
                            "allow-top-navigation-by-user-activation",
                        ],
                        "referrer": "no-referrer",
                        "left": false,
                    }),
                "{frame:#}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn where_the_frame_may_not_keep_anything_it_says_so_and_goes_on() -> Result<()> {
    let files = files()?;
    visit(&files, "", "")
        .before_load(BLOCK)
        .run(async |page| {
            enter(page).await?;
            page.widget().text_has("does not let us keep anything").await?;
            page.widget().button("Start").click().await?;
            page.widget()
                .heading_becomes("How far along are you with this therapist?")
                .await
        })
        .await
}

#[tokio::test]
async fn on_the_pages_own_origin_the_owner_is_told_that_it_is_no_wall() -> Result<()> {
    host::with("isolation=frame")
        .run(async |page| {
            enter(page).await?;
            page.widget().button("Start").element().await?;
            leave(page).await?;
            page.assert_console_and_log_hold(&["isolation=\"frame\" is no wall here"], &["can escape its sandboxing"])
                .await
        })
        .await
}

#[tokio::test]
async fn inside_of_it_the_result_is_printed_alone_and_the_focus_moves_to_each_question() -> Result<()> {
    let files = files()?;
    visit(&files, "", "")
        .before_load(&format!("if (self !== top) {{ {WATCH_PRINTING} }}"))
        .run(async |page| {
            enter(page).await?;
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("met-once").await?;
            way.items(&FIRST, &["mostly"; 10]).await?;
            way.context("skip", "no", Some("yes")).await?;
            way.press("button.skip").await?;
            way.press("button.print").await?;
            wait::until("the paper", async || {
                page.script("return !!window.__printed", vec![]).await
            })
            .await?;
            let printed: Vec<String> = page.script("return window.__printed", vec![]).await?;
            ensure!(printed[1].contains("First impressions"), "{printed:?}");
            ensure!(!printed[3].is_empty(), "with its looks");
            leave(page).await
        })
        .await
}
