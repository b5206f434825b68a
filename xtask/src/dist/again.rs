//! Whether the same sources give the same bytes: a second build as on another machine, from a copy of the tree in another
//! folder and with cargo's home at another path, with nothing taken over from the first.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::build;
use crate::{project::Project, setup::BuildTools};

/// What is not part of the sources, wherever it stands.
const NOT_SOURCES: [&str; 5] = ["target", "dist", "pkg", "out", "node_modules"];

/// Builds a copy of the project, and gives the names of the files that differ from those in `dist/`: other bytes, or there
/// in one only.
pub fn differing(project: &Project, tools: &BuildTools) -> Result<Vec<String>> {
    // Elsewhere, and at a path of another length: either one may have got into the bytes.
    let place = tempfile::Builder::new().prefix("therapist-fit-built-again").tempdir()?;
    let root = place.path().join("a copy");
    copy(project.root(), &root)?;
    let cargo_home = linked(project.cargo_home(), place.path().join("cargo"))?;
    let again = project.moved_to(&root, &cargo_home);
    build(&again, tools).context("the copy could not be built")?;
    compare(&project.dist(), &again.dist())
}

/// The names of the files that are not the same in both folders.
fn compare(one: &Path, other: &Path) -> Result<Vec<String>> {
    let mut names = names(one, one)?;
    names.extend(self::names(other, other)?);
    names.sort();
    names.dedup();
    names.retain(|name| fs::read(one.join(name)).ok() != fs::read(other.join(name)).ok());
    Ok(names.iter().map(|name| name.display().to_string()).collect())
}

/// The paths of all files in a folder, from `root` on.
fn names(root: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(names(root, &path)?);
        } else {
            found.push(path.strip_prefix(root)?.to_path_buf());
        }
    }
    Ok(found)
}

/// Makes cargo's home stand at another path too: the same libraries, so that nothing is fetched again.
#[cfg(unix)]
fn linked(home: &Path, other: PathBuf) -> Result<PathBuf> {
    fs::create_dir(&other)?;
    for entry in fs::read_dir(home).with_context(|| format!("{} can't be read", home.display()))? {
        let entry = entry?;
        std::os::unix::fs::symlink(entry.path(), other.join(entry.file_name()))?;
    }
    Ok(other)
}

/// Cargo's home as it is: not everyone may make links here.
#[cfg(not(unix))]
fn linked(home: &Path, _: PathBuf) -> Result<PathBuf> {
    Ok(home.to_path_buf())
}

/// Copies the sources.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} can't be read", from.display()))? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        let is_git = name == ".git";
        if is_git || NOT_SOURCES.iter().any(|other| name == *other) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).with_context(|| format!("{} can't be copied", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_and_missing_files_are_told_and_build_output_is_not_copied() {
        let place = tempfile::tempdir().unwrap();
        let (one, other) = (place.path().join("one"), place.path().join("other"));
        for folder in ["target", "src"] {
            fs::create_dir_all(one.join(folder)).unwrap();
            fs::write(one.join(folder).join("a"), "a").unwrap();
        }
        copy(&one, &other).unwrap();
        assert!(!other.join("target").exists());
        fs::remove_dir_all(one.join("target")).unwrap();
        assert!(compare(&one, &other).unwrap().is_empty());
        fs::write(other.join("src").join("a"), "b").unwrap();
        fs::write(other.join("only here"), "").unwrap();
        assert_eq!(compare(&one, &other).unwrap(), ["only here", "src/a"]);
    }
}
