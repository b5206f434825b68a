//! The prompts, and all else that a visitor must understand to answer or to use the result.

use super::syllables::grade;
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::i18n::Messages;
use therapist_fit::safety::QUESTIONS;

/// The highest grade that a prompt may have (PRODUCT.md, section 2).
const HIGHEST: f64 = 8.0;

/// Fails with every text above the highest grade.
fn assert_readable(texts: impl IntoIterator<Item = (String, String)>) {
    let mut read = 0;
    let mut hard = Vec::new();
    for (key, text) in texts {
        read += 1;
        let grade = grade(&text);
        if grade > HIGHEST {
            hard.push(format!("{key} is of grade {grade:.1}: {text}"));
        }
    }
    assert!(read > 0);
    assert!(hard.is_empty(), "\n{}\n", hard.join("\n"));
}

/// The messages whose key begins with one of these.
fn beginning(prefixes: &[&str]) -> Vec<(String, String)> {
    let messages = Messages::english();
    let keys = messages
        .keys()
        .filter(|key| prefixes.iter().any(|prefix| key.starts_with(prefix)));
    keys.map(|key| (key.to_owned(), messages.get(key).to_owned())).collect()
}

#[test]
fn every_item_can_be_read_at_grade_8() {
    let messages = Messages::english();
    let checklist = Checklist::alliance();
    let prompts: Vec<(String, String)> = checklist
        .items(Form::Full)
        .map(|(_, item)| format!("item.{}", item.id))
        .map(|key| (key.clone(), messages.get(&key).to_owned()))
        .collect();
    assert_eq!(prompts.len(), 28);
    assert!(prompts.iter().all(|(key, text)| key != text), "every item has words");
    assert_readable(prompts);
}

#[test]
fn every_starter_and_everything_to_listen_for_can_be_read_at_grade_8() {
    let texts = beginning(&["starter.", "listen."]);
    assert_eq!(texts.len(), 28 + 10);
    assert_readable(texts);
}

#[test]
fn every_question_about_the_setting_can_be_read_at_grade_8() {
    let prompts = [
        "context.like",
        "context.trust-past",
        "context.choice",
        "stage.",
        "form.",
        "scale.prompt",
        "therapist.prompt",
    ];
    let texts = beginning(&prompts);
    assert!(texts.len() > 15, "{}", texts.len());
    // A label of a word or two is no sentence to be graded.
    assert_readable(texts.into_iter().filter(|(_, text)| text.split(' ').count() > 3));
}

#[test]
fn every_safety_question_can_be_read_at_grade_8() {
    let messages = Messages::english();
    let lead = messages.get("safety.prompt");
    let questions = QUESTIONS.iter().map(|question| {
        let key = format!("safety.{}.question", question.id);
        let whole = format!("{lead} {}", messages.get(&key)).replace('…', "");
        (key, whole)
    });
    assert_readable(questions.collect::<Vec<_>>());
}

#[test]
fn help_advice_and_explanations_can_be_read_at_grade_8() {
    let texts = beginning(&[
        "intro.", "keep.", "storage.", "safety.", "verdict.", "reason.", "note.", "liking.", "how.", "privacy.",
    ]);
    let sentences = texts.into_iter().filter(|(_, text)| text.ends_with('.'));
    assert_readable(sentences.collect::<Vec<_>>());
}
