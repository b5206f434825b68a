//! What is wrong with a checklist file: where, and what was expected there.

use std::fmt;

/// Something wrong with a checklist file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as in `sections[2].items[0].id`; empty for the file as a whole.
    pub path: String,
    /// What was expected there.
    pub expected: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "the file" } else { &self.path };
        out.write_str(&[place, ": expected ", &self.expected].concat())
    }
}

/// The problems found so far.
#[derive(Default)]
pub(super) struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes that something else was expected at a path, which comes in pieces.
    pub fn add(&mut self, path: &[&str], expected: &str) {
        self.0.push(Problem {
            path: path.concat(),
            expected: expected.to_owned(),
        });
    }

    /// Notes it unless the condition holds.
    pub fn unless(&mut self, holds: bool, path: &[&str], expected: &str) {
        if !holds {
            self.add(path, expected);
        }
    }
}
