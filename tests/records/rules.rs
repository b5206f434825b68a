//! Saving, loading and deleting, in stores that work and stores that don't.

use super::support::{any_check_in, any_draft, any_therapist, check_in, draft, everything, raw, records, therapist};
use proptest::prelude::*;
use std::rc::Rc;
use therapist_fit::storage::{Records, StorageError, Store};

proptest! {
    #[test]
    fn saving_and_loading_any_check_in_changes_nothing(saved in any_check_in()) {
        let (_, records) = records();
        records.save_check_in(&saved).unwrap();
        prop_assert_eq!(records.check_ins(), (vec![saved], vec![]));
    }

    #[test]
    fn saving_and_loading_any_draft_changes_nothing(saved in any_draft()) {
        let (_, records) = records();
        records.save_draft(&saved).unwrap();
        prop_assert_eq!(records.drafts(), (vec![saved], vec![]));
    }

    #[test]
    fn saving_and_loading_any_label_changes_nothing(saved in any_therapist()) {
        let (_, records) = records();
        records.save_therapist(&saved).unwrap();
        prop_assert_eq!(records.therapists(), (vec![saved], vec![]));
    }
}

#[test]
fn check_ins_come_newest_first() {
    let (_, records) = records();
    for (id, created) in [("m", 20), ("z", 10), ("b", 30)] {
        records.save_check_in(&check_in(id, created)).unwrap();
    }
    let (all, _) = records.check_ins();
    assert_eq!(all.iter().map(|one| one.created).collect::<Vec<_>>(), [30, 20, 10]);
}

#[test]
fn a_very_long_note_is_kept_whole() {
    let (_, records) = records();
    let mut long = check_in("a1", 1);
    long.note = "\"ثقة\"\n".repeat(20_000);
    records.save_check_in(&long).unwrap();
    assert_eq!(records.check_ins().0, [long]);
}

