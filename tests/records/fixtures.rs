//! The frozen records: what any released version wrote can be read for good, and the present version writes what it says.
//!
//! A fixture is never changed. With a new schema version comes a new folder; the old ones stay.

use super::support::records;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use therapist_fit::checklist::Form;
use therapist_fit::response::{Answer, CheckIn, Choice, Context, Draft, Raised, Response, Stage, Therapist, TrustPast};
use therapist_fit::storage::Store;
use therapist_fit::storage::schema::{VERSION, write_check_in, write_draft, write_therapist};

const KINDS: [&str; 3] = ["check-in", "draft", "therapist"];

fn path(version: u32, kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/records/v{version}/{kind}.json"))
}

fn fixture(version: u32, kind: &str) -> String {
    let path = path(version, kind);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn pairs<T: Clone>(pairs: &[(&str, T)]) -> Vec<(String, T)> {
    pairs
        .iter()
        .map(|(id, value)| ((*id).to_owned(), value.clone()))
        .collect()
}

fn frozen_check_in() -> CheckIn {
    CheckIn {
        id: "3f2a9c1e5b7d4860a1c2e3f405162738".to_owned(),
        therapist: "b".to_owned(),
        created: 1_795_428_000_000,
        checklist: "alliance".to_owned(),
        version: 1,
        response: Response {
            stage: Stage::Later,
            form: Form::Short,
            answers: pairs(&[
                ("feels-understood", Answer::Step(4)),
                ("on-my-side", Answer::Step(2)),
                ("talked-over", Answer::Step(0)),
                ("can-say-hard-things", Answer::CantTell),
                ("hides-feelings", Answer::Skip),
            ]),
            context: Context {
                like: Some(Answer::Step(3)),
                trust_past: Some(TrustPast::RatherNotSay),
                choice: Some(Choice::Hard),
                raised: pairs(&[
                    ("on-my-side", Raised::NotYet),
                    ("plan-fits-me", Raised::Better),
                    ("changes-course", Raised::NoChange),
                    ("same-purpose", Raised::Worse),
                ]),
                raised_recently: true,
            },
        },
        to_raise: vec!["on-my-side".to_owned(), "can-say-hard-things".to_owned()],
        note: "She said: \"take your time\".\nثقة — ¿y ahora?\t🙂".to_owned(),
    }
}

fn frozen_draft() -> Draft {
    let mut response = Response::new(Stage::MetOnce, Form::First);
    response.answer("feels-welcome", Answer::Step(1));
    Draft {
        check_in: CheckIn {
            id: "00112233445566778899aabbccddeeff".to_owned(),
            therapist: "a".to_owned(),
            created: 1_795_420_000_000,
            checklist: "alliance".to_owned(),
            version: 1,
            response,
            to_raise: Vec::new(),
            note: String::new(),
        },
        updated: 1_795_420_012_345,
        at: 3,
    }
}

fn frozen_therapist() -> Therapist {
    Therapist {
        id: "b".to_owned(),
        label: "Dr “Blue” \\ Tuesdays".to_owned(),
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn every_version_ever_written_has_a_frozen_record_of_every_kind_and_all_are_read() {
    for version in 1..=VERSION {
        for kind in KINDS {
            let text = fixture(version, kind);
            assert_eq!(json(&text)["schema"], version, "v{version}/{kind}.json");
            let (store, records) = records();
            store.set(&format!("therapist-fit:default:{kind}:x"), &text).unwrap();
            let (found, unreadable) = match kind {
                "check-in" => (records.check_ins().0.len(), records.check_ins().1),
                "draft" => (records.drafts().0.len(), records.drafts().1),
                _ => (records.therapists().0.len(), records.therapists().1),
            };
            assert_eq!((found, unreadable), (1, vec![]), "v{version}/{kind}.json");
        }
    }
    assert!(
        !path(VERSION + 1, "check-in").exists(),
        "the schema knows all versions that have fixtures"
    );
}

#[test]
fn the_records_of_version_1_mean_what_they_meant() {
    let (store, records) = records();
    for kind in KINDS {
        store
            .set(&format!("therapist-fit:default:{kind}:x"), &fixture(1, kind))
            .unwrap();
    }
    assert_eq!(records.check_ins().0, [frozen_check_in()]);
    assert_eq!(records.drafts().0, [frozen_draft()]);
    assert_eq!(records.therapists().0, [frozen_therapist()]);
}

#[test]
fn the_present_version_writes_exactly_what_its_frozen_records_show() {
    assert_eq!(
        json(&write_check_in(&frozen_check_in()).unwrap()),
        json(&fixture(VERSION, "check-in"))
    );
    assert_eq!(
        json(&write_draft(&frozen_draft()).unwrap()),
        json(&fixture(VERSION, "draft"))
    );
    assert_eq!(
        json(&write_therapist(&frozen_therapist()).unwrap()),
        json(&fixture(VERSION, "therapist"))
    );
}
