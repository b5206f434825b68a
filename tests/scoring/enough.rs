//! How much must be answered for a score: items, sections, and one section of each group.

use crate::made::{all_keyed, answer_keyed, ids, keep_first, leave_out};
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::response::{Answer, Response};
use therapist_fit::scoring::{Reason, Score, Summary, Verdict, summarize};

/// Full form, all answered; then of each section only so many items are kept, in the order of the sections.
fn full(keep: [usize; 7]) -> Summary {
    let checklist = Checklist::alliance();
    let mut response = all_keyed(&checklist, Form::Full, 3);
    for (section, keep) in checklist.sections.iter().zip(keep) {
        keep_first(&mut response, &checklist, &section.id, keep);
    }
    summarize(&checklist, &response, false)
}

fn short(answered: usize) -> (Checklist, Response) {
    let checklist = Checklist::alliance();
    let mut response = all_keyed(&checklist, Form::Short, 3);
    response.answers.truncate(answered);
    (checklist, response)
}

fn has_score(summary: &Summary) -> bool {
    let withheld = summary.verdict == Verdict::Withheld(vec![Reason::TooFewAnswers]);
    assert_eq!(summary.score.is_none(), withheld, "{:?}", summary.verdict);
    summary.score.is_some()
}

#[test]
fn the_short_form_has_a_score_from_11_answers_and_none_from_10() {
    for (answered, expected) in [(0, false), (10, false), (11, true), (14, true)] {
        let (checklist, response) = short(answered);
        let summary = summarize(&checklist, &response, false);
        assert_eq!(
            (summary.answered, summary.total),
            (u32::try_from(answered).unwrap(), 14)
        );
        assert_eq!(has_score(&summary), expected, "{answered} answered");
    }
}

#[test]
fn cant_tell_and_skip_do_not_count_as_answers() {
    for open in [Answer::CantTell, Answer::Skip] {
        let (checklist, mut response) = short(10);
        for id in &ids(&checklist, Form::Short)[10..] {
            response.answer(id, open);
        }
        let summary = summarize(&checklist, &response, false);
        assert_eq!(summary.answered, 10);
        assert!(!has_score(&summary), "{open:?}");
    }
}

#[test]
fn a_skipped_item_is_never_counted_as_zero() {
    let (checklist, mut response) = short(11);
    for id in &ids(&checklist, Form::Short)[11..] {
        response.answer(id, Answer::Skip);
    }
    let summary = summarize(&checklist, &response, false);
    assert_eq!(summary.score, Score::of_answers(3, 1, 4), "11 times mostly is 75");
    // 33 of 56 if the rest were at the lowest step, 45 of 56 if they were at the highest.
    let range = summary.range.unwrap();
    assert_eq!(
        (Some(range.low), Some(range.high)),
        (Score::of_answers(33, 14, 4), Score::of_answers(45, 14, 4))
    );
}

#[test]
fn answers_to_items_of_the_other_form_do_not_count() {
    let checklist = Checklist::alliance();
    let mut response = all_keyed(&checklist, Form::Full, 3);
    response.form = Form::Short;
    assert_eq!(summarize(&checklist, &response, false).answered, 14);
}

#[test]
fn a_section_has_a_score_from_3_answers_and_none_from_2() {
    let summary = full([3, 2, 4, 4, 4, 4, 4]);
    assert_eq!(summary.sections[0].score, Score::of_answers(3, 1, 4));
    assert_eq!(summary.sections[1].score, None);
    assert!(has_score(&summary));
}

#[test]
fn the_full_form_has_a_score_from_20_answers_and_none_from_19() {
    let just = full([4, 0, 4, 4, 4, 4, 0]);
    assert_eq!(just.answered, 20);
    assert!(has_score(&just));
    let short_of = full([4, 0, 4, 4, 4, 3, 0]);
    assert_eq!(short_of.answered, 19, "and still five sections have a score");
    assert!(!has_score(&short_of));
    // Answers in sections without a score count too.
    assert!(has_score(&full([3, 2, 3, 3, 3, 4, 2])));
}

