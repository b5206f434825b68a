//! When there is no verdict, why, and which reason is told first.

use crate::made::{all_keyed, all_raw, answer_keyed, blank, ids, leave_out};
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::response::{Answer, Response};
use therapist_fit::scoring::{Reason, Verdict, summarize};

fn reasons(response: &Response, urgent: bool) -> Vec<Reason> {
    match summarize(&Checklist::alliance(), response, urgent).verdict {
        Verdict::Band { .. } => Vec::new(),
        Verdict::Withheld(reasons) => reasons,
    }
}

#[test]
fn before_and_after_a_first_meeting_there_is_no_number() {
    let checklist = Checklist::alliance();
    for (form, reason) in [(Form::Prepare, Reason::NotMet), (Form::First, Reason::MetOnce)] {
        let response = all_keyed(&checklist, form, 4);
        let summary = summarize(&checklist, &response, false);
        assert_eq!(summary.verdict, Verdict::Withheld(vec![reason]));
        assert_eq!((summary.score, summary.range), (None, None));
        assert!(
            summary
                .sections
                .iter()
                .all(|section| section.score.is_none() && !section.low)
        );
        assert_eq!(summary.total, 10);
    }
}

#[test]
fn an_urgent_safety_answer_hides_band_score_and_range() {
    let checklist = Checklist::alliance();
    for form in [Form::Short, Form::Full] {
        let response = all_keyed(&checklist, form, 4);
        assert!(summarize(&checklist, &response, false).score.is_some());
        let summary = summarize(&checklist, &response, true);
        assert_eq!(summary.verdict, Verdict::Withheld(vec![Reason::UrgentSafety]));
        assert_eq!((summary.score, summary.range), (None, None));
    }
}

#[test]
fn the_same_raw_answer_throughout_gives_no_verdict_whatever_it_is() {
    let checklist = Checklist::alliance();
    for form in [Form::Short, Form::Full] {
        for step in 0..=4 {
            assert_eq!(
                reasons(&all_raw(&checklist, form, step), false),
                [Reason::SameAnswer],
                "{step}"
            );
        }
    }
}

#[test]
fn one_other_answer_is_enough_for_a_verdict() {
    let checklist = Checklist::alliance();
    let mut response = all_raw(&checklist, Form::Short, 3);
    response.answer("changes-course", Answer::Step(2));
    assert_eq!(reasons(&response, false), []);
}

#[test]
fn the_same_keyed_answer_throughout_is_no_pattern() {
    let checklist = Checklist::alliance();
    assert_eq!(reasons(&all_keyed(&checklist, Form::Short, 4), false), []);
}

#[test]
fn open_items_do_not_break_the_pattern_of_the_same_answer() {
    let checklist = Checklist::alliance();
    let mut response = all_raw(&checklist, Form::Short, 3);
    response.answer("feels-understood", Answer::CantTell);
    response.answer("on-my-side", Answer::Skip);
    leave_out(&mut response, &["changes-course"]);
    assert_eq!(reasons(&response, false), [Reason::SameAnswer]);
}

#[test]
fn a_pattern_needs_5_answers_some_of_them_reversed_and_some_not() {
    let only = |ids: &[&str]| {
        let mut response = blank(Form::Short);
        for id in ids {
            response.answer(id, Answer::Step(3));
        }
        reasons(&response, false)
    };
    let five = [
        "feels-understood",
        "on-my-side",
        "respects-who-i-am",
        "talked-over",
        "hides-feelings",
    ];
    assert_eq!(only(&five), [Reason::TooFewAnswers, Reason::SameAnswer]);
    assert_eq!(only(&five[..4]), [Reason::TooFewAnswers]);
    let none_reversed = [
        "feels-understood",
        "on-my-side",
        "respects-who-i-am",
        "plan-fits-me",
        "changes-course",
    ];
    assert_eq!(only(&none_reversed), [Reason::TooFewAnswers]);
}

#[test]
fn the_built_in_forms_meet_40_percent_cant_tell_between_5_and_6_of_14_and_11_and_12_of_28() {
    let checklist = Checklist::alliance();
    for (form, under) in [(Form::Short, 5), (Form::Full, 11)] {
        for (count, many) in [(under, false), (under + 1, true)] {
            let mut response = all_keyed(&checklist, form, 3);
            for id in &ids(&checklist, form)[..count] {
                response.answer(id, Answer::CantTell);
            }
            let found = reasons(&response, false);
            assert_eq!(
                found.contains(&Reason::ManyCantTell),
                many,
                "{count} in the {form:?} form"
            );
        }
    }
}

#[test]
fn safety_is_told_first_then_the_stage_then_cant_tell_then_too_few_then_the_pattern() {
    let checklist = Checklist::alliance();
    let mut response = all_raw(&checklist, Form::Short, 2);
    for id in &ids(&checklist, Form::Short)[..6] {
        response.answer(id, Answer::CantTell);
    }
    let rest = [Reason::ManyCantTell, Reason::TooFewAnswers, Reason::SameAnswer];
    assert_eq!(reasons(&response, false), rest);
    assert_eq!(
        reasons(&response, true),
        [[Reason::UrgentSafety].as_slice(), &rest].concat()
    );
    assert_eq!(
        reasons(&blank(Form::Prepare), true),
        [Reason::UrgentSafety, Reason::NotMet]
    );
    assert_eq!(
        reasons(&blank(Form::First), true),
        [Reason::UrgentSafety, Reason::MetOnce]
    );
}

#[test]
fn a_step_beyond_the_scale_counts_as_no_answer() {
    let checklist = Checklist::alliance();
    let mut response = all_keyed(&checklist, Form::Short, 3);
    for id in ids(&checklist, Form::Short).iter().take(4) {
        response.answer(id, Answer::Step(5));
    }
    let summary = summarize(&checklist, &response, false);
    assert_eq!((summary.answered, summary.score), (10, None));
}

#[test]
fn items_are_low_under_the_middle_lowest_first_and_strong_above_it_highest_first() {
    let checklist = Checklist::alliance();
    let mut response = all_keyed(&checklist, Form::Short, 2);
    for (id, step) in [
        ("feels-understood", 1),
        ("on-my-side", 3),
        ("talked-over", 0),
        ("hides-feelings", 4),
    ] {
        answer_keyed(&mut response, &checklist, id, step);
    }
    leave_out(&mut response, &["same-purpose"]);
    let summary = summarize(&checklist, &response, false);
    assert_eq!(summary.low_items, ["talked-over", "feels-understood"]);
    assert_eq!(summary.strong_items, ["hides-feelings", "on-my-side"]);
    assert_eq!(summary.middling_items.len(), 9);
    assert!(!summary.middling_items.contains(&"same-purpose".to_owned()));
}
