//! Records as an earlier visit leaves them in the browser, in schema version 1: a short way to any result. What the widget
//! writes by itself is tested in `storage`.

use e2e::Visit;
use serde_json::{Map, Value, json};

use crate::way::{FIRST, FULL, SHORT};

/// A check-in of an earlier visit.
#[derive(Debug, Clone)]
pub struct Kept {
    id: String,
    record: Value,
}

impl Kept {
    /// With a form (`first`, `short`, `full`) and its answers in their order: `0` to `4`, `c` for can't tell, `s` for skip.
    /// Spaces are there for the eye.
    pub fn new(stage: &str, form: &str, answers: &str) -> Self {
        let ids: &[&str] = match form {
            "first" => &FIRST,
            "full" => &FULL,
            _ => &SHORT,
        };
        let marks = answers.chars().filter(|mark| !mark.is_whitespace());
        let answers: Map<String, Value> = ids
            .iter()
            .zip(marks)
            .map(|(id, mark)| {
                let word = match mark {
                    'c' => "cant-tell".to_owned(),
                    's' => "skip".to_owned(),
                    step => step.to_string(),
                };
                (id.trim_start_matches('-').to_owned(), Value::from(word))
            })
            .collect();
        let id = format!("{stage}-{form}");
        let record = json!({
            "schema": 1, "id": id, "therapist": "a", "created": 1_763_000_000_000_u64, "checklist": "alliance", "version": 1,
            "stage": stage, "form": form, "answers": answers, "context": {}, "raised": {}, "to-raise": [], "note": "",
            "updated": 1_763_000_000_000_u64, "at": 99
        });
        Self { id, record }
    }

    /// With the short form answered so that the points above 0 come to `sum` of 56. The lowest answers stand at the end.
    pub fn scoring(stage: &str, sum: usize) -> Self {
        let answers: String = (0..SHORT.len())
            .map(|place| {
                let keyed = sum.saturating_sub(4 * place).min(4);
                let step = if SHORT[place].starts_with('-') {
                    4 - keyed
                } else {
                    keyed
                };
                step.to_string()
            })
            .collect();
        Self::new(stage, "short", &answers)
    }

    /// About another therapist than `a`.
    #[must_use]
    pub fn about(mut self, therapist: &str) -> Self {
        self.record["therapist"] = therapist.into();
        self
    }

    /// With a note.
    #[must_use]
    pub fn noted(mut self, note: &str) -> Self {
        self.record["note"] = note.into();
        self
    }

    /// With these items marked to be brought up.
    #[must_use]
    pub fn wanting_to_raise(mut self, items: &[&str]) -> Self {
        self.record["to-raise"] = json!(items);
        self
    }

    /// With a further answer: `like` (0 to 4), `trust-past` or `choice`.
    #[must_use]
    pub fn said(mut self, key: &str, answer: &str) -> Self {
        self.record["context"][key] = answer.into();
        self
    }

    /// Under another id, and so many milliseconds later.
    #[must_use]
    pub fn later(mut self, id: &str, milliseconds: u64) -> Self {
        id.clone_into(&mut self.id);
        self.record["id"] = id.into();
        let created = self.record["created"].as_u64().unwrap_or_default() + milliseconds;
        self.record["created"] = created.into();
        self
    }

    /// Standing at the question of whether the visitor likes the therapist, in place of the page of safety questions.
    #[must_use]
    pub fn at_like(mut self) -> Self {
        // The stage, the form and the items come before it.
        let items = self.record["answers"].as_object().map_or(0, Map::len);
        self.record["at"] = (items + 2).into();
        self
    }

    /// Under another id, and so many days later.
    #[must_use]
    pub fn days_later(self, id: &str, days: u64) -> Self {
        self.later(id, days * 86_400_000)
    }

    /// When it was made, in milliseconds.
    pub fn created(&self) -> u64 {
        self.record["created"].as_u64().unwrap_or_default()
    }

    /// The key it is kept under once it is finished.
    pub fn key(&self) -> String {
        format!("therapist-fit:default:check-in:{}", self.id)
    }

    /// The key it is kept under while it is under way.
    pub fn draft_key(&self) -> String {
        format!("therapist-fit:default:draft:{}", self.id)
    }

    /// Its text.
    pub fn text(&self) -> String {
        self.record.to_string()
    }

    /// The visit with this as a finished check-in.
    pub fn finished(&self, visit: Visit) -> Visit {
        visit.stored(&self.key(), &self.text())
    }

    /// The visit with this under way, on the page of safety questions, the last before the result.
    pub fn under_way(&self, visit: Visit) -> Visit {
        visit.stored(&self.draft_key(), &self.text())
    }
}
