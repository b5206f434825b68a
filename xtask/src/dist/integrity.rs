//! The hashes of what the widget's pages load, as subresource integrity writes them: for whoever pins a version.

use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value};

use super::files::{File, Role};

/// The file: name to hash.
pub fn file(files: &[File]) -> Result<File> {
    let is_loaded = |file: &&File| match file.role {
        Role::Loader | Role::Glue | Role::Wasm | Role::Messages => true,
        // A page has no hash that anyone could ask for.
        Role::Frame => Path::new(&file.name).extension().is_some_and(|ending| ending == "js"),
        Role::Definition | Role::Page | Role::Copy => false,
    };
    let loaded = files.iter().filter(is_loaded);
    let hashes: Map<String, Value> = loaded
        .map(|file| (file.name.clone(), file.integrity().into()))
        .collect();
    let text = serde_json::to_string_pretty(&hashes)? + "\n";
    Ok(File::named(Role::Definition, "integrity.json", text.into_bytes()))
}
