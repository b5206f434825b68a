//! One response, worked out: scores, the range they may still take, and the verdict.

use super::Score;
use super::overall::{Range, full, short};
use super::section::{Marked, SectionSummary};
use crate::checklist::{Checklist, Form};
use crate::response::{Answer, Response, words};

/// From this share of "can't tell" answers on, in percent, there is no verdict.
const MANY_CANT_TELL: u32 = 40;

/// From this many equal answers on, they are taken as a pattern.
const SAME_ANSWERS: usize = 5;

/// A response, worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Which items were asked.
    pub form: Form,
    /// How many items are answered with a step of the scale.
    pub answered: u32,
    /// How many items the form has.
    pub total: u32,
    /// How many answers are "can't tell yet".
    pub cant_tell: u32,
    /// The overall score, if enough is answered and the form has one.
    pub score: Option<Score>,
    /// Where the score could still go; present with the score.
    pub range: Option<Range>,
    /// The sections of the form.
    pub sections: Vec<SectionSummary>,
    /// The band, or why there is none.
    pub verdict: Verdict,
    /// Items below the middle of the scale, lowest first.
    pub low_items: Vec<String>,
    /// Items in the middle of the scale.
    pub middling_items: Vec<String>,
    /// Items at the top of the scale, then those one step below.
    pub strong_items: Vec<String>,
}

/// The band, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A band.
    Band {
        /// The band.
        id: String,
        /// The sections under 50. Beside the top band they must be named.
        gaps: Vec<String>,
    },
    /// None, for these reasons; the one to tell stands first.
    Withheld(Vec<Reason>),
}

/// Why there is no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An urgent safety question was answered with yes.
    UrgentSafety,
    /// They have not met.
    NotMet,
    /// They have met once.
    MetOnce,
    /// 40 % or more of the answers are "can't tell yet".
    ManyCantTell,
    /// Too few answers.
    TooFewAnswers,
    /// The same answer throughout, although some items are reversed.
    SameAnswer,
}
words!(Reason {
    UrgentSafety => "urgent-safety",
    NotMet => "not-met",
    MetOnce => "met-once",
    ManyCantTell => "many-cant-tell",
    TooFewAnswers => "too-few-answers",
    SameAnswer => "same-answer",
});

/// Works a response out. `urgent`: whether an urgent safety question was answered with yes; then there is no score.
pub fn summarize(checklist: &Checklist, response: &Response, urgent: bool) -> Summary {
    let form = response.form;
    let sections: Vec<Marked> = checklist
        .sections
        .iter()
        .map(|section| Marked::new(checklist, response, section))
        .filter(|section| section.items > 0)
        .collect();
    let answered = response.answered(checklist);
    let total = u32::try_from(checklist.items(form).count()).unwrap_or(u32::MAX);
    let cant_tell = checklist
        .items(form)
        .filter(|(_, item)| response.get(&item.id) == Some(Answer::CantTell))
        .count();
    let cant_tell = u32::try_from(cant_tell).unwrap_or(u32::MAX);
    let scored = match form {
        Form::Prepare | Form::First => None,
        Form::Short => short(checklist, &sections, answered),
        Form::Full => full(checklist, &sections, answered),
    };
    let (score, range) = scored.filter(|_| !urgent).unzip();
    let mut reasons = Vec::new();
    let mut withhold = |because: bool, reason| reasons.extend(because.then_some(reason));
    let scorable = matches!(form, Form::Short | Form::Full);
    withhold(urgent, Reason::UrgentSafety);
    withhold(form == Form::Prepare, Reason::NotMet);
    withhold(form == Form::First, Reason::MetOnce);
    withhold(
        scorable && 100 * cant_tell >= MANY_CANT_TELL * total,
        Reason::ManyCantTell,
    );
    withhold(scorable && scored.is_none(), Reason::TooFewAnswers);
    withhold(scorable && same_answer(checklist, response), Reason::SameAnswer);
    let sections: Vec<SectionSummary> = sections
        .into_iter()
        .map(|section| section.summary(checklist, form))
        .collect();
    let verdict = match &score {
        Some(score) if reasons.is_empty() => band(checklist, score, &sections),
        _ => Verdict::Withheld(reasons),
    };
    let top = checklist.top();
    let keyed = |wanted: u8| {
        checklist
            .items(form)
            .filter(move |(_, item)| response.keyed(checklist, item) == Some(wanted))
            .map(|(_, item)| item.id.clone())
    };
    let low = (0..top.div_ceil(2)).flat_map(keyed).collect();
    let middling = if top.is_multiple_of(2) {
        keyed(top / 2).collect()
    } else {
        Vec::new()
    };
    let strong = (top / 2 + 1..=top).rev().take(2).flat_map(keyed).collect();
    Summary {
        form,
        answered,
        total,
        cant_tell,
        score,
        range,
        sections,
        verdict,
        low_items: low,
        middling_items: middling,
        strong_items: strong,
    }
}

fn band(checklist: &Checklist, score: &Score, sections: &[SectionSummary]) -> Verdict {
    let band = checklist.bands.iter().find(|band| score.at_least(band.from));
    let low = sections.iter().filter(|section| section.low);
    Verdict::Band {
        id: band.map(|band| band.id.clone()).unwrap_or_default(),
        gaps: low.map(|section| section.id.clone()).collect(),
    }
}

fn same_answer(checklist: &Checklist, response: &Response) -> bool {
    let steps: Vec<(u8, bool)> = checklist
        .items(response.form)
        .filter_map(|(_, item)| match response.get(&item.id) {
            Some(Answer::Step(step)) => Some((step, item.reversed)),
            _ => None,
        })
        .collect();
    steps.len() >= SAME_ANSWERS
        && steps.windows(2).all(|pair| pair[0].0 == pair[1].0)
        && steps.iter().any(|(_, reversed)| *reversed)
        && steps.iter().any(|(_, reversed)| !*reversed)
}
