//! chromedriver: started on a free port with the first visit, shared by all that run at the same time, ended with the
//! last. It is killed when it is dropped, so a failing test leaves no process behind.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use anyhow::{Context, Result, bail};
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use xtask::setup::browser::{self, Browser};

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

static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// A running chromedriver.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    browser: Browser,
}

impl Driver {
    /// The one that runs, or a new one.
    pub fn shared() -> Result<Arc<Self>> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = running.upgrade() {
            return Ok(driver);
        }
        let driver = Arc::new(Self::start()?);
        *running = Arc::downgrade(&driver);
        Ok(driver)
    }

    fn start() -> Result<Self> {
        let browser = browser::find().context(
            "no Chromium with chromedriver on the PATH; `cargo xtask test e2e` sees to that, or says what to do",
        )?;
        let mut process = Command::new(&browser.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} could not be started", browser.driver.display()))?;
        let output = process.stdout.take().context("chromedriver has no output")?;
        let mut output = BufReader::new(output);
        let port = port(&mut output);
        // From here on an early return drops, and so ends, the process.
        let mut driver = Self {
            process,
            port: 0,
            browser,
        };
        driver.port = port?;
        // Read on, or a full pipe would halt chromedriver.
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        Ok(driver)
    }

    /// A new browser with a profile of its own. Whoever asks for it has to quit it.
    pub async fn browser(&self, settings: &[(&str, serde_json::Value)]) -> Result<WebDriver> {
        let mut wanted: ChromeCapabilities = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            wanted.add_arg(argument)?;
        }
        wanted.set_binary(&self.browser.program.to_string_lossy())?;
        for (name, value) in settings {
            wanted.add_experimental_option(*name, value)?;
        }
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        WebDriver::new(format!("http://127.0.0.1:{}", self.port), wanted)
            .await
            .context("the browser could not be started")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Neither fails but where it has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port that chromedriver says it listens on.
fn port(output: &mut impl Read) -> Result<u16> {
    let mut said = String::new();
    for line in BufReader::with_capacity(1, output).lines() {
        let line = line?;
        if let Some((_, rest)) = line.split_once("started successfully on port ") {
            return rest
                .trim_end_matches('.')
                .parse()
                .with_context(|| format!("a port was expected: {line}"));
        }
        said.push_str(&line);
    }
    bail!("chromedriver ended before it listened: {said}")
}
