//! `WebKitGTK`'s small browser by `WebKitWebDriver`, on a display that nobody sees.

use std::{
    net::TcpListener,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::Capabilities;
use xtask::setup::browsers::webkit::{self, Webkit};

use super::{Driver, Process, Settings};

fn installed() -> Result<Webkit> {
    webkit::find().context(
        "no WebKitGTK with WebKitWebDriver and Xvfb; `cargo xtask test webkit` sees to that, or says what to do",
    )
}

pub(super) fn start(settings: &Settings) -> Result<Driver> {
    ensure!(!settings.storage_blocked, "storage can't be blocked in this browser");
    let Webkit { browser, display } = installed()?;
    let mut command = Command::new(&display);
    command.args(["-displayfd", "1", "-screen", "0", "1600x1600x24", "-nolisten", "tcp"]);
    let (screen, number) = Process::saying(&display, &mut command, "")?;

    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let mut command = Command::new(&browser.driver);
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{number}"));
    if let Some(tag) = &settings.language {
        command.env("LANGUAGE", tag).env("LC_ALL", format!("{tag}.UTF-8"));
    }
    let process = Process::silent(&browser.driver, &mut command)?;
    wait_for(port)?;
    Ok(Driver {
        port,
        capabilities,
        _processes: vec![process, screen],
    })
}

/// It does not say when it is ready.
fn wait_for(port: u16) -> Result<()> {
    let start = Instant::now();
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        if start.elapsed() > Duration::from_secs(15) {
            bail!("WebKitWebDriver does not answer");
        }
        std::thread::sleep(Duration::from_millis(40));
    }
    Ok(())
}

fn capabilities(settings: &Settings) -> Result<Capabilities> {
    let mut arguments = vec!["--automation"];
    for setting in &settings.media {
        match setting {
            ("prefers-color-scheme", "dark") => arguments.push("--dark-mode"),
            (feature, value) => bail!("{feature} can't be {value} in this browser"),
        }
    }
    let mut wanted = Capabilities::new();
    wanted.set(
        "webkitgtk:browserOptions",
        json!({ "binary": installed()?.browser.program, "args": arguments }),
    )?;
    Ok(wanted)
}
