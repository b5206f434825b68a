//! The npm package, as a folder: the widget's files, and an entry that bundlers understand.
//!
//! The entry is the loader, with each file's address written as `new URL("./…", import.meta.url)`: that is how bundlers know
//! that a file belongs to a module and must be published with it. It is not minified: bundlers do that. On a server, where
//! there is no document, it does nothing.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{
    NAME,
    files::{File, Role},
    write,
};
use crate::project::Project;

/// The entry's name.
const ENTRY: &str = "index.js";

/// Writes the package into `target/npm/`. `loader` is the loader's source with everything filled in.
pub fn package(project: &Project, version: &str, loader: &str, all: &[File]) -> Result<()> {
    let shipped = |file: &&File| {
        matches!(
            file.role,
            Role::Loader | Role::Glue | Role::Wasm | Role::Frame | Role::Messages
        )
    };
    let mut files: Vec<File> = all.iter().filter(shipped).cloned().collect();
    let named = |name: &str| all.iter().find(|file| file.name == name).cloned();
    let types = format!("{NAME}.d.ts");
    let react = format!("{NAME}.react.d.ts");
    files.extend(
        ["custom-elements.json", "integrity.json", types.as_str(), react.as_str()]
            .into_iter()
            .filter_map(named),
    );
    files.push(File::named(Role::Definition, ENTRY, entry(loader, &files).into_bytes()));
    for name in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        files.push(text(project.root(), name)?);
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let manifest = manifest(version, &files);
    files.push(File::named(Role::Definition, "package.json", manifest.into_bytes()));
    write(&folder(project), &files)
}

/// Where the package is written.
pub fn folder(project: &Project) -> std::path::PathBuf {
    project.target().join("npm")
}

fn text(root: &Path, name: &str) -> Result<File> {
    let bytes = fs::read(root.join(name)).with_context(|| format!("{name} can't be read"))?;
    Ok(File::named(Role::Definition, name, bytes))
}

/// The loader as a module that bundlers understand.
fn entry(loader: &str, files: &[File]) -> String {
    let mut entry = loader.to_owned();
    // The files of the frame find one another by their names, so a bundler must not rename them.
    let renamed = |file: &&File| matches!(file.role, Role::Glue | Role::Wasm | Role::Messages);
    for file in files.iter().filter(renamed) {
        let address = format!("new URL(\"./{}\", import.meta.url).href", file.name);
        entry = entry.replace(&format!("\"{}\"", file.name), &address);
    }
    format!("if (typeof document !== \"undefined\") {{\n{entry}\n}}\nexport {{}};\n")
}

/// `package.json`. Written out, because the order of conditions matters: types come first.
fn manifest(version: &str, files: &[File]) -> String {
    let names: Vec<String> = files.iter().map(|file| format!("    \"{}\"", file.name)).collect();
    let names = names.join(",\n");
    format!(
        r#"{{
  "name": "{NAME}",
  "version": "{version}",
  "description": "An embeddable, private self-assessment of the therapeutic alliance, run wholly in the browser.",
  "keywords": ["custom-element", "web-component", "self-assessment", "therapy", "wasm"],
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "exports": {{
    ".": {{
      "types": "./{NAME}.d.ts",
      "default": "./{ENTRY}"
    }},
    "./{NAME}.js": {{
      "types": "./{NAME}.d.ts",
      "default": "./{NAME}.js"
    }},
    "./react": {{
      "types": "./{NAME}.react.d.ts",
      "default": "./{ENTRY}"
    }},
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json"
  }},
  "types": "./{NAME}.d.ts",
  "sideEffects": true,
  "customElements": "custom-elements.json",
  "files": [
{names}
  ]
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_names_each_file_as_bundlers_understand_it_and_is_quiet_on_a_server() {
        let files = [
            File::named(Role::Glue, "w-1.js", Vec::new()),
            File::named(Role::Definition, "w.d.ts", Vec::new()),
        ];
        let entry = entry(r#"const GLUE = ["w-1.js", "sha256-x"];"#, &files);
        assert!(entry.contains(r#"[new URL("./w-1.js", import.meta.url).href, "sha256-x"]"#));
        assert!(entry.starts_with("if (typeof document"));
    }

    #[test]
    fn the_manifest_lists_the_files_and_puts_types_first() {
        let manifest = manifest("1.2.3", &[File::named(Role::Glue, "w-1.js", Vec::new())]);
        let read: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(read["files"], serde_json::json!(["w-1.js"]));
        assert_eq!(read["version"], "1.2.3");
        assert!(manifest.find("\"types\"") < manifest.find("\"default\""));
    }
}
