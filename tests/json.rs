//! Reading and writing JSON: what is written is read again, and no text, however odd, does harm.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use therapist_fit::checklist;
use therapist_fit::i18n::Messages;
use therapist_fit::json::{Pairs, read, write};
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
        assert_eq!(read::<Vec<u32>>(&"[".repeat(depth)), None);
    }
}

#[test]
fn brackets_within_a_text_do_not_count_as_nesting() {
    let odd = "[{\\\"".repeat(1000);
    let written = write(&vec![odd.clone()]).unwrap();
    assert_eq!(read::<Vec<String>>(&written), Some(vec![odd]));
}

#[test]
fn a_field_of_a_newer_version_may_hold_anything_nested_as_deep_as_is_sensible() {
    let text = format!("{{\"schema\":2,\"later\":{}}}", nested(50));
    assert_eq!(read_check_in(&text), Err(StorageError::FromNewerVersion));
}

#[test]
fn nothing_but_space_may_follow() {
    assert_eq!(read::<Vec<u32>>(" [1, 2] \n"), Some(vec![1, 2]));
    for text in ["[1] x", "[1]]", "[1],", "[1] [2]"] {
        assert_eq!(read::<Vec<u32>>(text), None, "{text}");
    }
}

#[test]
fn pairs_keep_their_order_and_a_changed_one_its_place() {
    let mut pairs: Pairs = read(r#"{"b": "1", "a": "2"}"#).unwrap();
    pairs.set("b", "3".to_owned());
    pairs.set("c", "4".to_owned());
    assert_eq!(pairs.iter().collect::<Vec<_>>(), [("b", "3"), ("a", "2"), ("c", "4")]);
    assert_eq!((pairs.get("a"), pairs.get("d")), (Some("2"), None));
    assert_eq!(write(&pairs).as_deref(), Some(r#"{"b":"3","a":"2","c":"4"}"#));
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
        prop_assert_eq!(read::<Pairs>(&text), Some(pairs));
        prop_assert_eq!(serde_json::from_str::<std::collections::BTreeMap<String, String>>(&text).unwrap(), entries);
    }
}
