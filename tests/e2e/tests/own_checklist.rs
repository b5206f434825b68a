//! An owner's own checklist and wording: asked, scored and kept like the built-in one; wrong files told to the owner in the
//! console and to the visitor in plain words.

use std::fs;

use e2e::{Page, Result, Visit, ensure, visit::dist};
use serde_json::{Value, json};

use crate::{host, way::Way};

const EXAMPLE: &str = include_str!("../../../www/examples/study-group.json");

/// The items of the example, with their prompts, in order; what is reversed has a `-` in front of its id.
fn items() -> Result<Vec<(String, bool)>> {
    let file: Value = serde_json::from_str(EXAMPLE)?;
    let sections = file["sections"].as_array().cloned().unwrap_or_default();
    let items = sections
        .iter()
        .flat_map(|section| section["items"].as_array().cloned().unwrap_or_default());
    Ok(items
        .map(|item| {
            let id = item["id"].as_str().unwrap_or_default();
            let prompt = file["texts"]["en"][format!("item.{id}")].as_str().unwrap_or_default();
            (prompt.to_owned(), item["reversed"] == json!(true))
        })
        .collect())
}

fn with_example(attributes: &str) -> Visit {
    host::with(&format!("checklist=/own.json {attributes}")).site(|site| site.text("/own.json", EXAMPLE))
}

#[tokio::test]
async fn it_is_asked_scored_and_kept_under_its_own_name_and_nothing_speaks_of_therapy() -> Result<()> {
    with_example("form=full")
        .run(async |page| {
            let widget = page.widget();
            widget.heading_becomes("Is this study group working for you?").await?;
            widget.text_has("Nothing is sent").await?;
            widget.button("Start").click().await?;
            for (place, (prompt, reversed)) in items()?.into_iter().enumerate() {
                widget.heading_becomes(&prompt).await?;
                widget.text_has("How often is this so?").await?;
                if place == 4 {
                    page.reload().await?;
                    widget.button("Continue").click().await?;
                    widget.heading_becomes(&prompt).await?;
                }
                widget.radio(if reversed { "Never" } else { "Often" }).click().await?;
            }
            // Six answers of 2 in 3 and three of 3 in 3: a mean of 7 in 9.
            widget.heading_becomes("It helps so far").await?;
            widget.text_has("78 of 100, from 9 of 9 answers.").await?;
            no_word_of_therapy(page).await?;
            let keys: Vec<String> = page.storage().await?.into_keys().collect();
            ensure!(
                keys.iter()
                    .all(|key| key.starts_with("therapist-fit:default.study-group:")),
                "{keys:?}"
            );
            page.reload().await?;
            widget.text_has("It helps so far").await?;
            no_word_of_therapy(page).await?;
            widget.button("New check-in").click().await?;
            widget.heading_becomes(&items()?[0].0).await?;
            Ok(())
        })
        .await
}

async fn no_word_of_therapy(page: &Page) -> Result<()> {
    let words = page.widget().text().await?;
    for wrong in ["herap", "session", "Rename", "Check in again", "strong"] {
        ensure!(!words.contains(wrong), "{wrong}: {words}");
    }
    Ok(())
}

