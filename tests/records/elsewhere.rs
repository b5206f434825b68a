//! Taking in a file that was made elsewhere: with another checklist, or with labels that others have here.

use super::support::{about, check_in, everything, records, therapist};
use std::rc::Rc;
use therapist_fit::response::{CheckIn, Therapist};
use therapist_fit::storage::schema::write_bundle;
use therapist_fit::storage::{Imported, Records, Store};

/// The same check-in of an owner's checklist.
fn of_another(check_in: CheckIn) -> CheckIn {
    CheckIn {
        checklist: "study-group".to_owned(),
        ..check_in
    }
}

#[test]
fn a_file_of_another_checklist_changes_nothing_and_counts_as_nothing() {
    let (store, records) = records();
    records.save_check_in(&check_in("a1", 10)).unwrap();
    let kept = everything(&store);
    let theirs = [
        of_another(about("b", check_in("b2", 20))),
        of_another(check_in("a1", 10)),
    ];
    let file = write_bundle(&theirs, &[therapist("b", "Blue")]).unwrap();
    assert_eq!(records.import(&file, "alliance"), Ok(Imported { new: 0, known: 0 }));
    assert_eq!(everything(&store), kept);
    let other = Records::new(Rc::clone(&store) as Rc<dyn Store>, "default.study-group");
    assert_eq!(other.import(&file, "study-group"), Ok(Imported { new: 2, known: 0 }));
}

#[test]
fn of_a_file_with_several_checklists_what_is_of_this_one_is_taken_in_with_the_labels_it_needs() {
    let (_, records) = records();
    let mine = about("c", check_in("c3", 30));
    let all = [of_another(about("b", check_in("b2", 20))), mine.clone()];
    let labels = [therapist("b", "Blue"), therapist("c", "Red"), therapist("d", "White")];
    let file = write_bundle(&all, &labels).unwrap();
    assert_eq!(records.import(&file, "alliance"), Ok(Imported { new: 1, known: 0 }));
    assert_eq!(records.check_ins(), (vec![mine], vec![]));
    assert_eq!(records.therapists().0, [therapist("c", "Red")]);
}

/// The labels after a file with check-ins about these therapists was taken in where `here` are known.
fn labels(here: &[Therapist], file: &[Therapist]) -> Vec<Therapist> {
    let (_, records) = records();
    for therapist in here {
        records.save_therapist(therapist).unwrap();
    }
    let check_ins: Vec<CheckIn> = (1..)
        .zip(file)
        .map(|(day, it)| about(&it.id, check_in(&format!("of-{}", it.id), day)))
        .collect();
    let text = write_bundle(&check_ins, file).unwrap();
    records.import(&text, "alliance").unwrap();
    let labels = records.therapists().0;
    records.import(&text, "alliance").unwrap();
    assert_eq!(records.therapists().0, labels, "a second time changes nothing");
    labels
}

#[test]
fn a_letter_that_another_therapist_has_here_becomes_the_next_free_one() {
    let here = [therapist("p", "A"), therapist("q", "Green")];
    let after = |file: &[Therapist]| labels(&here, file).split_off(here.len());
    assert_eq!(after(&[therapist("x", "A")]), [therapist("x", "B")]);
    assert_eq!(after(&[therapist("x", "B")]), [therapist("x", "B")]);
    // The other letters of the file stay whose they are.
    let file = [therapist("x", "A"), therapist("y", "B"), therapist("z", "D")];
    let wanted = [therapist("x", "C"), therapist("y", "B"), therapist("z", "D")];
    assert_eq!(after(&file), wanted);
    // Two that are alike in the file itself are told apart too.
    let file = [therapist("x", "A"), therapist("y", "A"), therapist("z", "A")];
    let wanted = [therapist("x", "B"), therapist("y", "C"), therapist("z", "D")];
    assert_eq!(after(&file), wanted);
}

#[test]
fn the_same_therapist_keeps_the_letter_and_a_typed_label_stays_even_if_it_is_there() {
    let here = [therapist("p", "A"), therapist("q", "Green")];
    assert_eq!(labels(&here, &[therapist("p", "A")]), here);
    let after = labels(&here, &[therapist("x", "Green")]);
    assert_eq!(after[2..], [therapist("x", "Green")]);
}

#[test]
fn after_the_letters_come_numbers() {
    let mut taken: Vec<Therapist> = ('B'..='Z').map(|it| therapist("x", &it.to_string())).collect();
    assert_eq!(Therapist::free_letter(&taken), "A");
    taken.push(therapist("x", "A"));
    assert_eq!(Therapist::free_letter(&taken), "27");
}
