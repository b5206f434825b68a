//! Filling in what the loader's source leaves open: the names of the other files, and its first words.

use anyhow::{Result, bail};
use serde_json::{Map, Value};

use super::files::File;

/// What stands in the place of each token.
pub struct Tokens<'a> {
    /// Name of the glue.
    pub glue: &'a str,
    /// Name of the wasm.
    pub wasm: &'a str,
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
        .map(|(tag, file)| (tag.clone(), Value::from(file.name.clone())))
        .collect();
    let values = [
        ("GLUE", Value::from(tokens.glue)),
        ("WASM", Value::from(tokens.wasm)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::files::Role;

    fn filled(source: &str) -> Result<String> {
        let messages = [("es".to_owned(), File::named(Role::Messages, "w-1.es.json", Vec::new()))];
        fill(
            source,
            &Tokens {
                glue: "w-1.js",
                wasm: "w-1.wasm",
                messages: &messages,
                placeholder: &serde_json::json!({"en": {"title": "A \"title\""}}),
            },
        )
    }

    #[test]
    fn every_token_becomes_a_value() {
        let script = filled(r#"a("__GLUE__","__WASM__","__MESSAGES__","__PLACEHOLDER__")"#).unwrap();
        assert_eq!(
            script,
            r#"a("w-1.js","w-1.wasm",{"es":"w-1.es.json"},{"en":{"title":"A \"title\""}})"#
        );
    }

    #[test]
    fn a_missing_token_is_named() {
        let error = filled(r#"a("__GLUE__","__WASM__","__MESSAGES__")"#).unwrap_err();
        assert!(error.to_string().contains("__PLACEHOLDER__"));
    }
}
