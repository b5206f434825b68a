//! A tab and the page in it: going somewhere, scripts, storage, how it looks. It must not
//! know what is on the page; a widget is reached through [`Page::widget`].

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

use anyhow::{Context, Result, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, WebElement};
use xtask::server::Server;

use crate::{Widget, console::Entry, engine::Engine, wait};

/// A page being visited.
#[derive(Debug)]
pub struct Page {
    driver: WebDriver,
    engine: Engine,
    server: Server,
    /// Complaints of pages that were left.
    earlier: Mutex<Vec<Entry>>,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, engine: Engine, server: Server) -> Self {
        Self {
            driver,
            engine,
            server,
            earlier: Mutex::default(),
        }
    }

    pub(crate) fn earlier(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.earlier.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The browser, for what has no verb here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The first widget of the page.
    pub fn widget(&self) -> Widget<'_> {
        self.nth_widget(0)
    }

    /// One of several widgets, counted from 0 in the order of the document.
    pub fn nth_widget(&self, place: usize) -> Widget<'_> {
        Widget::new(self, place)
    }

    /// What draws it.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    pub(crate) fn server(&self) -> &Server {
        &self.server
    }

    /// Goes to a path of this visit's server.
    pub async fn goto(&self, path: &str) -> Result<()> {
        self.keep_complaints().await?;
        self.driver
            .goto(self.server.url(path))
            .await
            .with_context(|| format!("{path} could not be loaded"))
    }

    /// Loads the page anew.
    pub async fn reload(&self) -> Result<()> {
        self.keep_complaints().await?;
        self.driver.refresh().await.context("the page could not be loaded anew")
    }

    async fn keep_complaints(&self) -> Result<()> {
        let entries = self.console().await?;
        self.earlier().extend(entries);
        Ok(())
    }

    /// The address shown.
    pub async fn url(&self) -> Result<String> {
        Ok(self.driver.current_url().await?.to_string())
    }

    /// Waits until the address ends in this path.
    pub async fn path_becomes(&self, path: &str) -> Result<()> {
        wait::until(&format!("the address {path}"), async || {
            Ok(self.url().await?.ends_with(path))
        })
        .await
    }

    /// Runs a script, the body of a function, and gives what it returns.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> Result<T> {
        let returned = self.driver.execute(body, arguments).await?;
        returned
            .convert()
            .with_context(|| format!("a script returned something unexpected: {body}"))
    }

    /// Runs a script for what it does.
    pub async fn execute(&self, body: &str) -> Result<()> {
        self.driver
            .execute(body, Vec::new())
            .await
            .map(drop)
            .with_context(|| format!("a script failed: {body}"))
    }

    /// Clicks an element of the host page itself, found by a CSS selector.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let found = self.driver.find(By::Css(selector)).await;
        found
            .with_context(|| format!("no {selector} on the page"))?
            .click()
            .await?;
        Ok(())
    }

    /// Scrolls to an element and waits until it is seen. Other drivers than Chromium's don't wait until the page around a
    /// frame has scrolled, and click beside it.
    pub(crate) async fn bring_into_view(&self, element: &WebElement) -> Result<()> {
        if self.engine != Engine::Firefox {
            return Ok(());
        }
        let script = "const [element, done] = arguments;
            new IntersectionObserver(([entry], observer) => {
                if (!entry.isIntersecting) return;
                observer.disconnect();
                done();
            }, { threshold: 0.5 }).observe(element);
            element.scrollIntoView({ block: 'nearest', behavior: 'instant' });";
        let seen = self.driver.execute_async(script, vec![element.to_json()?]).await;
        seen.map(drop).context("an element does not come into view")
    }

    /// All that `localStorage` holds.
    pub async fn storage(&self) -> Result<BTreeMap<String, String>> {
        self.script("return { ...localStorage }", Vec::new()).await
    }

    /// All that `sessionStorage` holds.
    pub async fn session_storage(&self) -> Result<BTreeMap<String, String>> {
        self.script("return { ...sessionStorage }", Vec::new()).await
    }

    /// Puts an entry into `localStorage`.
    pub async fn store(&self, key: &str, value: &str) -> Result<()> {
        self.script(
            "localStorage.setItem(arguments[0], arguments[1])",
            vec![json!(key), json!(value)],
        )
        .await
    }

    /// Sends a command of the Chrome `DevTools` protocol.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        ensure!(
            self.engine == Engine::Chromium,
            "{command} is of Chromium's protocol, and this is {:?}",
            self.engine
        );
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.with_context(|| format!("{command} failed"))
    }

    /// Sets the viewport, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine != Engine::Chromium {
            return self.resize_window(width, height).await;
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// The same by the window around it, whose frame is taken into account.
    async fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        let script = "return [innerWidth, innerHeight]";
        self.driver.set_window_rect(0, 0, width, height).await?;
        let (wide, high): (u32, u32) = self.script(script, Vec::new()).await?;
        self.driver
            .set_window_rect(
                0,
                0,
                width + width.saturating_sub(wide),
                height + height.saturating_sub(high),
            )
            .await?;
        wait::until(&format!("a viewport of {width} by {height}"), async || {
            Ok(self.script::<(u32, u32)>(script, Vec::new()).await? == (width, height))
        })
        .await
    }

    /// Sets media features; those not named are as the system has them.
    pub async fn set_media(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features }))
            .await
            .map(drop)
    }

    /// Sets the browser's languages and its formats to one language, for pages loaded from now on.
    pub async fn set_language(&self, tag: &str) -> Result<()> {
        let agent: String = self.script("return navigator.userAgent", Vec::new()).await?;
        let agent = json!({ "userAgent": agent, "acceptLanguage": tag });
        self.cdp("Emulation.setUserAgentOverride", agent).await?;
        self.cdp("Emulation.setLocaleOverride", json!({ "locale": tag }))
            .await
            .map(drop)
    }

    /// Runs a script before all others in pages loaded from now on.
    pub async fn run_before_load(&self, script: &str) -> Result<()> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))
            .await
            .map(drop)
    }

    /// A picture of the whole page, however long, as a PNG file. Missing folders are made.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        let picture = if self.engine == Engine::Chromium {
            let wanted = json!({ "format": "png", "captureBeyondViewport": true });
            let taken = self.cdp("Page.captureScreenshot", wanted).await?;
            BASE64_STANDARD.decode(taken["data"].as_str().context("a picture without data")?)?
        } else {
            self.driver.screenshot_as_png().await?
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, picture).with_context(|| format!("{} can't be written", path.display()))
    }
}
