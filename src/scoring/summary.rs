//! One response, worked out: scores, the range they may still take, and the verdict.

use super::Score;
use crate::checklist::{Checklist, Form, Item, Section};
use crate::response::{Answer, Response, words};

/// From this share of "can't tell" answers on, in percent, there is no verdict.
const MANY_CANT_TELL: u32 = 40;

/// From this many equal answers on, they are taken as a pattern.
const SAME_ANSWERS: usize = 5;

/// A section is low under this score.
const LOW_SECTION: u32 = 50;

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

/// A section, worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionSummary {
    /// The section.
    pub id: String,
    /// Its score; only in the full form, with enough answers.
    pub score: Option<Score>,
    /// Its items, and their keyed answers.
    pub marks: Vec<(String, Option<u8>)>,
    /// Whether it is under 50. In the short form: its items are all answered, and their mean is.
    pub low: bool,
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

/// A section as answered.
struct Marked {
    id: String,
    marks: Vec<(String, Option<u8>)>,
    items: u64,
    answered: u64,
    sum: u64,
    top: u8,
}

impl Marked {
    fn new(checklist: &Checklist, response: &Response, section: &Section) -> Self {
        let asked: Vec<&Item> = checklist
            .items(response.form)
            .filter(|(of, _)| of.id == section.id)
            .map(|(_, item)| item)
            .collect();
        let marks: Vec<(String, Option<u8>)> = asked
            .iter()
            .map(|item| (item.id.clone(), response.keyed(checklist, item)))
            .collect();
        let mut made = Self {
            id: section.id.clone(),
            marks,
            items: 0,
            answered: 0,
            sum: 0,
            top: checklist.top(),
        };
        for (_, keyed) in &made.marks {
            made.items += 1;
            if let Some(keyed) = keyed {
                made.answered += 1;
                made.sum += u64::from(*keyed);
            }
        }
        made
    }

    fn score(&self) -> Option<Score> {
        Score::of_answers(self.sum, self.answered, self.top)
    }

    fn is_scored(&self, checklist: &Checklist) -> bool {
        self.answered >= u64::from(checklist.full.section_items)
    }

    /// The score with all open items at the lowest step.
    fn lowest(&self) -> Option<Score> {
        Score::of_answers(self.sum, self.items, self.top)
    }

    /// The score with all open items at the highest step.
    fn highest(&self) -> Option<Score> {
        let open = (self.items - self.answered) * u64::from(self.top);
        Score::of_answers(self.sum + open, self.items, self.top)
    }

    fn summary(self, checklist: &Checklist, form: Form) -> SectionSummary {
        let counts = match form {
            Form::Prepare | Form::First => false,
            Form::Short => self.answered == self.items,
            Form::Full => self.is_scored(checklist),
        };
        let score = self.score().filter(|_| counts);
        SectionSummary {
            low: score.is_some_and(|score| !score.at_least(LOW_SECTION)),
            score: score.filter(|_| form == Form::Full),
            id: self.id,
            marks: self.marks,
        }
    }
}

fn short(checklist: &Checklist, sections: &[Marked], answered: u32) -> Option<(Score, Range)> {
    if answered < checklist.short_items {
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

fn full(checklist: &Checklist, sections: &[Marked], answered: u32) -> Option<(Score, Range)> {
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
