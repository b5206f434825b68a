//! The words: a small JSON file for every language but English, which is part of the wasm; and the few words that the
//! loader shows before the wasm is there, in every language.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::files::{File, Role};

/// The messages that the placeholder is made of, in the order in which the loader takes them.
const PLACEHOLDER: [&str; 4] = ["intro.title", "intro.lead", "button.start", "load.failed"];

/// Every language's messages, by tag.
pub struct Languages(BTreeMap<String, Map<String, Value>>);

/// Reads `<tag>.json` of every language from a folder.
pub fn read(folder: &Path) -> Result<Languages> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))? {
        let path = entry?.path();
        let is_json = path.extension().is_some_and(|ending| ending == "json");
        let (true, Some(tag)) = (is_json, path.file_stem().and_then(|stem| stem.to_str())) else {
            continue;
        };
        let text = fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
        let messages =
            serde_json::from_str(&text).with_context(|| format!("{} is not an object of messages", path.display()))?;
        all.insert(tag.to_owned(), messages);
    }
    if !all.contains_key("en") {
        bail!("{} holds no en.json.", folder.display());
    }
    Ok(Languages(all))
}

impl Languages {
    /// The files to fetch: each language but English, with its tag.
    pub fn files(&self) -> Result<Vec<(String, File)>> {
        self.0
            .iter()
            .filter(|(tag, _)| *tag != "en")
            .map(|(tag, messages)| {
                let bytes = serde_json::to_vec(messages)?;
                Ok((tag.clone(), File::hashed(Role::Messages, &format!("{tag}.json"), bytes)))
            })
            .collect()
    }

    /// What the loader shows at first, by language.
    pub fn placeholder(&self) -> Result<Value> {
        let mut all = Map::new();
        for (tag, messages) in &self.0 {
            let words: Result<Vec<Value>> = PLACEHOLDER
                .iter()
                .map(|key| {
                    let word = messages.get(*key).cloned();
                    word.with_context(|| format!("{tag}.json holds no `{key}`, which the loader shows at first"))
                })
                .collect();
            all.insert(tag.clone(), Value::Array(words?));
        }
        Ok(Value::Object(all))
    }
}
