//! Real sites, built as their owners would: with the generator or framework from npm, and the widget put in as the
//! documentation says. Nothing is built within the tree.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use xtask::{dist::npm, project::Project, setup::node};

use crate::visit::dist;

/// A site, as it would be published. It is gone once this is dropped.
#[derive(Debug)]
pub struct Built {
    place: TempDir,
}

impl Built {
    /// The folder to serve.
    pub fn folder(&self) -> PathBuf {
        self.place.path().join("dist")
    }
}

/// How the widget gets into a site.
#[derive(Debug, Clone, Copy)]
pub enum Widget {
    /// Its files in this folder, which the site publishes as it is.
    Files(&'static str),
    /// The npm package.
    Package,
}

/// Builds the site in `tests/e2e/sites/` of this name by these programs, with their arguments.
pub fn build(name: &str, widget: Widget, programs: &[&[&str]]) -> Result<Built> {
    let project = Project::find()?;
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("sites").join(name);
    let what = format!("what the test site “{name}” is built with");
    let packages = node::packages(&project, &source, &format!("site-{name}"), &what)?;
    let built = Built {
        place: tempfile::Builder::new().prefix("site-").tempdir()?,
    };
    let place = built.place.path();
    copy(&source, place)?;
    let modules = place.join("node_modules");
    link_each(&packages, &modules)?;
    match widget {
        Widget::Package => copy(&npm::folder(&project), &modules.join("therapist-fit"))?,
        Widget::Files(folder) => copy(&dist()?.join(env!("CARGO_PKG_VERSION")), &place.join(folder))?,
    }
    for program in programs {
        let (program, arguments) = program.split_first().context("a program is named")?;
        let output = Command::new(modules.join(".bin").join(program))
            .args(arguments)
            .current_dir(place)
            .output()
            .with_context(|| format!("{program} can't be run"))?;
        let said = [output.stdout, output.stderr].concat();
        ensure!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&said));
    }
    Ok(built)
}

/// Makes a folder whose entries are links to those of another: a package can be added there without changing the other.
fn link_each(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} can't be read", from.display()))? {
        let entry = entry?;
        link(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(from, to)?)
}

#[cfg(windows)]
fn link(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        Ok(std::os::windows::fs::symlink_dir(from, to)?)
    } else {
        Ok(std::os::windows::fs::symlink_file(from, to)?)
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} can't be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
