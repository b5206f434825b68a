//! The result: what is worth raising and what works, the notes, safety first, how it is worked out, and deleting.

use anyhow::Context;
use e2e::{Page, Result, ensure, wait};
use serde_json::json;

use crate::{
    host,
    kept::Kept,
    way::{SHORT, Way},
};

/// The short form with all plain items at 0 and all reversed ones at 4: every keyed answer is 0.
const WORST: &str = "000 4 0 4 0 4 000 4 00";

/// The short form with every keyed answer at its best.
const BEST: &str = "444 0 4 0 4 0 444 0 44";

#[tokio::test]
async fn five_things_worth_raising_come_first_the_rest_on_demand_each_with_words_to_copy() -> Result<()> {
    Kept::new("later", "short", WORST)
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            open_latest(&way).await?;
            way.widget.text_has("0 of 100, from 14 of 14 answers.").await?;
            let shown = way.widget.text().await?;
            ensure!(
                !shown.contains(&way.words.get("strong.title")),
                "nothing works here: {shown}"
            );
            let starters = |ids: &[&str]| -> Vec<String> {
                ids.iter()
                    .map(|id| way.words.get(&format!("starter.{}", id.trim_start_matches('-'))))
                    .collect()
            };
            ensure!(starters(&SHORT[..5]).iter().all(|it| shown.contains(it)), "{shown}");
            ensure!(!starters(&SHORT[5..]).iter().any(|it| shown.contains(it)), "{shown}");
            way.widget.button("Show 9 more").click().await?;
            let shown = way.widget.text().await?;
            ensure!(starters(&SHORT).iter().all(|it| shown.contains(it)), "{shown}");

            page.cdp(
                "Browser.grantPermissions",
                json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
            )
            .await?;
            ensure!(
                way.widget
                    .names("button")
                    .await?
                    .iter()
                    .filter(|name| *name == "Copy")
                    .count()
                    == 14
            );
            let copy = "return document.querySelector('therapist-fit').shadowRoot.querySelectorAll('.copy')[2]";
            page.driver()
                .execute(copy, Vec::new())
                .await?
                .element()?
                .click()
                .await?;
            way.widget.text_has("Copied").await?;
            let copied: String = page.script("return navigator.clipboard.readText()", Vec::new()).await?;
            ensure!(copied == starters(&SHORT)[2], "{copied}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_works_is_named_with_the_visitors_own_answer_and_nothing_low_is_said_plainly() -> Result<()> {
    Kept::new("early", "short", BEST)
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            open_latest(&way).await?;
            way.widget.text_has("Strong so far").await?;
            way.widget.text_has("100 of 100, from 14 of 14 answers.").await?;
            way.reads("strong.title").await?;
            way.reads("raise.none").await?;
            way.reads("note.keep-going.title").await?;
            way.widget.text_has("You said: Very true").await?;
            // The pictures say in words what they show.
            let pictures = way.widget.names("img").await?;
            ensure!(pictures.len() == 7, "{pictures:?}");
            let item = way.words.get("item.talked-over");
            ensure!(pictures[1].contains(&format!("{item} Not true")), "{pictures:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_notes_follow_from_band_liking_trust_and_choice() -> Result<()> {
    let visit = Kept::new("later", "short", WORST)
        .said("like", "4")
        .said("choice", "no")
        .finished(host::with(""));
    let visit = Kept::new("later", "short", BEST)
        .said("like", "1")
        .said("choice", "no")
        .said("trust-past", "yes")
        .later("best", 1000)
        .finished(visit);
    let visit = Kept::new("early", "short", "222 3 3 1 3 1 222 2 22")
        .said("choice", "hard")
        .later("mixed", 2000)
        .finished(visit);
    visit
        .run(async |page| {
            let way = Way::on(page)?;
            let expected = [
                ("Mixed so far", vec!["start-talking", "hard-choice", "keep-tracking"]),
                (
                    "Strong so far",
                    vec![
                        "keep-going",
                        "need-not-be-friends",
                        "trust-takes-longer",
                        "keep-tracking",
                    ],
                ),
                (
                    "Thin so far",
                    vec!["start-talking", "outside-help", "liking-is-not-all", "keep-tracking"],
                ),
            ];
            for (place, (band, notes)) in expected.iter().enumerate() {
                open(&way, place).await?;
                way.widget.heading_becomes(band).await?;
                let titles = way.widget.names("heading").await?;
                let start = titles.iter().position(|it| *it == way.words.get("notes.title"));
                let seen = &titles[start.context("no notes")? + 1..];
                let mut wanted: Vec<String> = notes
                    .iter()
                    .map(|it| way.words.get(&format!("note.{it}.title")))
                    .collect();
                // Everybody is told of liking in some form.
                if !notes.iter().any(|it| it.contains("liking") || it.contains("friends")) {
                    wanted.push(way.words.get("liking.title"));
                }
                ensure!(seen == wanted, "{band}: {seen:?}");
                way.press("button.home").await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn there_is_no_number_where_too_little_is_answered_or_much_cannot_be_told() -> Result<()> {
    let few = Kept::new("early", "short", "444 0 4 0 4 0 44 ssss");
    let open_ones = Kept::new("early", "short", "444 0 4 0 4 0 cccccc").later("open", 1000);
    let too_soon = Kept::new("met-once", "first", "4444 0 44444").later("first", 2000);
    too_soon
        .finished(open_ones.finished(few.finished(host::with(""))))
        .run(async |page| {
            let way = Way::on(page)?;
            for (place, reason) in ["met-once", "many-cant-tell", "too-few-answers"].iter().enumerate() {
                open(&way, place).await?;
                way.stands_at(&format!("reason.{reason}.title")).await?;
                way.reads(&format!("reason.{reason}.text")).await?;
                ensure!(!way.widget.text().await?.contains(" of 100"));
                way.press("button.home").await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn how_it_is_worked_out_privacy_sources_and_all_answers_open_on_demand() -> Result<()> {
    Kept::new("later", "full", &"4310".repeat(7))
        .finished(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            open_latest(&way).await?;
            for (name, inside) in [
                ("answers.title", "item.would-miss-decline"),
                ("how.title", "how.bands"),
                ("privacy.title", "privacy.honest"),
                ("sources.title", "sources.eubanks"),
            ] {
                let before = way.widget.text().await?.matches(&way.words.get(inside)).count();
                way.press(name).await?;
                wait::until(inside, async || {
                    Ok(way.widget.text().await?.matches(&way.words.get(inside)).count() == before + 1)
                })
                .await?;
            }
            let links: Vec<(String, String, String)> = page
                .script(
                    "return [...document.querySelector('therapist-fit').shadowRoot.querySelectorAll('a[href^=http]')]
                       .map((it) => [it.href, it.target, it.rel])",
                    Vec::new(),
                )
                .await?;
            ensure!(links.len() == 6, "{links:?}");
            ensure!(
                links
                    .iter()
                    .all(|(to, target, rel)| to.starts_with("https://doi.org/10.")
                        && target == "_blank"
                        && rel.contains("noreferrer")),
                "{links:?}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn deleting_one_check_in_leaves_the_other_and_deleting_everything_leaves_no_key_of_ours() -> Result<()> {
    let visit = Kept::new("later", "short", BEST).finished(host::with("").stored("theme", "dark"));
    let visit = Kept::new("early", "short", WORST).later("second", 1000).finished(visit);
    let visit = visit.stored("therapist-fit:other:check-in:x", "another profile's");
    visit
        .run(async |page| {
            let way = Way::on(page)?;
            open_latest(&way).await?;
            way.widget.heading_becomes("Thin so far").await?;
            way.press("button.delete-check-in").await?;
            way.reads("home.deleted-one").await?;
            way.stands_at("home.title").await?;
            let keys: Vec<String> = page.storage().await?.into_keys().collect();
            ensure!(
                keys == [
                    "theme",
                    "therapist-fit:default:check-in:later-short",
                    "therapist-fit:other:check-in:x"
                ],
                "{keys:?}"
            );
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.reads("home.deleted").await?;
            way.stands_at("intro.title").await?;
            let keys: Vec<String> = page.storage().await?.into_keys().collect();
            ensure!(keys == ["theme", "therapist-fit:other:check-in:x"], "{keys:?}");
            page.reload().await?;
            way.widget.heading_becomes(&way.words.get("intro.title")).await
        })
        .await
}

async fn open_latest(way: &Way<'_>) -> Result<()> {
    open(way, 0).await
}

/// Opens a check-in from the list, counted from 0, newest first.
async fn open(way: &Way<'_>, place: usize) -> Result<()> {
    way.widget.heading_becomes(&way.words.get("home.title")).await?;
    card(way.page, place).await
}

async fn card(page: &Page, place: usize) -> Result<()> {
    let script =
        "return document.querySelector('therapist-fit').shadowRoot.querySelectorAll('[part=card]')[arguments[0]]";
    let found = page.driver().execute(script, vec![json!(place)]).await?;
    Ok(found.element()?.click().await?)
}
