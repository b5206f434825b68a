//! The engines that a visit can be made in. Chromium is the one that all tests run in; the others run those that need no
//! more than the `WebDriver` standard. What an engine can't do is an error that says so, never a test passed over.

use std::env;

use anyhow::{Result, bail};

/// Names the engine that is visited with: `chromium`, unless told otherwise, `firefox` or `webkit`.
pub const ENGINE: &str = "THERAPIST_FIT_ENGINE";

/// What draws the page and runs the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, with chromedriver and the `DevTools` protocol.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// `WebKitGTK`'s small browser, with `WebKitWebDriver` and a display that nobody sees.
    WebKit,
}

impl Engine {
    /// The one that [`ENGINE`] names.
    pub fn wanted() -> Result<Self> {
        match env::var(ENGINE).as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => bail!("{ENGINE} is `{other}`; it may be chromium, firefox or webkit"),
        }
    }
}
