//! The lock: what is kept is sealed with a passphrase and opens with it alone. That nothing gets lost by it is tested in
//! `lock_loses_nothing`, and two tabs in `lock_and_tabs`.

use std::{collections::BTreeMap, time::Duration};

use e2e::{Page, Result, Visit, ensure, wait};

use crate::{
    host,
    kept::Kept,
    record::{all, all_sealed, fill_in, lock, open, texts, type_password, unlock, within},
    way::Way,
};

pub const PASSPHRASE: &str = "correct horse ñ 马";
const LOCK: &str = "therapist-fit:default:lock";

#[tokio::test]
async fn a_passphrase_that_is_too_short_or_not_given_twice_is_told_and_locks_nothing() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let before = page.storage().await?;
            way.press("button.lock").await?;
            way.widget.heading_becomes(&way.words.get("lock.title")).await?;
            way.reads("lock.final").await?;
            ensure!(texts(page, "dialog [type=password]").await?.len() == 2);
            for (once, twice, told) in [
                ("", "", "short"),
                ("1234567", "1234567", "short"),
                ("12345678", "", "differ"),
                ("12345678", "12345679", "differ"),
            ] {
                type_password(&way, 0, once).await?;
                type_password(&way, 1, twice).await?;
                way.press("button.lock-yes").await?;
                way.reads(&format!("lock.{told}")).await?;
            }
            way.press("button.cancel").await?;
            way.widget.focus_is_on("button", &way.words.get("button.lock")).await?;
            ensure!(page.storage().await? == before);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn called_off_while_the_passphrase_is_hashed_nothing_is_locked() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let before = page.storage().await?;
            fill_in(&way, PASSPHRASE).await?;
            let script = "for (const name of arguments)
                            [...root.querySelectorAll('dialog button')].find((it) => it.textContent === name).click()";
            let names = ["button.lock-yes", "button.cancel"].map(|key| way.words.get(key).into());
            within::<()>(page, script, names.to_vec()).await?;
            // The visitor goes on, and is not called back.
            way.press("button.new-check-in").await?;
            way.stands_at("therapist.prompt").await?;
            tokio::time::sleep(Duration::from_secs(3)).await;
            ensure!(way.widget.heading().await? == way.words.get("therapist.prompt"));
            let after = page.storage().await?;
            ensure!(!after.contains_key(LOCK), "{after:?}");
            ensure!(
                before.iter().all(|(key, text)| after.get(key) == Some(text)),
                "{after:?}"
            );
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_is_locked_holds_no_readable_answer_and_opens_with_the_passphrase_alone() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            lock(&way, PASSPHRASE).await?;
            all_sealed(page).await?;
            ensure!(page.storage().await?.len() == 4, "three records and the lock");
            nothing_is_readable(page).await?;
            // In this tab they are open.
            open(&way, 0).await?;
            way.widget.heading_becomes("Strong so far").await?;
            page.reload().await?;
            way.widget.heading_becomes("Your check-ins are locked").await?;
            ensure!(texts(page, "[part=card]").await?.is_empty());
            unlock(&way, "correct horse").await?;
            way.reads("lock.wrong").await?;
            ensure!(texts(page, "[part=card]").await?.is_empty());
            // Enter does as well as the button.
            type_password(&way, 0, PASSPHRASE).await?;
            page.press("Enter").await?;
            way.stands_at("home.title").await?;
            ensure!(texts(page, "[part=card]").await?.len() == 2);

            way.press("button.new-check-in").await?;
            way.stands_at("therapist.prompt").await?;
            way.widget.radio("Therapist Ñandú").click().await?;
            way.stands_at("stage.prompt").await?;
            way.stage("met-once").await?;
            way.stands_at("item.feels-understood").await?;
            nothing_is_readable(page).await?;
            for _ in 0..13 {
                way.widget
                    .heading_after(async || way.press("button.skip").await)
                    .await?;
            }
            way.see_result("First impressions").await?;
            all_sealed(page).await?;
            nothing_is_readable(page).await?;
            ensure!(page.storage().await?.len() == 5, "the draft is gone");
            page.reload().await?;
            unlock(&way, PASSPHRASE).await?;
            way.stands_at("home.title").await?;
            ensure!(texts(page, "[part=card]").await?.len() == 3);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn starting_without_them_is_in_memory_only_and_leaves_what_is_locked_alone() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            lock(&way, PASSPHRASE).await?;
            all_sealed(page).await?;
            let sealed = page.storage().await?;
            page.reload().await?;
            check_in_without(&way).await?;
            ensure!(page.storage().await? == sealed);
            page.reload().await?;
            unlock(&way, PASSPHRASE).await?;
            way.stands_at("home.title").await?;
            ensure!(texts(page, "[part=card]").await?.len() == 2);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn what_was_done_without_them_comes_in_when_the_visitor_unlocks_after_all() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            lock(&way, PASSPHRASE).await?;
            all_sealed(page).await?;
            page.reload().await?;
            check_in_without(&way).await?;
            way.widget
                .checkbox(&way.words.get("intro.keep-nothing"))
                .click()
                .await?;
            unlock(&way, PASSPHRASE).await?;
            way.widget.heading_becomes(&way.words.get("home.title")).await?;
            for _ in 0..2 {
                ensure!(texts(page, "[part=card]").await?.len() == 3);
                all_sealed(page).await?;
                page.reload().await?;
                unlock(&way, PASSPHRASE).await?;
                way.stands_at("home.title").await?;
            }
            Ok(())
        })
        .await
}

