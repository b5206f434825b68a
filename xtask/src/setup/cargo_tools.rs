//! Tools that cargo installs: wasm-bindgen's command line, equal to the locked library, wasm-pack, and the driver of Firefox.
//! The right version on the `PATH` is used as it is; otherwise it is built from source into the cache, once.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::announce;
use crate::{project::Project, run};

const WASM_PACK_VERSION: &str = "0.15.1";
const GECKODRIVER_VERSION: &str = "0.37.1";

/// One tool, and how cargo installs it.
struct Tool<'a> {
    /// The crate that holds it.
    package: &'a str,
    version: &'a str,
    /// The programs that have to stand beside each other; the first one says the version.
    programs: &'a [&'a str],
    /// Whether to build with the crate's own lock file.
    locked: bool,
    /// What it is for, and how long it takes to build.
    purpose: &'a str,
}

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`, of the version that `Cargo.lock` holds: the two sides
/// share a format that has no compatibility between versions.
pub fn wasm_bindgen(project: &Project) -> Result<PathBuf> {
    folder_of(
        project,
        &Tool {
            package: "wasm-bindgen-cli",
            version: &project.locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // Its own lock file may name versions that are newer than a registry mirror offers.
            locked: false,
            purpose: "writes the JavaScript between page and wasm; about three minutes",
        },
    )
}

/// The program `wasm-pack`.
pub fn wasm_pack(project: &Project) -> Result<PathBuf> {
    let folder = folder_of(
        project,
        &Tool {
            package: "wasm-pack",
            version: WASM_PACK_VERSION,
            programs: &["wasm-pack"],
            locked: true,
            purpose: "builds the wasm package and runs its browser tests; about two minutes",
        },
    )?;
    Ok(folder.join("wasm-pack"))
}

/// The program `geckodriver`.
pub fn geckodriver(project: &Project) -> Result<PathBuf> {
    let folder = folder_of(
        project,
        &Tool {
            package: "geckodriver",
            version: GECKODRIVER_VERSION,
            programs: &["geckodriver"],
            locked: true,
            purpose: "drives Firefox in the end-to-end tests; about two minutes",
        },
    )?;
    Ok(folder.join("geckodriver"))
}

/// The folder in which the tool's programs stand.
fn folder_of(project: &Project, tool: &Tool) -> Result<PathBuf> {
    if let Some(folder) = on_path(tool) {
        return Ok(folder);
    }
    let home = project.tools().join(format!("{}-{}", tool.package, tool.version));
    let folder = home.join("bin");
    if holds(&folder, tool) {
        return Ok(folder);
    }
    announce(&format!(
        "{} {} ({}). Cargo builds it into {}",
        tool.package,
        tool.version,
        tool.purpose,
        home.display()
    ));
    install(&home, tool)?;
    if !holds(&folder, tool) {
        bail!(
            "{} was installed into {}, yet does not run or is not version {}. Delete that folder and try again.",
            tool.package,
            home.display(),
            tool.version
        );
    }
    Ok(folder)
}

fn install(home: &Path, tool: &Tool) -> Result<()> {
    fs::create_dir_all(home).with_context(|| format!("{} can't be made", home.display()))?;
    let mut command = Command::new("cargo");
    command
        .args(["install", tool.package, "--version"])
        .arg(format!("={}", tool.version))
        .args(["--force", "--root"])
        .arg(home)
        // Neither this project's configuration nor the caller's flags are meant for tools.
        .current_dir(home)
        // Or cargo would ask for this in the end, which nobody needs to do.
        .env("PATH", run::path_with(&[home.join("bin")])?)
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("CARGO_BUILD_TARGET")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    if tool.locked {
        command.arg("--locked");
    }
    run::shown(&mut command).with_context(|| {
        format!(
            "{package} {version} could not be installed: the lines above say why (no network or registry, no C compiler, \
             or a full disk are the usual reasons). By hand: `cargo install {package} --version {version}{locked}`, and \
             see to it that its programs are on the PATH",
            package = tool.package,
            version = tool.version,
            locked = if tool.locked { " --locked" } else { "" },
        )
    })
}

/// The folder of the `PATH` that holds the right version, if there is one.
fn on_path(tool: &Tool) -> Option<PathBuf> {
    let first = which::which(tool.programs.first()?).ok()?;
    let folder = first.parent()?.to_path_buf();
    holds(&folder, tool).then_some(folder)
}

/// Whether the folder holds all the tool's programs, in the right version.
fn holds(folder: &Path, tool: &Tool) -> bool {
    tool.programs.iter().all(|program| {
        let mut command = Command::new(folder.join(program));
        command.arg("--version");
        run::captured(&mut command).is_ok_and(|output| {
            String::from_utf8_lossy(&output)
                .split_whitespace()
                .any(|word| word == tool.version)
        })
    })
}
