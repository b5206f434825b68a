//! What holds of every score, whatever is answered: the invariants of PRODUCT.md, section 3, on random responses to the
//! built-in checklist and to random small ones of owners.
#![cfg(not(target_arch = "wasm32"))]

#[path = "responses/made.rs"]
mod made;
#[path = "responses/random.rs"]
mod random;

use made::{all_keyed, answer_keyed};
use proptest::prelude::*;
use proptest::sample::Index;
use random::{alliance_answered, answered, context, steps};
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::guidance::guide;
use therapist_fit::i18n::Messages;
use therapist_fit::response::{Answer, Response, Stage};
use therapist_fit::safety::{QUESTIONS, SafetyAnswer, SafetyAnswers, urgent};
use therapist_fit::scoring::{Range, Score, Shift, Summary, Verdict, moved, points, shift, summarize};

/// The place of the summary's band, counted from the lowest; none without one.
fn band_rank(checklist: &Checklist, summary: &Summary) -> Option<usize> {
    let Verdict::Band { id, .. } = &summary.verdict else {
        return None;
    };
    checklist.bands.iter().rev().position(|band| band.id == *id)
}

/// Score, range, and each section's score and whether it is low.
type Numbers = (Option<Score>, Option<Range>, Vec<(String, Option<Score>, bool)>);

/// Every number of a summary, by name, so that the order of sections does not matter.
fn numbers(summary: &Summary) -> Numbers {
    let sections = summary.sections.iter();
    let mut sections: Vec<_> = sections
        .map(|section| (section.id.clone(), section.score, section.low))
        .collect();
    sections.sort_by(|one, other| one.0.cmp(&other.0));
    (summary.score, summary.range, sections)
}

/// The same questions asked the other way round.
fn mirrored(checklist: &Checklist, response: &Response) -> (Checklist, Response) {
    let (mut checklist, mut response) = (checklist.clone(), response.clone());
    let top = checklist.top();
    for item in checklist.sections.iter_mut().flat_map(|section| &mut section.items) {
        item.reversed = !item.reversed;
    }
    for (_, answer) in &mut response.answers {
        if let Answer::Step(step) = answer {
            *step = top - *step;
        }
    }
    (checklist, response)
}

