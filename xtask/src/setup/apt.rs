//! Packages of Debian and its kin, installed with apt-get, with sudo where the user is not root. It must not know what the
//! packages are for: whoever needs them says so.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::announce;
use crate::run;

/// What is to be installed.
pub struct Packages<'a> {
    /// Their names.
    pub names: &'a [&'a str],
    /// Completes the sentence "… (Debian packages), which".
    pub purpose: &'a str,
    /// What has to be on the `PATH` where there is no apt-get. A sentence.
    pub otherwise: &'a str,
    /// What can be run without. A sentence.
    pub without: &'a str,
}

impl Packages<'_> {
    /// Installs them.
    pub fn install(&self) -> Result<()> {
        if which::which("apt-get").is_err() {
            bail!(
                "{} This system has no apt-get, so please install it by hand. {}",
                self.otherwise,
                self.without
            );
        }
        announce(&format!(
            "{} (Debian packages), which {}.",
            self.names.join(", "),
            self.purpose
        ));
        self.apt_get(&["update"])?;
        let mut install = vec!["install", "--yes", "--no-install-recommends"];
        install.extend(self.names);
        self.apt_get(&install)
    }

    fn apt_get(&self, arguments: &[&str]) -> Result<()> {
        let by_hand = format!("apt-get {}", arguments.join(" "));
        let mut command = if is_root()? {
            Command::new("apt-get")
        } else if which::which("sudo").is_ok() {
            let mut sudo = Command::new("sudo");
            sudo.args(["--preserve-env=DEBIAN_FRONTEND,http_proxy,https_proxy", "apt-get"]);
            sudo
        } else {
            bail!(
                "packages could not be installed: you are not root, and there is no sudo. As root: `apt-get update` and \
                 `apt-get install {}`. {}",
                self.names.join(" "),
                self.without
            );
        };
        command
            .arg("--quiet")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        run::shown(&mut command).with_context(|| {
            format!(
                "packages could not be installed: the lines above say why (no network, or another apt-get is running). By \
                 hand, as root: `{by_hand}`. {}",
                self.without
            )
        })
    }
}

fn is_root() -> Result<bool> {
    Ok(run::captured(Command::new("id").arg("-u"))?.trim_ascii() == b"0")
}
