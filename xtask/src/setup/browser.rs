//! The browser and its driver, for tests only. What is on the `PATH` is used; on Debian and its kin both are installed
//! with apt-get, with sudo where the user is not root. Nothing is ever fetched from a browser maker's own site.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use super::announce;
use crate::run;

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

/// A browser of the Chromium family and the program that drives it.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser itself.
    pub program: PathBuf,
    /// `chromedriver`.
    pub driver: PathBuf,
}

/// Finds the browser and its driver on the `PATH`.
pub fn find() -> Option<Browser> {
    let program = BROWSERS.iter().find_map(|name| which::which(name).ok())?;
    let driver = which::which(DRIVER).ok()?;
    Some(Browser { program, driver })
}

/// Finds or installs the browser and its driver.
pub fn ready() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if which::which("apt-get").is_err() {
        bail!(
            "no browser to test in: one of {} and `{DRIVER}` have to be on the PATH, in versions that fit each other. This \
             system has no apt-get, so please install them by hand. `cargo xtask test --quick` runs what needs no browser.",
            BROWSERS.join(", ")
        );
    }
    announce(&format!(
        "{} (Debian packages), which the browser tests run in.",
        PACKAGES.join(", ")
    ));
    apt_get(&["update"])?;
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(PACKAGES);
    apt_get(&install)?;
    find().with_context(|| {
        format!(
            "apt-get has installed {}, yet no browser and `{DRIVER}` are on the PATH",
            PACKAGES.join(" and ")
        )
    })
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get {}", arguments.join(" "));
    let mut command = if is_root()? {
        Command::new("apt-get")
    } else if which::which("sudo").is_ok() {
        let mut sudo = Command::new("sudo");
        sudo.args(["--preserve-env=DEBIAN_FRONTEND,http_proxy,https_proxy", "apt-get"]);
        sudo
    } else {
        bail!(
            "the browser could not be installed: you are not root, and there is no sudo. As root: `apt-get update` and \
             `apt-get install {}`. `cargo xtask test --quick` runs what needs no browser.",
            PACKAGES.join(" ")
        );
    };
    command
        .arg("--quiet")
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run::shown(&mut command).with_context(|| {
        format!(
            "the browser could not be installed: the lines above say why (no network, or another apt-get is running). By \
             hand, as root: `{by_hand}`. `cargo xtask test --quick` runs what needs no browser"
        )
    })
}

fn is_root() -> Result<bool> {
    Ok(run::captured(Command::new("id").arg("-u"))?.trim_ascii() == b"0")
}
