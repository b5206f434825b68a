//! Taking in a file: what is new is added, what is there stays, and no file does harm.

use super::damage::{any_damage, damaged};
use super::support::{Unreliable, about, check_in, everything, raw, records, therapist};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use therapist_fit::response::{Answer, CheckIn, Raised, Therapist, TrustPast};
use therapist_fit::storage::schema::write_bundle;
use therapist_fit::storage::{Imported, Records, StorageError, Store};

fn file(check_ins: &[CheckIn], therapists: &[Therapist]) -> String {
    write_bundle(check_ins, therapists).unwrap()
}

/// A check-in that says something in every place.
fn full(id: &str, created: u64) -> CheckIn {
    let mut whole = check_in(id, created);
    whole.response.answer("leaves-alone", Answer::CantTell);
    whole.response.answer("has-plan", Answer::Skip);
    let context = &mut whole.response.context;
    context.like = Some(Answer::Step(4));
    context.trust_past = Some(TrustPast::Yes);
    context.raised = vec![("has-plan".to_owned(), Raised::NoChange)];
    context.raised_recently = true;
    whole.to_raise = vec!["knows-next".to_owned()];
    whole.note += "\"ثقة\",\n\\ so";
    whole
}

/// A store that holds one check-in and one label, and something of the host page.
fn with_some() -> (Rc<Unreliable>, Records) {
    let (store, records) = records();
    records.save_check_in(&full("a1", 10)).unwrap();
    records.save_therapist(&therapist("a", "Green")).unwrap();
    store.set("host-session", "theirs").unwrap();
    (store, records)
}

fn counts(new: u32, known: u32) -> Imported {
    Imported { new, known }
}

/// Holds that the file is refused so, and that nothing has changed.
fn refused(file: &str, error: StorageError) {
    let (store, records) = with_some();
    let kept = everything(&store);
    assert_eq!(records.import(file, "alliance"), Err(error), "{file}");
    assert_eq!(everything(&store), kept, "{file}");
    assert!(!records.is_failing(), "nor is anything held in memory");
}

#[test]
fn what_is_new_is_added_and_counted() {
    let (_, records) = with_some();
    let file = file(&[about("b", full("b2", 20)), full("c3", 5)], &[therapist("b", "Blue")]);
    assert_eq!(records.import(&file, "alliance"), Ok(counts(2, 0)));
    assert_eq!(
        records.check_ins(),
        (vec![about("b", full("b2", 20)), full("a1", 10), full("c3", 5)], vec![])
    );
    assert_eq!(
        records.therapists().0,
        [therapist("a", "Green"), therapist("b", "Blue")]
    );
}

#[test]
fn what_is_known_stays_as_it_is_and_nothing_is_doubled() {
    let (store, records) = with_some();
    let mut changed = full("a1", 99);
    changed.note = "another".to_owned();
    let file = file(&[changed, full("b2", 20)], &[therapist("a", "Red")]);
    assert_eq!(records.import(&file, "alliance"), Ok(counts(1, 1)));
    assert_eq!(records.check_ins().0, [full("b2", 20), full("a1", 10)]);
    assert_eq!(records.therapists().0, [therapist("a", "Green")]);
    let kept = everything(&store);
    assert_eq!(
        records.import(&file, "alliance"),
        Ok(counts(0, 2)),
        "a second time changes nothing"
    );
    assert_eq!(everything(&store), kept);
}

#[test]
fn of_a_check_in_that_stands_twice_in_the_file_the_first_is_taken() {
    let (_, records) = records();
    let mut second = full("b2", 30);
    second.note = "the second".to_owned();
    let file = file(&[full("b2", 20), second], &[]);
    assert_eq!(records.import(&file, "alliance"), Ok(counts(1, 1)));
    assert_eq!(records.check_ins(), (vec![full("b2", 20)], vec![]));
}

#[test]
fn of_a_label_that_stands_twice_in_the_file_the_first_is_taken() {
    let (_, records) = records();
    let file = file(
        &[about("b", full("b2", 20))],
        &[therapist("b", "Blue"), therapist("b", "Red")],
    );
    records.import(&file, "alliance").unwrap();
    assert_eq!(records.therapists().0, [therapist("b", "Blue")]);
}

#[test]
fn what_can_not_be_read_under_the_same_key_stays_byte_for_byte() {
    for text in ["{", "", "{\"schema\":2}"] {
        let (store, records) = records();
        store.set("therapist-fit:default:check-in:b2", text).unwrap();
        store.set("therapist-fit:default:therapist:b", text).unwrap();
        let kept = everything(&store);
        let file = file(&[about("b", full("b2", 20))], &[therapist("b", "Blue")]);
        assert_eq!(records.import(&file, "alliance"), Ok(counts(0, 1)), "{text:?}");
        assert_eq!(everything(&store), kept);
        assert!(!records.is_failing());
    }
}

#[test]
fn other_profiles_on_the_origin_see_nothing_of_it() {
    let (store, records) = records();
    let other = Records::new(Rc::clone(&store) as Rc<dyn Store>, "default-2");
    records.import(&file(&[full("b2", 20)], &[]), "alliance").unwrap();
    assert_eq!(other.check_ins(), (vec![], vec![]));
    assert_eq!(
        other.import(&file(&[full("b2", 20)], &[]), "alliance"),
        Ok(counts(1, 0))
    );
}

