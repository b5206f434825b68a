//! The words of a language by their key, from the file the widget itself is built from, so that polishing a sentence breaks
//! no test. The names that site owners' own tests rely on are written out in `accessibility`.

use std::{collections::BTreeMap, fs, path::Path};

use e2e::Result;
use serde_json::Value;

/// The messages of one language.
#[derive(Debug)]
pub struct Words(BTreeMap<String, Value>);

impl Words {
    /// The messages of the language `tag`, such as `ar`.
    pub fn of(tag: &str) -> Result<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/i18n");
        Ok(Self(serde_json::from_str(&fs::read_to_string(
            folder.join(format!("{tag}.json")),
        )?)?))
    }

    /// The message under `key`; the key itself where there is none, so that the test says which one it missed.
    pub fn get(&self, key: &str) -> String {
        self.0.get(key).and_then(Value::as_str).unwrap_or(key).to_owned()
    }

    /// The message with its `{name}` places filled.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.get(key);
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}
