//! A browser of the Chromium family and chromedriver.

use anyhow::{Context, Result};

use super::{Browser, first_on_path};
use crate::setup::apt::Packages;

const BROWSERS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const DRIVER: &str = "chromedriver";
/// The fonts hold Latin and Arabic letters, so that a picture of a page shows words and not boxes.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-dejavu-core"];

/// Finds the browser and its driver on the `PATH`.
pub fn find() -> Option<Browser> {
    Some(Browser {
        program: first_on_path(&BROWSERS)?,
        driver: which::which(DRIVER).ok()?,
    })
}

/// Finds or installs the browser and its driver.
pub fn ready() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let otherwise = format!(
        "No browser to test in: one of {} and `{DRIVER}` have to be on the PATH, in versions that fit each other.",
        BROWSERS.join(", ")
    );
    let packages = Packages {
        names: &PACKAGES,
        purpose: "the browser tests run in",
        otherwise: &otherwise,
        without: "`cargo xtask test --quick` runs what needs no browser.",
    };
    packages.install()?;
    find().with_context(|| {
        format!(
            "apt-get has installed {}, yet no browser and `{DRIVER}` are on the PATH",
            PACKAGES.join(" and ")
        )
    })
}
