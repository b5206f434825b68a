//! Schema version 1.
//!
//! Answers are words: a number for a step of the scale, `cant-tell`, `skip`. Frozen: what is written to visitors' browsers
//! must stay readable.

use super::{StorageError, VERSION};
use crate::checklist::Form;
use crate::response::{
    Answer, CheckIn, Choice, Context, Draft, Raised, Response, Stage, Therapist, TrustPast,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const LIKE: &str = "like";
const TRUST_PAST: &str = "trust-past";
const CHOICE: &str = "choice";
const RAISED_RECENTLY: &str = "raised-recently";

/// A check-in, finished or under way.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Record {
    schema: u32,
    id: String,
    therapist: String,
    created: u64,
    checklist: String,
    version: u32,
    stage: String,
    form: String,
    answers: BTreeMap<String, String>,
    context: BTreeMap<String, String>,
    raised: BTreeMap<String, String>,
    to_raise: Vec<String>,
    note: String,
    /// When it was last changed; of use while it is under way.
    updated: u64,
    /// The step that was showing; of use while it is under way.
    at: u32,
}

#[derive(Serialize, Deserialize)]
struct Label {
    schema: u32,
    id: String,
    label: String,
}

/// Reads a finished check-in.
pub fn read_check_in(text: &str) -> Result<CheckIn, StorageError> {
    let record: Record = read(text)?;
    record.check_in().ok_or(StorageError::Corrupt)
}

/// Reads a check-in under way.
pub fn read_draft(text: &str) -> Result<Draft, StorageError> {
    let record: Record = read(text)?;
    let (updated, at) = (record.updated, record.at);
    let check_in = record.check_in().ok_or(StorageError::Corrupt)?;
    Ok(Draft {
        check_in,
        updated,
        at: usize::try_from(at).unwrap_or_default(),
    })
}

/// Reads a therapist's label.
pub fn read_therapist(text: &str) -> Result<Therapist, StorageError> {
    let Label { id, label, .. } = read(text)?;
    Ok(Therapist { id, label })
}

/// Writes a finished check-in.
pub fn write_check_in(check_in: &CheckIn) -> Result<String, StorageError> {
    write(&Record::new(check_in, check_in.created, 0))
}

/// Writes a check-in under way.
pub fn write_draft(draft: &Draft) -> Result<String, StorageError> {
    let at = u32::try_from(draft.at).unwrap_or_default();
    write(&Record::new(&draft.check_in, draft.updated, at))
}

/// Writes a therapist's label.
pub fn write_therapist(therapist: &Therapist) -> Result<String, StorageError> {
    write(&Label {
        schema: VERSION,
        id: therapist.id.clone(),
        label: therapist.label.clone(),
    })
}

fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, StorageError> {
    serde_json::from_str(text).map_err(|_| StorageError::Corrupt)
}

fn write<T: Serialize>(record: &T) -> Result<String, StorageError> {
    serde_json::to_string(record).map_err(|_| StorageError::Corrupt)
}

impl Record {
    fn new(check_in: &CheckIn, updated: u64, at: u32) -> Self {
        let response = &check_in.response;
        let answers = response.answers.iter();
        let raised = response.context.raised.iter();
        Self {
            schema: VERSION,
            id: check_in.id.clone(),
            therapist: check_in.therapist.clone(),
            created: check_in.created,
            checklist: check_in.checklist.clone(),
            version: check_in.version,
            stage: response.stage.id().to_owned(),
            form: response.form.id().to_owned(),
            answers: answers
                .map(|(id, answer)| (id.clone(), word(*answer)))
                .collect(),
            context: context(&response.context),
            raised: raised
                .map(|(id, outcome)| (id.clone(), outcome.id().to_owned()))
                .collect(),
            to_raise: check_in.to_raise.clone(),
            note: check_in.note.clone(),
            updated,
            at,
        }
    }

    /// The check-in, unless a word in it is unknown.
    fn check_in(self) -> Option<CheckIn> {
        let mut response = Response::new(Stage::from_id(&self.stage)?, Form::from_id(&self.form)?);
        for (id, answer) in &self.answers {
            response.answer(id, meaning(answer)?);
        }
        let said = |key| self.context.get(key).map(String::as_str);
        let context = &mut response.context;
        context.like = said(LIKE).map(|word| meaning(word).ok_or(())).transpose().ok()?;
        context.trust_past = said(TRUST_PAST)
            .map(|word| TrustPast::from_id(word).ok_or(()))
            .transpose()
            .ok()?;
        context.choice = said(CHOICE)
            .map(|word| Choice::from_id(word).ok_or(()))
            .transpose()
            .ok()?;
        context.raised_recently = said(RAISED_RECENTLY).is_some();
        for (id, outcome) in self.raised {
            context.raised.push((id, Raised::from_id(&outcome)?));
        }
        Some(CheckIn {
            id: self.id,
            therapist: self.therapist,
            created: self.created,
            checklist: self.checklist,
            version: self.version,
            response,
            to_raise: self.to_raise,
            note: self.note,
        })
    }
}

fn context(context: &Context) -> BTreeMap<String, String> {
    let recently = context.raised_recently.then(|| "yes".to_owned());
    let said = [
        (LIKE, context.like.map(word)),
        (TRUST_PAST, context.trust_past.map(|answer| answer.id().to_owned())),
        (CHOICE, context.choice.map(|answer| answer.id().to_owned())),
        (RAISED_RECENTLY, recently),
    ];
    said.into_iter()
        .filter_map(|(key, word)| Some((key.to_owned(), word?)))
        .collect()
}

fn word(answer: Answer) -> String {
    match answer {
        Answer::Step(step) => step.to_string(),
        Answer::CantTell => "cant-tell".to_owned(),
        Answer::Skip => "skip".to_owned(),
    }
}

fn meaning(word: &str) -> Option<Answer> {
    match word {
        "cant-tell" => Some(Answer::CantTell),
        "skip" => Some(Answer::Skip),
        step => step.parse().ok().map(Answer::Step),
    }
}