/// One of the items that `wanted` picks, if there is any.
fn pick(
    checklist: &Checklist,
    response: &Response,
    which: Index,
    wanted: impl Fn(Option<u8>) -> bool,
) -> Option<String> {
    let found: Vec<&String> = checklist
        .items(response.form)
        .filter(|(_, item)| wanted(response.keyed(checklist, item)))
        .map(|(_, item)| &item.id)
        .collect();
    (!found.is_empty()).then(|| which.get(&found).as_str().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_score_lies_within_its_range_and_the_range_within_0_and_100((checklist, response) in answered()) {
        let summary = summarize(&checklist, &response, false);
        prop_assert_eq!(summary.score.is_some(), summary.range.is_some());
        if let (Some(score), Some(range)) = (summary.score, summary.range) {
            let end = |sum| Score::of_answers(sum, 1, 1).expect("a score");
            prop_assert!(end(0) <= range.low && range.low <= score && score <= range.high && range.high <= end(1));
        }
        for score in summary.sections.iter().filter_map(|section| section.score) {
            prop_assert!(!score.at_least(101));
        }
    }

    #[test]
    fn the_range_holds_every_score_that_further_answers_lead_to((checklist, response) in answered(), rest in steps()) {
        let Some(range) = summarize(&checklist, &response, false).range else { return Ok(()) };
        let mut complete = response.clone();
        for ((_, item), step) in checklist.items(response.form).zip(rest) {
            if response.keyed(&checklist, item).is_none() {
                complete.answer(&item.id, Answer::Step(step % (checklist.top() + 1)));
            }
        }
        let score = summarize(&checklist, &complete, false).score;
        // A section can be ruled out for good only by an owner who asks more of it than it has.
        prop_assert!(score.is_some_and(|score| range.low <= score && score <= range.high));
    }

    #[test]
    fn raising_a_keyed_answer_lowers_no_score_no_band_and_no_range(
        (checklist, response) in answered(),
        which: Index,
        by in 1_u8..4,
    ) {
        let top = checklist.top();
        let Some(id) = pick(&checklist, &response, which, |keyed| keyed.is_some_and(|step| step < top)) else {
            return Ok(());
        };
        let mut raised = response.clone();
        let item = checklist.item(&id).expect("an item");
        let step = response.keyed(&checklist, item).expect("a step");
        answer_keyed(&mut raised, &checklist, &id, (step + by).min(top));
        let before = summarize(&checklist, &response, false);
        let after = summarize(&checklist, &raised, false);
        prop_assert!(before.score <= after.score);
        prop_assert_eq!(before.score.is_some(), after.score.is_some());
        let ends = |summary: &Summary| summary.range.map(|range| (range.low, range.high));
        if let (Some((low, high)), Some((new_low, new_high))) = (ends(&before), ends(&after)) {
            prop_assert!(low <= new_low && high <= new_high);
        }
        for (old, new) in before.sections.iter().zip(&after.sections) {
            prop_assert!(old.score <= new.score);
            prop_assert!(old.low || !new.low);
        }
        if let (Some(old), Some(new)) = (band_rank(&checklist, &before), band_rank(&checklist, &after)) {
            prop_assert!(old <= new);
        }
    }

    #[test]
    fn a_new_answer_never_widens_the_range((checklist, response) in answered(), which: Index, step: u8) {
        let Some(id) = pick(&checklist, &response, which, |keyed| keyed.is_none()) else { return Ok(()) };
        let Some(before) = summarize(&checklist, &response, false).range else { return Ok(()) };
        let mut more = response.clone();
        more.answer(&id, Answer::Step(step % (checklist.top() + 1)));
        let after = summarize(&checklist, &more, false).range.expect("no answer takes a score away");
        prop_assert!(before.low <= after.low && after.high <= before.high);
    }

    #[test]
    fn the_order_of_items_and_of_answers_changes_no_number(
        (checklist, response) in answered(),
        places in prop::collection::vec(any::<u32>(), 60),
    ) {
        let mut shuffled = checklist.clone();
        let place = |index: usize| places[index % places.len()];
        let mut seen = 0..;
        shuffled.sections.sort_by_cached_key(|_| place(seen.next().unwrap_or_default()));
        for section in &mut shuffled.sections {
            section.items.sort_by_cached_key(|_| place(seen.next().unwrap_or_default()));
        }
        let mut other = response.clone();
        other.answers.sort_by_cached_key(|_| place(seen.next().unwrap_or_default()));
        let before = summarize(&checklist, &response, false);
        let after = summarize(&shuffled, &other, false);
        prop_assert_eq!(numbers(&before), numbers(&after));
        let verdict = |summary: &Summary| match &summary.verdict {
            Verdict::Band { id, gaps } => Verdict::Band { id: id.clone(), gaps: sorted(gaps) },
            withheld @ Verdict::Withheld(_) => withheld.clone(),
        };
        prop_assert_eq!(verdict(&before), verdict(&after));
        prop_assert_eq!(sorted(&before.low_items), sorted(&after.low_items));
    }

    #[test]
    fn context_and_stage_change_no_number((checklist, response) in answered(), context in context()) {
        let mut other = response.clone();
        other.context = context;
        other.stage = Stage::Ended;
        prop_assert_eq!(summarize(&checklist, &response, false), summarize(&checklist, &other, false));
    }

    #[test]
    fn safety_answers_that_are_not_urgent_change_nothing(
        (checklist, response) in answered(),
        given in prop::collection::vec(0_u8..4, QUESTIONS.len()),
    ) {
        let mut answers = SafetyAnswers::default();
        for (question, given) in QUESTIONS.iter().zip(given) {
            let yes = if question.urgent { SafetyAnswer::NotSure } else { SafetyAnswer::Yes };
            let all = [None, Some(yes), Some(SafetyAnswer::No), Some(SafetyAnswer::NotSure)];
            answers.set(question.id, all[usize::from(given)]);
        }
        let calm = summarize(&checklist, &response, false);
        prop_assert_eq!(calm, summarize(&checklist, &response, urgent(&answers)));
    }

    #[test]
    fn questions_asked_the_other_way_round_give_the_same_numbers((checklist, response) in answered()) {
        let (other, turned) = mirrored(&checklist, &response);
        let before = summarize(&checklist, &response, false);
        prop_assert_eq!(numbers(&before), numbers(&summarize(&other, &turned, false)));
    }

    #[test]
    fn reversing_twice_is_identity((checklist, response) in answered()) {
        for (_, item) in checklist.items(response.form) {
            let mut item = item.clone();
            item.reversed = true;
            let Some(once) = response.keyed(&checklist, &item) else { continue };
            let mut turned = response.clone();
            turned.answer(&item.id, Answer::Step(once));
            let twice = turned.keyed(&checklist, &item).map(Answer::Step);
            prop_assert_eq!(twice, response.get(&item.id));
        }
    }

    #[test]
    fn the_worst_the_middle_and_the_best_answers_give_0_50_and_100(checklist in random::checklist()) {
        let top = checklist.top();
        for form in [Form::Short, Form::Full] {
            let score = |step| summarize(&checklist, &all_keyed(&checklist, form, step), false).score;
            prop_assert_eq!(score(0), Score::of_answers(0, 1, top));
            prop_assert_eq!(score(top), Score::of_answers(1, 1, 1));
            if top % 2 == 0 {
                prop_assert_eq!(score(top / 2), Score::of_answers(1, 1, 2));
            }
        }
    }

    #[test]
    fn a_band_never_stands_without_naming_each_section_under_50((checklist, response) in answered()) {
        let summary = summarize(&checklist, &response, false);
        let Verdict::Band { gaps, .. } = &summary.verdict else { return Ok(()) };
        let needed = match response.form {
            Form::Full => usize::try_from(checklist.full.section_items).expect("small"),
            _ => usize::MAX,
        };
        for section in &summary.sections {
            let known: Vec<u32> = section.marks.iter().filter_map(|mark| mark.1).map(u32::from).collect();
            let (sum, count) = (known.iter().sum::<u32>(), known.len());
            let under = 2 * sum < u32::from(checklist.top()) * u32::try_from(count).expect("small");
            let scored = count >= needed.min(section.marks.len());
            prop_assert_eq!(gaps.contains(&section.id), under && scored, "{}", section.id);
        }
    }

    #[test]
    fn every_item_at_the_lowest_step_is_worth_raising_and_every_starter_has_words((checklist, response) in alliance_answered()) {
        let summary = summarize(&checklist, &response, false);
        let english = Messages::english();
        for (_, item) in checklist.items(response.form) {
            let lowest = response.keyed(&checklist, item) == Some(0);
            prop_assert!(!lowest || summary.low_items.contains(&item.id));
        }
        let guidance = guide(&checklist, &summary, response.stage, &response.context);
        prop_assert!(summary.low_items.iter().all(|id| guidance.starters.contains(id)));
        for id in guidance.starters.iter().chain(&summary.low_items) {
            let key = format!("starter.{id}");
            prop_assert!(english.has(&key), "{}", key);
        }
    }

    #[test]
    fn change_is_antisymmetric_and_nothing_between_equal_answers(
        (checklist, from) in alliance_answered(),
        (_, to) in alliance_answered(),
    ) {
        let (there, back) = (points(&checklist, &from, &to), points(&checklist, &to, &from));
        prop_assert_eq!(there.is_some(), back.is_some());
        if let (Some(there), Some(back)) = (there, back) {
            let ((over, under), (back_over, back_under)) = (there.fraction(), back.fraction());
            prop_assert!(under > 0 && over.abs() <= 100 * under);
            prop_assert_eq!(over * back_under, -back_over * under);
        }
        let turned: Vec<(String, i16)> = moved(&checklist, &to, &from);
        let turned: Vec<(String, i16)> = turned.into_iter().map(|(id, steps)| (id, -steps)).collect();
        prop_assert_eq!(moved(&checklist, &from, &to), turned);
        if let Some(none) = points(&checklist, &from, &from) {
            prop_assert_eq!((none.fraction().0, none.direction()), (0, None));
            prop_assert_eq!(shift(&checklist, &[&from, &from]), Some(Shift::AboutTheSame));
        }
        prop_assert_eq!(moved(&checklist, &from, &from), vec![]);
    }
}

fn sorted(ids: &[String]) -> Vec<String> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids
}
