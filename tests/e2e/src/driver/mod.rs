//! The programs that drive a browser. chromedriver is started with the first visit, shared by all that run at the same time,
//! and ended with the last; the others hold one session each, so each visit has its own. What was started is killed when it
//! is dropped, so a failing test leaves no process behind.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError, Weak},
};

use anyhow::{Context, Result, bail};
use thirtyfour::{Capabilities, WebDriver};

use crate::engine::Engine;

mod chromium;
mod firefox;
mod webkit;

static CHROMEDRIVER: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// How a browser is set before it starts.
#[derive(Debug, Default)]
pub struct Settings {
    /// Its language, as a tag.
    pub language: Option<String>,
    /// Media features, such as `prefers-color-scheme`, and their values.
    pub media: Vec<(&'static str, &'static str)>,
    /// Merely asking for `localStorage` throws.
    pub storage_blocked: bool,
}

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    port: u16,
    capabilities: fn(&Settings) -> Result<Capabilities>,
    /// In the order in which they are ended.
    _processes: Vec<Process>,
}

impl Driver {
    /// One that a browser with these settings can be asked of.
    pub fn of(engine: Engine, settings: &Settings) -> Result<Arc<Self>> {
        match engine {
            Engine::Chromium => {
                let mut running = CHROMEDRIVER.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(driver) = running.upgrade() {
                    return Ok(driver);
                }
                let driver = Arc::new(chromium::start()?);
                *running = Arc::downgrade(&driver);
                Ok(driver)
            }
            Engine::Firefox => Ok(Arc::new(firefox::start()?)),
            Engine::WebKit => Ok(Arc::new(webkit::start(settings)?)),
        }
    }

    /// A new browser with a profile of its own. Whoever asks for it has to quit it.
    pub async fn browser(&self, settings: &Settings) -> Result<WebDriver> {
        let wanted = (self.capabilities)(settings)?;
        WebDriver::new(format!("http://127.0.0.1:{}", self.port), wanted)
            .await
            .context("the browser could not be started")
    }
}

/// A program that ends when this is dropped.
#[derive(Debug)]
struct Process(Child);

impl Process {
    /// Starts a program that says nothing.
    fn silent(program: &Path, command: &mut Command) -> Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} could not be started", program.display()))?;
        Ok(Self(child))
    }

    /// Starts a program, and waits until it says a number, such as its port, after the words `before` on its output.
    fn saying(program: &Path, command: &mut Command, before: &str) -> Result<(Self, u16)> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} could not be started", program.display()))?;
        // From here on an early return drops, and so ends, the process.
        let mut process = Self(child);
        let output = process.0.stdout.take().context("a program without output")?;
        let mut output = BufReader::new(output);
        let number = number(&mut output, before).with_context(|| format!("{} did not start", program.display()))?;
        // Read on, or a full pipe would halt it.
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        Ok((process, number))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Neither fails but where it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The number that a line of the output ends with, a full stop aside, after the words `before`.
fn number(output: &mut impl Read, before: &str) -> Result<u16> {
    let mut said = String::new();
    for line in BufReader::with_capacity(1, output).lines() {
        let line = line?;
        if let Some((_, rest)) = line.split_once(before) {
            return rest
                .trim_end_matches('.')
                .parse()
                .with_context(|| format!("a number was expected: {line}"));
        }
        said.push_str(&line);
    }
    bail!("it ended early: {said}")
}
