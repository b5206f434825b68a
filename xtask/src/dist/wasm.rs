//! The release build through wasm-pack, and what it leaves: the wasm file and its glue.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{project::Project, run, setup::BuildTools};

/// What wasm-pack has built.
pub struct Package {
    /// The widget.
    pub wasm: Vec<u8>,
    /// The name under which the glue asks for it.
    pub wasm_name: String,
    /// The path of the glue; what it imports stands beside it.
    pub glue: PathBuf,
}

/// Builds the release package below the target folder.
pub fn package(project: &Project, tools: &BuildTools) -> Result<Package> {
    let folder = project.target().join("wasm-pack");
    let mut command = tools.wasm_pack(project)?;
    command
        .args(["build", "--target", "web", "--release", "--mode", "no-install"])
        .args(["--no-typescript", "--no-pack", "--out-name", "widget", "--out-dir"])
        .arg(&folder)
        .env("CARGO_ENCODED_RUSTFLAGS", same_paths_everywhere(project)?);
    run::shown(&mut command).context("the release build of the widget failed: see the lines above")?;
    let wasm_name = "widget_bg.wasm".to_owned();
    let wasm = folder.join(&wasm_name);
    Ok(Package {
        wasm: fs::read(&wasm).with_context(|| format!("{} can't be read", wasm.display()))?,
        wasm_name,
        glue: folder.join("widget.js"),
    })
}

/// Compiler flags that take this machine's paths out of the wasm. They would stand in panic messages, so that each
/// machine built other bytes, and told where its builder's home is.
fn same_paths_everywhere(project: &Project) -> Result<OsString> {
    let mut flags = Vec::new();
    let mut replace = |path: &Path, name: &str| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(path);
        flag.push("=");
        flag.push(name);
        flags.push(flag);
    };
    replace(project.root(), "therapist-fit");
    let sources = project.cargo_home().join("registry").join("src");
    if sources.is_dir() {
        let mut registries = fs::read_dir(&sources)?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>>>()?;
        // The order of a folder's entries is any; the flags decide whether cargo builds anew.
        registries.sort();
        for registry in registries {
            replace(&registry, "crates");
        }
    }
    // Cargo parts encoded flags at this character, so that a path may hold spaces.
    Ok(flags.join(std::ffi::OsStr::new("\u{1f}")))
}
