//! `cargo xtask bench`: what is measured rather than tested, in a real browser against a fresh `dist/`.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{
    dist,
    project::Project,
    run,
    setup::{BuildTools, browsers::chromium},
};

/// Builds, measures and prints.
pub fn command(project: &Project) -> Result<()> {
    let tools = BuildTools::ready(project)?;
    chromium::ready()?;
    if dist::build(project, &tools).is_err() {
        bail!("dist/ could not be built, so there is nothing to measure. `cargo xtask dist` says why.");
    }
    let mut measure = Command::new("cargo");
    measure
        .current_dir(project.root())
        .args(["test", "--package", "e2e", "--test", "visits", "--", "growth"])
        .args(["--ignored", "--nocapture", "--test-threads", "1"]);
    run::shown(&mut measure)
}
