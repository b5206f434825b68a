//! Files that are no checklist: refused as a whole, and never a panic.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use therapist_fit::checklist::{Problem, read};

const ALLIANCE: &str = include_str!("../../src/checklist/alliance.json");

fn alliance() -> Value {
    serde_json::from_str(ALLIANCE).unwrap_or_else(|error| panic!("{error}"))
}

/// Whether it is refused, with nothing but problems at this path or below.
fn refused_at(text: &str, path: &str) -> bool {
    match read(text) {
        Err(problems) => !problems.is_empty() && problems.iter().all(|problem| problem.path.starts_with(path)),
        Ok(_) => false,
    }
}

/// A place in the file as problems name it: `/sections/4` is `sections[4]`.
fn path(place: &str, field: &str) -> String {
    let mut path = String::new();
    for step in place.split('/').chain([field]).filter(|step| !step.is_empty()) {
        if step.bytes().all(|byte| byte.is_ascii_digit()) {
            path = [&path, "[", step, "]"].concat();
        } else {
            path.push_str(if path.is_empty() { "" } else { "." });
            path.push_str(step);
        }
    }
    path
}

#[test]
fn the_place_where_a_file_stops_being_json_is_told_as_editors_count() {
    let problems = read("{\n  \"id\": oops\n}").err().unwrap_or_default();
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert_eq!(lines, ["line 2, column 9: expected JSON"]);
}

#[test]
fn what_is_not_json_is_refused() {
    let half = &ALLIANCE[..ALLIANCE.len() / 2];
    let twice = ALLIANCE.repeat(2);
    for text in ["", " ", "{", "<!doctype html>", half, &twice] {
        assert!(refused_at(text, "line "), "{text:.40}");
    }
    for text in ["null", "[]", "1", "\"alliance\""] {
        let lines: Vec<String> = read(text)
            .err()
            .unwrap_or_default()
            .iter()
            .map(Problem::to_string)
            .collect();
        assert_eq!(lines, ["the file: expected an object"], "{text}");
    }
}

/// Every object of a checklist file, as a JSON pointer, and the fields it must have.
const OBJECTS: [(&str, &[&str]); 6] = [
    ("", &["id", "version", "scale", "bands", "full", "sections"]),
    ("/bands/1", &["id", "from"]),
    ("/full", &["section-items", "sections", "items"]),
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
            assert!(refused_at(&text, &path(place, "reverse")), "{place}");
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
            assert!(refused_at(&text, &path(place, field)), "{place} without {field}");
        }
    }
    for optional in ["/short", "/full/one-of-each"] {
        let (place, field) = optional.rsplit_once('/').unwrap_or_default();
        let text = changed(place, |object| assert!(object.remove(field).is_some()));
        assert!(read(&text).is_ok(), "without {optional}");
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
                assert!(refused_at(&text, &path(place, field)), "{place}/{field}");
            }
        }
    }
    let item = "/sections/1/items/3";
    let text = changed(item, |object| drop(object.insert("short".to_owned(), json!("yes"))));
    assert!(refused_at(&text, &path(item, "short")));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_is_refused_without_a_panic(text in any::<String>()) {
        prop_assert!(read(&text).is_err());
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
