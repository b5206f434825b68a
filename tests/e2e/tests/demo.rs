//! The demo page: live, accessible at every width, and with a tag to copy that holds what was chosen.

use e2e::{Result, Visit, ensure};
use serde_json::json;
use thirtyfour::By;

use crate::way::Way;

#[tokio::test]
async fn the_demo_shows_the_widget_live_also_in_dark_and_in_arabic() -> Result<()> {
    Visit::to("/")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("early").await?;
            way.stands_at("form.prompt").await?;
            page.execute("document.querySelectorAll('therapist-fit')[1].scrollIntoView()")
                .await?;
            let dark = way.beside(1)?;
            dark.widget.button("Need help now?").element().await?;
            let arabic = way.beside(2)?.in_language("ar")?;
            arabic.start().await
        })
        .await
}

#[tokio::test]
async fn what_is_chosen_on_the_demo_changes_the_tag_and_the_widget_and_the_tag_is_copied() -> Result<()> {
    Visit::to("/")
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.button("Need help now?").element().await?;
            let tag = "return document.querySelector('#tag').textContent";
            let before: String = page.script(tag, Vec::new()).await?;
            let plain = format!(r#"<script async src="{}"></script>"#, page.address("/therapist-fit.js"));
            ensure!(before == plain, "{before}");
            for (select, first_letters) in [("lang", "Esp"), ("theme", "Dark")] {
                let chosen = page.driver().find(By::Css(format!("select[name={select}]"))).await?;
                chosen.send_keys(first_letters).await?;
            }
            let spanish = Way::on(page)?.in_language("es")?;
            spanish.reads("intro.title").await?;
            let after: String = page.script(tag, Vec::new()).await?;
            ensure!(
                after.ends_with(r#" data-lang="es" data-theme="dark"></script>"#),
                "{after}"
            );
            page.cdp(
                "Browser.grantPermissions",
                json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
            )
            .await?;
            page.click("#copy").await?;
            let copied: String = page.script("return navigator.clipboard.readText()", Vec::new()).await?;
            ensure!(copied == after, "{copied}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_demo_is_accessible_in_light_and_dark_and_fits_a_small_screen() -> Result<()> {
    Visit::to("/")
        .run(async |page| {
            // Near enough to be fetched, all of them.
            for place in 0..3 {
                let script = "document.querySelectorAll('therapist-fit')[arguments[0]].scrollIntoView()";
                page.driver().execute(script, vec![json!(place)]).await?;
                let help = "return document.querySelectorAll('therapist-fit')[arguments[0]].shadowRoot
                              .querySelector('[part=bar]') !== null";
                e2e::wait::until("the widget", async || page.script(help, vec![json!(place)]).await).await?;
            }
            for (width, height) in [(320, 568), (1280, 800)] {
                page.resize(width, height).await?;
                page.widget().assert_fits().await?;
                for colours in ["light", "dark"] {
                    page.set_media(&[("prefers-color-scheme", colours), ("prefers-reduced-motion", "reduce")])
                        .await?;
                    page.assert_accessible()
                        .await
                        .map_err(|error| error.context(format!("{colours}, {width} pixels wide")))?;
                }
            }
            Ok(())
        })
        .await
}
