//! The visitor's record as it stands on the screen and in the storage: what a returning visitor sees and opens.

use e2e::{Page, Result, Visit, ensure, wait};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{kept::Kept, way::Way};

/// What every text that only the passphrase opens begins with.
pub const SEALED: &str = "locked:1:";

/// The visit with all of these as finished check-ins.
pub fn all(kept: &[Kept], visit: Visit) -> Visit {
    kept.iter().fold(visit, |visit, kept| kept.finished(visit))
}

/// Runs a script to which `root` is the widget's shadow root.
pub async fn within<T: DeserializeOwned>(page: &Page, script: &str, arguments: Vec<Value>) -> Result<T> {
    let script = format!("const root = document.querySelector('therapist-fit').shadowRoot; {script}");
    page.script(&script, arguments).await
}

/// The element of the widget that fits the selector, by its place among them, once it is there.
pub async fn element(page: &Page, selector: &str, place: usize) -> Result<WebElement> {
    let script =
        "return document.querySelector('therapist-fit').shadowRoot.querySelectorAll(arguments[0])[arguments[1]]";
    wait::until_some(&format!("{selector} number {place}"), async || {
        let found = page
            .driver()
            .execute(script, vec![json!(selector), json!(place)])
            .await?;
        Ok(found.element().ok())
    })
    .await
}

/// The words in each element that fits the selector, seen or not.
pub async fn texts(page: &Page, selector: &str) -> Result<Vec<String>> {
    let script = "return [...root.querySelectorAll(arguments[0])].map((it) => it.textContent)";
    within(page, script, vec![json!(selector)]).await
}

/// Opens a check-in from the list, counted from 0 over all therapists.
pub async fn open(way: &Way<'_>, place: usize) -> Result<()> {
    way.widget.heading_becomes(&way.words.get("home.title")).await?;
    element(way.page, "[part=card]", place).await?.click().await?;
    way.widget.button(&way.words.get("button.home")).element().await?;
    Ok(())
}

/// A day as the browser writes it.
pub async fn date(page: &Page, tag: &str, milliseconds: u64) -> Result<String> {
    let script = "return new Intl.DateTimeFormat(arguments[0], { dateStyle: 'long' }).format(arguments[1])";
    page.script(script, vec![json!(tag), json!(milliseconds)]).await
}

/// Puts these into an empty storage and loads the page anew.
pub async fn begin_with(page: &Page, finished: &[Kept], under_way: Option<&Kept>) -> Result<()> {
    page.execute("localStorage.clear()").await?;
    for kept in finished {
        page.store(&kept.key(), &kept.text()).await?;
    }
    if let Some(kept) = under_way {
        page.store(&kept.draft_key(), &kept.text()).await?;
    }
    page.reload().await
}

/// What the record of a finished check-in holds now.
pub async fn stored(page: &Page, kept: &Kept) -> Result<Value> {
    let text = page.storage().await?.remove(&kept.key()).unwrap_or_default();
    Ok(serde_json::from_str(&text)?)
}

/// Locks what is kept, from the list of check-ins.
pub async fn lock(way: &Way<'_>, passphrase: &str) -> Result<()> {
    fill_in(way, passphrase).await?;
    way.press("button.lock-yes").await?;
    way.reads("lock.done").await
}

/// Opens the dialog that locks and fills it in.
pub async fn fill_in(way: &Way<'_>, passphrase: &str) -> Result<()> {
    way.press("button.lock").await?;
    for place in 0..2 {
        type_password(way, place, passphrase).await?;
    }
    Ok(())
}

/// Gives the passphrase where the widget asks for it.
pub async fn unlock(way: &Way<'_>, passphrase: &str) -> Result<()> {
    way.widget.heading_becomes(&way.words.get("lock.locked")).await?;
    type_password(way, 0, passphrase).await?;
    way.press("button.unlock").await
}

/// Types into a password field, in place of what is there.
pub async fn type_password(way: &Way<'_>, place: usize, text: &str) -> Result<()> {
    let field = element(way.page, "[type=password]", place).await?;
    let select = "arguments[0].focus(); arguments[0].select()";
    // Where the dialog is still about to take the focus, keys may go elsewhere.
    wait::until("the passphrase in its field", async || {
        way.page.script::<()>(select, vec![field.to_json()?]).await?;
        way.page.press("Delete").await?;
        way.page.type_into(&field, text).await?;
        Ok(field.value().await?.unwrap_or_default() == text)
    })
    .await
}

/// Waits until every record is sealed, and makes sure that the lock is there.
pub async fn all_sealed(page: &Page) -> Result<()> {
    wait::until("all records to be sealed", async || {
        let kept = page.storage().await?;
        ensure!(kept.contains_key("therapist-fit:default:lock"), "{kept:?}");
        let mut records = kept.iter().filter(|(key, _)| !key.ends_with(":lock"));
        Ok(records.all(|(_, text)| text.starts_with(SEALED)))
    })
    .await
}
