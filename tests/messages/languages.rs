//! Every language, whole: every key, every place to fill, every plural form, and a few rules of style.

use serde::de::{Deserializer, MapAccess, Visitor};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;
use therapist_fit::i18n::{ARABIC, LANGUAGES, Messages, SPANISH};

/// The plural categories of each language, as CLDR has them.
const CATEGORIES: &[(&str, &[&str])] = &[
    ("en", &["one", "other"]),
    ("es", &["one", "many", "other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
];

/// Those that stand for one number, which may be said in words instead.
const ONE_NUMBER: [&str; 3] = ["zero", "one", "two"];

/// An object's entries as they stand, so that a key that comes twice is seen twice.
struct Entries(Vec<(String, String)>);

impl<'text> serde::Deserialize<'text> for Entries {
    fn deserialize<D: Deserializer<'text>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'text> Visitor<'text> for Reader {
            type Value = Entries;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object of texts")
            }
            fn visit_map<A: MapAccess<'text>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

type Words = BTreeMap<String, String>;

fn file(tag: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/i18n/{tag}.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The languages that have a file. That they are those on offer is a test of its own.
fn there() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n");
    let names = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect()
}

fn entries(tag: &str) -> Vec<(String, String)> {
    let read = serde_json::from_str::<Entries>(&file(tag));
    read.unwrap_or_else(|error| panic!("{tag}.json: {error}")).0
}

fn words(tag: &str) -> Words {
    entries(tag).into_iter().collect()
}

/// Fails with all that is wrong at once, so that a translator sees the whole list.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// The keys that have plural forms, without the form.
fn plurals() -> BTreeSet<String> {
    let english = words("en");
    let stems = english.keys().filter_map(|key| key.strip_suffix(".one"));
    stems
        .filter(|stem| english.contains_key(&format!("{stem}.other")))
        .map(str::to_owned)
        .collect()
}

/// The key without its plural form, and the form.
fn parted<'a>(key: &'a str, plurals: &BTreeSet<String>) -> (&'a str, Option<&'a str>) {
    match key.rsplit_once('.') {
        Some((stem, form)) if plurals.contains(stem) => (stem, Some(form)),
        _ => (key, None),
    }
}

fn categories(tag: &str) -> &'static [&'static str] {
    let found = CATEGORIES.iter().find(|(known, _)| *known == tag);
    found
        .unwrap_or_else(|| panic!("which plural categories does {tag} have?"))
        .1
}

/// The keys that a language must have.
fn wanted(tag: &str) -> BTreeSet<String> {
    let plurals = plurals();
    let english = words("en");
    let plain = english.keys().filter(|key| parted(key, &plurals).1.is_none()).cloned();
    let forms = plurals
        .iter()
        .flat_map(|stem| categories(tag).iter().map(move |form| format!("{stem}.{form}")));
    plain.chain(forms).collect()
}

/// The places to fill; an error where a brace stands alone or a name is no name.
fn places(message: &str) -> Result<BTreeSet<&str>, ()> {
    let mut parts = message.split('{');
    let before = parts.next().unwrap_or_default();
    let mut found = BTreeSet::new();
    if before.contains('}') {
        return Err(());
    }
    for part in parts {
        let (name, rest) = part.split_once('}').ok_or(())?;
        if rest.contains('}') || name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Err(());
        }
        found.insert(name);
    }
    Ok(found)
}

#[test]
fn every_language_that_is_offered_has_its_file_and_every_file_is_offered() {
    assert_eq!(there(), LANGUAGES.iter().map(|tag| (*tag).to_owned()).collect());
}

#[test]
fn an_application_can_compile_every_language_in() {
    let there = BTreeSet::from([SPANISH.to_owned(), ARABIC.to_owned()]);
    let others = LANGUAGES.iter().filter(|tag| **tag != "en").map(|tag| file(tag));
    assert_eq!(there, others.collect());
}

#[test]
fn every_language_says_all_that_english_says_and_nothing_else() {
    let mut wrong = Vec::new();
    for tag in there() {
        let said: BTreeSet<String> = words(&tag).into_keys().collect();
        let wanted = wanted(&tag);
        wrong.extend(wanted.difference(&said).map(|key| format!("{tag}: {key} is missing")));
        wrong.extend(said.difference(&wanted).map(|key| format!("{tag}: {key} is not known")));
    }
    assert_none(&wrong);
}

#[test]
fn no_key_stands_twice_in_a_file() {
    let mut wrong = Vec::new();
    for tag in there() {
        let mut seen = BTreeSet::new();
        for (key, _) in entries(&tag) {
            if !seen.insert(key.clone()) {
                wrong.push(format!("{tag}: {key}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_same_places_are_filled_in_every_language() {
    let plurals = plurals();
    let english = words("en");
    let mut wrong = Vec::new();
    for tag in there() {
        for (key, message) in words(&tag) {
            let (stem, form) = parted(&key, &plurals);
            let source = if form.is_some() {
                format!("{stem}.other")
            } else {
                stem.to_owned()
            };
            let wanted = english
                .get(&source)
                .and_then(|message| places(message).ok())
                .unwrap_or_default();
            match places(&message) {
                Err(()) => wrong.push(format!("{tag}: {key} has a brace that fills nothing: {message}")),
                Ok(found) => {
                    let in_words = form.is_some_and(|form| ONE_NUMBER.contains(&form));
                    let same = found == wanted || in_words && found.is_subset(&wanted);
                    if !same {
                        wrong.push(format!("{tag}: {key} fills {found:?}, English {wanted:?}"));
                    }
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn nothing_is_empty_shouted_or_padded() {
    let mut wrong = Vec::new();
    for tag in there() {
        for (key, message) in words(&tag) {
            if message.trim().is_empty() {
                wrong.push(format!("{tag}: {key} is empty"));
            } else if message.trim() != message || message.contains("  ") || message.contains(char::is_control) {
                wrong.push(format!("{tag}: {key} has needless space: {message:?}"));
            }
            if message.contains(['!', '¡']) {
                wrong.push(format!("{tag}: {key} has an exclamation mark: {message}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_language_has_simply_copied_the_english_sentences() {
    let english = words("en");
    let mut wrong = Vec::new();
    for tag in there().into_iter().filter(|tag| tag != "en") {
        for (key, message) in words(&tag) {
            // Short words may well be the same in two languages ("No"); a sentence is not.
            let is_sentence = message.split_whitespace().count() > 4;
            if is_sentence && english.get(&key) == Some(&message) {
                wrong.push(format!("{tag}: {key} is still English: {message}"));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_widget_reads_every_file_as_it_is() {
    for tag in there() {
        let messages = Messages::layered(&file(&tag)).unwrap_or_else(|| panic!("{tag}.json can't be read"));
        for (key, message) in words(&tag) {
            assert_eq!(messages.get(&key), message, "{tag}: {key}");
        }
    }
}
