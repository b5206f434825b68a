//! Chromium by chromedriver.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel};
use xtask::setup::browsers::{Browser, chromium};

use super::{Driver, Process, Settings};

/// As headless and as quiet as it gets: without these, Chromium calls its maker, and fails in a container.
const ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
];

fn installed() -> Result<Browser> {
    chromium::find()
        .context("no Chromium with chromedriver on the PATH; `cargo xtask test e2e` sees to that, or says what to do")
}

pub(super) fn start() -> Result<Driver> {
    let driver = installed()?.driver;
    let mut command = Command::new(&driver);
    let (process, port) = Process::saying(&driver, command.arg("--port=0"), "started successfully on port ")?;
    Ok(Driver {
        port,
        capabilities,
        _processes: vec![process],
    })
}

/// Language and media are set in the page, by the `DevTools` protocol.
fn capabilities(settings: &Settings) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        wanted.add_arg(argument)?;
    }
    wanted.set_binary(&installed()?.program.to_string_lossy())?;
    if settings.storage_blocked {
        let preferences = json!({ "profile.default_content_setting_values.cookies": 2 });
        wanted.add_experimental_option("prefs", preferences)?;
    }
    wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(wanted.into())
}
