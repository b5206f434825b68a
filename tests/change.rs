//! Change between check-ins: what counts, where "about the same" ends, and what makes a shift a clear one.
#![cfg(not(target_arch = "wasm32"))]

#[path = "responses/made.rs"]
mod made;

use made::{all_keyed, answer_keyed, ids, leave_out};
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::response::{Answer, CheckIn, Response, Stage};
use therapist_fit::scoring::{Direction, Shift, comparable, moved, points, shift, since_first};

use Direction::{Down, Up};
use Shift::{AboutTheSame, Clear, MayHaveShifted};

/// A response to the first `items` items of the full form, whose keyed steps add up to `sum`. With 20 items a step is
/// 1.25 points, with 28 it is 100 / 112.
fn adding_up(items: usize, sum: usize) -> Response {
    let checklist = Checklist::alliance();
    let mut response = all_keyed(&checklist, Form::Full, 0);
    let ids = ids(&checklist, Form::Full);
    let mut left = sum;
    for id in &ids[..items] {
        let step = left.min(4);
        left -= step;
        answer_keyed(&mut response, &checklist, id, u8::try_from(step).unwrap_or_default());
    }
    assert_eq!(left, 0, "{items} items can't add up to {sum}");
    response.answers.truncate(items);
    response
}

/// What check-ins of 20 items come to, since the one before and since the first; each number is a sum of steps, of 80.
fn both(sums: &[usize]) -> (Option<Shift>, Option<Direction>) {
    let checklist = Checklist::alliance();
    let responses: Vec<Response> = sums.iter().map(|sum| adding_up(20, *sum)).collect();
    let course: Vec<&Response> = responses.iter().collect();
    (shift(&checklist, &course), since_first(&checklist, &course))
}

/// What check-ins of 20 items come to since the one before, where there is nothing to say since the first.
fn course(sums: &[usize]) -> Option<Shift> {
    let (last, first) = both(sums);
    assert_eq!(first, None, "{sums:?}");
    last
}

#[test]
fn under_15_points_it_is_about_the_same_and_from_15_on_it_may_have_shifted() {
    assert_eq!(course(&[30, 30]), Some(AboutTheSame));
    // 11 of 80 are 13.75 points, 12 are 15.
    assert_eq!(course(&[30, 41]), Some(AboutTheSame));
    assert_eq!(course(&[30, 42]), Some(MayHaveShifted(Up)));
    assert_eq!(course(&[42, 31]), Some(AboutTheSame));
    assert_eq!(course(&[42, 30]), Some(MayHaveShifted(Down)));
}

#[test]
fn from_25_points_on_it_is_a_clear_shift_at_once() {
    // 19 of 80 are 23.75 points, 20 are 25.
    assert_eq!(course(&[30, 49]), Some(MayHaveShifted(Up)));
    assert_eq!(course(&[30, 50]), Some(Clear(Up)));
    assert_eq!(course(&[50, 31]), Some(MayHaveShifted(Down)));
    assert_eq!(course(&[50, 30]), Some(Clear(Down)));
}

#[test]
fn points_between_whole_numbers_are_not_rounded_up() {
    let shift = |sum: usize| {
        let (from, to) = (adding_up(28, 40), adding_up(28, 40 + sum));
        shift(&Checklist::alliance(), &[&from, &to])
    };
    // Of 112: 16 are 14.3 points, 17 are 15.2, 27 are 24.1, 28 are 25.
    assert_eq!(shift(16), Some(AboutTheSame));
    assert_eq!(shift(17), Some(MayHaveShifted(Up)));
    assert_eq!(shift(27), Some(MayHaveShifted(Up)));
    assert_eq!(shift(28), Some(Clear(Up)));
}

#[test]
fn fifteen_points_from_the_first_twice_running_are_a_clear_shift_since_the_first() {
    assert_eq!(both(&[30, 42, 42]), (Some(AboutTheSame), Some(Up)));
    assert_eq!(both(&[42, 30, 30]), (Some(AboutTheSame), Some(Down)));
    assert_eq!(both(&[30, 30, 42, 43]), (Some(AboutTheSame), Some(Up)));
    assert_eq!(both(&[30, 42, 54]), (Some(MayHaveShifted(Up)), Some(Up)));
    assert_eq!(both(&[30, 42, 62]), (Some(Clear(Up)), Some(Up)));
}

#[test]
fn what_happened_since_last_time_is_told_apart_from_what_happened_since_the_first() {
    assert_eq!(both(&[60, 30, 44]), (Some(MayHaveShifted(Up)), Some(Down)));
    assert_eq!(both(&[60, 20, 45]), (Some(Clear(Up)), Some(Down)));
    assert_eq!(both(&[20, 60, 40]), (Some(Clear(Down)), Some(Up)));
}

#[test]
fn once_is_not_twice() {
    assert_eq!(course(&[30, 42]), Some(MayHaveShifted(Up)));
    // Just under 15 the first time, then 15.
    assert_eq!(course(&[30, 41, 42]), Some(AboutTheSame));
    // 15 the first time, then just under.
    assert_eq!(course(&[30, 42, 41]), Some(AboutTheSame));
    // Not running: it was back at the first in between.
    assert_eq!(course(&[30, 42, 30, 42]), Some(MayHaveShifted(Up)));
}

#[test]
fn twice_running_in_two_directions_is_no_clear_shift_since_the_first() {
    // Up 15 from the first, then down 15 from the first, which is more than 25 at once.
    assert_eq!(course(&[40, 52, 28]), Some(Clear(Down)));
    // Back to the first by just 15.
    assert_eq!(course(&[30, 42, 30]), Some(MayHaveShifted(Down)));
}

