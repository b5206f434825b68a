//! The lock where the widget is open in two tabs: locking in one locks the other, and neither undoes the other's doing.

use e2e::{Page, Result, Visit, ensure, wait};

use crate::{
    host,
    kept::Kept,
    record::{SEALED, all, all_sealed, element, lock, open, texts, unlock},
    tabs::Tabs,
    way::Way,
};

const PASSPHRASE: &str = "correct horse";

#[tokio::test]
async fn locking_in_one_tab_asks_for_the_passphrase_in_another_whose_draft_is_not_lost() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let tabs = Tabs::open(page).await?;
            tabs.second().await?;
            let again = way.words.format("button.again", &[("therapist", "Therapist A")]);
            way.widget.button(&again).click().await?;
            way.widget
                .heading_becomes(&way.words.get("item.feels-understood"))
                .await?;
            way.widget.radio("Mostly").click().await?;
            way.widget.heading_becomes(&way.words.get("item.on-my-side")).await?;

            tabs.first().await?;
            lock(&way, PASSPHRASE).await?;
            all_sealed(page).await?;
            tabs.second().await?;
            way.widget.heading_becomes(&way.words.get("lock.locked")).await?;
            ensure!(texts(page, "[part=card]").await?.is_empty());
            unlock(&way, PASSPHRASE).await?;
            way.widget.heading_becomes(&way.words.get("home.title")).await?;
            way.widget.text_has("1 of 14 answered").await?;
            way.press("button.continue").await?;
            way.widget.heading_becomes(&way.words.get("item.on-my-side")).await?;
            way.press("button.back").await?;
            way.widget
                .heading_becomes(&way.words.get("item.feels-understood"))
                .await?;
            ensure!(way.widget.radio("Mostly").is_chosen().await?);
            all_sealed(page).await?;
            tabs.assert_quiet().await
        })
        .await
}

#[tokio::test]
async fn a_change_in_one_tab_is_seen_in_another_while_both_are_unlocked() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let tabs = both_unlocked(page, &way).await?;
            tabs.second().await?;
            open(&way, 0).await?;
            page.type_into(&element(page, "textarea", 0).await?, "from the second")
                .await?;
            tabs.first().await?;
            let note = async || -> Result<bool> {
                open(&way, 0).await?;
                let note = element(page, "textarea", 0).await?.prop("value").await?;
                way.press("button.home").await?;
                Ok(note.as_deref() == Some("from the second"))
            };
            wait::until("the note of the other tab", note).await?;
            all_sealed(page).await?;
            tabs.second().await?;
            way.press("button.delete-check-in").await?;
            tabs.first().await?;
            wait::until("one check-in less", async || {
                Ok(texts(page, "[part=card]").await?.len() == 2)
            })
            .await?;
            tabs.assert_quiet().await
        })
        .await
}

#[tokio::test]
async fn taking_the_lock_off_in_one_tab_is_not_undone_by_another_that_is_unlocked() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let before = page.storage().await?;
            let tabs = both_unlocked(page, &way).await?;
            tabs.first().await?;
            way.press("button.lock-off").await?;
            way.reads("lock.off").await?;
            tabs.second().await?;
            way.widget.button(&way.words.get("button.lock")).element().await?;
            // Sealing, if anybody still does it, takes a moment.
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            let after = page.storage().await?;
            ensure!(
                !after.values().any(|text| text.starts_with(SEALED)),
                "sealed for good: {after:#?}"
            );
            ensure!(after == before, "{after:#?}");
            for tab in [tabs.first().await, tabs.second().await] {
                tab?;
                page.reload().await?;
                way.widget.heading_becomes(&way.words.get("home.title")).await?;
                ensure!(texts(page, "[part=card]").await?.len() == 3);
            }
            tabs.assert_quiet().await
        })
        .await
}

#[tokio::test]
async fn deleting_everything_in_one_tab_leaves_nothing_in_another_that_is_unlocked() -> Result<()> {
    earlier()
        .run(async |page| {
            let way = Way::on(page)?;
            let tabs = both_unlocked(page, &way).await?;
            tabs.second().await?;
            way.press("button.delete-everything").await?;
            way.press("button.delete-everything-yes").await?;
            way.widget.heading_becomes(&way.words.get("intro.title")).await?;
            tabs.first().await?;
            way.widget.heading_becomes(&way.words.get("intro.title")).await?;
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            let after = page.storage().await?;
            ensure!(after.is_empty(), "{after:#?}");
            ensure!(!way.shows("storage.corrupt").await?, "what is deleted is not damaged");
            tabs.assert_quiet().await
        })
        .await
}

/// Three check-ins from earlier visits.
fn earlier() -> Visit {
    let kept: Vec<Kept> = (0..3)
        .map(|day| Kept::scoring("later", 20).days_later(&format!("d{day}"), day))
        .collect();
    all(&kept, host::with(""))
}

/// Locked in the first tab and unlocked in both, at the list of check-ins.
async fn both_unlocked<'a>(page: &'a Page, way: &Way<'_>) -> Result<Tabs<'a>> {
    lock(way, PASSPHRASE).await?;
    all_sealed(page).await?;
    let tabs = Tabs::open(page).await?;
    tabs.second().await?;
    unlock(way, PASSPHRASE).await?;
    way.widget.heading_becomes(&way.words.get("home.title")).await?;
    Ok(tabs)
}
