//! JSON: what is taken along can be taken in again, and nothing is lost on the way.

use super::support::{any_check_in, any_id, check_in, therapist, written};
use crate::made::all_keyed;
use proptest::prelude::*;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::rc::Rc;
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::response::{CheckIn, Therapist};
use therapist_fit::storage::schema::{read_bundle, write_bundle};
use therapist_fit::storage::{Imported, MemoryStore, Records};

/// The records of a new, empty store.
fn records() -> Records {
    Records::new(Rc::new(MemoryStore::default()), "default")
}

fn file(check_ins: &[CheckIn], therapists: &[Therapist]) -> String {
    written(".json", check_ins, therapists).unwrap()
}

#[test]
fn the_file_says_what_it_is_and_in_which_version() {
    let response = all_keyed(&Checklist::alliance(), Form::Short, 3);
    let file = file(&[check_in("a1", response)], &[therapist("a", "Dr. \"Green\"\n")]);
    let read: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(read["schema"], 1);
    assert_eq!(read["format"], "therapist-fit");
    assert_eq!(read["check-ins"][0]["id"], "a1");
    assert_eq!(read["check-ins"][0]["answers"].as_object().unwrap().len(), 14);
    assert_eq!(read["therapists"][0]["label"], "Dr. \"Green\"\n");
}

#[test]
fn a_file_without_check_ins_is_a_file_all_the_same() {
    let file = file(&[], &[]);
    assert_eq!(read_bundle(&file), Ok((vec![], vec![])));
    assert_eq!(records().import(&file, "alliance"), Ok(Imported::default()));
}

#[test]
fn a_file_that_another_program_has_set_out_anew_is_read_too() {
    let response = all_keyed(&Checklist::alliance(), Form::Full, 3);
    let mut one = check_in("a1", response);
    one.note = "ثقة – \"so\"".to_owned();
    // `serde_json` puts the members of objects in the order of the alphabet.
    one.response.answers.sort_by(|one, other| one.0.cmp(&other.0));
    let read: Value = serde_json::from_str(&file(std::slice::from_ref(&one), &[])).unwrap();
    let pretty = serde_json::to_string_pretty(&read).unwrap();
    assert_eq!(read_bundle(&pretty), Ok((vec![one], vec![])));
}

/// Each once, in the order that the records have them in.
fn in_order(mut check_ins: Vec<CheckIn>) -> Vec<CheckIn> {
    let (mut ids, mut times) = (BTreeSet::new(), BTreeSet::new());
    check_ins.retain(|it| ids.insert(it.id.clone()) && times.insert(it.created));
    check_ins.sort_by_key(|it| Reverse(it.created));
    check_ins
}

proptest! {
    #[test]
    fn taken_in_by_an_empty_store_everything_is_as_it_was(
        check_ins in prop::collection::vec(any_check_in(), 0..6),
        labels in prop::collection::btree_map(any_id(), any::<String>(), 0..4),
    ) {
        let mut check_ins = in_order(check_ins);
        // Each label is of a therapist whom a check-in is about.
        let mut therapists = Vec::new();
        for (check_in, (id, label)) in check_ins.iter_mut().zip(&labels) {
            check_in.therapist.clone_from(id);
            therapists.push(therapist(id, label));
        }
        let file = file(&check_ins, &therapists);
        let records = records();
        let new = u32::try_from(check_ins.len()).unwrap();
        prop_assert_eq!(records.import(&file, "alliance"), Ok(Imported { new, known: 0 }));
        prop_assert_eq!(records.check_ins(), (check_ins, vec![]));
        prop_assert_eq!(records.therapists(), (therapists, vec![]));
        prop_assert_eq!(records.drafts(), (vec![], vec![]));
        // And out again: the same file.
        prop_assert_eq!(self::file(&records.check_ins().0, &records.therapists().0), file);
    }

    #[test]
    fn other_readers_of_json_read_it(check_in in any_check_in(), label in any::<String>()) {
        let file = file(std::slice::from_ref(&check_in), &[therapist("a", &label)]);
        let read: Value = serde_json::from_str(&file).unwrap();
        prop_assert_eq!(read["check-ins"][0]["note"].as_str(), Some(check_in.note.as_str()));
        prop_assert_eq!(read["therapists"][0]["label"].as_str(), Some(label.as_str()));
    }

    #[test]
    fn a_bundle_of_any_ids_and_labels_is_read_as_it_was_written(
        check_in in any_check_in(),
        ids in prop::array::uniform3(any::<String>()),
    ) {
        let [id, about, label] = ids;
        let check_ins = [CheckIn { id: id.clone(), therapist: about, ..check_in }];
        let therapists = [therapist(&id, &label)];
        let text = write_bundle(&check_ins, &therapists).unwrap();
        prop_assert_eq!(read_bundle(&text), Ok((check_ins.to_vec(), therapists.to_vec())));
    }
}
