//! Taken off the page at any moment, and put back: what was still to come comes to nothing, and nothing is lost. The
//! harness holds the console against errors throughout.

use std::time::Duration;

use e2e::{Page, Result, ensure};

use crate::{
    host,
    kept::Kept,
    record::{all_sealed, fill_in, lock, open, texts, unlock},
    way::Way,
};

const BEST: &str = "444 0 4 0 4 0 444 0 44";
const PASSPHRASE: &str = "correct horse";
const TAKE: &str = "window.taken = document.querySelector('therapist-fit'); taken.remove();";

/// Has a widget with one check-in on its home screen.
async fn home(page: &Page) -> Result<Way<'_>> {
    let way = Way::on(page)?;
    way.widget.heading_becomes(&way.words.get("home.title")).await?;
    Ok(way)
}

async fn put_back(page: &Page) -> Result<()> {
    page.execute("document.querySelector('main').append(taken)").await
}

#[tokio::test]
async fn just_after_an_answer_the_answer_is_there_when_it_is_put_back() -> Result<()> {
    host::with("storage=none form=short")
        .run(async |page| {
            let way = Way::on(page)?;
            way.start().await?;
            way.stage("early").await?;
            way.stands_at("item.feels-understood").await?;
            // As a pointer clicks: it leads on a moment later.
            page.execute(&format!(
                "document.querySelector('therapist-fit').shadowRoot.querySelector('.answer input')
                   .dispatchEvent(new MouseEvent('click', {{ detail: 1, bubbles: true }}));
                 {TAKE}"
            ))
            .await?;
            tokio::time::sleep(Duration::from_millis(500)).await;
            put_back(page).await?;
            way.widget
                .heading_becomes(&way.words.get("item.feels-understood"))
                .await?;
            ensure!(way.widget.radio("Not true").is_chosen().await?);
            way.press("button.next").await?;
            way.stands_at("item.on-my-side").await
        })
        .await
}

#[tokio::test]
async fn just_after_a_screen_was_asked_for_it_shows_when_it_is_put_back() -> Result<()> {
    host::with("form=short")
        .run(async |page| {
            let way = Way::on(page)?;
            way.widget.button("Need help now?").element().await?;
            page.execute(&format!("document.querySelector('therapist-fit').start(); {TAKE}"))
                .await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
            put_back(page).await?;
            way.widget.heading_becomes(&way.words.get("stage.prompt")).await
        })
        .await
}

#[tokio::test]
async fn while_a_deleted_check_in_can_be_brought_back_it_stays_deleted() -> Result<()> {
    // The seconds for bringing it back pass at once, but not within a step of the test.
    let hurry = "const wait = window.setTimeout; window.setTimeout = (act, time) => wait(act, Math.min(time, 1500))";
    Kept::new("later", "short", BEST)
        .finished(host::with("form=short"))
        .before_load(hurry)
        .run(async |page| {
            let way = home(page).await?;
            open(&way, 0).await?;
            way.press("button.delete-check-in").await?;
            way.reads("home.deleted-one").await?;
            page.execute(TAKE).await?;
            tokio::time::sleep(Duration::from_secs(2)).await;
            put_back(page).await?;
            way.widget.button("Need help now?").element().await?;
            ensure!(page.storage().await?.is_empty());
            ensure!(!way.widget.has_button(&way.words.get("button.undo")).await?);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn while_the_lock_is_being_made_nothing_is_locked() -> Result<()> {
    Kept::new("later", "short", BEST)
        .finished(host::with("form=short"))
        .run(async |page| {
            let way = home(page).await?;
            let before = page.storage().await?;
            fill_in(&way, PASSPHRASE).await?;
            page.execute(&format!(
                "const it = document.querySelector('therapist-fit');
                 [...it.shadowRoot.querySelectorAll('dialog button')]
                   .find((one) => one.textContent === '{}').click();
                 {TAKE}",
                way.words.get("button.lock-yes")
            ))
            .await?;
            // By then the passphrase is hashed.
            tokio::time::sleep(Duration::from_secs(3)).await;
            put_back(page).await?;
            home(page).await?;
            ensure!(page.storage().await? == before);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_another_tab_has_locked_meanwhile_asks_for_the_passphrase() -> Result<()> {
    Kept::new("later", "short", BEST)
        .finished(host::with("form=short"))
        .run(async |page| {
            let way = home(page).await?;
            lock(&way, PASSPHRASE).await?;
            all_sealed(page).await?;
            page.execute("window.locked = { ...localStorage }").await?;
            way.press("button.lock-off").await?;
            way.reads("lock.off").await?;
            page.execute(&format!(
                "{TAKE} setTimeout(() => Object.assign(localStorage, locked), 100)"
            ))
            .await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            put_back(page).await?;
            unlock(&way, PASSPHRASE).await?;
            home(page).await?;
            ensure!(texts(page, "[part=card]").await?.len() == 1);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_has_changed_meanwhile_is_taken_up() -> Result<()> {
    Kept::new("later", "short", BEST)
        .finished(host::with("form=short"))
        .run(async |page| {
            let way = home(page).await?;
            // Another tab has deleted everything.
            page.execute(&format!("{TAKE} localStorage.clear();")).await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
            put_back(page).await?;
            way.widget.heading_becomes(&way.words.get("intro.title")).await?;
            // The page has given it another profile, theme and language.
            page.execute(&format!(
                "{TAKE} setTimeout(() => {{
                   taken.setAttribute('profile', 'other');
                   taken.setAttribute('lang', 'es');
                   document.querySelector('main').append(taken);
                 }}, 100)"
            ))
            .await?;
            let spanish = Way::on(page)?.in_language("es")?;
            spanish
                .widget
                .heading_becomes(&spanish.words.get("intro.title"))
                .await?;
            spanish.start().await?;
            spanish.stage("met-once").await?;
            spanish.stands_at("item.feels-understood").await?;
            let kept = page.storage().await?;
            ensure!(
                kept.len() == 1 && kept.keys().all(|key| key.starts_with("therapist-fit:other:draft:")),
                "{kept:?}"
            );
            Ok(())
        })
        .await
}
