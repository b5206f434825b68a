//! What is older than the owner lets it become is deleted, and nothing else.

use super::support::{check_in, draft, everything, raw, records, therapist};
use proptest::prelude::*;
use std::rc::Rc;
use therapist_fit::storage::{Records, StorageError, Store};

const DAY: u64 = 86_400_000;

/// Some day in 2026.
const NOW: u64 = 1_795_426_200_000;

#[test]
fn a_check_in_stays_for_all_of_its_last_day_and_goes_after_it() {
    let (_, records) = records();
    for (id, age) in [("young", 0), ("just", 30 * DAY), ("old", 30 * DAY + 1), ("oldest", NOW)] {
        records.save_check_in(&check_in(id, NOW - age)).unwrap();
    }
    records.delete_older(NOW, 30).unwrap();
    assert_eq!(
        records.check_ins(),
        (vec![check_in("young", NOW), check_in("just", NOW - 30 * DAY)], vec![])
    );
}

#[test]
fn one_under_way_counts_from_its_last_change() {
    let (_, records) = records();
    let mut begun_long_ago = draft("a1", NOW - DAY);
    begun_long_ago.check_in.created = 0;
    records.save_draft(&begun_long_ago).unwrap();
    records.save_draft(&draft("b2", NOW - DAY - 1)).unwrap();
    records.delete_older(NOW, 1).unwrap();
    assert_eq!(records.drafts(), (vec![begun_long_ago], vec![]));
}

#[test]
fn records_from_the_future_stay_for_the_clock_went_back() {
    let (store, records) = records();
    records.save_check_in(&check_in("a1", NOW + 1)).unwrap();
    records.save_check_in(&check_in("b2", u64::MAX)).unwrap();
    records.save_draft(&draft("c3", NOW + 400 * DAY)).unwrap();
    let kept = everything(&store);
    records.delete_older(NOW, 1).unwrap();
    assert_eq!(everything(&store), kept);
}

#[test]
fn a_clock_near_the_beginning_of_time_deletes_nothing() {
    let (store, records) = records();
    records.save_check_in(&check_in("a1", 0)).unwrap();
    let kept = everything(&store);
    records.delete_older(0, 1).unwrap();
    records.delete_older(DAY, 1).unwrap();
    records.delete_older(NOW, u32::MAX).unwrap();
    assert_eq!(everything(&store), kept);
    records.delete_older(DAY + 1, 1).unwrap();
    assert_eq!(everything(&store), []);
}

#[test]
fn what_can_not_be_read_stays_as_it_is() {
    let (store, records) = records();
    for (kind, text) in [("check-in", "{"), ("draft", "{\"schema\":2,\"created\":0}")] {
        let key = format!("therapist-fit:default:{kind}:x");
        store.set(&key, text).unwrap();
    }
    let kept = everything(&store);
    records.save_check_in(&check_in("a1", 0)).unwrap();
    records.delete_older(NOW, 1).unwrap();
    assert_eq!(everything(&store), kept);
}

#[test]
fn other_profiles_and_the_host_page_are_left_alone() {
    let (store, records) = records();
    let other = Records::new(Rc::clone(&store) as Rc<dyn Store>, "default-2");
    store.set("host-session", "theirs").unwrap();
    other.save_therapist(&therapist("a", "A")).unwrap();
    other.save_therapist(&therapist("b", "B")).unwrap();
    other.save_check_in(&check_in("a1", 0)).unwrap();
    let kept = everything(&store);
    records.save_check_in(&check_in("a1", 0)).unwrap();
    records.save_draft(&draft("b2", 0)).unwrap();
    records.delete_older(NOW, 1).unwrap();
    assert_eq!(everything(&store), kept);
}

#[test]
fn one_that_can_not_be_deleted_is_told_and_does_not_save_the_others() {
    for (stuck, key) in [
        ("a1", "therapist-fit:default:check-in:a1"),
        ("b2", "therapist-fit:default:check-in:b2"),
        ("c3", "therapist-fit:default:check-in:c3"),
    ] {
        let (store, records) = records();
        for id in ["a1", "b2", "c3"] {
            records.save_check_in(&check_in(id, 0)).unwrap();
        }
        records.save_draft(&draft("d4", 0)).unwrap();
        store.stuck.set(Some(key));
        assert_eq!(records.delete_older(NOW, 1), Err(StorageError::Unavailable));
        assert_eq!(records.check_ins().0, [check_in(stuck, 0)]);
        assert_eq!(records.drafts().0, []);
    }
}

