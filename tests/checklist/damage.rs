//! Files that are no checklist: refused as a whole, and never a panic.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use therapist_fit::checklist::{Problem, read};

const ALLIANCE: &str = include_str!("../../src/checklist/alliance.json");

fn alliance() -> Value {
    serde_json::from_str(ALLIANCE).unwrap_or_else(|error| panic!("{error}"))
}

/// Whether it is refused as a whole, by one problem without a place.
fn refused(text: &str) -> bool {
    match read(text) {
        Err(problems) => matches!(problems.as_slice(), [Problem { path, .. }] if path.is_empty()),
        Ok(_) => false,
    }
}

#[test]
fn what_is_not_json_is_refused() {
    let half = &ALLIANCE[..ALLIANCE.len() / 2];
    let twice = ALLIANCE.repeat(2);
    for text in [
        "",
        " ",
        "{",
        "null",
        "[]",
        "1",
        "\"alliance\"",
        "<!doctype html>",
        half,
        &twice,
    ] {
        assert!(refused(text), "{text:.40}");
    }
}

/// Every object of a checklist file, as a JSON pointer, and the fields it must have.
const OBJECTS: [(&str, &[&str]); 6] = [
    ("", &["id", "version", "scale", "bands", "full", "short", "sections"]),
    ("/bands/1", &["id", "from"]),
    ("/full", &["section-items", "sections", "items", "one-of-each"]),
    ("/short", &["items"]),
    ("/sections/4", &["id", "items"]),
    ("/sections/4/items/2", &["id"]),
];

fn changed(place: &str, change: impl FnOnce(&mut serde_json::Map<String, Value>)) -> String {
    let mut file = alliance();
    let object = file.pointer_mut(place).and_then(Value::as_object_mut);
    change(object.unwrap_or_else(|| panic!("there is no object at {place:?}")));
    file.to_string()
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    for (place, _) in OBJECTS {
        // A slip of the pen in an optional field would otherwise change the meaning in silence.
        for value in [
            json!(true),
            json!("text"),
            json!(["list"]),
            json!({"of": {}}),
            json!(null),
        ] {
            let text = changed(place, |object| drop(object.insert("reverse".to_owned(), value)));
            assert!(refused(&text), "{place}");
        }
    }
}

#[test]
fn a_missing_field_is_refused_unless_it_is_a_mark() {
    for (place, fields) in OBJECTS {
        for field in fields {
            let text = changed(place, |object| {
                assert!(object.remove(*field).is_some(), "{place} has {field}");
            });
            assert!(refused(&text), "{place} without {field}");
        }
    }
    let item = "/sections/1/items/3";
    for mark in ["reversed", "first-meeting", "short"] {
        let text = changed(item, |object| assert!(object.remove(mark).is_some()));
        assert!(read(&text).is_ok(), "without {mark}");
    }
}

#[test]
fn a_field_of_another_kind_is_refused() {
    for (place, fields) in OBJECTS {
        for field in fields {
            for value in [json!(null), json!(true), json!(-1), json!({"a": 1})] {
                let text = changed(place, |object| drop(object.insert((*field).to_owned(), value)));
                assert!(refused(&text), "{place}/{field}");
            }
        }
    }
    let item = "/sections/1/items/3";
    assert!(refused(&changed(item, |object| drop(
        object.insert("short".to_owned(), json!("yes"))
    ))));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_is_refused_without_a_panic(text in any::<String>()) {
        prop_assert!(refused(&text));
    }

    #[test]
    fn a_damaged_file_never_panics(
        changes in prop::collection::vec((any::<Index>(), select(&['{', '}', '[', ']', '"', '\\', ',', ':', '9', '-', 'u', 'é', ' '])), 1..6),
        cut in prop::option::weighted(0.3, any::<Index>()),
    ) {
        let mut signs: Vec<char> = ALLIANCE.chars().collect();
        for (place, sign) in changes {
            let place = place.index(signs.len());
            signs[place] = sign;
        }
        if let Some(cut) = cut {
            signs.truncate(cut.index(signs.len()));
        }
        let text: String = signs.into_iter().collect();
        if let Err(problems) = read(&text) {
            prop_assert!(!problems.is_empty());
        }
    }

    #[test]
    fn any_numbers_in_the_rules_are_read_or_refused(
        numbers in prop::collection::vec(any::<u64>(), 6),
        which in 0_usize..64,
    ) {
        let mut file = alliance();
        let places = ["/version", "/bands/0/from", "/full/section-items", "/full/sections", "/full/items", "/short/items"];
        for (bit, (place, number)) in places.iter().zip(numbers).enumerate() {
            if let Some(known) = file.pointer_mut(place).filter(|_| which & (1 << bit) != 0) {
                *known = json!(number);
            }
        }
        let found = read(&file.to_string());
        prop_assert!(which != 0 || found.is_ok());
    }
}
