//! What the tests of the formats share: check-ins to take along, and the files they become.

use crate::random;
use proptest::prelude::*;
use std::sync::LazyLock;
use therapist_fit::checklist::Checklist;
use therapist_fit::export::{Export, FORMATS};
use therapist_fit::i18n::Messages;
use therapist_fit::response::{CheckIn, Response, Therapist};

/// The 23rd of November 2026, half past nine in the morning.
pub const MORNING: u64 = 1_795_426_200_000;

/// The English message under a key.
pub fn english(key: &str) -> String {
    static WORDS: LazyLock<Messages> = LazyLock::new(Messages::english);
    WORDS.get(key).to_owned()
}

/// A check-in with these answers, about the therapist `a`.
pub fn check_in(id: &str, response: Response) -> CheckIn {
    CheckIn {
        id: id.to_owned(),
        therapist: "a".to_owned(),
        created: MORNING,
        checklist: "alliance".to_owned(),
        version: 1,
        response,
        to_raise: Vec::new(),
        note: String::new(),
    }
}

/// A therapist's label.
pub fn therapist(id: &str, label: &str) -> Therapist {
    Therapist {
        id: id.to_owned(),
        label: label.to_owned(),
    }
}

/// The file of the format with this ending.
pub fn written(ending: &str, check_ins: &[CheckIn], therapists: &[Therapist]) -> Option<String> {
    let format = FORMATS.iter().find(|format| format.ending == ending);
    let format = format.unwrap_or_else(|| panic!("there is no format {ending}"));
    (format.write)(&Export {
        checklist: &Checklist::alliance(),
        check_ins,
        therapists,
        words: &english,
        urgent: &|_| false,
        tag: "en",
    })
}

/// An id as records from outside may have it.
pub fn any_id() -> impl Strategy<Value = String> {
    "[A-Za-z0-9-]{1,64}"
}

/// Answers to the built-in checklist, with the context.
pub fn any_response() -> impl Strategy<Value = Response> {
    (random::alliance_answered(), random::context()).prop_map(|((_, mut response), context)| {
        response.context = context;
        response
    })
}

/// A check-in as the widget makes it, with a note of any characters.
pub fn any_check_in() -> impl Strategy<Value = CheckIn> {
    let to_raise = prop::collection::vec("[a-z-]{1,20}", 0..4);
    (
        any_id(),
        any_response(),
        any::<String>(),
        to_raise,
        0..4_000_000_000_000_u64,
    )
        .prop_map(|(id, response, note, to_raise, created)| CheckIn {
            created,
            to_raise,
            note,
            ..check_in(&id, response)
        })
}
