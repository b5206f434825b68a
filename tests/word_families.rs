//! Families of messages: for each thing that is named by an id (a section, an item, a note, a reason …) its words, and no
//! words for things that there are not.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::guidance::Note;
use therapist_fit::i18n::Messages;
use therapist_fit::response::{Choice, Stage, TrustPast};
use therapist_fit::safety::QUESTIONS;
use therapist_fit::scoring::Reason;
use therapist_fit::storage::StorageError;

/// Holds that English has exactly these messages under `prefix`, besides those in `others` and the variants for an owner's
/// checklist.
fn exactly(prefix: &str, others: &[&str], ids: impl IntoIterator<Item = String>) {
    let messages = Messages::english();
    let keys = messages.keys().filter_map(|key| key.strip_prefix(prefix));
    let keys = keys.filter(|rest| rest.strip_suffix(".own").is_none());
    let found: BTreeSet<String> = keys.filter(|rest| !others.contains(rest)).map(str::to_owned).collect();
    let wanted: BTreeSet<String> = ids.into_iter().collect();
    assert!(!wanted.is_empty(), "{prefix}");
    assert_eq!(found, wanted, "{prefix}");
}

/// Each id with each part: `a.title`, `a.text`.
fn with<'a>(ids: impl IntoIterator<Item = &'a str>, parts: &[&str]) -> Vec<String> {
    let ids = ids.into_iter();
    ids.flat_map(|id| parts.iter().map(move |part| [id, part].concat()))
        .collect()
}

fn items(form: Form) -> Vec<String> {
    let checklist = Checklist::alliance();
    checklist.items(form).map(|(_, item)| item.id.clone()).collect()
}

#[test]
fn sections_have_a_title_and_a_name_within_a_sentence() {
    let sections: Vec<String> = Checklist::alliance()
        .sections
        .into_iter()
        .map(|section| section.id)
        .collect();
    exactly("section.", &[], sections.clone());
    exactly("within.", &[], sections);
}

#[test]
fn items_have_a_prompt_and_a_starter_and_those_of_a_first_meeting_what_to_listen_for() {
    exactly("item.", &[], items(Form::Full));
    exactly("starter.", &[], items(Form::Full));
    exactly("listen.", &[], items(Form::Prepare));
}

#[test]
fn the_scale_has_its_answers_and_what_stands_apart_from_them() {
    let mut answers = Checklist::alliance().scale;
    answers.extend(["cant-tell", "skip", "none"].map(str::to_owned));
    exactly("scale.", &["prompt", "prompt-ended"], answers);
}

#[test]
fn bands_and_reasons_for_none_have_a_title_and_a_text() {
    let bands = Checklist::alliance().bands;
    let mut verdicts = with(bands.iter().map(|band| band.id.as_str()), &[".title", ".text"]);
    // Only the top band needs words for "with a gap in …".
    verdicts.extend(with(
        bands.first().map(|band| band.id.as_str()),
        &[".gaps", ".gaps-text"],
    ));
    exactly("verdict.", &[], verdicts);
    exactly(
        "reason.",
        &[],
        with(Reason::ALL.iter().map(|reason| reason.id()), &[".title", ".text"]),
    );
}

#[test]
fn notes_have_a_title_and_a_text() {
    exactly(
        "note.",
        &[],
        with(Note::ALL.iter().map(|note| note.id()), &[".title", ".text"]),
    );
}

#[test]
fn safety_questions_have_a_prompt_and_a_help_text() {
    let page = ["title", "lead", "prompt", "yes", "no", "not-sure", "no-answer", "first"];
    exactly(
        "safety.",
        &page,
        with(QUESTIONS.iter().map(|question| question.id), &[".question", ".help"]),
    );
}

#[test]
fn stages_forms_and_the_choices_beside_them_have_their_words() {
    exactly(
        "stage.",
        &["prompt"],
        with(Stage::ALL.iter().map(|stage| stage.id()), &[""]),
    );
    let named = [Form::First, Form::Short, Form::Full].map(Form::id);
    exactly("form.name.", &[], with(named, &[""]));
    exactly(
        "context.trust-past.",
        &[],
        with(TrustPast::ALL.iter().map(|answer| answer.id()), &[""]),
    );
    exactly(
        "context.choice.",
        &[],
        with(Choice::ALL.iter().map(|answer| answer.id()), &[""]),
    );
}

#[test]
fn every_storage_error_has_its_words_and_there_are_no_others() {
    use StorageError::{Corrupt, FromNewerVersion, Full, Unavailable};
    let errors = [Unavailable, Full, Corrupt, FromNewerVersion].map(StorageError::message_key);
    exactly(
        "storage.",
        &[],
        errors
            .iter()
            .filter_map(|key| key.strip_prefix("storage."))
            .map(str::to_owned),
    );
}