#[test]
fn what_is_in_memory_only_goes_too() {
    let (store, records) = records();
    store.no_write.set(Some(StorageError::Full));
    records.save_check_in(&check_in("a1", 0)).unwrap_err();
    records.delete_older(NOW, 1).unwrap();
    assert_eq!(records.check_ins(), (vec![], vec![]));
    assert!(!records.is_failing());
}

#[test]
fn an_old_record_under_another_records_key_takes_nothing_with_it() {
    let (store, records) = records();
    records.save_check_in(&check_in("old", 0)).unwrap();
    let text = raw(&store, "therapist-fit:default:check-in:old").unwrap();
    let text = text.replace("\"id\":\"old\"", "\"id\":\"young\"");
    store.set("therapist-fit:default:check-in:old", &text).unwrap();
    records.save_check_in(&check_in("young", NOW)).unwrap();
    records.delete_older(NOW, 1).unwrap();
    assert!(records.check_ins().0.contains(&check_in("young", NOW)));
}

#[test]
fn a_label_goes_with_the_last_check_in_about_its_therapist() {
    let (_, records) = records();
    for (id, label) in [("a", "Green"), ("b", "Blue"), ("c", "Red")] {
        records.save_therapist(&therapist(id, label)).unwrap();
    }
    records.save_check_in(&check_in("a1", NOW)).unwrap();
    records.save_check_in(&check_in("a2", 0)).unwrap();
    let mut about_b = draft("b2", NOW);
    about_b.check_in.therapist = "b".to_owned();
    records.save_draft(&about_b).unwrap();
    let mut about_c = check_in("c3", 0);
    about_c.therapist = "c".to_owned();
    records.save_check_in(&about_c).unwrap();
    records.forget_unused_therapists().unwrap();
    assert_eq!(records.therapists().0.len(), 3, "each is needed");
    records.delete_older(NOW, 30).unwrap();
    assert_eq!(
        records.therapists().0,
        [therapist("a", "Green"), therapist("b", "Blue")]
    );
    records.delete_draft("b2").unwrap();
    records.delete_check_in("a1").unwrap();
    records.forget_unused_therapists().unwrap();
    assert_eq!(records.therapists(), (vec![], vec![]));
}

#[test]
fn a_label_is_needed_by_what_is_in_memory_only() {
    let (store, records) = records();
    records.save_therapist(&therapist("a", "Green")).unwrap();
    store.no_write.set(Some(StorageError::Full));
    records.save_draft(&draft("a1", NOW)).unwrap_err();
    records.forget_unused_therapists().unwrap();
    assert_eq!(records.therapists().0, [therapist("a", "Green")]);
}

#[test]
fn where_a_check_in_can_not_be_read_all_labels_stay_for_it_may_be_about_anyone() {
    for kind in ["check-in", "draft"] {
        for text in ["{", "{\"schema\":2}", "sealed"] {
            let (store, records) = records();
            records.save_therapist(&therapist("a", "Green")).unwrap();
            store.set(&format!("therapist-fit:default:{kind}:x"), text).unwrap();
            records.delete_older(NOW, 1).unwrap();
            assert_eq!(records.therapists().0, [therapist("a", "Green")], "{kind} {text}");
        }
    }
}

#[test]
fn a_label_that_can_not_be_read_stays_as_it_is() {
    let (store, records) = records();
    store.set("therapist-fit:default:therapist:a", "{").unwrap();
    let kept = everything(&store);
    records.forget_unused_therapists().unwrap();
    assert_eq!(everything(&store), kept);
}

#[test]
fn where_storage_is_gone_no_label_in_memory_is_forgotten() {
    let (store, records) = records();
    store.nothing.set(Some(StorageError::Unavailable));
    records.save_therapist(&therapist("a", "Green")).unwrap_err();
    records.forget_unused_therapists().unwrap();
    assert_eq!(records.therapists().0, [therapist("a", "Green")]);
}

proptest! {
    #[test]
    fn exactly_those_that_are_too_old_are_deleted(
        ages in prop::collection::vec(0..100 * DAY, 0..8),
        days in 1..100_u32,
    ) {
        let (_, records) = records();
        for (place, age) in ages.iter().enumerate() {
            records.save_check_in(&check_in(&place.to_string(), NOW - age)).unwrap();
        }
        records.delete_older(NOW, days).unwrap();
        let kept: usize = ages.iter().filter(|age| **age <= u64::from(days) * DAY).count();
        prop_assert_eq!(records.check_ins().0.len(), kept);
        prop_assert!(records.check_ins().0.iter().all(|it| NOW - it.created <= u64::from(days) * DAY));
    }
}
