//! Records that are damaged or come from a newer version: told, kept as they are, and in nobody's way.

use super::support::{any_check_in, check_in, draft, everything, raw, records, therapist};
use proptest::prelude::*;
use proptest::sample::Index;
use therapist_fit::storage::schema::write_check_in;
use therapist_fit::storage::{StorageError, Store};

const KEY: &str = "therapist-fit:default:check-in:x";

fn error_of(text: &str) -> Option<StorageError> {
    let (store, records) = records();
    store.set(KEY, text).unwrap();
    let (found, unreadable) = records.check_ins();
    assert_eq!(
        found.len() + unreadable.len(),
        1,
        "a record is read or told of, never passed over"
    );
    assert_eq!(raw(&store, KEY).as_deref(), Some(text), "reading changes nothing");
    unreadable.first().map(|record| record.error)
}

/// A check-in as text, with one thing changed.
fn changed(from: &str, to: &str) -> String {
    let text = write_check_in(&check_in("x", 1)).unwrap();
    assert!(text.contains(from), "{text} does not contain {from}");
    text.replacen(from, to, 1)
}

#[test]
fn a_sound_record_is_no_error() {
    assert_eq!(error_of(&changed("\"id\"", "\"id\"")), None);
}

#[test]
fn what_is_no_record_is_corrupt() {
    let texts = [
        "",
        " ",
        "null",
        "[]",
        "{}",
        "1",
        "{\"schema\":1}",
        "{\"schema\":0}",
        "{\"schema\":-1}",
        "{\"schema\":\"1\"}",
        "{\"schema\":null}",
        "not json",
        "\u{0}",
    ];
    for text in texts {
        assert_eq!(error_of(text), Some(StorageError::Corrupt), "{text:?}");
    }
}

#[test]
fn a_record_of_another_kind_is_corrupt() {
    assert_eq!(
        error_of("{\"schema\":1,\"id\":\"a\",\"label\":\"A\"}"),
        Some(StorageError::Corrupt)
    );
}

#[test]
fn a_word_that_means_nothing_is_corrupt_and_not_guessed_at() {
    let texts = [
        changed("\"later\"", "\"much-later\""),
        changed("\"short\"", "\"tiny\""),
        changed("\"3\"", "\"300\""),
        changed("\"3\"", "\"three\""),
        changed("\"context\":{", "\"context\":{\"choice\":\"maybe\""),
        changed("\"raised\":{", "\"raised\":{\"has-plan\":\"sort-of\""),
    ];
    for text in texts {
        assert_eq!(error_of(&text), Some(StorageError::Corrupt), "{text}");
    }
}

#[test]
fn something_behind_the_record_is_corrupt() {
    let text = changed("\"id\"", "\"id\"");
    assert_eq!(error_of(&format!("{text}}}")), Some(StorageError::Corrupt));
    assert_eq!(error_of(&text.repeat(2)), Some(StorageError::Corrupt));
}

#[test]
fn a_record_from_a_newer_version_is_named_so_whatever_it_holds() {
    let texts = [
        "{\"schema\":2}".to_owned(),
        "{\"schema\":2,\"steps\":[[{\"a\":null}],true,1.5e3],\"of\":{\"another\":{\"shape\":\"\\\"\"}}}".to_owned(),
        "{\"of\":{\"another\":[\"shape\"]},\"schema\":4294967295}".to_owned(),
        changed("\"schema\":1", "\"schema\":2"),
    ];
    for text in texts {
        assert_eq!(error_of(&text), Some(StorageError::FromNewerVersion), "{text}");
    }
}

#[test]
fn the_others_are_still_read() {
    let (store, records) = records();
    records.save_check_in(&check_in("a1", 1)).unwrap();
    store.set(KEY, "{").unwrap();
    records.save_check_in(&check_in("b2", 2)).unwrap();
    let (found, unreadable) = records.check_ins();
    assert_eq!(found, [check_in("b2", 2), check_in("a1", 1)]);
    assert_eq!(unreadable.len(), 1);
    assert_eq!(unreadable[0].key, KEY);
}

