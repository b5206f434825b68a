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
fn raised_under_two_sessions_ago_is_given_time() {
    for result in [StrongWithAGap, Mixed, Thin, StrongWithALowItem, Unknown] {
        for came in [Raised::Better, Raised::NoChange] {
            let first = notes(result, &raised(&[Raised::NotYet, came], true)).first().copied();
            assert_eq!(first, Some(GiveItTime), "{result:?} {came:?}");
        }
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

#[test]
fn who_has_no_choice_hears_of_supervisor_manager_and_advocate() {
    let came = [
        None,
        Some(Raised::NotYet),
        Some(Raised::Better),
        Some(Raised::NoChange),
        Some(Raised::Worse),
    ];
    for result in WEAKER {
        for came in came {
            for (choice, expected) in [
                (Choice::No, Some(OutsideHelp)),
                (Choice::Hard, Some(HardChoice)),
                (Choice::Yes, None),
            ] {
                let without = raised(came.as_slice(), false);
                let context = Context {
                    choice: Some(choice),
                    ..without.clone()
                };
                let mut wanted = notes(result, &without);
                wanted.extend(expected);
                assert_eq!(notes(result, &context), wanted, "{result:?} {came:?} {choice:?}");
            }
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
