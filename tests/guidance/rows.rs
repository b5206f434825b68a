//! Each row of band × raised × choice.

use super::cases::{Outcome, WEAKER, notes, raised};
use therapist_fit::guidance::Note;
use therapist_fit::response::{Choice, Context, Raised};

use Note::{GiveItTime, HardChoice, KeepGoing, LookElsewhere, OutsideHelp, SecondOpinion, StartTalking};
use Outcome::{Mixed, Strong, StrongWithAGap, StrongWithALowItem, Thin, Unknown};

#[test]
fn low_and_never_raised_leads_to_talking() {
    for result in WEAKER {
        for came in [&[][..], &[Raised::NotYet]] {
            for recently in [false, true] {
                assert_eq!(
                    notes(result, &raised(came, recently)),
                    [StartTalking],
                    "{result:?} {came:?}"
                );
            }
        }
    }
}

#[test]
fn raised_under_two_sessions_ago_without_a_change_is_given_time() {
    for result in [StrongWithAGap, Mixed, Thin, Strong, StrongWithALowItem, Unknown] {
        for other in [Raised::NotYet, Raised::Better] {
            let first = notes(result, &raised(&[other, Raised::NoChange], true))
                .first()
                .copied();
            assert_eq!(first, Some(GiveItTime), "{result:?} {other:?}");
        }
    }
}

#[test]
fn what_got_better_lately_is_given_time_too_but_for_where_all_is_well() {
    for came in [&[Raised::Better][..], &[Raised::NotYet, Raised::Better]] {
        let [lately, long_ago] = [true, false].map(|recently| raised(came, recently));
        for result in [StrongWithAGap, Mixed, Thin, Unknown] {
            assert_eq!(notes(result, &lately).first(), Some(&GiveItTime), "{result:?}");
        }
        assert_eq!(notes(Strong, &lately), [KeepGoing]);
        assert_eq!(notes(StrongWithALowItem, &lately), notes(StrongWithALowItem, &long_ago));
    }
}

#[test]
fn raised_and_no_change_makes_it_reasonable_to_look_elsewhere_unless_it_goes_well() {
    for result in WEAKER {
        assert_eq!(
            notes(result, &raised(&[Raised::NoChange], false)),
            [LookElsewhere],
            "{result:?}"
        );
        let mixed = raised(&[Raised::Better, Raised::NoChange], false);
        assert_eq!(notes(result, &mixed), [LookElsewhere], "{result:?}");
    }
    assert_eq!(notes(Strong, &raised(&[Raised::NoChange], false)), [KeepGoing]);
    assert_eq!(
        notes(StrongWithALowItem, &raised(&[Raised::NoChange], false)),
        [StartTalking, KeepGoing]
    );
    assert_eq!(notes(Unknown, &raised(&[Raised::NoChange], false)), []);
}

#[test]
fn raised_and_better_leaves_the_rest_to_talk_about() {
    for result in WEAKER {
        assert_eq!(
            notes(result, &raised(&[Raised::Better], false)),
            [StartTalking],
            "{result:?}"
        );
    }
}

#[test]
fn raised_and_worse_calls_for_a_second_opinion_whatever_else_there_is() {
    for result in WEAKER {
        for recently in [false, true] {
            let came = [Raised::Better, Raised::NoChange, Raised::Worse];
            assert_eq!(notes(result, &raised(&came, recently)), [SecondOpinion], "{result:?}");
        }
    }
    assert_eq!(
        notes(Strong, &raised(&[Raised::Worse], false)),
        [SecondOpinion, KeepGoing]
    );
    assert_eq!(notes(Unknown, &raised(&[Raised::Worse], false)), [SecondOpinion]);
}

/// The notes of someone who could change therapist so, and of someone who did not say.
fn with_and_without(result: Outcome, choice: Choice, without: &Context) -> (Vec<Note>, Vec<Note>) {
    let context = Context {
        choice: Some(choice),
        ..without.clone()
    };
    (notes(result, &context), notes(result, without))
}

/// All that can come of something that was to be raised, lately or not.
fn all_that_came() -> impl Iterator<Item = Context> {
    let came = [
        &[][..],
        &[Raised::NotYet],
        &[Raised::Better],
        &[Raised::NoChange],
        &[Raised::Worse],
    ];
    came.into_iter()
        .flat_map(|came| [false, true].map(|recently| raised(came, recently)))
}

#[test]
fn who_has_no_choice_hears_of_supervisor_manager_and_advocate_and_not_of_looking_elsewhere() {
    for result in WEAKER {
        for came in all_that_came() {
            let (with, mut wanted) = with_and_without(result, Choice::No, &came);
            wanted.retain(|note| *note != LookElsewhere);
            wanted.push(OutsideHelp);
            assert_eq!(with, wanted, "{result:?} {came:?}");
        }
        let (with, without) = with_and_without(result, Choice::No, &raised(&[Raised::NoChange], false));
        assert_eq!((with, without), (vec![OutsideHelp], vec![LookElsewhere]));
    }
}

#[test]
fn to_whom_changing_is_hard_mending_is_worth_a_try_unless_it_was_tried_in_vain() {
    for result in WEAKER {
        for came in all_that_came() {
            let (with, mut wanted) = with_and_without(result, Choice::Hard, &came);
            if !wanted.contains(&LookElsewhere) && !wanted.contains(&SecondOpinion) {
                wanted.push(HardChoice);
            }
            assert_eq!(with, wanted, "{result:?} {came:?}");
        }
    }
    let tried = Context {
        choice: Some(Choice::Hard),
        ..raised(&[Raised::NoChange], false)
    };
    assert_eq!(notes(Thin, &tried), [LookElsewhere]);
}

#[test]
fn who_could_change_hears_nothing_more() {
    for result in WEAKER {
        for came in all_that_came() {
            let (with, without) = with_and_without(result, Choice::Yes, &came);
            assert_eq!(with, without, "{result:?} {came:?}");
        }
    }
}

#[test]
fn whether_one_could_change_does_not_matter_where_it_goes_well_or_nothing_is_known() {
    for result in [Strong, StrongWithALowItem, Unknown] {
        for choice in Choice::ALL {
            let context = Context {
                choice: Some(*choice),
                ..Context::default()
            };
            assert_eq!(
                notes(result, &context),
                notes(result, &Context::default()),
                "{result:?}"
            );
        }
    }
}

#[test]
fn a_strong_result_is_something_to_tell_the_therapist() {
    assert_eq!(notes(Strong, &Context::default()), [KeepGoing]);
    assert_eq!(
        notes(StrongWithALowItem, &Context::default()),
        [StartTalking, KeepGoing]
    );
    assert_eq!(notes(Unknown, &Context::default()), []);
}
