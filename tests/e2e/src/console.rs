//! What the page has complained of. Two sources: the recorder in the page (console, uncaught errors, policy violations;
//! works in every browser), and the browser's own log (files not found, broken policies; Chromium only).

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{Page, engine::Engine};

/// One complaint.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// `debug`, `log`, `info`, `warn`, `error`, `trace`, `assert`; `uncaught`, `unhandled`, `not-loaded`, `policy`; or
    /// `browser`, for the browser's own log.
    pub kind: String,
    /// The words.
    pub text: String,
}

impl Page {
    /// All complaints since it was last asked, oldest first, and forgets them. They survive `goto` and `reload`, but not
    /// a page that is left through the widget.
    pub async fn console(&self) -> Result<Vec<Entry>> {
        let mut entries = std::mem::take(&mut *self.earlier());
        let script = "return (window.__recorded ?? []).splice(0)";
        let recorded: Vec<Entry> = self.script(script, Vec::new()).await?;
        entries.extend(recorded);
        // Asked for by the browser, not by the page.
        entries.retain(|entry| entry.kind != "policy" || !entry.text.trim_end().ends_with("/favicon.ico"));
        if self.engine() != Engine::Chromium {
            return Ok(entries);
        }
        for line in self.driver().browser_log().await.context("the browser's log")? {
            // What the page wrote or threw by itself has been recorded above.
            let is_known = matches!(line.source.as_deref(), Some("console-api" | "javascript"));
            if !is_known {
                entries.push(Entry {
                    kind: "browser".to_owned(),
                    text: line.message,
                });
            }
        }
        Ok(entries)
    }

    /// Fails if the page has complained since it was last asked.
    pub async fn assert_console_empty(&self) -> Result<()> {
        let entries = self.console().await?;
        ensure!(
            entries.is_empty(),
            "the console should be empty, and holds {entries:#?}"
        );
        Ok(())
    }

    /// Takes out what was written, and fails unless there is exactly one entry for each of these parts of a text, in any
    /// order. For tests that provoke a complaint.
    pub async fn assert_console_holds(&self, parts: &[&str]) -> Result<()> {
        let mut entries = self.console().await?;
        let all = entries.clone();
        for part in parts {
            let place = entries.iter().position(|entry| entry.text.contains(part));
            let place = place.with_context(|| format!("the console should hold `{part}`, and holds {all:#?}"))?;
            entries.remove(place);
        }
        ensure!(
            entries.is_empty(),
            "the console holds more than was expected: {entries:#?}"
        );
        Ok(())
    }

    /// The same where Chromium's own log says these things in addition; other engines don't give theirs.
    pub async fn assert_console_and_log_hold(&self, parts: &[&str], logged: &[&str]) -> Result<()> {
        match self.engine() {
            Engine::Chromium => self.assert_console_holds(&[parts, logged].concat()).await,
            Engine::Firefox | Engine::WebKit => self.assert_console_holds(parts).await,
        }
    }
}