#[tokio::test]
async fn beside_the_built_in_one_neither_sees_the_others_check_ins() -> Result<()> {
    host::body(
        "<therapist-fit form=short></therapist-fit><therapist-fit form=short checklist=own.json></therapist-fit>",
    )
    .site(|site| site.text("/pages/own.json", EXAMPLE))
    .run(async |page| {
        let other = page.nth_widget(1);
        other.button("Start").click().await?;
        for (prompt, _) in items()?.into_iter().take(3) {
            if other.heading().await? == prompt {
                other.button("Skip").click().await?;
            }
        }
        other.radio("Always").click().await?;
        page.reload().await?;
        other.button("Continue").element().await?;
        page.widget().button("Start").element().await?;
        ensure!(!page.widget().has_button("Continue").await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_a_language_that_it_has_it_speaks_it_and_changes_over_without_losing_an_answer() -> Result<()> {
    with_example("form=short lang=es")
        .run(async |page| {
            let widget = page.widget();
            widget.heading_becomes("¿Te sirve este grupo de estudio?").await?;
            widget.button("Empezar").click().await?;
            widget.radio("A menudo").click().await?;
            widget
                .heading_becomes("Nos vamos por las ramas y se acaba el tiempo.")
                .await?;
            page.execute("document.querySelector('therapist-fit').lang = 'en'")
                .await?;
            widget.heading_becomes("We drift off and run out of time.").await?;
            widget.button("Back").click().await?;
            widget.heading_becomes("We agree on what we want to get done.").await?;
            ensure!(widget.radio("Often").element().await?.is_selected().await?);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_is_wrong_with_it_is_told_to_the_owner_place_by_place_and_to_the_visitor_in_a_sentence() -> Result<()> {
    let wrong = EXAMPLE
        .replace("\"version\": 1", "\"version\": 0")
        .replace("\"from\": 70", "\"from\": 170");
    host::with("checklist=/own.json")
        .site(|site| site.text("/own.json", wrong.clone()))
        .run(async |page| {
            Way::on(page)?.reads("load.failed").await?;
            let told = page.console().await?;
            ensure!(told.len() == 1 && told[0].kind == "warn", "{told:#?}");
            let lines: Vec<&str> = told[0].text.lines().collect();
            ensure!(
                lines
                    == [
                        "therapist-fit: checklist",
                        "version: expected a whole number from 1",
                        "bands: expected bands within 0 to 100, the last from 0"
                    ],
                "{lines:?}"
            );
            let events = page.events().await?;
            let code = events
                .iter()
                .find(|event| event.name == "error")
                .map(|event| &event.detail["code"]);
            ensure!(code == Some(&json!("checklist-invalid")), "{events:?}");
            ensure!(checked(page, &wrong).await? == lines[1..].join("\n"));
            ensure!(checked(page, EXAMPLE).await?.is_empty());
            Ok(())
        })
        .await
}

/// What the published script says of a checklist file.
async fn checked(page: &Page, file: &str) -> Result<String> {
    let names: Value = serde_json::from_slice(&fs::read(dist()?.join("integrity.json"))?)?;
    let address = |ending: &str| {
        let names = names.as_object().into_iter().flatten().map(|(name, _)| name);
        names
            .filter(|name| {
                name.starts_with("therapist-fit-") && name.ends_with(ending) && name.matches('.').count() == 1
            })
            .map(|name| format!("/{name}"))
            .next()
    };
    let script = "const [glue, wasm, file] = arguments;
                  const widget = await import(glue);
                  await widget.default({ module_or_path: fetch(wasm) });
                  return widget.check_checklist(file)";
    page.script(
        script,
        vec![address(".js").into(), address(".wasm").into(), file.into()],
    )
    .await
}

#[tokio::test]
async fn a_checklist_that_can_not_be_had_is_told_and_another_try_gets_it() -> Result<()> {
    host::with("checklist=/own.json")
        .site(|site| site.missing("/own.json"))
        .run(async |page| {
            Way::on(page)?.reads("load.failed").await?;
            page.assert_console_and_log_hold(&["/own.json is missing or changed"], &["status of 404"])
                .await
        })
        .await
}

#[tokio::test]
async fn the_attribute_may_change_while_a_check_in_is_under_way_and_its_draft_waits() -> Result<()> {
    host::with("form=short")
        .site(|site| site.text("/own.json", EXAMPLE))
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("later").await?;
            way.items(&crate::way::SHORT[..2], &["mostly", "partly"]).await?;
            way.stands_at(&format!("item.{}", crate::way::SHORT[2])).await?;
            let set =
                |value: &str| format!("document.querySelector('therapist-fit').setAttribute('checklist', '{value}')");
            page.execute(&set("/own.json")).await?;
            way.widget
                .heading_becomes("Is this study group working for you?")
                .await?;
            page.execute(&set("alliance")).await?;
            way.widget.button("Continue").click().await?;
            way.stands_at(&format!("item.{}", crate::way::SHORT[2])).await?;
            Ok(())
        })
        .await
}

#[tokio::test]
async fn any_words_can_be_the_owners_markup_in_them_is_shown_as_it_is_and_slips_are_told() -> Result<()> {
    let words = json!({
        "intro.title": "Is <b>Sam</b> <img src=x onerror=harm()> right for you?",
        "button.start": "Off we go",
        "buton.next": "On",
    });
    host::with("messages=/words.json")
        .site(|site| site.text("/words.json", words.to_string()))
        .run(async |page| {
            let widget = page.widget();
            widget
                .heading_becomes("Is <b>Sam</b> <img src=x onerror=harm()> right for you?")
                .await?;
            widget.button("Off we go").click().await?;
            widget
                .heading_becomes("How far along are you with this therapist?")
                .await?;
            page.assert_console_holds(&["messages: there is no message buton.next"])
                .await
        })
        .await
}

#[tokio::test]
async fn without_the_file_of_words_the_widgets_own_hold() -> Result<()> {
    host::with("messages=/words.json")
        .site(|site| site.missing("/words.json"))
        .run(async |page| {
            page.widget()
                .heading_becomes("Is this the right therapist for you?")
                .await?;
            page.assert_console_and_log_hold(&["/words.json is missing or changed"], &["status of 404"])
                .await
        })
        .await
}
