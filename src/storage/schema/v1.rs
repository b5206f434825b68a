//! Schema version 1.
//!
//! Answers are words: a number for a step of the scale, `cant-tell`, `skip`. Frozen: what is written to visitors' browsers
//! must stay readable.

use super::{StorageError, VERSION};
use crate::checklist::Form;
use crate::json::{self, Fields, Pairs, Value};
use crate::response::{Answer, CheckIn, Choice, Context, Draft, Raised, Response, Stage, Therapist, TrustPast};
use serde::Serialize;

const LIKE: &str = "like";
const TRUST_PAST: &str = "trust-past";
const CHOICE: &str = "choice";
const RAISED_RECENTLY: &str = "raised-recently";

/// A check-in, finished or under way.
#[derive(Serialize)]
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
    answers: Pairs,
    context: Pairs,
    raised: Pairs,
    to_raise: Vec<String>,
    note: String,
    /// When it was last changed; of use while it is under way.
    updated: u64,
    /// The step that was showing; of use while it is under way.
    at: u32,
}

/// Says that a file is one of ours.
const FORMAT: &str = "therapist-fit";

#[derive(Serialize)]
struct Named {
    schema: u32,
    id: String,
    label: String,
}

/// Reads a finished check-in.
pub fn read_check_in(mut fields: Fields) -> Option<CheckIn> {
    check_in(&mut fields)
}

/// Reads a check-in under way.
pub fn read_draft(mut fields: Fields) -> Option<Draft> {
    Some(Draft {
        check_in: check_in(&mut fields)?,
        updated: fields.number("updated")?,
        at: usize::try_from(fields.count("at")?).ok()?,
    })
}

/// Reads a therapist's label.
pub fn read_therapist(mut fields: Fields) -> Option<Therapist> {
    Some(Therapist {
        id: fields.text("id")?,
        label: fields.text("label")?,
    })
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
    write(&Named::new(therapist))
}

/// Reads a file of records. One wrong record makes the whole file wrong.
pub fn read_bundle(mut fields: Fields) -> Option<(Vec<CheckIn>, Vec<Therapist>)> {
    if fields.text("format")? != FORMAT {
        return None;
    }
    let check_ins = fields
        .list("check-ins")?
        .into_iter()
        .map(|it| read_check_in(record(it)?));
    let check_ins: Option<Vec<CheckIn>> = check_ins.collect();
    let therapists = fields
        .list("therapists")?
        .into_iter()
        .map(|it| read_therapist(record(it)?));
    let therapists: Option<Vec<Therapist>> = therapists.collect();
    Some((check_ins?, therapists?))
}

/// The fields of a record within a file, if it is of this version.
fn record(value: Value) -> Option<Fields> {
    let mut fields = value.fields()?;
    (fields.count("schema")? == VERSION).then_some(fields)
}

/// Writes a file of records, which is theirs with a frame around them.
pub fn write_bundle(check_ins: &[CheckIn], therapists: &[Therapist]) -> Result<String, StorageError> {
    let check_ins: Result<Vec<String>, StorageError> = check_ins.iter().map(write_check_in).collect();
    let therapists: Result<Vec<String>, StorageError> = therapists.iter().map(write_therapist).collect();
    Ok([
        "{\"schema\":1,\"format\":\"",
        FORMAT,
        "\",\"check-ins\":[",
        &check_ins?.join(","),
        "],\"therapists\":[",
        &therapists?.join(","),
        "]}",
    ]
    .concat())
}

fn write<T: Serialize>(record: &T) -> Result<String, StorageError> {
    json::write(record).ok_or(StorageError::Full)
}

impl Named {
    fn new(therapist: &Therapist) -> Self {
        Self {
            schema: VERSION,
            id: therapist.id.clone(),
            label: therapist.label.clone(),
        }
    }
}

impl Record {
    fn new(check_in: &CheckIn, updated: u64, at: u32) -> Self {
        let response = &check_in.response;
        let mut answers = Pairs::default();
        for (id, answer) in &response.answers {
            answers.set(id, word(*answer));
        }
        let mut raised = Pairs::default();
        for (id, outcome) in &response.context.raised {
            raised.set(id, outcome.id().to_owned());
        }
        Self {
            schema: VERSION,
            id: check_in.id.clone(),
            therapist: check_in.therapist.clone(),
            created: check_in.created,
            checklist: check_in.checklist.clone(),
            version: check_in.version,
            stage: response.stage.id().to_owned(),
            form: response.form.id().to_owned(),
            answers,
            context: context(&response.context),
            raised,
            to_raise: check_in.to_raise.clone(),
            note: check_in.note.clone(),
            updated,
            at,
        }
    }
}

/// The check-in, unless a word in it is unknown.
fn check_in(fields: &mut Fields) -> Option<CheckIn> {
    let stage = Stage::from_id(&fields.text("stage")?)?;
    let mut response = Response::new(stage, Form::from_id(&fields.text("form")?)?);
    for (id, answer) in fields.pairs("answers")?.iter() {
        response.answers.push((id.to_owned(), meaning(answer)?));
    }
    let context = &mut response.context;
    for (key, word) in fields.pairs("context")?.iter() {
        match key {
            LIKE => context.like = Some(meaning(word)?),
            TRUST_PAST => context.trust_past = Some(TrustPast::from_id(word)?),
            CHOICE => context.choice = Some(Choice::from_id(word)?),
            RAISED_RECENTLY => context.raised_recently = true,
            _ => return None,
        }
    }
    for (id, outcome) in fields.pairs("raised")?.iter() {
        context.raised.push((id.to_owned(), Raised::from_id(outcome)?));
    }
    Some(CheckIn {
        id: fields.text("id")?,
        therapist: fields.text("therapist")?,
        created: fields.number("created")?,
        checklist: fields.text("checklist")?,
        version: fields.count("version")?,
        response,
        to_raise: fields.texts("to-raise")?,
        note: fields.text("note")?,
    })
}

fn context(context: &Context) -> Pairs {
    let mut pairs = Pairs::default();
    if let Some(answer) = context.like {
        pairs.set(LIKE, word(answer));
    }
    if let Some(answer) = context.trust_past {
        pairs.set(TRUST_PAST, answer.id().to_owned());
    }
    if let Some(answer) = context.choice {
        pairs.set(CHOICE, answer.id().to_owned());
    }
    if context.raised_recently {
        pairs.set(RAISED_RECENTLY, "yes".to_owned());
    }
    pairs
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
