//! The results that advice depends on, and what is said beside them.

use crate::made::{all_keyed, answer_keyed, blank};
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::guidance::{Guidance, Note, guide};
use therapist_fit::response::{Context, Raised, Response, Stage};
use therapist_fit::scoring::{Verdict, summarize};

/// The results that advice depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Strong,
    StrongWithALowItem,
    StrongWithAGap,
    Mixed,
    Thin,
    Unknown,
}

use Outcome::{Mixed, Strong, StrongWithAGap, StrongWithALowItem, Thin, Unknown};

pub fn response(result: Outcome) -> Response {
    let checklist = Checklist::alliance();
    let step = match result {
        Strong | StrongWithALowItem | StrongWithAGap => 4,
        Mixed => 2,
        Thin => 1,
        Unknown => return blank(Form::Short),
    };
    let mut response = all_keyed(&checklist, Form::Short, step);
    let low: &[&str] = match result {
        StrongWithALowItem => &["talked-over"],
        StrongWithAGap => &["same-purpose", "sessions-drift"],
        _ => &[],
    };
    for id in low {
        answer_keyed(&mut response, &checklist, id, 1);
    }
    if result == Mixed {
        // The same answer throughout would be no result at all.
        answer_keyed(&mut response, &checklist, "changes-course", 3);
    }
    response
}

pub fn guided(result: Outcome, stage: Stage, context: &Context) -> Guidance {
    let checklist = Checklist::alliance();
    let summary = summarize(&checklist, &response(result), false);
    let band = match &summary.verdict {
        Verdict::Band { id, gaps } => Some((id.as_str(), gaps.len())),
        Verdict::Withheld(_) => None,
    };
    let expected = match result {
        Strong | StrongWithALowItem => Some(("strong", 0)),
        StrongWithAGap => Some(("strong", 1)),
        Mixed => Some(("mixed", 0)),
        Thin => Some(("thin", 7)),
        Unknown => None,
    };
    assert_eq!(band, expected);
    guide(&checklist, &summary, stage, context)
}

/// What came of the items that were to be raised, and whether that was under two sessions ago.
pub fn raised(came: &[Raised], recently: bool) -> Context {
    Context {
        raised: came.iter().map(|came| ("talked-over".to_owned(), *came)).collect(),
        raised_recently: recently,
        ..Context::default()
    }
}

/// The notes at a later stage, without the one that always ends them.
pub fn notes(result: Outcome, context: &Context) -> Vec<Note> {
    let mut notes = guided(result, Stage::Later, context).notes;
    assert_eq!(notes.pop(), Some(Note::KeepTracking));
    notes
}

pub const WEAKER: [Outcome; 3] = [StrongWithAGap, Mixed, Thin];
