//! An owner's checklist: what must hold of it beyond the rules for every checklist. It brings its texts along.

use super::problem::Problems;
use super::{BUILT_IN, Checklist, Problem, read};
use crate::json::Pairs;

/// Reads and checks an owner's checklist file. `known` tells whether there is a message under a key.
///
/// # Errors
/// Everything that is wrong with it, as for [`read`]; then what is wrong with its id and texts.
pub fn own(text: &str, known: &dyn Fn(&str) -> bool) -> Result<Checklist, Vec<Problem>> {
    let checklist = read(text)?;
    let mut problems = Problems::default();
    problems.unless(
        checklist.id != BUILT_IN,
        &["id"],
        "another id: this is the built-in one's",
    );
    problems.unless(
        !checklist.texts.is_empty(),
        &["texts"],
        "texts in at least one language",
    );
    let needed = needed(&checklist);
    let further = further(&checklist);
    for (tag, texts) in &checklist.texts {
        problems.unless(is_tag(tag), &["texts.", tag], "a language tag such as en or pt-BR");
        for key in &needed {
            problems.unless(texts.get(key).is_some(), &["texts.", tag, ".", key], "a text");
        }
        check(&mut problems, tag, texts, &|key| {
            needed.iter().chain(&further).any(|it| it == key) || known(key)
        });
    }
    if problems.0.is_empty() {
        Ok(checklist)
    } else {
        Err(problems.0)
    }
}

/// Each text has a key that means something, and says something.
fn check(problems: &mut Problems, tag: &str, texts: &Pairs, known: &dyn Fn(&str) -> bool) {
    for (key, text) in texts.iter() {
        problems.unless(known(key), &["texts.", tag, ".", key], "a known message key");
        problems.unless(
            !text.trim().is_empty(),
            &["texts.", tag, ".", key],
            "a text that is not empty",
        );
    }
}

/// The keys that every language must have.
fn needed(checklist: &Checklist) -> Vec<String> {
    let mut keys = vec!["intro.title".to_owned(), "intro.lead".to_owned()];
    keys.extend(checklist.scale.iter().map(|id| ["scale.", id].concat()));
    for band in &checklist.bands {
        keys.push(["verdict.", &band.id, ".title"].concat());
        keys.push(["verdict.", &band.id, ".text"].concat());
    }
    for section in &checklist.sections {
        keys.push(["section.", &section.id].concat());
        keys.extend(section.items.iter().map(|item| ["item.", &item.id].concat()));
    }
    keys
}

/// The keys that a language may have: how to say a low answer, what to listen for, a section within a sentence.
fn further(checklist: &Checklist) -> Vec<String> {
    let mut keys = Vec::new();
    for band in &checklist.bands {
        keys.push(["verdict.", &band.id, ".gaps"].concat());
        keys.push(["verdict.", &band.id, ".gaps-text"].concat());
    }
    for section in &checklist.sections {
        keys.push(["within.", &section.id].concat());
        for item in &section.items {
            keys.push(["starter.", &item.id].concat());
            keys.push(["listen.", &item.id].concat());
        }
    }
    keys
}

fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    language && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
