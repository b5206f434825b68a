//! What comes with the Rust toolchain: the wasm target, rustfmt, clippy. It must not choose or change the toolchain.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result};

use super::announce;
use crate::run;

/// What the browser runs: Rust's name for it.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library for WebAssembly is there.
pub fn wasm_target() -> Result<()> {
    let mut query = Command::new("rustc");
    query.args(["--print", "target-libdir", "--target", WASM]);
    let folder = String::from_utf8(run::captured(&mut query)?)?;
    if PathBuf::from(folder.trim()).is_dir() {
        return Ok(());
    }
    announce("the Rust standard library for WebAssembly (rustup target), which the widget is compiled against.");
    let mut add = Command::new("rustup");
    add.args(["target", "add", WASM]);
    run::shown(&mut add).with_context(|| {
        format!(
            "the target {WASM} could not be added. By hand: `rustup target add {WASM}`; where Rust does not come from \
             rustup, install your system's package of its standard library for {WASM}"
        )
    })
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub fn checkers() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let mut query = Command::new("cargo");
        query.args([subcommand, "--version"]);
        if run::captured(&mut query).is_ok() {
            continue;
        }
        announce(&format!("{component} (rustup component), which checks the source."));
        let mut add = Command::new("rustup");
        add.args(["component", "add", component]);
        run::shown(&mut add)
            .with_context(|| format!("{component} could not be added. By hand: `rustup component add {component}`"))?;
    }
    Ok(())
}
