//! Turning the lock on or off loses nothing: not a byte, not by a crash half-way, not by damage to one record.

use std::time::Duration;

use e2e::{Result, ensure, wait};

use crate::{
    kept::Kept,
    lock::{PASSPHRASE, earlier, strong, thin},
    record::{SEALED, all_sealed, element, fill_in, lock, open, texts, unlock, within},
    tabs::Tabs,
    way::Way,
};

#[tokio::test]
async fn taking_the_lock_off_leaves_every_record_as_it_was_byte_for_byte() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let before = page.storage().await?;
            for reloaded in [false, true] {
                lock(&way, PASSPHRASE).await?;
                all_sealed(page).await?;
                if reloaded {
                    page.reload().await?;
                    unlock(&way, PASSPHRASE).await?;
                }
                way.press("button.lock-off").await?;
                way.reads("lock.off").await?;
                let after = page.storage().await?;
                ensure!(after == before, "{before:#?}\n{after:#?}");
            }
            page.reload().await?;
            way.widget.heading_becomes(&way.words.get("home.title")).await
        })
        .await
}

#[tokio::test]
async fn a_crash_half_way_through_locking_or_unlocking_loses_nothing() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let plain = page.storage().await?;
            lock(&way, PASSPHRASE).await?;
            all_sealed(page).await?;
            for (key, text) in plain.iter().take(2) {
                page.store(key, text).await?;
            }
            let extra = Kept::scoring("later", 44).days_later("extra", 9);
            page.store(&extra.key(), &extra.text()).await?;
            page.reload().await?;
            unlock(&way, PASSPHRASE).await?;
            way.stands_at("home.title").await?;
            ensure!(texts(page, "[part=card]").await?.len() == 3);
            way.widget.text_has("Therapist Ñandú").await?;
            all_sealed(page).await?;
            way.press("button.lock-off").await?;
            way.reads("lock.off").await?;
            let mut expected = plain;
            expected.insert(extra.key(), extra.text());
            ensure!(page.storage().await? == expected);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_damaged_or_moved_record_is_left_as_it_is_and_told_and_the_others_open() -> Result<()> {
    let good = Kept::scoring("later", 20).days_later("good", 1);
    good.finished(earlier())
        .run(async |page| {
            let way = Way::on(page)?;
            lock(&way, PASSPHRASE).await?;
            all_sealed(page).await?;
            let kept = page.storage().await?;
            let (damaged_key, moved_key) = (strong().key(), thin().key());
            let damaged = damage(&kept[&damaged_key]);
            let elsewhere = "therapist-fit:default:check-in:elsewhere";
            page.execute("localStorage.clear()").await?;
            for (key, text) in &kept {
                match key {
                    key if *key == damaged_key => page.store(key, &damaged).await?,
                    key if *key == moved_key => page.store(elsewhere, text).await?,
                    key => page.store(key, text).await?,
                }
            }
            page.reload().await?;
            unlock(&way, PASSPHRASE).await?;
            way.stands_at("home.title").await?;
            way.reads("storage.corrupt").await?;
            ensure!(texts(page, "[part=card]").await?.len() == 1);
            open(&way, 0).await?;
            way.widget.text_has("36 of 100").await?;
            way.press("button.home").await?;
            let as_they_are = async || -> Result<()> {
                let now = page.storage().await?;
                ensure!(
                    now[&damaged_key] == damaged && now[elsewhere] == kept[&moved_key],
                    "{now:#?}"
                );
                ensure!(!now.contains_key(&moved_key));
                Ok(())
            };
            as_they_are().await?;
            way.press("button.lock-off").await?;
            way.reads("lock.off").await?;
            as_they_are().await?;
            ensure!(page.storage().await?[&good.key()] == good.text());
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_note_typed_just_before_the_lock_is_taken_off_is_kept_readable() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            lock(&way, PASSPHRASE).await?;
            open(&way, 0).await?;
            element(page, "textarea", 0).await?;
            // As fast as clicks can be: sealing takes its time.
            page.execute(
                "const root = document.querySelector('therapist-fit').shadowRoot;
                 const click = (words) => [...root.querySelectorAll('button')].find((it) => it.textContent === words).click();
                 root.querySelector('textarea').value = 'the last word';
                 root.querySelector('textarea').dispatchEvent(new Event('input', { bubbles: true }));
                 click('Your check-ins');
                 return (async () => {
                   const is_home = () => [...root.querySelectorAll('button')].some((it) => it.textContent === 'Take the lock off');
                   for (let turn = 0; turn < 1000 && !is_home(); turn++) await null;
                   if (!is_home()) await new Promise((done) => setTimeout(done));
                   click('Take the lock off');
                   await new Promise((done) => setTimeout(done, 500));
                 })();",
            )
            .await?;
            way.reads("lock.off").await?;
            let kept = page.storage().await?;
            ensure!(kept[&strong().key()].contains("the last word"), "{kept:#?}");
            ensure!(!kept.values().any(|text| text.starts_with(SEALED)), "{kept:#?}");
            Ok(())
        })
        .await
}