#[test]
fn the_full_form_has_a_score_from_5_sections_and_none_from_4() {
    let four = full([4, 4, 2, 4, 4, 2, 2]);
    assert_eq!(four.answered, 22, "which would be enough");
    assert!(!has_score(&four));
    let five = full([4, 4, 3, 4, 4, 2, 2]);
    assert!(has_score(&five));
}

#[test]
fn without_goals_there_is_no_score_however_much_else_is_answered() {
    let summary = full([4, 4, 4, 2, 4, 4, 4]);
    assert_eq!(summary.answered, 26);
    assert!(!has_score(&summary));
    assert!(has_score(&full([4, 4, 4, 3, 4, 4, 4])));
}

#[test]
fn one_section_of_each_group_is_needed_and_one_is_enough() {
    let mut checklist = Checklist::alliance();
    // The number of sections would hide the rule for the two larger groups.
    checklist.full.sections = 1;
    checklist.full.items = 1;
    let groups = checklist.full.one_of_each.clone();
    assert_eq!(groups.len(), 3);
    for missing in &groups {
        let mut response = all_keyed(&checklist, Form::Full, 3);
        for section in missing {
            keep_first(&mut response, &checklist, section, 2);
        }
        assert!(
            !has_score(&summarize(&checklist, &response, false)),
            "without {missing:?}"
        );
        for section in missing {
            let mut one = response.clone();
            for item in &checklist
                .sections
                .iter()
                .find(|known| known.id == *section)
                .unwrap()
                .items
            {
                answer_keyed(&mut one, &checklist, &item.id, 3);
            }
            assert!(
                has_score(&summarize(&checklist, &one, false)),
                "with {section} alone of {missing:?}"
            );
        }
    }
}

#[test]
fn in_the_short_form_a_gap_is_a_section_answered_whole_with_a_mean_under_50() {
    let checklist = Checklist::alliance();
    let gaps = |first: u8, second: Option<u8>| {
        let mut response = all_keyed(&checklist, Form::Short, 4);
        answer_keyed(&mut response, &checklist, "same-purpose", first);
        match second {
            Some(step) => answer_keyed(&mut response, &checklist, "sessions-drift", step),
            None => leave_out(&mut response, &["sessions-drift"]),
        }
        match summarize(&checklist, &response, false).verdict {
            Verdict::Band { id, gaps } => (id, gaps),
            Verdict::Withheld(reasons) => panic!("{reasons:?}"),
        }
    };
    let strong = |gaps: &[&str]| {
        (
            "strong".to_owned(),
            gaps.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>(),
        )
    };
    assert_eq!(gaps(2, Some(2)), strong(&[]), "a mean of just 50");
    assert_eq!(gaps(2, Some(1)), strong(&["goals"]), "37.5");
    assert_eq!(gaps(0, Some(4)), strong(&[]), "a low item, but a mean of 50");
    assert_eq!(
        gaps(0, None),
        strong(&[]),
        "one answer is too little to call a part low"
    );
}

#[test]
fn in_the_full_form_a_gap_is_a_section_with_a_score_under_50() {
    let checklist = Checklist::alliance();
    let gaps = |steps: &[u8]| {
        let mut response = all_keyed(&checklist, Form::Full, 4);
        let items = ["has-plan", "plan-fits-me", "knows-next", "starts-from-scratch"];
        leave_out(&mut response, &items);
        for (id, step) in items.iter().zip(steps) {
            answer_keyed(&mut response, &checklist, id, *step);
        }
        let summary = summarize(&checklist, &response, false);
        let Verdict::Band { id, gaps } = summary.verdict else {
            panic!("a band")
        };
        assert_eq!(id, "strong");
        gaps
    };
    assert_eq!(gaps(&[2, 2, 2, 2]), Vec::<String>::new(), "just 50");
    assert_eq!(gaps(&[2, 2, 2, 1]), ["plan"], "43.75");
    assert_eq!(gaps(&[2, 2, 1]), ["plan"], "three answers give a score");
    assert_eq!(gaps(&[0, 0]), Vec::<String>::new(), "two answers give none");
}