/// From the locked screen on: a check-in in memory only, and the list with it.
async fn check_in_without(way: &Way<'_>) -> Result<()> {
    way.widget.heading_becomes(&way.words.get("lock.locked")).await?;
    way.press("button.without").await?;
    way.stands_at("stage.prompt").await?;
    way.stage("met-once").await?;
    for _ in 0..13 {
        way.widget
            .heading_after(async || way.press("button.skip").await)
            .await?;
    }
    way.see_result("First impressions").await?;
    way.reads("result.not-kept").await?;
    way.press("button.home").await?;
    way.stands_at("home.title").await?;
    ensure!(texts(way.page, "[part=card]").await?.len() == 1);
    Ok(())
}

#[tokio::test]
async fn deleting_everything_from_the_locked_screen_removes_every_key_and_the_lock() -> Result<()> {
    earlier()
        .stored("therapist-fit:other:check-in:x", "another profile's")
        .stored("theme", "dark")
        .run(async |page| {
            let way = Way::on(page)?;
            lock(&way, PASSPHRASE).await?;
            wait::until("the lock", async || Ok(page.storage().await?.contains_key(LOCK))).await?;
            page.reload().await?;
            way.widget.heading_becomes(&way.words.get("lock.locked")).await?;
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.reads("home.deleted").await?;
            way.stands_at("intro.title").await?;
            let keys: Vec<String> = page.storage().await?.into_keys().collect();
            ensure!(keys == ["theme", "therapist-fit:other:check-in:x"], "{keys:?}");
            page.reload().await?;
            way.start().await
        })
        .await
}

pub fn strong() -> Kept {
    Kept::scoring("later", 56).days_later("strong", 3)
}

pub fn thin() -> Kept {
    Kept::scoring("later", 10)
}

/// Two check-ins and a name from earlier visits.
pub fn earlier() -> Visit {
    let name = r#"{"schema":1,"id":"a","label":"Ñandú"}"#;
    all(&[strong(), thin()], host::with("")).stored("therapist-fit:default:therapist:a", name)
}

/// No record tells an answer, a name or a stage.
async fn nothing_is_readable(page: &Page) -> Result<()> {
    let kept: BTreeMap<String, String> = page.storage().await?;
    for (key, text) in &kept {
        for word in ["feels", "answers", "later", "met-once", "Ñandú", "{"] {
            ensure!(!text.contains(word), "{key} holds {word}: {text}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn enter_in_a_field_locks_as_the_button_does() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            fill_in(&way, PASSPHRASE).await?;
            page.press("Enter").await?;
            way.reads("lock.done").await?;
            ensure!(page.storage().await?.contains_key(LOCK));
            Ok(())
        })
        .await
}
