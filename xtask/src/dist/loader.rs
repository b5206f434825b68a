//! Filling in what the loader's source leaves open: the names of the other files, and its first words.

use anyhow::{Result, bail};
use serde_json::{Map, Value};

use super::files::File;

/// What stands in the place of each token.
pub struct Tokens<'a> {
    /// The glue.
    pub glue: &'a File,
    /// The wasm.
    pub wasm: &'a File,
    /// What puts the widget into a frame.
    pub frame: &'a File,
    /// Language tags with their files.
    pub messages: &'a [(String, File)],
    /// The first words, by language.
    pub placeholder: &'a Value,
}

/// Puts the values in the place of the tokens. Every token must be there; a token is a string literal, so that the
/// source is a valid script before as well as after.
pub fn fill(source: &str, tokens: &Tokens) -> Result<String> {
    let messages: Map<String, Value> = tokens
        .messages
        .iter()
        .map(|(tag, file)| (tag.clone(), described(file)))
        .collect();
    let values = [
        ("GLUE", described(tokens.glue)),
        ("WASM", described(tokens.wasm)),
        ("FRAME", described(tokens.frame)),
        ("MESSAGES", Value::Object(messages)),
        ("PLACEHOLDER", tokens.placeholder.clone()),
    ];
    let mut filled = source.to_owned();
    for (name, value) in values {
        let token = format!("\"__{name}__\"");
        if !filled.contains(&token) {
            bail!("www/embed.js holds no {token}: the loader would not know what to fetch or show.");
        }
        filled = filled.replace(&token, &value.to_string());
    }
    Ok(filled)
}

/// A file as the loader knows it: its name, and the hash that it verifies.
fn described(file: &File) -> Value {
    Value::from(vec![file.name.clone(), file.integrity()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::files::Role;

    fn filled(source: &str) -> Result<String> {
        let file = |name: &str| File::named(Role::Messages, name, Vec::new());
        let messages = [("es".to_owned(), file("w-1.es.json"))];
        fill(
            source,
            &Tokens {
                glue: &file("w-1.js"),
                wasm: &file("w-1.wasm"),
                frame: &file("w-1.frame.js"),
                messages: &messages,
                placeholder: &serde_json::json!({"en": {"title": "A \"title\""}}),
            },
        )
    }

    #[test]
    fn every_token_becomes_a_value() {
        let script = filled(r#"a("__GLUE__","__WASM__","__FRAME__","__MESSAGES__","__PLACEHOLDER__")"#).unwrap();
        // The well-known SHA-256 of nothing.
        let hash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let messages = format!(r#"{{"es":["w-1.es.json","{hash}"]}}"#);
        let words = r#"{"en":{"title":"A \"title\""}}"#;
        assert_eq!(
            script,
            format!(r#"a(["w-1.js","{hash}"],["w-1.wasm","{hash}"],["w-1.frame.js","{hash}"],{messages},{words})"#)
        );
    }

    #[test]
    fn a_missing_token_is_named() {
        let error = filled(r#"a("__GLUE__","__WASM__","__FRAME__","__MESSAGES__")"#).unwrap_err();
        assert!(error.to_string().contains("__PLACEHOLDER__"));
    }
}
