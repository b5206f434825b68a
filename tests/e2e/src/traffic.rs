//! What goes out of a page: requests, seen by the server and by the browser, and the widgets' events.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use crate::{Page, visit::RECORDER};

/// An event of a widget that has reached the window.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Event {
    /// Its name without `therapist-fit-`.
    pub name: String,
    /// What it tells; null for nothing.
    #[serde(default)]
    pub detail: Value,
    /// Whether it rises to the host page.
    pub bubbles: bool,
    /// Whether it leaves shadow roots.
    pub composed: bool,
    /// Whether the host page could cancel it.
    pub cancelable: bool,
}

impl Page {
    /// The paths asked of the server so far, oldest first, without the harness's own.
    pub fn requests(&self) -> Vec<String> {
        let mut paths = self.server().requests();
        paths.retain(|path| !is_own(path));
        paths
    }

    /// Those of [`Page::requests`] whose file name ends in this extension.
    pub fn requests_of(&self, extension: &str) -> Vec<String> {
        let mut paths = self.requests();
        paths.retain(|path| Path::new(path).extension().is_some_and(|found| found == extension));
        paths
    }

    /// The whole address of a path of this visit's server.
    pub fn address(&self, path: &str) -> String {
        self.server().url(path)
    }

    /// Every address that the browser has asked for since this was last called, of any host, oldest first, without the
    /// harness's own. Chromium only.
    pub async fn sent(&self) -> Result<Vec<String>> {
        let mut addresses = Vec::new();
        for line in self
            .driver()
            .get_log("performance")
            .await
            .context("the browser's log of the network")?
        {
            let entry: Value = serde_json::from_str(&line.message)?;
            let message = &entry["message"];
            let address = message["params"]["request"]["url"].as_str();
            if let (Some("Network.requestWillBeSent"), Some(address)) = (message["method"].as_str(), address) {
                // These two never leave the browser.
                if !address.starts_with("data:") && !address.starts_with("blob:") && !is_own(address) {
                    addresses.push(address.to_owned());
                }
            }
        }
        Ok(addresses)
    }

    /// The widgets' events since this was last called, oldest first.
    pub async fn events(&self) -> Result<Vec<Event>> {
        self.script("return __events.splice(0)", Vec::new()).await
    }
}

/// Whether a path or address is of the harness or the browser, not of the page.
fn is_own(address: &str) -> bool {
    address.ends_with(RECORDER) || address.ends_with("/favicon.ico")
}
