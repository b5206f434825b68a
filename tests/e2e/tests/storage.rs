//! What is kept in the browser, and what when that is not possible: nothing is lost or overwritten, the visitor is told in
//! plain words, and the widget goes on.

use e2e::{Page, Result, Visit, ensure, wait};

use crate::{
    host,
    kept::Kept,
    way::{FIRST, SHORT, Way},
};

const CORRUPT: &str = r#"{"schema":1,"id":"broken","therapist":"a","answers":{"feels-under"#;
const NEWER: &str = r#"{"schema":2,"id":"of-tomorrow","what":["we","don't","know"]}"#;

#[tokio::test]
async fn a_reload_in_the_middle_offers_to_continue_at_the_same_question_with_the_same_answers() -> Result<()> {
    host::with("")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("early").await?;
            way.form("short").await?;
            way.items(&SHORT[..3], &["mostly", "skip", "cant-tell"]).await?;
            way.stands_at("item.talked-over").await?;
            page.reload().await?;
            way.widget.text_has("1 of 14 answered").await?;
            way.press("button.continue").await?;
            way.stands_at("item.talked-over").await?;
            way.press("button.back").await?;
            way.stands_at("item.respects-who-i-am").await?;
            ensure!(way.widget.radio(&way.words.get("scale.cant-tell")).is_chosen().await?);
            way.press("button.back").await?;
            way.press("button.back").await?;
            way.stands_at("item.feels-understood").await?;
            ensure!(way.widget.radio("Mostly").is_chosen().await?);
            page.reload().await?;
            way.press("button.start-again").await?;
            way.stands_at("stage.prompt").await?;
            ensure!(
                page.storage().await?.is_empty(),
                "who starts again has given up the draft"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_finished_check_in_is_shown_on_return_with_the_same_result() -> Result<()> {
    Kept::new("later", "short", "333 1 3 1 3 1 333 1 33")
        .under_way(host::with(""))
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.continue").await?;
            way.stands_at("safety.title").await?;
            way.see_result("Strong so far").await?;
            way.reads("result.kept").await?;
            let keys: Vec<String> = page.storage().await?.into_keys().collect();
            let expected = [
                "therapist-fit:default:check-in:later-short",
                "therapist-fit:default:therapist:a",
            ];
            ensure!(keys == expected, "{keys:?}");
            page.reload().await?;
            way.widget.heading_becomes("Welcome back").await?;
            way.widget.text_has("Strong so far").await?;
            let card = "document.querySelector('therapist-fit').shadowRoot.querySelector('[part=card]').click()";
            page.execute(card).await?;
            way.widget.text_has("75 of 100, from 14 of 14 answers.").await?;
            way.press("button.new-check-in").await?;
            // Who has a check-in is asked whom the new one is about.
            way.stands_at("therapist.prompt").await?;
            way.widget.radio("Therapist A").click().await?;
            way.stands_at("stage.prompt").await
        })
        .await
}

#[tokio::test]
async fn dont_keep_anything_on_this_device_keeps_storage_empty() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let way = Way::on(page)?;
            let keep = way.widget.checkbox(&way.words.get("intro.keep-nothing"));
            keep.click().await?;
            way.reads("keep.none").await?;
            way.start().await?;
            way.stage("met-once").await?;
            way.items(&FIRST[..2], &["mostly", "partly"]).await?;
            way.stands_at("item.feels-welcome").await?;
            nothing_is_kept(page).await?;
            for _ in 2..10 {
                way.widget
                    .heading_after(async || way.press("button.skip").await)
                    .await?;
            }
            way.context("mostly", "no", Some("yes")).await?;
            way.see_result("First impressions").await?;
            way.reads("result.not-kept").await?;
            nothing_is_kept(page).await?;
            page.reload().await?;
            way.widget.heading_becomes(&way.words.get("intro.title")).await?;
            ensure!(
                !keep.is_chosen().await?,
                "the choice holds for one visit, as it is kept nowhere"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn storage_session_keeps_until_the_tab_is_closed_and_storage_none_not_at_all() -> Result<()> {
    host::body("<therapist-fit storage=session form=short></therapist-fit><therapist-fit storage=none profile=two></therapist-fit>")
        .run(async |page| {
            let session = Way::on(page)?;
            let none = session.beside(1)?;
            session.reads("keep.session").await?;
            none.reads("keep.none").await?;
            ensure!(!none.widget.has("checkbox", &none.words.get("intro.keep-nothing")).await?);
            for way in [&session, &none] {
                way.start().await?;
                way.stage("met-once").await?;
                way.stands_at("item.feels-understood").await?;
                way.answer("mostly").await?;
                way.stands_at("item.feelings-valued").await?;
            }
            ensure!(page.storage().await?.is_empty());
            let kept = page.session_storage().await?;
            ensure!(
                kept.len() == 1 && kept.keys().all(|key| key.starts_with("therapist-fit:default:draft:")),
                "{kept:?}"
            );
            page.reload().await?;
            session.press("button.continue").await?;
            session.stands_at("item.feelings-valued").await?;
            none.widget.heading_becomes(&none.words.get("intro.title")).await
        })
        .await
}

#[tokio::test]
async fn where_storage_is_blocked_the_visitor_is_told_and_gets_to_the_result() -> Result<()> {
    host::with("")
        .storage_blocked()
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("storage.unavailable").await?;
            ensure!(!way.shows("keep.local").await?, "nothing stays in this browser");
            first_impressions(&way).await?;
            way.reads("result.not-kept").await
        })
        .await
}

