//! The files of `dist/`, as values: name, role, bytes; and how a name carries a hash of the content.

use std::{fmt::Write, fs, path::Path};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{NAME, frame};

/// What a file is for; the size report groups by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The script that a page includes.
    Loader,
    /// The JavaScript between page and wasm.
    Glue,
    /// The widget itself.
    Wasm,
    /// What runs the widget in a frame, where an owner wants that.
    Frame,
    /// The words of one language other than English.
    Messages,
    /// What other programs need to understand visitors' files. The widget never fetches it.
    Definition,
    /// Another file once more, under a version.
    Copy,
    /// A page of ours, such as the demo. A site owner doesn't need it.
    Page,
}

/// One file of `dist/`.
#[derive(Debug, Clone)]
pub struct File {
    /// What it is for.
    pub role: Role,
    /// Its path below `dist/`, with `/` between folders.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file whose name carries the hash of its content. `ending` is what follows the hash, without the dot.
    pub fn hashed(role: Role, ending: &str, bytes: Vec<u8>) -> Self {
        let name = format!("{NAME}-{}.{ending}", short_hash(&bytes));
        Self { role, name, bytes }
    }

    /// A file of a stable name.
    pub fn named(role: Role, name: &str, bytes: Vec<u8>) -> Self {
        Self {
            role,
            name: name.to_owned(),
            bytes,
        }
    }

    /// Its hash, as subresource integrity writes it.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", STANDARD.encode(Sha256::digest(&self.bytes)))
    }
}

/// The first eight hexadecimal digits of the content's SHA-256: enough to tell versions apart.
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(4)
        .fold(String::new(), |mut digits, byte| {
            // Writing to a `String` can't fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}

/// Everything in `www/` but the sources of the loader and the frame, in the order of the names.
pub fn pages(www: &Path) -> Result<Vec<File>> {
    let mut found = Vec::new();
    collect(www, "", &mut found)?;
    found.retain(|file| file.name != "embed.js" && !frame::SOURCES.contains(&file.name.as_str()));
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<File>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), found)?;
        } else {
            let bytes = fs::read(&path).with_context(|| format!("{} can't be read", path.display()))?;
            found.push(File::named(Role::Page, &name, bytes));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_and_only_with_it() {
        let name = |content: &str| File::hashed(Role::Wasm, "wasm", content.into()).name;
        assert_eq!(name("one"), name("one"));
        assert_ne!(name("one"), name("two"));
        // The first digits of the well-known SHA-256 of nothing.
        assert_eq!(name(""), "therapist-fit-e3b0c442.wasm");
    }

    #[test]
    fn pages_are_taken_from_subfolders_too_and_the_loader_is_not_one() {
        let www = tempfile::tempdir().unwrap();
        fs::create_dir(www.path().join("pictures")).unwrap();
        for name in ["index.html", "embed.js", "pictures/a.svg"] {
            fs::write(www.path().join(name), name).unwrap();
        }
        let names: Vec<_> = pages(www.path()).unwrap().into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["index.html", "pictures/a.svg"]);
    }
}
