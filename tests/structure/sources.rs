//! Reading the sources: every Rust file, its code without comments, and the modules that it names.

use std::fs;
use std::path::{Path, PathBuf};

/// A Rust file of the project.
pub struct Source {
    /// Its path from the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file in a folder, and in the folders in it.
pub fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                if !["target", "node_modules"].iter().any(|name| path.ends_with(name)) {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(source(&path));
            }
        }
    }
    assert!(!found.is_empty(), "no Rust file in {folder}");
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn source(path: &PathBuf) -> Source {
    let short = path.strip_prefix(root()).unwrap();
    Source {
        path: short.to_str().unwrap().replace('\\', "/"),
        text: fs::read_to_string(path).unwrap(),
    }
}

impl Source {
    /// The module at the top of the crate that a file in `src` belongs to; none for `lib.rs`.
    pub fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        Some(first.strip_suffix(".rs").unwrap_or(first)).filter(|name| *name != "lib")
    }

    /// How deep in the crate its module stands: 1 for a module at the top.
    pub fn depth(&self) -> usize {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.trim_end_matches("/mod.rs").split('/').count()
    }

    /// The lines that are code, joined.
    pub fn code(&self) -> String {
        let code = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.collect::<Vec<_>>().join("\n")
    }

    /// Whether the code names `word` (whole, not as a part of another).
    pub fn names(&self, word: &str) -> bool {
        words(&self.code()).any(|known| known == word)
    }
}

/// The identifiers and keywords of a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !(sign.is_alphanumeric() || sign == '_'))
        .filter(|word| !word.is_empty())
}

/// What follows each `crate::` in code: `crate::a::b` gives `a`, and `crate::{a, b::{c, d}}` gives `a` and `b`.
pub fn named_from_root(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            None => found.extend(words(after).next().map(str::to_owned)),
            Some(group) => found.extend(members(group)),
        }
    }
    found
}

/// The first word of each member of a group, up to the brace that ends it.
fn members(group: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut members = vec![String::new()];
    for sign in group.chars() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => members.push(String::new()),
            _ if depth == 0 => members.last_mut().unwrap().push(sign),
            _ => {}
        }
    }
    members
        .iter()
        .filter_map(|member| words(member).next().map(str::to_owned))
        .collect()
}

/// The longest chain of `super::` in code.
pub fn steps_up(code: &str) -> usize {
    let chains = code.match_indices("super::").map(|(start, _)| {
        let mut steps = 0;
        let mut rest = &code[start..];
        while let Some(after) = rest.strip_prefix("super::") {
            steps += 1;
            rest = after;
        }
        steps
    });
    chains.max().unwrap_or(0)
}

#[test]
fn the_reader_of_paths_sees_every_way_to_write_them() {
    let code =
        "use crate::ui::text;\nuse crate::{browser::{self, now}, scoring, i18n::Messages};\nlet a = crate::json::read;";
    assert_eq!(named_from_root(code), ["ui", "browser", "scoring", "i18n", "json"]);
    assert_eq!(
        named_from_root("use crate::{\n    ui,\n    storage,\n};"),
        ["ui", "storage"]
    );
    assert_eq!(steps_up("use super::a; use super::super::b; x::c"), 2);
    assert_eq!(steps_up("supers::a"), 0);
}