#[tokio::test]
async fn where_storage_is_full_the_visitor_is_told_and_gets_to_the_result() -> Result<()> {
    let fill = "for (let size = 1 << 22; size >= 1; size >>= 1)
                  try { for (let n = 0; ; n++) localStorage.setItem(`fill-${size}-${n}`, 'x'.repeat(size)) } catch {}";
    host::with("")
        .beforehand(fill)
        .run(async |page| {
            let way = Way::on(page)?;
            let before = page.storage().await?;
            first_impressions(&way).await?;
            way.reads("storage.full").await?;
            way.reads("result.not-kept").await?;
            ensure!(
                page.storage().await? == before,
                "the page's own entries are as they were"
            );
            // As long as the page is open it is all there.
            way.press("button.home").await?;
            way.widget.text_has("First impressions").await?;
            // Once there is room, what is new is kept.
            page.execute("for (const key of Object.keys(localStorage)) localStorage.removeItem(key)")
                .await?;
            way.press("button.new-check-in").await?;
            way.stands_at("therapist.prompt").await?;
            way.widget.radio("Therapist A").click().await?;
            way.stands_at("stage.prompt").await?;
            way.stage("met-once").await?;
            wait::until("a draft", async || Ok(!page.storage().await?.is_empty())).await
        })
        .await
}

#[tokio::test]
async fn a_corrupt_record_and_one_of_a_newer_version_stay_as_they_are_byte_for_byte() -> Result<()> {
    damaged()
        .run(async |page| {
            let way = Way::on(page)?;
            way.reads("storage.corrupt").await?;
            way.reads("storage.from-newer-version").await?;
            way.widget.text_has("Mixed so far").await?;
            way.press("button.new-check-in").await?;
            way.widget.radio("Therapist A").click().await?;
            way.stands_at("stage.prompt").await?;
            way.stage("met-once").await?;
            finish(&way).await?;
            let kept = page.storage().await?;
            ensure!(kept["therapist-fit:default:check-in:broken"] == CORRUPT);
            ensure!(kept["therapist-fit:default:draft:broken"] == "not even JSON");
            ensure!(kept["therapist-fit:default:check-in:of-tomorrow"] == NEWER);
            ensure!(kept["therapist-fit:default:therapist:a"] == "[]");
            ensure!(kept["therapist-fit:"].is_empty() && kept["mine"] == "the page's own");
            ensure!(kept.len() == 8, "{kept:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn deleting_everything_removes_unreadable_records_too() -> Result<()> {
    damaged()
        .run(async |page| {
            let way = Way::on(page)?;
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.reads("home.deleted").await?;
            let left = page.storage().await?;
            ensure!(left.keys().eq(["mine", "therapist-fit:"]), "{left:?}");
            ensure!(
                !way.shows("storage.corrupt").await?,
                "what is gone is no longer spoken of"
            );
            Ok(())
        })
        .await
}

/// A page with a readable check-in among records of every kind of trouble, and entries of the page's own.
fn damaged() -> Visit {
    Kept::new("later", "short", "333 2 3 2 3 2 333 2 22")
        .finished(host::with(""))
        .stored("therapist-fit:default:check-in:broken", CORRUPT)
        .stored("therapist-fit:default:draft:broken", "not even JSON")
        .stored("therapist-fit:default:check-in:of-tomorrow", NEWER)
        .stored("therapist-fit:default:therapist:a", "[]")
        .stored("therapist-fit:", "")
        .stored("mine", "the page's own")
}

async fn first_impressions(way: &Way<'_>) -> Result<()> {
    way.start().await?;
    way.stage("met-once").await?;
    finish(way).await
}

async fn finish(way: &Way<'_>) -> Result<()> {
    way.items(&FIRST, &["mostly"; 10]).await?;
    way.context("mostly", "no", Some("yes")).await?;
    way.see_result("First impressions").await
}

async fn nothing_is_kept(page: &Page) -> Result<()> {
    let (local, session) = (page.storage().await?, page.session_storage().await?);
    ensure!(local.is_empty() && session.is_empty(), "{local:?} {session:?}");
    Ok(())
}
