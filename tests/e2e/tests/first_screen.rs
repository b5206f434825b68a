//! The first screen while the widget is on its way: nothing that the page does to the element meanwhile is lost or disturbs.

use std::time::Duration;

use e2e::{Page, Result, Visit, ensure, wait};

use crate::{host, record::within, way::Way};

/// Another checklist, the example.
const OTHER: &str = "/examples/study-group.json";

fn slowly(attributes: &str) -> Visit {
    host::body(&format!("<therapist-fit id=it {attributes}></therapist-fit>"))
        .site(|site| site.slow("*.wasm", Duration::from_secs(2)))
}

async fn first_words(page: &Page) -> Result<String> {
    within(page, "return root.querySelector('#first')?.innerText ?? ''", vec![]).await
}

#[tokio::test]
async fn a_class_on_the_element_takes_neither_the_focus_nor_what_is_said() -> Result<()> {
    slowly("")
        .run(async |page| {
            page.widget().button("Start").click().await?;
            page.execute("it.className = 'seen'").await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
            ensure!(first_words(page).await?.contains('…'), "it was pressed");
            ensure!(within::<bool>(page, "return root.activeElement?.localName === 'button'", vec![]).await?);
            Way::on(page)?.stands_at("stage.prompt").await
        })
        .await
}

#[tokio::test]
async fn what_could_not_load_stays_told_when_the_page_changes_a_class() -> Result<()> {
    host::body("<therapist-fit id=it></therapist-fit>")
        .site(|site| site.missing("*.wasm"))
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("load.failed").await?;
            page.execute("it.className = 'seen'").await?;
            tokio::time::sleep(Duration::from_millis(200)).await;
            ensure!(way.shows("load.failed").await?);
            page.console().await.map(drop)
        })
        .await
}

#[tokio::test]
async fn a_checklist_and_words_that_are_named_while_it_loads_are_the_ones_that_are_asked() -> Result<()> {
    slowly("loading=eager")
        .site(|site| site.text("/words.json", r#"{"button.start": "Off we go"}"#))
        .run(async |page| {
            page.widget().button("Start").element().await?;
            page.execute(&format!(
                "it.setAttribute('checklist', '{OTHER}'); it.setAttribute('messages', '/words.json')"
            ))
            .await?;
            page.widget()
                .heading_becomes("Is this study group working for you?")
                .await?;
            page.widget().button("Off we go").element().await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_checklist_that_is_put_right_is_fetched_without_more_ado() -> Result<()> {
    host::body("<therapist-fit id=it checklist=/nothing.json></therapist-fit>")
        .site(|site| site.missing("/nothing.json"))
        .run(async |page| {
            Way::on(page)?.reads("load.failed").await?;
            page.console().await?;
            page.execute(&format!("it.setAttribute('checklist', '{OTHER}')"))
                .await?;
            page.widget()
                .heading_becomes("Is this study group working for you?")
                .await
        })
        .await
}

#[tokio::test]
async fn an_address_that_is_none_costs_the_own_words_and_nothing_else() -> Result<()> {
    host::body("<therapist-fit messages='http://'></therapist-fit>")
        .run(async |page| {
            page.widget().button("Need help now?").element().await?;
            page.assert_console_holds(&["http:// is missing or changed"]).await
        })
        .await
}

#[tokio::test]
async fn the_built_in_checklist_named_by_its_name_has_its_words_at_once() -> Result<()> {
    slowly("checklist=alliance")
        .run(async |page| {
            page.widget().button("Start").element().await?;
            ensure!(first_words(page).await?.contains("right therapist"));
            page.widget().button("Need help now?").element().await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_colour_scheme_that_is_put_on_the_body_is_followed() -> Result<()> {
    host::body("<therapist-fit></therapist-fit>")
        .run(async |page| {
            page.widget().button("Need help now?").element().await?;
            let ground = async || -> Result<String> {
                within(
                    page,
                    "return getComputedStyle(root.querySelector('.base')).backgroundColor",
                    vec![],
                )
                .await
            };
            let light = ground().await?;
            page.execute("document.body.style.colorScheme = 'dark'; document.body.className = 'dark'")
                .await?;
            wait::until("a dark ground", async || Ok(ground().await? != light)).await
        })
        .await
}