#[test]
fn each_record_has_a_key_of_its_own_that_names_its_profile() {
    let (store, records) = records();
    records.save_check_in(&check_in("a1", 1)).unwrap();
    records.save_draft(&draft("b2", 1)).unwrap();
    records.save_therapist(&therapist("a", "A")).unwrap();
    let keys: Vec<String> = everything(&store).into_iter().map(|(key, _)| key).collect();
    let expected = [
        "therapist-fit:default:check-in:a1",
        "therapist-fit:default:draft:b2",
        "therapist-fit:default:therapist:a",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn two_tabs_never_overwrite_each_other() {
    let (store, one) = records();
    let other = Records::new(Rc::clone(&store) as Rc<dyn Store>, "default");
    one.save_draft(&draft("a1", 1)).unwrap();
    other.save_draft(&draft("b2", 2)).unwrap();
    one.save_check_in(&check_in("a1", 3)).unwrap();
    one.delete_draft("a1").unwrap();
    assert_eq!(one.check_ins().0, other.check_ins().0);
    assert_eq!(other.drafts().0, [draft("b2", 2)]);
}

#[test]
fn profiles_on_one_origin_do_not_see_each_other() {
    let (store, records) = records();
    let other = Records::new(store, "default-2");
    records.save_check_in(&check_in("a1", 1)).unwrap();
    assert_eq!(other.check_ins(), (vec![], vec![]));
    other.save_check_in(&check_in("b2", 2)).unwrap();
    records.delete_everything().unwrap();
    assert_eq!(other.check_ins().0, [check_in("b2", 2)]);
}

#[test]
fn deleting_one_check_in_leaves_the_others() {
    let (_, records) = records();
    records.save_check_in(&check_in("a1", 1)).unwrap();
    records.save_check_in(&check_in("b2", 2)).unwrap();
    records.delete_check_in("b2").unwrap();
    assert_eq!(records.check_ins().0, [check_in("a1", 1)]);
    records.delete_check_in("b2").unwrap();
}

#[test]
fn deleting_everything_takes_all_of_ours_and_nothing_of_the_host_page() {
    let (store, records) = records();
    store.set("host-session", "theirs").unwrap();
    store.set("therapist-fit:default:check-in:x", "damaged").unwrap();
    store.set("therapist-fit:default:of-a-later-version", "{}").unwrap();
    records.save_check_in(&check_in("a1", 1)).unwrap();
    records.save_draft(&draft("b2", 1)).unwrap();
    records.save_therapist(&therapist("a", "A")).unwrap();
    records.delete_everything().unwrap();
    assert_eq!(everything(&store), [("host-session".to_owned(), "theirs".to_owned())]);
}

#[test]
fn of_everything_that_is_deleted_the_lock_goes_last() {
    let (store, records) = records();
    store.set(&records.lock_key(), "locked").unwrap();
    records.save_check_in(&check_in("a1", 1)).unwrap();
    records.save_draft(&draft("b2", 1)).unwrap();
    records.save_therapist(&therapist("a", "A")).unwrap();
    records.delete_everything().unwrap();
    assert_eq!(everything(&store), []);
    let removed = store.removed.borrow();
    let lock = removed.iter().position(|key| *key == records.lock_key());
    assert_eq!(lock, Some(removed.len() - 1), "{removed:?}");
}

#[test]
fn one_record_that_can_not_be_deleted_does_not_save_the_others() {
    let (store, records) = records();
    for id in ["a1", "b2", "c3"] {
        records.save_check_in(&check_in(id, 1)).unwrap();
    }
    store.stuck.set(Some("therapist-fit:default:check-in:a1"));
    assert_eq!(records.delete_everything(), Err(StorageError::Unavailable));
    assert_eq!(records.check_ins().0, [check_in("a1", 1)]);
}

#[test]
fn what_there_is_no_room_for_is_told_and_can_be_read_back_in_this_tab() {
    let (store, records) = records();
    records.save_check_in(&check_in("a1", 1)).unwrap();
    store.no_write.set(Some(StorageError::Full));
    assert_eq!(records.save_check_in(&check_in("b2", 2)), Err(StorageError::Full));
    assert!(records.is_failing());
    assert_eq!(records.check_ins().0, [check_in("b2", 2), check_in("a1", 1)]);
    assert_eq!(
        records.clone().check_ins().0.len(),
        2,
        "a copy of the handle sees it too"
    );
    assert_eq!(everything(&store).len(), 1, "what was kept before stays");
}

#[test]
fn a_later_answer_that_could_not_be_written_hides_the_earlier_one_but_does_not_destroy_it() {
    let (store, records) = records();
    records.save_draft(&draft("a1", 1)).unwrap();
    let kept = everything(&store);
    store.no_write.set(Some(StorageError::Full));
    assert_eq!(records.save_draft(&draft("a1", 2)), Err(StorageError::Full));
    assert_eq!(records.drafts().0, [draft("a1", 2)]);
    assert_eq!(everything(&store), kept);
}

#[test]
fn once_there_is_room_again_the_record_is_kept_and_no_longer_only_in_memory() {
    let (store, records) = records();
    store.no_write.set(Some(StorageError::Full));
    records.save_draft(&draft("a1", 1)).unwrap_err();
    store.no_write.set(None);
    records.save_draft(&draft("a1", 2)).unwrap();
    assert!(!records.is_failing());
    assert!(raw(&store, "therapist-fit:default:draft:a1").is_some());
    assert_eq!(records.drafts().0, [draft("a1", 2)]);
}

#[test]
fn a_write_that_works_does_not_hide_that_another_failed() {
    let (store, records) = records();
    store.no_write.set(Some(StorageError::Full));
    records.save_check_in(&check_in("a1", 1)).unwrap_err();
    store.no_write.set(None);
    records.save_therapist(&therapist("a", "A")).unwrap();
    assert!(records.is_failing());
    records.delete_check_in("a1").unwrap();
    assert!(!records.is_failing());
}

#[test]
fn storage_that_is_taken_away_meanwhile_leaves_the_widget_its_memory() {
    let (store, records) = records();
    records.save_check_in(&check_in("a1", 1)).unwrap();
    store.nothing.set(Some(StorageError::Unavailable));
    assert_eq!(
        records.save_check_in(&check_in("b2", 2)),
        Err(StorageError::Unavailable)
    );
    let (found, unreadable) = records.check_ins();
    assert_eq!(found, [check_in("b2", 2)]);
    assert_eq!(unreadable.len(), 1, "that the rest can't be read is told");
    assert_eq!(unreadable[0].error, StorageError::Unavailable);
    assert_eq!(records.delete_everything(), Err(StorageError::Unavailable));
    assert_eq!(records.check_ins().0, [], "what was in memory is gone all the same");
}
