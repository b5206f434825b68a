//! FHIR: a response says what was answered and nothing else, in the terms of the questionnaire. That both are valid R4 is
//! held by a validator, among the end-to-end tests.

use super::support::{any_check_in, check_in, english, therapist, written};
use crate::made::{all_keyed, blank, ids};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::export::fhir;
use therapist_fit::response::{Answer, CheckIn};

/// The code system of the answers.
const ANSWERS: &str = "urn:therapist-fit:answers";

fn response(check_in: &CheckIn) -> Value {
    let file = written(
        ".fhir.json",
        std::slice::from_ref(check_in),
        &[therapist("a", "Dr. Green")],
    );
    serde_json::from_str(&file.unwrap()).unwrap()
}

fn questionnaire() -> Value {
    let file = fhir::questionnaire(&Checklist::alliance(), &english, "en", "2026-11-23");
    serde_json::from_str(&file).unwrap()
}

fn list<'a>(value: &'a Value, member: &str) -> &'a [Value] {
    value[member].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_default()
}

/// The items in the groups, in their order.
fn items(resource: &Value) -> Vec<&Value> {
    let groups = list(resource, "item").iter();
    groups.flat_map(|group| list(group, "item")).collect()
}

/// The code of each answer, by link.
fn codes(response: &Value) -> Vec<(&str, &str)> {
    let coded = items(response).into_iter().map(|item| {
        let answers = list(item, "answer");
        assert_eq!(answers.len(), 1, "{item}");
        (text(item, "linkId"), text(&answers[0]["valueCoding"], "code"))
    });
    coded.collect()
}

/// What the codes must be, by the answers.
fn wanted(check_in: &CheckIn) -> Vec<(String, String)> {
    let checklist = Checklist::alliance();
    let word = |answer| match answer {
        Answer::Step(step) => checklist.scale.get(usize::from(step)).cloned(),
        Answer::CantTell => Some("cant-tell".to_owned()),
        Answer::Skip => None,
    };
    let all = ids(&checklist, Form::Full).into_iter();
    all.filter_map(|id| Some((id.clone(), word(check_in.response.get(&id)?)?)))
        .collect()
}

#[test]
fn what_was_answered_is_there_and_what_was_left_out_is_not() {
    let mut answers = blank(Form::Short);
    answers.answer("feels-understood", Answer::Step(3));
    answers.answer("on-my-side", Answer::Skip);
    answers.answer("talked-over", Answer::Step(0));
    answers.answer("has-plan", Answer::CantTell);
    answers.answer("asks-how-it-goes", Answer::Step(5));
    let read = response(&check_in("a1", answers));
    assert_eq!(
        codes(&read),
        [
            ("feels-understood", "mostly"),
            // As it was said, not as it counts.
            ("talked-over", "not-true"),
            ("has-plan", "cant-tell")
        ]
    );
    let groups: Vec<&str> = list(&read, "item").iter().map(|group| text(group, "linkId")).collect();
    assert_eq!(groups, ["relationship", "interpersonal", "plan"]);
}

#[test]
fn it_says_what_it_answers_when_and_in_which_language() {
    let read = response(&check_in("a1", all_keyed(&Checklist::alliance(), Form::First, 2)));
    let asked = questionnaire();
    assert_eq!(read["resourceType"], "QuestionnaireResponse");
    assert_eq!(read["id"], "a1");
    assert_eq!(read["status"], "completed");
    assert_eq!(read["authored"], "2026-11-23T09:30:00Z");
    assert_eq!(read["language"], "en");
    let canonical = format!("{}|{}", text(&asked, "url"), text(&asked, "version"));
    assert_eq!(text(&read, "questionnaire"), canonical);
}

#[test]
fn nothing_but_answers_is_in_it() {
    let mut one = check_in("a1", all_keyed(&Checklist::alliance(), Form::Full, 3));
    one.note = "A very private note".to_owned();
    one.to_raise = vec!["has-plan".to_owned()];
    one.response.context.like = Some(Answer::Step(4));
    let read = response(&one);
    let members: BTreeSet<&str> = read.as_object().unwrap().keys().map(String::as_str).collect();
    let known = [
        "resourceType",
        "id",
        "language",
        "questionnaire",
        "status",
        "authored",
        "item",
    ];
    assert_eq!(members, BTreeSet::from(known));
    let all = read.to_string();
    for word in ["private note", "Dr. Green", "like my therapist"] {
        assert!(!all.contains(word), "{word}");
    }
}

