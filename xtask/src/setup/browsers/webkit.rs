//! `WebKitGTK`'s small browser and its driver, which come closest to Safari where Safari is not, and a display that nobody
//! sees: this browser has no way to run without.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::Browser;
use crate::setup::apt::Packages;

const PACKAGES: [&str; 3] = ["webkit2gtk-driver", "xvfb", "fonts-dejavu-core"];
/// Where distributions keep what belongs to a library; the browser stands there in the library's own folder, at the latest
/// one level down.
const PLACES: [&str; 2] = ["/usr/lib", "/usr/libexec"];

/// The browser, its driver, and what it draws on.
#[derive(Debug, Clone)]
pub struct Webkit {
    /// The browser and its driver.
    pub browser: Browser,
    /// `Xvfb`.
    pub display: PathBuf,
}

/// Finds all of it.
pub fn find() -> Option<Webkit> {
    Some(Webkit {
        browser: Browser {
            program: small_browser()?,
            driver: which::which("WebKitWebDriver").ok()?,
        },
        display: which::which("Xvfb").ok()?,
    })
}

/// Finds or installs all of it.
pub fn ready() -> Result<Webkit> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let packages = Packages {
        names: &PACKAGES,
        purpose: "some of the end-to-end tests run in as well",
        otherwise: "No WebKit to test in: WebKitGTK's MiniBrowser has to be installed, and `WebKitWebDriver` and `Xvfb` on the \
                    PATH.",
        without: "`cargo xtask test e2e` runs all of them in Chromium.",
    };
    packages.install()?;
    find().with_context(|| {
        format!(
            "apt-get has installed {}, yet MiniBrowser, WebKitWebDriver or Xvfb can't be found",
            PACKAGES.join(" and ")
        )
    })
}

fn small_browser() -> Option<PathBuf> {
    let folders = PLACES.iter().flat_map(|place| {
        let upper = entries(place.into());
        let lower: Vec<PathBuf> = upper.iter().cloned().flat_map(entries).collect();
        upper.into_iter().chain(lower)
    });
    let mut found: Vec<PathBuf> = folders
        .filter(|folder| {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("webkit2gtk-") || name.starts_with("webkitgtk-")
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn entries(folder: PathBuf) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).into_iter().flatten().flatten();
    read.map(|entry| entry.path()).collect()
}
