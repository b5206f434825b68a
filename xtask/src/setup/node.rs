//! Tools from npm, at the versions that `xtask/node/package-lock.json` fixes: the optimizer of wasm, the minifier, the
//! checkers of accessibility and of file formats. They are installed into the cache, never into the tree, and none runs a script on installation.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::announce;
use crate::{dist::files::short_hash, project::Project, run};

/// The files that say what to install.
const RECIPE: [&str; 3] = [".npmrc", "package.json", "package-lock.json"];
/// Written last: an installation without it was broken off.
const COMPLETE: &str = "complete";

/// The installed npm packages.
#[derive(Debug, Clone)]
pub struct NodeTools {
    modules: PathBuf,
}

impl NodeTools {
    /// The folder of all programs.
    pub fn programs(&self) -> PathBuf {
        self.modules.join(".bin")
    }

    /// One program.
    pub fn program(&self, name: &str) -> PathBuf {
        let name = if cfg!(windows) {
            format!("{name}.cmd")
        } else {
            name.to_owned()
        };
        self.programs().join(name)
    }

    /// The source of axe-core, which checks a page for accessibility.
    pub fn axe(&self) -> PathBuf {
        self.modules.join("axe-core").join("axe.min.js")
    }

    /// A call of Node that runs a script, which finds the packages by their names.
    pub fn script(&self, script: &Path) -> Command {
        let mut command = Command::new("node");
        command.arg(script).env("NODE_PATH", &self.modules);
        command
    }
}

/// Finds or installs the packages.
pub fn tools(project: &Project) -> Result<NodeTools> {
    let recipe = project.root().join("xtask").join("node");
    let what =
        "wasm-opt, esbuild, axe-core and validators (they make files small, and check accessibility and file formats)";
    let modules = packages(project, &recipe, "node", what)?;
    Ok(NodeTools { modules })
}

/// Finds or installs the packages of a folder with `package.json` and its lock; gives their folder, `node_modules`. It is
/// named by the lock's content, so packages of other versions stand beside it.
pub fn packages(project: &Project, recipe: &Path, name: &str, what: &str) -> Result<PathBuf> {
    let lock = recipe.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("{} can't be read", lock.display()))?;
    let home = project.tools().join(format!("{name}-{}", short_hash(&lock)));
    if !home.join(COMPLETE).is_file() {
        announce(&format!("{what}. npm installs them into {}", home.display()));
        install(recipe, &home)?;
    }
    Ok(home.join("node_modules"))
}

fn install(recipe: &Path, home: &Path) -> Result<()> {
    let Ok(npm) = which::which("npm") else {
        bail!(
            "npm is not on the PATH; it brings wasm-opt, esbuild, axe-core and validators. Install Node.js 20 or newer (on Debian: \
             `apt-get install nodejs npm`) and try again."
        );
    };
    fs::create_dir_all(home).with_context(|| format!("{} can't be made", home.display()))?;
    for file in RECIPE {
        fs::copy(recipe.join(file), home.join(file))
            .with_context(|| format!("{file} can't be copied into {}", home.display()))?;
    }
    run::shown(Command::new(npm).args(["ci", "--loglevel=error"]).current_dir(home)).with_context(|| {
        format!(
            "the npm packages could not be installed: the lines above say why (mostly no network or registry). By hand: \
             `npm ci` in {}",
            home.display()
        )
    })?;
    fs::write(home.join(COMPLETE), "").context("the installation could not be marked as complete")
}