#[test]
fn an_id_that_could_lead_out_of_its_key_is_refused() {
    let long = "a".repeat(65);
    let wrong = [
        "", ":", "b:2", "../b2", "b/2", "b 2", "b2\n", "ب", "b_2", "a\u{0}", &long,
    ];
    for id in wrong {
        refused(&file(&[full(id, 1)], &[]), StorageError::Corrupt);
        refused(&file(&[full("b2", 1), full(id, 1)], &[]), StorageError::Corrupt);
        refused(&file(&[full("b2", 1)], &[therapist(id, "B")]), StorageError::Corrupt);
        let mut about = full("b2", 1);
        about.therapist = id.to_owned();
        refused(&file(&[about], &[]), StorageError::Corrupt);
    }
    let (_, records) = records();
    let longest = "Z".repeat(64);
    assert_eq!(
        records.import(&file(&[full(&longest, 1), full("-", 1)], &[]), "alliance"),
        Ok(counts(2, 0))
    );
}

#[test]
fn a_file_that_is_none_of_ours_is_refused() {
    let whole = file(&[full("b2", 1)], &[therapist("b", "Blue")]);
    let changed = |from: &str, to: &str| {
        assert!(whole.contains(from), "{whole}");
        whole.replacen(from, to, 1)
    };
    let texts = [
        String::new(),
        "null".to_owned(),
        "[]".to_owned(),
        "{\"schema\":1}".to_owned(),
        "{\"schema\":0}".to_owned(),
        therapist_fit::storage::schema::write_check_in(&full("b2", 1)).unwrap(),
        changed("\"format\":\"therapist-fit\"", "\"format\":\"therapist-fitness\""),
        changed("\"format\":\"therapist-fit\"", "\"format\":\"\""),
        changed("\"format\":\"therapist-fit\",", ""),
        changed("\"check-ins\":[", "\"check-ins\":[null,"),
        changed("\"therapists\":[", "\"therapists\":[{}"),
        changed("\"later\"", "\"much-later\""),
        format!("{whole}x"),
        whole.repeat(2),
        "[".repeat(100_000),
        format!("{{\"schema\":1,\"x\":{}", "[".repeat(100_000)),
    ];
    for text in texts {
        refused(&text, StorageError::Corrupt);
    }
}

#[test]
fn a_file_of_a_newer_version_is_named_so_whatever_it_holds() {
    let whole = file(&[full("b2", 1)], &[]);
    refused(
        &whole.replacen("\"schema\":1", "\"schema\":2", 1),
        StorageError::FromNewerVersion,
    );
    refused(
        "{\"schema\":7,\"all\":{\"is\":[\"different\"]}}",
        StorageError::FromNewerVersion,
    );
}

#[test]
fn a_label_of_another_version_is_refused_like_a_check_in() {
    for one in [file(&[full("b2", 1)], &[]), file(&[], &[therapist("b", "Blue")])] {
        let (outer, inner) = one.rsplit_once("\"schema\":1").unwrap();
        refused(&format!("{outer}\"schema\":2{inner}"), StorageError::Corrupt);
    }
}

#[test]
fn where_the_room_runs_out_midway_what_was_there_and_what_was_taken_in_stay() {
    let file = file(
        &[full("b2", 20), full("c3", 30), about("b", full("d4", 40))],
        &[therapist("b", "Blue")],
    );
    for room in 0..4 {
        let (store, records) = with_some();
        let kept = everything(&store);
        store.room.set(Some(room));
        assert_eq!(records.import(&file, "alliance"), Err(StorageError::Full));
        for (key, text) in &kept {
            assert_eq!(raw(&store, key).as_ref(), Some(text));
        }
        assert_eq!(everything(&store).len(), kept.len() + room as usize);
        assert_eq!(records.check_ins().1, [], "all of it can be read");
    }
}

#[test]
fn once_there_is_room_again_the_same_file_is_taken_in_to_its_end() {
    let file = file(&[full("b2", 20), full("c3", 30), full("d4", 40)], &[]);
    let (store, records) = records();
    store.room.set(Some(1));
    records.import(&file, "alliance").unwrap_err();
    store.room.set(None);
    records.import(&file, "alliance").unwrap();
    assert_eq!(everything(&store).len(), 3);
    assert!(!records.is_failing());
}

#[test]
fn where_storage_is_gone_it_is_told() {
    let (store, records) = records();
    store.nothing.set(Some(StorageError::Unavailable));
    let file = file(&[full("b2", 20)], &[therapist("b", "Blue")]);
    assert_eq!(records.import(&file, "alliance"), Err(StorageError::Unavailable));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_damaged_file_never_panics_and_never_harms_what_is_there(
        damages in prop::collection::vec(any_damage(), 1..8),
    ) {
        let whole = file(&[about("b", full("b2", 20)), full("a1", 11)], &[therapist("a", "Red"), therapist("b", "Blue")]);
        let (store, records) = with_some();
        let kept = everything(&store);
        let taken = records.import(&damaged(&whole, &damages), "alliance");
        let after: BTreeMap<String, String> = everything(&store).into_iter().collect();
        for (key, text) in &kept {
            prop_assert_eq!(after.get(key), Some(text));
        }
        match taken {
            Err(_) => prop_assert_eq!(after.len(), kept.len()),
            Ok(Imported { new, known }) => {
                prop_assert!(new + known <= 2);
                prop_assert_eq!(records.check_ins().0.len(), 1 + new as usize);
                prop_assert_eq!((records.check_ins().1, records.therapists().1), (vec![], vec![]));
            }
        }
        prop_assert!(!records.is_failing());
    }

    #[test]
    fn any_text_at_all_never_panics(text in any::<String>()) {
        let (_, records) = records();
        prop_assert!(records.import(&text, "alliance").is_err());
    }
}
