//! Every part of the checklist has its words; every key that a screen names is there, and every key there is named.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::guidance::Note;
use therapist_fit::i18n::Messages;
use therapist_fit::response::{Choice, Stage, TrustPast};
use therapist_fit::safety::QUESTIONS;
use therapist_fit::storage::StorageError;

/// Where messages are asked for by key.
const SOURCES: [&str; 4] = [
    "src/ui",
    "src/export/mod.rs",
    "src/storage/mod.rs",
    "xtask/src/dist/languages.rs",
];

fn assert_all_there(keys: impl IntoIterator<Item = String>) {
    let messages = Messages::english();
    let missing: Vec<String> = keys.into_iter().filter(|key| !messages.has(key)).collect();
    assert!(missing.is_empty(), "missing: {missing:#?}");
}

#[test]
fn every_section_item_answer_and_band_has_its_words() {
    let checklist = Checklist::alliance();
    let sections = checklist.sections.iter();
    let sections = sections.flat_map(|section| ["section.", "within."].map(|prefix| [prefix, &section.id].concat()));
    let items = checklist.items(Form::Full);
    let items = items.flat_map(|(_, item)| ["item.", "starter."].map(|prefix| [prefix, &item.id].concat()));
    let listen = checklist
        .items(Form::First)
        .map(|(_, item)| ["listen.", &item.id].concat());
    let scale = checklist.scale.iter().map(|answer| ["scale.", answer].concat());
    let bands = checklist.bands.iter();
    let bands = bands.flat_map(|band| ["title", "text"].map(|part| ["verdict.", &band.id, ".", part].concat()));
    let all: Vec<String> = sections.chain(items).chain(listen).chain(scale).chain(bands).collect();
    assert!(all.len() > 80, "the checklist is there");
    assert_all_there(all);
}

#[test]
fn what_to_listen_for_is_said_for_the_items_of_a_first_meeting_and_no_others() {
    let messages = Messages::english();
    let said = messages
        .keys()
        .filter_map(|key| key.strip_prefix("listen."))
        .collect::<BTreeSet<_>>();
    let checklist = Checklist::alliance();
    let wanted = checklist.items(Form::First).map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(said, wanted);
}

#[test]
fn every_note_safety_question_and_choice_has_its_words() {
    let notes = Note::ALL.iter();
    let notes = notes.flat_map(|note| ["title", "text"].map(|part| ["note.", note.id(), ".", part].concat()));
    let safety = QUESTIONS.iter();
    let safety = safety.flat_map(|one| ["question", "help"].map(|part| ["safety.", one.id, ".", part].concat()));
    let stages = Stage::ALL.iter().map(|stage| ["stage.", stage.id()].concat());
    let trust = TrustPast::ALL
        .iter()
        .map(|answer| ["context.trust-past.", answer.id()].concat());
    let choice = Choice::ALL
        .iter()
        .map(|answer| ["context.choice.", answer.id()].concat());
    assert_all_there(notes.chain(safety).chain(stages).chain(trust).chain(choice));
}

#[test]
fn every_storage_error_tells_the_visitor() {
    use StorageError::{Corrupt, FromNewerVersion, Full, Unavailable};
    assert_all_there([Unavailable, Full, Corrupt, FromNewerVersion].map(|error| error.message_key().to_owned()));
}

fn rust_files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let all = entries.flat_map(|entry| rust_files(&entry.unwrap().path()));
    all.filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// Every quoted text in the sources that has the shape of a key or of the beginning of one.
fn named() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = BTreeSet::new();
    for path in SOURCES.iter().flat_map(|source| rust_files(&root.join(source))) {
        let text = fs::read_to_string(path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            // Every other part between quotation marks is inside a string.
            let strings = line.split('"').skip(1).step_by(2);
            named.extend(strings.filter(|string| is_key(string)).map(str::to_owned));
        }
    }
    named
}

fn is_key(string: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
    string.starts_with(|first: char| first.is_ascii_lowercase()) && string.bytes().all(sign)
}

/// The keys that a name in the sources may stand for: itself, its plural forms, its title, text and prompt; or what it begins.
/// For an owner's checklist, each stands for its variant too.
fn stands_for(name: &str, key: &str) -> bool {
    if key != name && key.strip_suffix(".own").is_some_and(|key| stands_for(name, key)) {
        return true;
    }
    let Some(rest) = key.strip_prefix(name) else {
        return false;
    };
    if name.ends_with('.') {
        return true;
    }
    matches!(rest, "" | ".one" | ".other" | ".title" | ".text" | ".prompt")
}

#[test]
fn every_key_that_a_screen_names_is_there() {
    let messages = Messages::english();
    let groups: BTreeSet<&str> = messages.keys().filter_map(|key| Some(key.split_once('.')?.0)).collect();
    let missing: Vec<String> = named()
        .into_iter()
        .filter(|name| name.split_once('.').is_some_and(|(group, _)| groups.contains(group)))
        .filter(|name| !messages.keys().any(|key| stands_for(name, key)))
        .collect();
    assert!(missing.is_empty(), "missing: {missing:#?}");
}

#[test]
fn every_key_there_is_is_named_by_some_screen() {
    let messages = Messages::english();
    let named = named();
    assert!(named.len() > 50, "the sources are read");
    let useless: Vec<&str> = messages
        .keys()
        .filter(|key| !named.iter().any(|name| stands_for(name, key)))
        .collect();
    assert!(useless.is_empty(), "nothing uses: {useless:#?}");
}
