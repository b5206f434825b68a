//! Where the focus goes when the page and the widget both have a use for it.

use e2e::{Page, Result, ensure, wait};

use crate::{host, way::Way};

/// The id of the page's element that has the focus.
async fn focused(page: &Page) -> Result<String> {
    page.script("return document.activeElement.id", Vec::new()).await
}

#[tokio::test]
async fn who_has_answered_and_gone_on_to_a_field_of_the_page_is_not_torn_out_of_it() -> Result<()> {
    host::body("<input id=search aria-label=Search><therapist-fit form=short></therapist-fit>")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("early").await?;
            way.stands_at("item.feels-understood").await?;
            // Key 1 answers, and leads on a moment later.
            page.execute(
                "document.querySelector('therapist-fit').shadowRoot.activeElement
                   .dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
                 document.querySelector('#search').focus()",
            )
            .await?;
            way.widget.heading_becomes(&way.words.get("item.on-my-side")).await?;
            // The heading would take it in the next frames.
            page.script::<bool>(
                "return new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then(true))))",
                Vec::new(),
            )
            .await?;
            ensure!(focused(page).await? == "search");
            way.answer("mostly").await?;
            way.stands_at("item.respects-who-i-am").await
        })
        .await
}

#[tokio::test]
async fn a_button_of_the_page_that_starts_it_hands_the_focus_over() -> Result<()> {
    host::body(
        "<script type=module src=/therapist-fit.js></script><button id=go>Check</button><therapist-fit form=short></therapist-fit>
         <script>document.querySelector('#go').onclick = () => document.querySelector('therapist-fit').start()</script>",
    )
    .run(async |page| {
        let way = Way::on(page)?;
        way.widget.button("Need help now?").element().await?;
        page.click("#go").await?;
        way.stands_at("stage.prompt").await?;
        wait::until("the focus in the widget", async || {
            page.script("return document.activeElement.localName === 'therapist-fit'", Vec::new())
                .await
        })
        .await
    })
    .await
}
