//! Firefox by geckodriver.

use std::process::Command;

use anyhow::{Result, bail};
use thirtyfour::{Capabilities, DesiredCapabilities, common::capabilities::firefox::FirefoxPreferences};
use xtask::{
    project::Project,
    setup::browsers::{Browser, firefox},
};

use super::{Driver, Process, Settings};

fn installed() -> Result<Browser> {
    firefox::ready(&Project::find()?)
}

pub(super) fn start() -> Result<Driver> {
    let driver = installed()?.driver;
    let mut command = Command::new(&driver);
    command.args(["--port", "0", "--websocket-port", "0"]);
    let (process, port) = Process::saying(&driver, &mut command, "Listening on 127.0.0.1:")?;
    Ok(Driver {
        port,
        capabilities,
        _processes: vec![process],
    })
}

fn capabilities(settings: &Settings) -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    wanted.set_firefox_binary(&installed()?.program.to_string_lossy())?;
    wanted.add_arg("-headless")?;
    let mut preferences = FirefoxPreferences::new();
    if let Some(tag) = &settings.language {
        preferences.set("intl.accept_languages", tag)?;
        preferences.set("intl.locale.requested", tag)?;
    }
    for setting in &settings.media {
        match setting {
            ("prefers-color-scheme", value) => {
                let place = i32::from(*value != "dark");
                preferences.set("layout.css.prefers-color-scheme.content-override", place)?;
            }
            ("prefers-reduced-motion", value) => {
                preferences.set("ui.prefersReducedMotion", i32::from(*value == "reduce"))?;
            }
            (feature, _) => bail!("{feature} can't be set in Firefox"),
        }
    }
    if settings.storage_blocked {
        preferences.set("network.cookie.cookieBehavior", 2)?;
    }
    wanted.set_preferences(preferences)?;
    Ok(wanted.into())
}