#[test]
fn no_kind_of_record_is_written_over_one_that_can_not_be_read() {
    let newer = "{\"schema\":2}";
    for (text, error) in [("{", StorageError::Corrupt), (newer, StorageError::FromNewerVersion)] {
        let (store, records) = records();
        for kind in ["check-in", "draft", "therapist"] {
            let key = ["therapist-fit:default:", kind, ":x"].concat();
            store.set(&key, text).unwrap();
        }
        let kept = everything(&store);
        assert_eq!(records.save_check_in(&check_in("x", 1)), Err(error));
        assert_eq!(records.save_draft(&draft("x", 1)), Err(error));
        assert_eq!(records.save_therapist(&therapist("x", "Blue")), Err(error));
        assert_eq!(everything(&store), kept);
        assert_eq!(records.therapists().0, [therapist("x", "Blue")], "it goes on in memory");
    }
}

/// What may happen to a text: it is cut short, or some of its bytes are taken out, changed or doubled.
#[derive(Clone, Debug)]
pub enum Damage {
    Cut(Index),
    TakenOut(Index),
    Changed(Index, char),
    Doubled(Index),
}

/// Any of that, anywhere.
pub fn any_damage() -> impl Strategy<Value = Damage> {
    let sign = prop_oneof![
        prop::sample::select(vec!['"', '\\', '{', '}', '[', ']', ':', ',', '0', '-', 'u', ' ']),
        any::<char>()
    ];
    prop_oneof![
        any::<Index>().prop_map(Damage::Cut),
        any::<Index>().prop_map(Damage::TakenOut),
        (any::<Index>(), sign).prop_map(|(place, sign)| Damage::Changed(place, sign)),
        any::<Index>().prop_map(Damage::Doubled),
    ]
}

/// The text after all of that has happened to it.
pub fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut signs: Vec<char> = text.chars().collect();
    for damage in damages {
        if signs.is_empty() {
            break;
        }
        let length = signs.len();
        match damage {
            Damage::Cut(place) => signs.truncate(place.index(length)),
            Damage::TakenOut(place) => {
                signs.remove(place.index(length));
            }
            Damage::Changed(place, sign) => signs[place.index(length)] = *sign,
            Damage::Doubled(place) => {
                let place = place.index(length);
                signs.insert(place, signs[place]);
            }
        }
    }
    signs.into_iter().collect()
}

proptest! {
    #[test]
    fn a_damaged_record_never_panics_and_is_never_lost(
        whole in any_check_in(),
        damages in prop::collection::vec(any_damage(), 1..8),
        new in any_check_in(),
    ) {
        let (store, records) = records();
        let text = damaged(&write_check_in(&whole).unwrap(), &damages);
        store.set(KEY, &text).unwrap();
        let (found, unreadable) = records.check_ins();
        prop_assert_eq!(found.len() + unreadable.len(), 1);
        let saved = records.save_check_in(&new);
        if new.id != "x" {
            prop_assert_eq!(saved, Ok(()));
        }
        prop_assert_eq!(raw(&store, KEY), Some(text));
    }

    #[test]
    fn any_text_at_all_never_panics(text in any::<String>()) {
        error_of(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[test]
    fn ten_thousand_damaged_records_never_panic_and_stay_as_they_are(
        damages in prop::collection::vec(any_damage(), 1..8),
    ) {
        let (store, records) = records();
        let text = damaged(include_str!("../fixtures/records/v1/check-in.json"), &damages);
        store.set(KEY, &text).unwrap();
        records.save_check_in(&check_in("good", 7)).unwrap();
        let (found, unreadable) = records.check_ins();
        prop_assert_eq!(found.len() + unreadable.len(), 2);
        prop_assert_eq!(records.check_in("good").map(|good| good.created), Some(7));
        prop_assert_eq!(raw(&store, KEY), Some(text));
    }
}
