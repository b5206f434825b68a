//! Safety: the questions, which of them are urgent, and whose help to show. And the help lines, in `lines`.
//!
//! Never scored. **Never stored and never exported**: the answers have no serialized form on purpose. To add a question,
//! add it to [`QUESTIONS`], and its words (`safety.<id>.question`, `safety.<id>.help`) to each language.

pub mod lines;

/// An answer to a safety question; none stands for skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SafetyAnswer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    NotSure,
}

/// A safety question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SafetyQuestion {
    /// Names it in message keys.
    pub id: &'static str,
    /// Whether a *yes* hides band and score.
    pub urgent: bool,
}

const fn urgent_question(id: &'static str) -> SafetyQuestion {
    SafetyQuestion { id, urgent: true }
}

const fn question(id: &'static str) -> SafetyQuestion {
    SafetyQuestion { id, urgent: false }
}

/// The safety questions, urgent ones first.
pub const QUESTIONS: &[SafetyQuestion] = &[
    urgent_question("sexual"),
    urgent_question("hurt-or-threatened"),
    question("told-others"),
    question("put-down"),
    question("asked-for"),
    question("secrecy"),
    question("stop-medicine"),
    question("drunk-or-high"),
    question("hides-training"),
    question("feel-worse"),
];

/// The answers of one visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafetyAnswers(Vec<(&'static str, SafetyAnswer)>);

impl SafetyAnswers {
    /// Gives, changes or (with none) takes back an answer.
    pub fn set(&mut self, question: &'static str, answer: Option<SafetyAnswer>) {
        self.0.retain(|(id, _)| *id != question);
        self.0.extend(answer.map(|answer| (question, answer)));
    }

    /// The answer to a question.
    pub fn get(&self, question: &str) -> Option<SafetyAnswer> {
        let found = self.0.iter().find(|(id, _)| *id == question);
        found.map(|(_, answer)| *answer)
    }
}

/// Whether an urgent question was answered with *yes*.
pub fn urgent(answers: &SafetyAnswers) -> bool {
    QUESTIONS
        .iter()
        .any(|question| question.urgent && answers.get(question.id) == Some(SafetyAnswer::Yes))
}

/// The questions whose help is shown first in the result: those answered with *yes* or *not sure*, urgent ones first.
pub fn help(answers: &SafetyAnswers) -> Vec<&'static SafetyQuestion> {
    let asks = |question: &&SafetyQuestion| {
        matches!(
            answers.get(question.id),
            Some(SafetyAnswer::Yes | SafetyAnswer::NotSure)
        )
    };
    QUESTIONS.iter().filter(asks).collect()
}
