//! The documentation: every page is accessible, fits a small screen, leads nowhere in vain and says what the code says; the
//! checker says what the widget would. The builder's snippets stand in `builder`.

use std::collections::BTreeSet;

use e2e::{Result, Visit, ensure, wait};
use serde_json::json;
use therapist_fit::config::ATTRIBUTES;

const PAGES: [&str; 7] = [
    "builder",
    "reference",
    "checklist",
    "policies",
    "privacy",
    "accessibility",
    "changelog",
];

#[tokio::test]
async fn every_page_is_accessible_and_fits_a_small_screen_in_light_and_dark() -> Result<()> {
    for name in PAGES {
        Visit::to(&format!("/{name}.html"))
            .run(async |page| {
                wait::until("the form", async || {
                    page.script(
                        "return location.pathname !== '/builder.html' || document.querySelectorAll('#attributes label').length > 5",
                        vec![],
                    )
                    .await
                })
                .await?;
                for (width, height) in [(320, 568), (1280, 800)] {
                    page.resize(width, height).await?;
                    page.widget().assert_fits().await?;
                    for colours in ["light", "dark"] {
                        page.set_media(&[("prefers-color-scheme", colours), ("prefers-reduced-motion", "reduce")])
                            .await?;
                        let found = page.assert_accessible().await;
                        found.map_err(|error| error.context(format!("{name}, {colours}, {width} pixels wide")))?;
                    }
                }
                let current: Vec<String> = page
                    .script("return [...document.querySelectorAll('nav [aria-current=page]')].map((it) => it.pathname)", vec![])
                    .await?;
                ensure!(current == [format!("/{name}.html")], "{current:?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn no_link_of_any_page_leads_nowhere() -> Result<()> {
    Visit::to("/")
        .run(async |page| {
            let script = "const [names] = arguments; const wrong = [];
                for (const name of names) {
                  const text = await (await fetch(name)).text();
                  const found = new DOMParser().parseFromString(text, 'text/html');
                  for (const it of found.querySelectorAll('a[href], link[href], script[src], img[src]')) {
                    const url = new URL(it.getAttribute('href') ?? it.getAttribute('src'), new URL(name, location));
                    if (url.origin !== location.origin) continue;
                    const answer = await fetch(url);
                    if (!answer.ok) { wrong.push(`${name}: ${url.pathname}`); continue; }
                    if (!url.hash) continue;
                    const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
                    if (!there.querySelector(url.hash)) wrong.push(`${name}: ${url.pathname}${url.hash}`);
                  }
                }
                return wrong";
            let names: Vec<String> = PAGES
                .iter()
                .map(|name| format!("/{name}.html"))
                .chain(["/index.html".into()])
                .collect();
            page.execute("trustedTypes.createPolicy('default', { createHTML: (text) => text })")
                .await?;
            let wrong: Vec<String> = page.script(script, vec![json!(names)]).await?;
            ensure!(wrong.is_empty(), "{wrong:#?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_reference_and_the_builder_hold_every_attribute() -> Result<()> {
    let known: BTreeSet<String> = ATTRIBUTES.iter().map(|it| it.name.to_owned()).collect();
    Visit::to("/reference.html")
        .run(async |page| {
            let script = "return [...document.querySelector('#attributes ~ table').querySelectorAll('tbody th')].map((it) => it.textContent)";
            let listed: Vec<String> = page.script(script, vec![]).await?;
            ensure!(listed.into_iter().collect::<BTreeSet<_>>() == known);
            page.goto("/builder.html").await?;
            let script = "return [...document.querySelectorAll('#attributes [name]')].map((it) => it.name)";
            wait::until("a field for each", async || {
                let mut fields: BTreeSet<String> = page.script::<Vec<String>>(script, vec![]).await?.into_iter().collect();
                // The preview is there at once in any case.
                fields.insert("loading".to_owned());
                Ok(fields == known)
            })
            .await
        })
        .await
}

#[tokio::test]
async fn the_checker_says_place_by_place_what_is_wrong_and_that_the_example_is_good() -> Result<()> {
    Visit::to("/checklist.html")
        .run(async |page| {
            page.widget().heading_becomes("Is this study group working for you?").await?;
            let check = "const form = document.querySelector('#checker'); form.elements.file.value = arguments[0]; form.requestSubmit()";
            let said = "return [...document.querySelectorAll('#verdict li')].map((it) => it.textContent)";
            let example: String = page
                .script("return (await fetch('examples/study-group.json')).text()", vec![])
                .await?;
            let broken = example.replace("\"version\": 1", "\"version\": 0");
            for (file, expected) in [
                (example.as_str(), "Nothing is wrong with it. It can be used."),
                (&broken, "version: expected a whole number from 1"),
                ("{", "line 1, column 2: expected JSON"),
            ] {
                page.driver().execute(check, vec![json!(file)]).await?;
                wait::until(expected, async || {
                    Ok(page.script::<Vec<String>>(said, vec![]).await? == [expected])
                })
                .await?;
            }
            Ok(())
        })
        .await
}
