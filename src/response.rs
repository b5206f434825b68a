//! One visitor's answers and context, and how they change.
//!
//! It knows which answers there are, and nothing of what they come to. Lists are short, so they are plain vectors: the
//! wasm holds no code for trees. To add something the visitor may say about the setting, add it to [`Context`].

use crate::checklist::{Checklist, Form, Item};

/// An answer to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A step of the scale, 0 for the lowest.
    Step(u8),
    /// "Can't tell yet."
    CantTell,
    /// Left out on purpose.
    Skip,
}

/// Gives an enumeration its words: the ids in records, message keys and controls.
macro_rules! words {
    ($name:ident { $($variant:ident => $id:literal),+ $(,)? }) => {
        impl $name {
            /// All of them, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The id in records and message keys.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The one with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use words;

/// How far along the visitor is with the therapist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// They have not met.
    NotMet,
    /// They have met once.
    MetOnce,
    /// 2 to 5 sessions.
    Early,
    /// 6 sessions or more.
    Later,
    /// It has ended.
    Ended,
}
words!(Stage { NotMet => "not-met", MetOnce => "met-once", Early => "early", Later => "later", Ended => "ended" });

/// "Trust is hard for me because of things in my past."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrustPast {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Rather not say.
    RatherNotSay,
}
words!(TrustPast { Yes => "yes", No => "no", RatherNotSay => "rather-not-say" });

/// "Could you change therapist if you wanted?"
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Yes.
    Yes,
    /// Yes, but it would be hard.
    Hard,
    /// No.
    No,
}
words!(Choice { Yes => "yes", Hard => "hard", No => "no" });

/// What came of an item that an earlier check-in marked to be raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raised {
    /// Not raised yet.
    NotYet,
    /// Raised, and better.
    Better,
    /// Raised, and no change.
    NoChange,
    /// Raised, and worse.
    Worse,
}
words!(Raised { NotYet => "not-yet", Better => "better", NoChange => "no-change", Worse => "worse" });

/// What is said beside the items. It changes no number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// "I like my therapist as a person."
    pub like: Option<Answer>,
    /// Whether trust is hard because of the past.
    pub trust_past: Option<TrustPast>,
    /// Whether the visitor could change therapist.
    pub choice: Option<Choice>,
    /// What came of each item marked to be raised, by item id.
    pub raised: Vec<(String, Raised)>,
    /// Whether it was raised under two sessions ago.
    pub raised_recently: bool,
}

/// One visitor's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// How far along they are.
    pub stage: Stage,
    /// Which items are asked.
    pub form: Form,
    /// The answers, by item id; an item without one was not reached.
    pub answers: Vec<(String, Answer)>,
    /// What is said beside the items.
    pub context: Context,
}

impl Response {
    /// No answers yet.
    pub fn new(stage: Stage, form: Form) -> Self {
        Self {
            stage,
            form,
            answers: Vec::new(),
            context: Context::default(),
        }
    }

    /// Gives, or changes, the answer to an item.
    pub fn answer(&mut self, item: &str, answer: Answer) {
        match self.answers.iter_mut().find(|(id, _)| id == item) {
            Some((_, known)) => *known = answer,
            None => self.answers.push((item.to_owned(), answer)),
        }
    }

    /// The answer to an item.
    pub fn get(&self, item: &str) -> Option<Answer> {
        let found = self.answers.iter().find(|(id, _)| id == item);
        found.map(|(_, answer)| *answer)
    }

    /// Whether anything that was to be brought up has been.
    pub fn raised_any(&self) -> bool {
        let outcomes = &self.context.raised;
        outcomes.iter().any(|(_, outcome)| *outcome != Raised::NotYet)
    }

    /// How many items of the form are answered with a step of the scale.
    pub fn answered(&self, checklist: &Checklist) -> u32 {
        let items = checklist.items(self.form);
        let answered = items.filter(|(_, item)| self.keyed(checklist, item).is_some());
        u32::try_from(answered.count()).unwrap_or(u32::MAX)
    }

    /// The answer to an item, turned so that more is better: 0 to the scale's top.
    pub fn keyed(&self, checklist: &Checklist, item: &Item) -> Option<u8> {
        let Some(Answer::Step(step)) = self.get(&item.id) else {
            return None;
        };
        let top = checklist.top();
        // A step beyond the scale can only come from a damaged record; it counts as no answer.
        (step <= top).then(|| if item.reversed { top - step } else { step })
    }
}

/// A finished check-in, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// Names it for good.
    pub id: String,
    /// The id of the therapist it is about: `a`, `b` and so on.
    pub therapist: String,
    /// When it was finished, in milliseconds since the epoch (UTC).
    pub created: u64,
    /// The id of the checklist.
    pub checklist: String,
    /// The content version of the checklist.
    pub version: u32,
    /// The answers.
    pub response: Response,
    /// The items that the visitor means to bring up.
    pub to_raise: Vec<String>,
    /// The visitor's note.
    pub note: String,
}

/// A check-in under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it will become.
    pub check_in: CheckIn,
    /// When it was last changed, in milliseconds since the epoch (UTC).
    pub updated: u64,
    /// The step that is showing, counted from the one for the stage.
    pub at: usize,
}

/// A therapist whom the visitor gave a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Therapist {
    /// The id in check-ins.
    pub id: String,
    /// What the visitor calls them.
    pub label: String,
}

impl Therapist {
    /// The first capital letter that is nobody's label; a number where all are.
    pub fn free_letter(taken: &[Self]) -> String {
        ('A'..='Z')
            .map(String::from)
            .find(|letter| taken.iter().all(|therapist| therapist.label != *letter))
            .unwrap_or_else(|| (taken.len() + 1).to_string())
    }
}
