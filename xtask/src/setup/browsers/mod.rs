//! The browsers and the programs that drive them, for tests only. What is on the `PATH` is used; on Debian and its kin the
//! rest is installed. Nothing is ever fetched from a browser maker's own site.
//!
//! One file for each engine. All tests run in Chromium; the others are for what differs between engines.

use std::path::PathBuf;

pub mod chromium;
pub mod firefox;
pub mod webkit;

/// A browser and the program that drives it.
#[derive(Debug, Clone)]
pub struct Browser {
    /// The browser itself.
    pub program: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// The first of these programs that is on the `PATH`.
fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| which::which(name).ok())
}