#[test]
fn there_is_none_without_a_check_in() {
    assert_eq!(written(".fhir.json", &[], &[]), None);
}

#[test]
fn where_nothing_was_answered_there_is_no_list_of_items() {
    let read = response(&check_in("a1", blank(Form::Short)));
    assert_eq!(read.get("item"), None);
}

#[test]
fn the_questionnaire_asks_every_item_of_the_checklist_in_its_order() {
    let checklist = Checklist::alliance();
    let asked = questionnaire();
    assert_eq!(asked["date"], "2026-11-23");
    let links: Vec<&str> = items(&asked).iter().map(|item| text(item, "linkId")).collect();
    assert_eq!(links, ids(&checklist, Form::Full));
    for group in list(&asked, "item") {
        assert_eq!(group["type"], "group");
    }
    for item in items(&asked) {
        assert_eq!(item["type"], "choice");
        assert_eq!(text(item, "text"), english(&format!("item.{}", text(item, "linkId"))));
    }
}

#[test]
fn no_link_comes_twice() {
    let asked = questionnaire();
    let all = list(&asked, "item").iter().chain(items(&asked));
    let mut seen = BTreeSet::new();
    for item in all {
        assert!(seen.insert(text(item, "linkId")), "{item}");
    }
    assert_eq!(seen.len(), 7 + 28);
}

#[test]
fn the_answers_on_offer_are_the_scale_with_what_each_counts_and_one_that_counts_nothing() {
    for item in items(&questionnaire()) {
        let offered: Vec<(&str, &Value)> = list(item, "answerOption")
            .iter()
            .map(|option| &option["valueCoding"])
            .map(|coding| {
                assert_eq!(coding["system"], ANSWERS);
                let code = text(coding, "code");
                assert_eq!(text(coding, "display"), english(&format!("scale.{code}")));
                (code, &coding["extension"][0]["valueDecimal"])
            })
            .collect();
        let expected = [
            ("not-true", &json!(0)),
            ("a-little", &json!(1)),
            ("partly", &json!(2)),
            ("mostly", &json!(3)),
            ("very-true", &json!(4)),
            ("cant-tell", &Value::Null),
        ];
        assert_eq!(offered, expected);
    }
}

#[test]
fn words_with_quotes_and_new_lines_stay_words() {
    let odd = |key: &str| format!("\"{key}\"\\\n");
    let file = fhir::questionnaire(&Checklist::alliance(), &odd, "ar", "2026-11-23");
    let read: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(text(&read, "title"), "\"intro.title\"\\\n");
    assert_eq!(text(&read, "language"), "ar");
}

proptest! {
    #[test]
    fn every_answer_is_there_once_in_the_order_of_the_checklist(check_in in any_check_in()) {
        let read = response(&check_in);
        let found: Vec<(String, String)> = codes(&read)
            .into_iter()
            .map(|(link, code)| (link.to_owned(), code.to_owned()))
            .collect();
        prop_assert_eq!(found, wanted(&check_in));
    }

    #[test]
    fn groups_links_words_and_answers_are_those_of_the_questionnaire(check_in in any_check_in()) {
        let read = response(&check_in);
        let asked = questionnaire();
        let offered: BTreeMap<&str, &Value> = list(&asked, "item").iter().map(|it| (text(it, "linkId"), it)).collect();
        for group in list(&read, "item") {
            let same = offered[text(group, "linkId")];
            prop_assert_eq!(&group["text"], &same["text"]);
            prop_assert!(!list(group, "item").is_empty());
            for item in list(group, "item") {
                let asked = list(same, "item").iter().find(|it| it["linkId"] == item["linkId"]);
                let asked = asked.unwrap_or_else(|| panic!("{item} is not asked in its group"));
                prop_assert_eq!(&item["text"], &asked["text"]);
                let given = &item["answer"][0]["valueCoding"];
                let offers = list(asked, "answerOption").iter().map(|option| &option["valueCoding"]);
                let mut same = offers.filter(|offer| offer["code"] == given["code"] && offer["system"] == given["system"]);
                prop_assert_eq!(same.next().map(|offer| &offer["display"]), Some(&given["display"]));
            }
        }
    }
}
