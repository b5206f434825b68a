//! The example application in `examples/leptos-app`, built to be visited by the end-to-end tests. Quick to build, not
//! small: what it is like to depend on the widget is looked at, not what it weighs.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{project::Project, run, setup::BuildTools};

/// The folder of its page.
pub fn page(project: &Project) -> PathBuf {
    project.root().join("examples").join("leptos-app")
}

/// The folder that the build writes, which the page asks for as `pkg/`.
pub fn package(project: &Project) -> PathBuf {
    project.target().join("leptos-app")
}

/// Builds it.
pub fn build(project: &Project, tools: &BuildTools) -> Result<()> {
    let mut command = tools.wasm_pack(project)?;
    command
        .arg("build")
        .arg(page(project))
        .args(["--target", "web", "--dev", "--mode", "no-install"])
        .args(["--no-typescript", "--no-pack", "--out-dir"])
        .arg(package(project));
    run::shown(&mut command).context("the example application could not be built: see the lines above")
}
