//! Every tool that is needed, found or installed. Each installation says what and why, shows its progress, costs next to
//! nothing the second time, and where a tool cannot be had says what, why, and what to do by hand.
//!
//! It must not build anything of ours. A new tool is one function in the file of its source (`rust`, `cargo_tools`,
//! `node`, `apt`, `browsers`) and its call here.

use std::{path::PathBuf, process::Command};

use anyhow::Result;

use crate::{project::Project, run};

mod apt;
pub mod browsers;
pub mod cargo_tools;
pub mod node;
pub mod rust;

/// What building `dist/` needs. Never a browser.
#[derive(Debug, Clone)]
pub struct BuildTools {
    /// The `wasm-pack` program.
    pub wasm_pack: PathBuf,
    /// The minifier.
    pub esbuild: PathBuf,
    /// Folders that go before all others on the `PATH`: what stands there is not fetched from elsewhere by wasm-pack.
    first_on_path: Vec<PathBuf>,
}

impl BuildTools {
    /// Finds or installs what building needs.
    pub fn ready(project: &Project) -> Result<Self> {
        rust::wasm_target()?;
        let wasm_bindgen = cargo_tools::wasm_bindgen(project)?;
        let wasm_pack = cargo_tools::wasm_pack(project)?;
        let node = node::tools(project)?;
        Ok(Self {
            wasm_pack,
            esbuild: node.program("esbuild"),
            first_on_path: vec![wasm_bindgen, node.programs()],
        })
    }

    /// A call of wasm-pack that finds every helper on its `PATH`, and so never fetches a binary by itself.
    pub fn wasm_pack(&self, project: &Project) -> Result<Command> {
        let mut command = Command::new(&self.wasm_pack);
        command
            .args(["--log-level", "error"])
            .current_dir(project.root())
            .env("CARGO_TARGET_DIR", project.target())
            .env("CARGO_HOME", project.cargo_home())
            .env("PATH", run::path_with(&self.first_on_path)?);
        Ok(command)
    }
}

/// Says one thing that set-up does, before it does it.
fn announce(what: &str) {
    eprintln!("set-up: {what}");
}