/// The same text with one letter in its middle changed.
fn damage(text: &str) -> String {
    let middle = text.len() / 2;
    let other = if text[middle..].starts_with('A') { "B" } else { "A" };
    [&text[..middle], other, &text[middle + 1..]].concat()
}

/// Presses the button of the dialog that turns the lock on, so many times at once.
async fn press_lock(way: &Way<'_>, times: usize) -> Result<()> {
    let script =
        "const yes = [...root.querySelectorAll('dialog button')].find((it) => it.textContent === arguments[0]);
                  for (let i = 0; i < arguments[1]; i++) yes.click()";
    let words = way.words.get("button.lock-yes");
    within(way.page, script, vec![words.into(), times.into()]).await
}

#[tokio::test]
async fn a_lock_asked_for_three_times_at_once_is_one_lock() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let before = page.storage().await?;
            fill_in(&way, PASSPHRASE).await?;
            press_lock(&way, 3).await?;
            way.reads("lock.done").await?;
            all_sealed(page).await?;
            // Whatever else was begun has ended by then.
            tokio::time::sleep(Duration::from_secs(3)).await;
            page.reload().await?;
            unlock(&way, PASSPHRASE).await?;
            way.stands_at("home.title").await?;
            ensure!(texts(page, "[part=card]").await?.len() == 2);
            way.press("button.lock-off").await?;
            way.reads("lock.off").await?;
            ensure!(page.storage().await? == before);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn two_tabs_that_lock_at_once_end_with_one_lock_and_every_record() -> Result<()> {
    let passphrases = ["the first tab's", "the second tab's"];
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let before = page.storage().await?;
            let tabs = Tabs::open(page).await?;
            for _ in 0..3 {
                tabs.first().await?;
                fill_in(&way, passphrases[0]).await?;
                tabs.second().await?;
                fill_in(&way, passphrases[1]).await?;
                press_lock(&way, 1).await?;
                tabs.first().await?;
                press_lock(&way, 1).await?;
                all_sealed(page).await?;
                tokio::time::sleep(Duration::from_secs(3)).await;
                // One of them was first, and the other asks for its passphrase.
                let asks = tabs
                    .both(async || Ok(way.widget.heading().await? == way.words.get("lock.locked")))
                    .await?;
                ensure!(asks.0 != asks.1, "{asks:?}");
                let (loser, passphrase) = if asks.0 {
                    (tabs.first().await, passphrases[1])
                } else {
                    (tabs.second().await, passphrases[0])
                };
                loser?;
                unlock(&way, passphrase).await?;
                way.widget.heading_becomes(&way.words.get("home.title")).await?;
                ensure!(texts(page, "[part=card]").await?.len() == 2);
                way.press("button.lock-off").await?;
                way.reads("lock.off").await?;
                // The other tab tries for a moment whether the storage holds anything.
                wait::until("every record as it was", async || Ok(page.storage().await? == before)).await?;
            }
            tabs.assert_quiet().await
        })
        .await
}
