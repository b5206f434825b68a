//! Firefox and geckodriver. Debian has no package of the driver, so cargo builds it where it is not on the `PATH`.

use anyhow::{Context, Result};

use super::{Browser, first_on_path};
use crate::{
    project::Project,
    setup::{apt::Packages, cargo_tools},
};

const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];
const PACKAGES: [&str; 2] = ["firefox-esr", "fonts-dejavu-core"];

/// Finds or installs the browser and its driver.
pub fn ready(project: &Project) -> Result<Browser> {
    if first_on_path(&BROWSERS).is_none() {
        let otherwise = format!(
            "No Firefox to test in: {} has to be on the PATH.",
            BROWSERS.join(" or ")
        );
        let packages = Packages {
            names: &PACKAGES,
            purpose: "some of the end-to-end tests run in as well",
            otherwise: &otherwise,
            without: "`cargo xtask test e2e` runs all of them in Chromium.",
        };
        packages.install()?;
    }
    Ok(Browser {
        program: first_on_path(&BROWSERS).context("apt-get has installed Firefox, yet it is not on the PATH")?,
        driver: match which::which("geckodriver") {
            Ok(found) => found,
            Err(_) => cargo_tools::geckodriver(project)?,
        },
    })
}
