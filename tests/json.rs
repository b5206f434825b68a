//! Reading and writing JSON: what is written is read again, and no text, however odd, does harm.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use serde_json::Value as Theirs;
use therapist_fit::checklist;
use therapist_fit::i18n::Messages;
use therapist_fit::json::{Pairs, Value, read, write};
use therapist_fit::storage::StorageError;
use therapist_fit::storage::schema::{read_check_in, read_draft, read_therapist};

/// Lists in lists, `depth` deep.
fn nested(depth: usize) -> String {
    ["[".repeat(depth), "]".repeat(depth)].concat()
}

#[test]
fn a_text_nested_without_end_is_refused_and_does_not_run_out_of_stack() {
    for depth in [100, 1_000_000] {
        for field in ["answers", "unheard-of"] {
            let text = format!("{{\"schema\":1,\"{field}\":{}}}", nested(depth));
            assert_eq!(read_check_in(&text), Err(StorageError::Corrupt));
            assert_eq!(read_draft(&text), Err(StorageError::Corrupt));
            assert_eq!(read_therapist(&text), Err(StorageError::Corrupt));
            assert!(checklist::read(&text).is_err());
            assert_eq!(Messages::layered(&text), None);
        }
        assert_eq!(read(&"[".repeat(depth)), None);
    }
}

#[test]
fn brackets_within_a_text_do_not_count_as_nesting() {
    let odd = "[{\\\"".repeat(1000);
    let written = write(&vec![odd.clone()]).unwrap();
    assert_eq!(read(&written).and_then(Value::texts), Some(vec![odd]));
}

#[test]
fn a_field_of_a_newer_version_may_hold_anything_nested_as_deep_as_is_sensible() {
    let text = format!("{{\"schema\":2,\"later\":{}}}", nested(50));
    assert_eq!(read_check_in(&text), Err(StorageError::FromNewerVersion));
}

#[test]
fn nothing_but_space_may_follow() {
    let numbers = [1, 2].map(|number| Value::Number(Some(number)));
    assert_eq!(read(" [1, 2] \n"), Some(Value::List(numbers.into())));
    for text in ["[1] x", "[1]]", "[1],", "[1] [2]"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn pairs_keep_their_order_and_a_changed_one_its_place() {
    let mut pairs = read(r#"{"b": "1", "a": "2"}"#).and_then(Pairs::of).unwrap();
    pairs.set("b", "3".to_owned());
    pairs.set("c", "4".to_owned());
    assert_eq!(pairs.iter().collect::<Vec<_>>(), [("b", "3"), ("a", "2"), ("c", "4")]);
    assert_eq!((pairs.get("a"), pairs.get("d")), (Some("2"), None));
    assert_eq!(write(&pairs).as_deref(), Some(r#"{"b":"3","a":"2","c":"4"}"#));
}

/// What `serde_json` reads, as our own kind of value.
fn ours(theirs: Theirs) -> Value {
    match theirs {
        Theirs::Null => Value::Null,
        Theirs::Bool(flag) => Value::Flag(flag),
        Theirs::Number(number) => Value::Number(number.as_u64()),
        Theirs::String(text) => Value::Text(text),
        Theirs::Array(values) => Value::List(values.into_iter().map(ours).collect()),
        Theirs::Object(members) => Value::Object(members.into_iter().map(|(key, value)| (key, ours(value))).collect()),
    }
}

/// Any JSON, a few levels deep.
fn any_json() -> impl Strategy<Value = Theirs> {
    let leaf = prop_oneof![
        Just(Theirs::Null),
        any::<bool>().prop_map(Theirs::from),
        any::<u64>().prop_map(Theirs::from),
        any::<i64>().prop_map(Theirs::from),
        any::<f64>().prop_map(Theirs::from),
        any::<String>().prop_map(Theirs::from),
    ];
    leaf.prop_recursive(4, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Theirs::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Theirs::Object(members.into_iter().collect())),
        ]
    })
}

#[test]
fn what_is_not_json_is_refused_as_others_refuse_it() {
    for text in [
        "",
        " ",
        "nul",
        "True",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "+1",
        "0x1",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u123g\"",
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\u0041\"",
        "\"\t\"",
        "[",
        "[1",
        "[1,]",
        "[,1]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "'a'",
        "\u{feff}1",
        "\u{a0}1",
    ] {
        assert!(serde_json::from_str::<Theirs>(text).is_err(), "{text:?}");
        assert_eq!(read(text), None, "{text:?}");
    }
}

#[test]
fn every_way_to_write_a_text_or_a_number_is_understood() {
    for text in [
        r#""\" \\ \/ \b \f \n \r \t \u0041 \uD83D\uDE00 \u00e9""#,
        "0",
        "-0",
        "-1",
        "1.5",
        "1E5",
        "1e+5",
        "1e-5",
        "18446744073709551615",
        "18446744073709551616",
        "[]",
        "{}",
        "[[],{}]",
        " { \"a\" : [ null , true , false ] } ",
    ] {
        let theirs = serde_json::from_str::<Theirs>(text).unwrap();
        assert_eq!(read(text), Some(ours(theirs)), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_under_any_key_is_read_as_it_was_written_and_others_read_it_alike(
        entries in prop::collection::btree_map(any::<String>(), any::<String>(), 0..8),
    ) {
        let mut pairs = Pairs::default();
        for (key, value) in &entries {
            pairs.set(key, value.clone());
        }
        let text = write(&pairs).unwrap();
        prop_assert_eq!(read(&text).and_then(Pairs::of), Some(pairs));
        prop_assert_eq!(serde_json::from_str::<std::collections::BTreeMap<String, String>>(&text).unwrap(), entries);
    }

    #[test]
    fn any_json_is_read_as_others_read_it(value in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        prop_assert_eq!(read(&text), Some(ours(value)));
    }

    #[test]
    fn a_damaged_text_is_refused_or_read_as_others_read_it(value in any_json(), place in any::<usize>(), letter in any::<char>()) {
        let mut letters: Vec<char> = value.to_string().chars().collect();
        let place = place % letters.len();
        letters[place] = letter;
        let text: String = letters.into_iter().collect();
        if serde_json::from_str::<Theirs>(&text).is_ok() {
            prop_assert!(read(&text).is_some());
        } else if !text.contains(['.', 'e', 'E']) {
            prop_assert_eq!(read(&text), None);
        }
    }
}
