//! Words: messages by key, the languages there are, and which way they run.
//!
//! English is compiled in; other languages are fetched by the loader and laid over it. Numbers, dates and plural
//! categories are the browser's (`browser::Locale`). To add a language, add its file here, its tag to [`LANGUAGES`] and
//! a constant for applications that compile it in.

use crate::json::{self, Pairs};

const ENGLISH: &str = include_str!("en.json");

/// The messages file of Spanish, for [`Messages::layered`]. The widget holds it only where it is used.
pub const SPANISH: &str = include_str!("es.json");

/// The messages file of Arabic, as that of Spanish.
pub const ARABIC: &str = include_str!("ar.json");

/// The languages there are, by primary subtag.
pub const LANGUAGES: &[&str] = &["en", "es", "ar"];

/// Languages that run from right to left, whether we speak them yet or not.
const RIGHT_TO_LEFT: &[&str] = &["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"];

/// Which way a language runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// Which way the language of a tag runs.
pub fn direction(tag: &str) -> Direction {
    if RIGHT_TO_LEFT.contains(&primary(tag).as_str()) {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

/// Whether there are words for the language of a tag.
pub fn speaks(tag: &str) -> bool {
    LANGUAGES.contains(&primary(tag).as_str())
}

fn primary(tag: &str) -> String {
    let first = tag.split('-').next();
    first.unwrap_or_default().to_ascii_lowercase()
}

/// The ending of keys whose messages suit any checklist.
const OWN: &str = ".own";

/// The keys and texts of a messages file (JSON); none where it can't be read.
pub fn pairs(text: &str) -> Option<Pairs> {
    Pairs::of(json::read(text)?)
}

/// The words of a language, over English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages(Pairs);

/// Whether a message says the number of a help line. Not by a search for a text: code that does that weighs 4 KiB.
fn names_number(word: &str) -> bool {
    word.split('{').any(|rest| rest.starts_with("number}"))
}

impl Messages {
    /// English. A host test holds that the file can be read; there would be no words otherwise.
    pub fn english() -> Self {
        Self(json::read(ENGLISH).and_then(Pairs::of).unwrap_or_default())
    }

    /// The messages in a file (JSON, key to text), over English; none where it can't be read.
    pub fn layered(text: &str) -> Option<Self> {
        let mut all = Self::english();
        all.lay_over(&pairs(text)?);
        Some(all)
    }

    /// Lays other words over these. A help line stays: what names its number gives way only to words that do so too.
    pub fn lay_over(&mut self, words: &Pairs) {
        for (key, word) in words.iter() {
            if names_number(word) || !names_number(self.get(key)) {
                self.0.set(key, word.to_owned());
            }
        }
    }

    /// For an owner's checklist: where a message speaks of the built-in one, the message under its key with `.own` takes its
    /// place.
    pub fn speak_of_own(&mut self) {
        let own: Vec<(String, String)> = self
            .0
            .iter()
            .filter_map(|(key, word)| Some((key.strip_suffix(OWN)?.to_owned(), word.to_owned())))
            .collect();
        for (key, word) in own {
            self.0.set(&key, word);
        }
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Whether there is a message under `key`.
    pub fn has(&self, key: &str) -> bool {
        self.0.get(key).is_some()
    }

    /// The message under `key`; the key itself where there is none, so that a gap shows in tests.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).unwrap_or(key)
    }

    /// The message with each `{name}` filled. What is filled in is not looked at again.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = self.get(key);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            let value = values.iter().find(|(known, _)| *known == name);
            out.push_str(value.map_or("", |(_, value)| value));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// The message in the plural form `category` (as `Intl.PluralRules` names it), with each `{name}` filled.
    pub fn plural(&self, key: &str, category: &str, values: &[(&str, &str)]) -> String {
        let exact = [key, ".", category].concat();
        if self.has(&exact) {
            self.format(&exact, values)
        } else {
            self.format(&[key, ".other"].concat(), values)
        }
    }
}
