//! What a result suggests: notes, and conversation starters. Never "leave", never "stay".
//!
//! It turns summary and context into ids; the words stand in `i18n` under `note.<id>.title` and `note.<id>.text`. To add a
//! note, add it to [`Note`] with its condition in [`guide`], and its words to each language.

use crate::checklist::Checklist;
use crate::response::{Answer, Choice, Context, Raised, Stage, TrustPast, words};
use crate::scoring::{Summary, Verdict};

/// How many starters are shown at first.
const SHOWN_FIRST: usize = 5;

/// A piece of advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Bring one thing up.
    StartTalking,
    /// It was raised not long ago: give it time.
    GiveItTime,
    /// Raised and no change: it is reasonable to look for someone else.
    LookElsewhere,
    /// Raised and worse: a second opinion.
    SecondOpinion,
    /// No choice of therapist: supervisor, service manager or advocate.
    OutsideHelp,
    /// Changing therapist would be hard: it is worth trying to mend this first.
    HardChoice,
    /// It goes well: tell the therapist what helps.
    KeepGoing,
    /// Take a check-in again.
    KeepTracking,
    /// It has ended: what to take along.
    EndedLookBack,
    /// High liking, low result.
    LikingIsNotAll,
    /// Low liking, high result.
    NeedNotBeFriends,
    /// Trust is hard because of the past.
    TrustTakesLonger,
}
words!(Note {
    StartTalking => "start-talking",
    GiveItTime => "give-it-time",
    LookElsewhere => "look-elsewhere",
    SecondOpinion => "second-opinion",
    OutsideHelp => "outside-help",
    HardChoice => "hard-choice",
    KeepGoing => "keep-going",
    KeepTracking => "keep-tracking",
    EndedLookBack => "ended-look-back",
    LikingIsNotAll => "liking-is-not-all",
    NeedNotBeFriends => "need-not-be-friends",
    TrustTakesLonger => "trust-takes-longer",
});

/// What a result suggests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// The notes, most pressing first.
    pub notes: Vec<Note>,
    /// The items worth raising, lowest first; each has a starter.
    pub starters: Vec<String>,
    /// How many of the starters to show at first.
    pub first: usize,
}

/// What a summary suggests, given the stage and what was said beside the items.
pub fn guide(checklist: &Checklist, summary: &Summary, stage: Stage, context: &Context) -> Guidance {
    let result = Outcome::of(checklist, summary);
    let starters = match result {
        _ if !summary.low_items.is_empty() => &summary.low_items,
        Outcome::Strong => &summary.low_items,
        _ => &summary.middling_items,
    };
    let mut notes = Vec::new();
    if stage == Stage::Ended {
        notes.push(Note::EndedLookBack);
    } else {
        advise(&mut notes, result, !starters.is_empty(), context);
    }
    liking(&mut notes, checklist, result, context);
    if context.trust_past == Some(TrustPast::Yes) {
        notes.push(Note::TrustTakesLonger);
    }
    if stage != Stage::Ended {
        notes.push(Note::KeepTracking);
    }
    Guidance {
        notes,
        starters: starters.clone(),
        first: SHOWN_FIRST,
    }
}

/// What a verdict comes to, as far as advice depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// The top band, with no gap.
    Strong,
    /// Any other band, or the top one with a gap.
    Weaker,
    /// No verdict.
    Unknown,
}

impl Outcome {
    fn of(checklist: &Checklist, summary: &Summary) -> Self {
        let top = checklist.bands.first().map(|band| &band.id);
        match &summary.verdict {
            Verdict::Withheld(_) => Self::Unknown,
            Verdict::Band { id, gaps } if Some(id) == top && gaps.is_empty() => Self::Strong,
            Verdict::Band { .. } => Self::Weaker,
        }
    }
}

/// Band × raised × choice.
fn advise(notes: &mut Vec<Note>, result: Outcome, anything: bool, context: &Context) {
    let came = |outcome| context.raised.iter().any(|(_, known)| *known == outcome);
    let (better, unchanged, worse) = (came(Raised::Better), came(Raised::NoChange), came(Raised::Worse));
    let weaker = result == Outcome::Weaker;
    let choice = context.choice.filter(|_| weaker);
    if worse {
        notes.push(Note::SecondOpinion);
    } else if context.raised_recently && (unchanged || better && result != Outcome::Strong) {
        // Where all is well by now, nothing needs more time.
        notes.push(Note::GiveItTime);
    } else if unchanged && weaker {
        // Nobody is told to look around who can't: there is help from outside.
        if choice != Some(Choice::No) {
            notes.push(Note::LookElsewhere);
        }
    } else if anything {
        notes.push(Note::StartTalking);
    }
    if result == Outcome::Strong {
        notes.push(Note::KeepGoing);
    }
    match choice {
        Some(Choice::No) => notes.push(Note::OutsideHelp),
        // Where raising it did no good, it is not said to be worth mending first.
        Some(Choice::Hard) if !worse && (!unchanged || context.raised_recently) => notes.push(Note::HardChoice),
        _ => {}
    }
}

/// Liking and working well are two things; it is said where they part.
fn liking(notes: &mut Vec<Note>, checklist: &Checklist, result: Outcome, context: &Context) {
    let Some(Answer::Step(like)) = context.like else {
        return;
    };
    let top = checklist.top();
    if result == Outcome::Weaker && like > top / 2 {
        notes.push(Note::LikingIsNotAll);
    }
    if result == Outcome::Strong && like < top.div_ceil(2) {
        notes.push(Note::NeedNotBeFriends);
    }
}
