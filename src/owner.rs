//! What a site owner's own files come to: the checklist that is asked, and the words for it.
//!
//! Pure, so that the widget, the tools and the tests say the same of a file. It knows nothing of where files come from, nor
//! of what becomes of the warnings.

use crate::checklist::{self, Checklist, Problem};
use crate::i18n::{self, Messages};

/// The checklist in a file, or the built-in one where there is no file.
///
/// # Errors
/// What is wrong with the file.
pub fn checklist(file: Option<&str>) -> Result<Checklist, Vec<Problem>> {
    match file {
        None => Ok(Checklist::alliance()),
        Some(text) => {
            let messages = Messages::english();
            checklist::own(text, &|key| messages.has(key))
        }
    }
}

/// Problems, a line each.
pub fn lines(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    lines.join("\n")
}

/// The files that words come from, all but English.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files<'a> {
    /// The messages of the language.
    pub language: Option<&'a str>,
    /// The owner's own messages.
    pub messages: Option<&'a str>,
}

/// The words for a checklist in the language of a tag: English, over it the language's, over those the checklist's, on top
/// the owner's. And what the owner must hear of, a line each.
pub fn messages(tag: &str, checklist: &Checklist, files: Files) -> (Messages, Vec<String>) {
    let mut warnings = Vec::new();
    let mut all = match files.language.map(Messages::layered) {
        Some(Some(layered)) => layered,
        Some(None) => {
            warnings.push(["the messages of ", tag, " can't be read"].concat());
            Messages::english()
        }
        None => Messages::english(),
    };
    if checklist.is_own() {
        all.speak_of_own();
    }
    if let Some(texts) = checklist.texts_for(tag) {
        all.lay_over(texts);
    }
    if let Some(file) = files.messages {
        match i18n::pairs(file) {
            None => warnings.push("messages: expected JSON, an object of message keys and texts".to_owned()),
            Some(own) => {
                let known = |key: &str| all.has(key);
                let unknown: Vec<&str> = own.iter().map(|(key, _)| key).filter(|key| !known(key)).collect();
                if !unknown.is_empty() {
                    warnings.push(["messages: there is no message ", &unknown.join(", ")].concat());
                }
                all.lay_over(&own);
                let refused: Vec<&str> = own
                    .iter()
                    .filter_map(|(key, word)| (all.get(key) != word).then_some(key))
                    .collect();
                if !refused.is_empty() {
                    warnings.push(["messages: {number} is missing in ", &refused.join(", ")].concat());
                }
            }
        }
    }
    (all, warnings)
}
