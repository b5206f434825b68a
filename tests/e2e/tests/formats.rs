//! What a visitor takes along is valid for others: FHIR R4 and iCalendar, held against validators that are not ours. Here no
//! page is visited.

use std::collections::BTreeMap;

use e2e::{
    Result, bail, ensure,
    validate::{self, Alarm, Calendar},
};
use serde_json::{Value, json};
use therapist_fit::{
    checklist::{Checklist, Form},
    export::{Export, fhir, ics},
    i18n::LANGUAGES,
    response::{Answer, CheckIn, Response, Stage},
};

use crate::words::Words;

/// The 23rd of November 2026, half past nine in the morning.
const MORNING: u64 = 1_795_426_200_000;

/// Every answer in turn: the scale, "can't tell" and, of each seven, one left out.
const ANSWERS: [Answer; 7] = [
    Answer::Step(0),
    Answer::Step(1),
    Answer::Step(2),
    Answer::Step(3),
    Answer::Step(4),
    Answer::CantTell,
    Answer::Skip,
];

fn response(form: Form, answers: &[Answer], language: &str) -> Result<String> {
    let checklist = Checklist::alliance();
    let mut response = Response::new(Stage::Later, form);
    for ((_, item), answer) in checklist.items(form).zip(answers.iter().cycle()) {
        response.answer(&item.id, *answer);
    }
    let check_in = CheckIn {
        id: "0123456789abcdef0123456789abcdef".to_owned(),
        therapist: "a".to_owned(),
        created: MORNING,
        checklist: checklist.id.clone(),
        version: checklist.version,
        response,
        to_raise: Vec::new(),
        note: String::new(),
    };
    let words = Words::of(language)?;
    let written = fhir::response(&Export {
        checklist: &checklist,
        check_ins: &[check_in],
        therapists: &[],
        words: &|key| words.get(key),
        urgent: &|_| false,
        tag: language,
    });
    Ok(written.unwrap_or_default())
}

fn questionnaire(language: &str) -> Result<String> {
    let words = Words::of(language)?;
    let words = |key: &str| words.get(key);
    Ok(fhir::questionnaire(
        &Checklist::alliance(),
        &words,
        language,
        "2026-11-23",
    ))
}

fn valid(resources: &[String]) -> Result<()> {
    let errors = validate::fhir(resources)?;
    ensure!(errors.len() == resources.len());
    for (errors, resource) in errors.iter().zip(resources) {
        ensure!(errors.is_empty(), "{errors:#?}\n{resource}");
    }
    Ok(())
}

#[test]
fn a_response_to_every_form_is_valid_fhir() -> Result<()> {
    let forms = [Form::First, Form::Short, Form::Full].into_iter();
    let all: Result<Vec<String>> = forms.map(|form| response(form, &ANSWERS, "en")).collect();
    valid(&all?)
}

#[test]
fn a_response_without_any_answer_is_valid_fhir() -> Result<()> {
    valid(&[response(Form::Short, &[Answer::Skip], "en")?])
}

#[test]
fn the_questionnaire_and_a_response_are_valid_fhir_in_every_language() -> Result<()> {
    let mut all = Vec::new();
    for language in LANGUAGES {
        all.push(questionnaire(language)?);
        all.push(response(Form::Full, &ANSWERS, language)?);
    }
    valid(&all)
}

/// How a resource is broken, and what of that must be named.
type Broken = (&'static str, Value, &'static str);

/// Holds that each of the breaks, made at the place that a pointer names, is found.
fn found(sound: &str, breaks: &[Broken]) -> Result<()> {
    let mut broken = Vec::new();
    for (pointer, value, _) in breaks {
        let mut resource: Value = serde_json::from_str(sound)?;
        let (parent, member) = pointer.rsplit_once('/').unwrap_or_default();
        let Some(parent) = resource.pointer_mut(parent).and_then(Value::as_object_mut) else {
            bail!("there is nothing at {pointer}");
        };
        if value.is_null() {
            parent.remove(member);
        } else {
            parent.insert(member.to_owned(), value.clone());
        }
        broken.push(resource.to_string());
    }
    for ((pointer, value, named), errors) in breaks.iter().zip(validate::fhir(&broken)?) {
        ensure!(
            errors.iter().any(|error| error.contains(named)),
            "{pointer} as {value} is not found: {errors:#?}"
        );
    }
    Ok(())
}

