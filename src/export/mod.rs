//! What a visitor takes along: one file per format. Pure text; the browser part saves, prints and shares it.
//!
//! Safety answers have no way in: a check-in does not hold them. It knows nothing of screens or of how files are saved. To
//! add a format, add a file here, a row to [`FORMATS`], and a button with its words.

mod csv;
pub mod fhir;
pub mod ics;
mod json;
mod sheet;
pub mod time;

pub use json::check_ins as json;
pub use sheet::{Line, Sheet};

use crate::checklist::Checklist;
use crate::response::{Answer, CheckIn, Therapist};

/// All that the formats draw on.
pub struct Export<'a> {
    /// What was asked.
    pub checklist: &'a Checklist,
    /// The check-ins, in the order they shall stand.
    pub check_ins: &'a [CheckIn],
    /// The therapists they are about, with their labels.
    pub therapists: &'a [Therapist],
    /// The message under a key.
    pub words: &'a dyn Fn(&str) -> String,
    /// Whether an urgent safety question was answered with yes in the check-in with this id, so that no score is given.
    pub urgent: &'a dyn Fn(&str) -> bool,
    /// The language of the words, as a BCP 47 tag.
    pub tag: &'a str,
}

/// A format that check-ins can be saved in.
pub struct Format {
    /// The message key of its button.
    pub button: &'static str,
    /// The ending of the file's name.
    pub ending: &'static str,
    /// The media type.
    pub media: &'static str,
    /// Writes the file; none where it is beyond all measure.
    pub write: fn(&Export) -> Option<String>,
}

/// The formats for data. The one to read, text, is written from a [`Sheet`].
pub const FORMATS: [Format; 3] = [
    Format {
        button: "button.csv",
        ending: ".csv",
        media: "text/csv",
        write: csv::check_ins,
    },
    Format {
        button: "button.json",
        ending: ".json",
        media: "application/json",
        write: json::check_ins,
    },
    Format {
        button: "button.fhir",
        ending: ".fhir.json",
        media: "application/fhir+json",
        write: fhir::response,
    },
];

impl Export<'_> {
    /// The word for an answer that machines read: an id of the scale, `cant-tell` or `skip`.
    fn word(&self, answer: Answer) -> &str {
        match answer {
            Answer::Step(step) => {
                let word = self.checklist.scale.get(usize::from(step));
                word.map_or("", |word| word.as_str())
            }
            Answer::CantTell => "cant-tell",
            Answer::Skip => "skip",
        }
    }

    /// The label of a therapist; empty where there is none.
    fn label(&self, id: &str) -> &str {
        let found = self.therapists.iter().find(|therapist| therapist.id == id);
        found.map_or("", |found| &found.label)
    }
}
