//! What the loader fetches is run only if it is what was published: each file is held against its hash.

use std::fs;

use e2e::{Result, Visit, engine::Engine, ensure, visit::dist};
use serde_json::Value;

use crate::{host, way::Way};

#[tokio::test]
async fn a_changed_script_is_not_run_and_the_visitor_reads_that_it_could_not_load() -> Result<()> {
    let changed = "globalThis.harm = true; export default () => {}; export const mount = () => {};";
    refused(host::with(""), "js", changed).await
}

#[tokio::test]
async fn a_changed_wasm_file_is_not_run_and_the_visitor_reads_that_it_could_not_load() -> Result<()> {
    refused(host::with(""), "wasm", "changed").await
}

#[tokio::test]
async fn changed_messages_are_not_shown_and_english_stands_in_for_them() -> Result<()> {
    let name = published("es.json")?;
    host::with("lang=es")
        .site(|site| site.text(&format!("/{name}"), r#"{"button.start": "Harm"}"#))
        .run(async |page| {
            page.widget().button("Start").element().await?;
            page.assert_console_and_log_hold(&["is missing or changed"], &["Failed to find a valid digest"])
                .await
        })
        .await
}

#[tokio::test]
async fn the_published_hashes_are_those_of_the_files() -> Result<()> {
    let dist = dist()?;
    let list: Value = serde_json::from_slice(&fs::read(dist.join("integrity.json"))?)?;
    let list = list.as_object().cloned().unwrap_or_default();
    host::body(&format!(
        "<script type=module crossorigin src=/therapist-fit.js integrity={}></script><therapist-fit></therapist-fit>",
        list["therapist-fit.js"]
    ))
    .run(async |page| {
        page.widget()
            .heading_becomes("Is this the right therapist for you?")
            .await?;
        for (name, hash) in list {
            let script = "const [name, integrity] = arguments; return (await fetch(`/${name}`, { integrity })).ok";
            ensure!(
                page.script::<bool>(script, vec![name.into(), hash]).await?,
                "every file can be fetched with its hash"
            );
        }
        Ok(())
    })
    .await
}

/// The visit shows that the widget could not load, where the file with this ending holds something else.
async fn refused(visit: Visit, ending: &str, content: &str) -> Result<()> {
    let name = published(ending)?;
    visit
        .site(|site| site.text(&format!("/{name}"), content))
        .run(async |page| {
            Way::on(page)?.reads("load.failed").await?;
            let harmed: bool = page.script("return 'harm' in globalThis", Vec::new()).await?;
            ensure!(!harmed, "what was changed did not run");
            let told = page.console().await?;
            let ours = told.iter().find(|entry| entry.text.starts_with("therapist-fit:"));
            ensure!(ours.is_some_and(|entry| entry.text.ends_with(&format!("{name} is missing or changed"))));
            ensure!(
                page.engine() != Engine::Chromium
                    || told
                        .iter()
                        .any(|entry| entry.text.contains("Failed to find a valid digest"))
            );
            Ok(())
        })
        .await
}

/// The one file in `dist/` that is named by its content and ends so.
fn published(ending: &str) -> Result<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dist()?)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name
            .strip_prefix("therapist-fit-")
            .and_then(|rest| rest.split_once('.'))
            .is_some_and(|(_, rest)| rest == ending)
        {
            found.push(name);
        }
    }
    ensure!(found.len() == 1, "{found:?}");
    Ok(found.remove(0))
}