#[test]
fn a_broken_response_is_found_however_deep_the_break() -> Result<()> {
    let breaks = [
        ("/status", json!("done"), "/status"),
        ("/status", Value::Null, "status"),
        ("/authored", json!("yesterday"), "authored"),
        ("/id", json!("a b"), "/id"),
        ("/item", json!([]), "/item is empty"),
        ("/score", json!(75), "score"),
        ("/item/0/linkId", Value::Null, "linkId"),
        ("/item/0/item/0/linkId", Value::Null, "linkId"),
        ("/item/0/item/0/text", json!(""), "/item/0/item/0/text"),
        ("/item/0/answer", json!([{"valueString": "both"}]), "qrs-1"),
        ("/item/0/item/0/answer/0/valueCoding/words", json!("x"), "words"),
        ("/item/0/item/0/answer/0/valueCoding/code", json!(3), "code"),
    ];
    found(&response(Form::Short, &ANSWERS, "en")?, &breaks)
}

#[test]
fn a_broken_questionnaire_is_found_however_deep_the_break() -> Result<()> {
    let breaks = [
        ("/resourceType", json!("Quiz"), "Quiz"),
        ("/date", json!("23/11/2026"), "date"),
        ("/status", Value::Null, "status"),
        ("/item/0/item", Value::Null, "que-1"),
        ("/item/0/type", json!("section"), "type"),
        ("/item/0/item/0/type", Value::Null, "type"),
        ("/item/0/item/0/type", json!("display"), "que-5"),
        (
            "/item/0/item/0/answerOption/0/valueCoding/extension/0/url",
            Value::Null,
            "url",
        ),
    ];
    found(&questionnaire("en")?, &breaks)
}

#[test]
fn a_reminder_is_read_by_calendars_as_it_was_meant() -> Result<()> {
    for title in ["A moment for yourself", r"Tea, cake; and \o/", "لحظة لنفسك"] {
        let read = validate::calendar(&ics::reminder(MORNING, "3f9a", title))?;
        let meant = Calendar {
            errors: Vec::new(),
            product: "-//Reminder//EN".to_owned(),
            version: "2.0".to_owned(),
            id: "3f9a".to_owned(),
            title: title.to_owned(),
            start: "2026-12-21T18:00:00".to_owned(),
            zone: "floating".to_owned(),
            stamp: "2026-11-23T09:30:00Z".to_owned(),
            minutes: 15,
            alarms: vec![Alarm {
                action: "DISPLAY".to_owned(),
                title: title.to_owned(),
                seconds: 0,
            }],
        };
        ensure!(read == meant, "{read:#?}");
    }
    Ok(())
}

#[test]
fn a_broken_reminder_is_found() -> Result<()> {
    let sound = ics::reminder(MORNING, "3f9a", "A moment for yourself");
    let breaks = BTreeMap::from([
        ("END:VCALENDAR\r\n", ""),
        ("BEGIN:VEVENT\r\n", ""),
        ("DTSTART:2026", "DTSTART:26"),
        ("DURATION:PT15M", "DURATION:15 minutes"),
        ("SUMMARY:", "SUMMARY"),
        ("CLASS:", "CLAZZ:"),
        ("A moment", "A\r\nmoment"),
    ]);
    for (from, to) in breaks {
        ensure!(sound.contains(from), "{from} is not in {sound}");
        let read = validate::calendar(&sound.replacen(from, to, 1))?;
        ensure!(!read.errors.is_empty(), "{from} as {to:?} is not found: {read:#?}");
    }
    Ok(())
}
