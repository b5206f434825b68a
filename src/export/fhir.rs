//! FHIR R4: a check-in as `QuestionnaireResponse`, and the checklist as the `Questionnaire` that it answers.
//!
//! Written by hand, because types for all of FHIR would outweigh the widget; the tests hold both against a validator.

use super::{Export, time};
use crate::checklist::{Checklist, Item, Section};
use crate::json;
use crate::response::CheckIn;

/// Names the questionnaires of this project; the id of the checklist follows, then `|` and its content version.
const QUESTIONNAIRE: &str = "urn:therapist-fit:questionnaire:";

/// The code system of the answers.
const ANSWERS: &str = "urn:therapist-fit:answers";

/// Says how much an answer counts for (HL7's `ordinalValue` extension, R4).
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// The words of the answer that is no step of the scale.
const CANT_TELL: &str = "cant-tell";

/// The first check-in as `QuestionnaireResponse`; none without one. Items without an answer are left out, those left out on
/// purpose too.
pub fn response(export: &Export) -> Option<String> {
    let check_in = export.check_ins.first()?;
    let groups = export.checklist.sections.iter();
    let groups = groups.filter_map(|section| {
        let items: Vec<String> = section
            .items
            .iter()
            .filter_map(|item| answered(export, check_in, item))
            .collect();
        (!items.is_empty()).then(|| group(export, section, &items))
    });
    let groups: Vec<String> = groups.collect();
    let version = check_in.version.to_string();
    let canonical = [QUESTIONNAIRE, &check_in.checklist, "|", &version].concat();
    let mut members = vec![
        ("resourceType", text("QuestionnaireResponse")),
        ("id", text(&check_in.id)),
        ("language", text(export.tag)),
        ("questionnaire", text(&canonical)),
        ("status", text("completed")),
        ("authored", text(&time::instant(check_in.created))),
    ];
    if !groups.is_empty() {
        // FHIR knows no empty lists.
        members.push(("item", list(groups)));
    }
    Some(object(&members))
}

/// The checklist as `Questionnaire`, with the words of one language. Answers carry how much they count for, before keying.
pub fn questionnaire(checklist: &Checklist, words: &dyn Fn(&str) -> String, tag: &str, date: &str) -> String {
    let export = Export {
        checklist,
        check_ins: &[],
        therapists: &[],
        words,
        urgent: &|_| false,
        tag,
    };
    let mut options: Vec<String> = (0_u8..)
        .zip(&checklist.scale)
        .map(|(step, id)| {
            let counts = object(&[("url", text(ORDINAL)), ("valueDecimal", step.to_string())]);
            option(&export, id, Some(&counts))
        })
        .collect();
    options.push(option(&export, CANT_TELL, None));
    let groups = checklist.sections.iter().map(|section| {
        let items: Vec<String> = section
            .items
            .iter()
            .map(|item| asked(&export, item, &options))
            .collect();
        group(&export, section, &items)
    });
    object(&[
        ("resourceType", text("Questionnaire")),
        ("id", text(&checklist.id)),
        ("language", text(tag)),
        ("url", text(&[QUESTIONNAIRE, &checklist.id].concat())),
        ("version", text(&checklist.version.to_string())),
        ("name", text("TherapistFit")),
        ("title", text(&words("intro.title"))),
        ("status", text("active")),
        ("subjectType", list([text("Patient")])),
        ("date", text(date)),
        ("description", text(&words("intro.disclaimer"))),
        ("item", list(groups)),
    ])
}

fn group(export: &Export, section: &Section, items: &[String]) -> String {
    let mut members = vec![
        ("linkId", text(&section.id)),
        ("text", message(export, "section.", &section.id)),
    ];
    if export.check_ins.is_empty() {
        members.push(("type", text("group")));
    }
    members.push(("item", list(items.iter().cloned())));
    object(&members)
}

fn asked(export: &Export, item: &Item, options: &[String]) -> String {
    object(&[
        ("linkId", text(&item.id)),
        ("text", message(export, "item.", &item.id)),
        ("type", text("choice")),
        ("answerOption", list(options.iter().cloned())),
    ])
}

fn answered(export: &Export, check_in: &CheckIn, item: &Item) -> Option<String> {
    let word = export.word(check_in.response.get(&item.id)?);
    if word == "skip" || word.is_empty() {
        return None;
    }
    let answer = object(&[("valueCoding", coding(export, word, None))]);
    Some(object(&[
        ("linkId", text(&item.id)),
        ("text", message(export, "item.", &item.id)),
        ("answer", list([answer])),
    ]))
}

fn option(export: &Export, id: &str, extension: Option<&str>) -> String {
    object(&[("valueCoding", coding(export, id, extension))])
}

fn coding(export: &Export, id: &str, extension: Option<&str>) -> String {
    let mut members = Vec::new();
    if let Some(extension) = extension {
        members.push(("extension", list([extension.to_owned()])));
    }
    members.push(("system", text(ANSWERS)));
    members.push(("code", text(id)));
    members.push(("display", message(export, "scale.", id)));
    object(&members)
}

fn message(export: &Export, prefix: &str, id: &str) -> String {
    text(&(export.words)(&[prefix, id].concat()))
}

fn text(words: &str) -> String {
    json::write(&words).unwrap_or_default()
}

fn list(values: impl IntoIterator<Item = String>) -> String {
    let values: Vec<String> = values.into_iter().collect();
    ["[", &values.join(","), "]"].concat()
}

fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(name, value)| ["\"", name, "\":", value].concat())
        .collect();
    ["{", &members.join(","), "}"].concat()
}
