//! One section, worked out: its marks, its score, and what the score may still become.

use super::Score;
use crate::checklist::{Checklist, Form, Item, Section};
use crate::response::Response;

/// A section is low under this score.
const LOW_SECTION: u32 = 50;

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

/// A section as answered.
pub(super) struct Marked {
    pub(super) id: String,
    marks: Vec<(String, Option<u8>)>,
    pub(super) items: u64,
    pub(super) answered: u64,
    pub(super) sum: u64,
    top: u8,
}

impl Marked {
    pub(super) fn new(checklist: &Checklist, response: &Response, section: &Section) -> Self {
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

    pub(super) fn score(&self) -> Option<Score> {
        Score::of_answers(self.sum, self.answered, self.top)
    }

    pub(super) fn is_scored(&self, checklist: &Checklist) -> bool {
        self.answered >= u64::from(checklist.full.section_items)
    }

    /// The score with all open items at the lowest step.
    pub(super) fn lowest(&self) -> Option<Score> {
        Score::of_answers(self.sum, self.items, self.top)
    }

    /// The score with all open items at the highest step.
    pub(super) fn highest(&self) -> Option<Score> {
        let open = (self.items - self.answered) * u64::from(self.top);
        Score::of_answers(self.sum + open, self.items, self.top)
    }

    pub(super) fn summary(self, checklist: &Checklist, form: Form) -> SectionSummary {
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
