//! The overall score of each form, and the range it may still take.

use super::Score;
use super::section::Marked;
use crate::checklist::Checklist;

/// The lowest and the highest score that further answers could lead to.
///
/// With every section scored this is the score with all open items at the lowest and at the highest step. A section that
/// has no score yet counts only where it makes the range wider: filling it in always could push the low end above the
/// score itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lowest.
    pub low: Score,
    /// The highest.
    pub high: Score,
}

/// The short form: one score from all answers, if there are enough.
pub(super) fn short(checklist: &Checklist, sections: &[Marked], answered: u32) -> Option<(Score, Range)> {
    if answered < checklist.short?.items {
        return None;
    }
    let add = |number: fn(&Marked) -> u64| sections.iter().map(number).sum::<u64>();
    let top = checklist.top();
    let (sum, items) = (add(|section| section.sum), add(|section| section.items));
    let answered = add(|section| section.answered);
    let open = (items - answered) * u64::from(top);
    let range = Range {
        low: Score::of_answers(sum, items, top)?,
        high: Score::of_answers(sum + open, items, top)?,
    };
    Some((Score::of_answers(sum, answered, top)?, range))
}

/// The full form: the mean of the sections that have a score, if there are enough.
pub(super) fn full(checklist: &Checklist, sections: &[Marked], answered: u32) -> Option<(Score, Range)> {
    let (scored, unscored): (Vec<&Marked>, Vec<&Marked>) =
        sections.iter().partition(|section| section.is_scored(checklist));
    let rule = &checklist.full;
    let enough = scored.len() >= usize::try_from(rule.sections).unwrap_or(usize::MAX)
        && answered >= rule.items
        && rule
            .one_of_each
            .iter()
            .all(|group| scored.iter().any(|section| group.contains(&section.id)));
    if !enough {
        return None;
    }
    let each = |list: &[&Marked], score: fn(&Marked) -> Option<Score>| -> Vec<Score> {
        list.iter().filter_map(|section| score(section)).collect()
    };
    let range = Range {
        low: widen(
            each(&scored, Marked::lowest),
            each(&unscored, Marked::lowest),
            |one, other| one < other,
        )?,
        high: widen(
            each(&scored, Marked::highest),
            each(&unscored, Marked::highest),
            |one, other| one > other,
        )?,
    };
    Some((Score::mean(&each(&scored, Marked::score))?, range))
}

/// The mean of `scores`, and of those `extras` that move it further.
fn widen(mut scores: Vec<Score>, mut extras: Vec<Score>, further: fn(&Score, &Score) -> bool) -> Option<Score> {
    loop {
        let mean = Score::mean(&scores)?;
        // The furthest first: once it does not move the mean, none of the rest does.
        let furthest = (0..extras.len()).reduce(|one, other| {
            if further(&extras[other], &extras[one]) {
                other
            } else {
                one
            }
        });
        match furthest {
            Some(place) if further(&extras[place], &mean) => scores.push(extras.swap_remove(place)),
            _ => return Some(mean),
        }
    }
}