#[test]
fn one_check_in_or_none_is_no_course() {
    assert_eq!(course(&[]), None);
    assert_eq!(course(&[30]), None);
}

#[test]
fn at_least_10_items_must_be_answered_both_times() {
    let checklist = Checklist::alliance();
    let from = adding_up(28, 40);
    for (items, enough) in [(0, false), (9, false), (10, true), (28, true)] {
        let to = adding_up(items, items);
        assert_eq!(points(&checklist, &from, &to).is_some(), enough, "{items}");
        assert_eq!(points(&checklist, &to, &from).is_some(), enough, "{items}");
        assert_eq!(shift(&checklist, &[&from, &to]).is_some(), enough, "{items}");
    }
}

#[test]
fn a_first_check_in_with_few_answers_does_not_keep_the_later_ones_from_being_compared() {
    let checklist = Checklist::alliance();
    let first = adding_up(9, 0);
    for (sums, expected) in [
        ([30, 30], AboutTheSame),
        ([30, 42], MayHaveShifted(Up)),
        ([50, 30], Clear(Down)),
    ] {
        let [before, latest] = sums.map(|sum| adding_up(20, sum));
        assert_eq!(
            shift(&checklist, &[&first, &before, &latest]),
            Some(expected),
            "{sums:?}"
        );
    }
}

#[test]
fn one_with_few_answers_before_the_latest_is_no_step_between_it_and_the_first() {
    let checklist = Checklist::alliance();
    let [first, latest] = [30, 60].map(|sum| adding_up(20, sum));
    let before = adding_up(9, 20);
    let course = [&first, &before, &latest];
    assert_eq!(shift(&checklist, &course), None);
    assert_eq!(since_first(&checklist, &course), None);
}

#[test]
fn two_that_share_few_answers_may_still_both_stand_clear_of_the_first() {
    let checklist = Checklist::alliance();
    let first = all_keyed(&checklist, Form::Full, 1);
    let [mut before, mut latest] = [2, 3].map(|step| all_keyed(&checklist, Form::Full, step));
    before.answers.truncate(14);
    latest.answers.drain(..14);
    let course = [&first, &before, &latest];
    assert_eq!(shift(&checklist, &course), None);
    assert_eq!(since_first(&checklist, &course), Some(Up));
}

#[test]
fn cant_tell_and_skip_are_not_answered_both_times() {
    let checklist = Checklist::alliance();
    let from = adding_up(10, 10);
    for open in [Answer::CantTell, Answer::Skip] {
        let mut to = adding_up(10, 10);
        to.answer("feels-understood", open);
        assert_eq!(points(&checklist, &from, &to), None);
    }
}

#[test]
fn an_item_answered_only_once_does_not_move_the_difference() {
    let checklist = Checklist::alliance();
    let from = adding_up(20, 30);
    let mut to = adding_up(28, 30);
    for id in &ids(&checklist, Form::Full)[20..] {
        answer_keyed(&mut to, &checklist, id, 4);
    }
    let difference = points(&checklist, &from, &to).unwrap();
    assert_eq!((difference.fraction().0, difference.direction()), (0, None));
}

#[test]
fn a_short_and_a_full_check_in_are_compared_by_what_they_share() {
    let checklist = Checklist::alliance();
    let short = all_keyed(&checklist, Form::Short, 2);
    let full = all_keyed(&checklist, Form::Full, 3);
    let difference = points(&checklist, &short, &full).unwrap();
    // 14 items, each one step of four up: 25 points.
    let (over, under) = difference.fraction();
    assert_eq!(over, 25 * under);
    assert!(difference.reaches(25) && !difference.reaches(26));
    assert_eq!(difference.direction(), Some(Up));
}

#[test]
fn items_that_moved_two_steps_are_listed_with_their_keyed_steps() {
    let checklist = Checklist::alliance();
    let from = all_keyed(&checklist, Form::Short, 2);
    let mut to = from.clone();
    let steps = [
        ("feels-understood", 4),
        ("talked-over", 0),
        ("hides-feelings", 4),
        ("same-purpose", 1),
        ("changes-course", 3),
    ];
    for (id, step) in steps {
        answer_keyed(&mut to, &checklist, id, step);
    }
    leave_out(&mut to, &["plan-fits-me"]);
    let expected = [("feels-understood", 2), ("talked-over", -2), ("hides-feelings", 2)];
    let expected: Vec<(String, i16)> = expected.map(|(id, steps)| (id.to_owned(), steps)).into();
    assert_eq!(moved(&checklist, &from, &to), expected);
}

#[test]
fn only_scored_check_ins_on_one_therapist_with_one_content_are_comparable() {
    let check_in = |form| CheckIn {
        id: "one".to_owned(),
        therapist: "a".to_owned(),
        created: 1,
        checklist: "alliance".to_owned(),
        version: 1,
        response: Response::new(Stage::Later, form),
        to_raise: Vec::new(),
        note: String::new(),
    };
    let one = check_in(Form::Short);
    let same = CheckIn {
        id: "two".to_owned(),
        created: 2,
        note: "Other words.".to_owned(),
        ..check_in(Form::Full)
    };
    assert!(comparable(&one, &same) && comparable(&same, &one));
    let others = [
        CheckIn {
            therapist: "b".to_owned(),
            ..check_in(Form::Short)
        },
        CheckIn {
            checklist: "owners".to_owned(),
            ..check_in(Form::Short)
        },
        CheckIn {
            version: 2,
            ..check_in(Form::Short)
        },
        check_in(Form::First),
        check_in(Form::Prepare),
    ];
    for other in others {
        assert!(!comparable(&one, &other) && !comparable(&other, &one), "{other:?}");
    }
}
