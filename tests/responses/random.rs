//! Random checklists of owners, and random responses to them and to the built-in one.
#![allow(dead_code)] // Not every test needs every one.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use therapist_fit::checklist::{self, Checklist, Form};
use therapist_fit::response::{Answer, Choice, Context, Raised, Response, Stage, TrustPast};

/// More items than any random checklist has.
const MOST: usize = 40;

/// The built-in checklist, or a small one of an owner.
pub fn checklist() -> impl Strategy<Value = Checklist> {
    prop_oneof![Just(Checklist::alliance()), owners()]
}

/// A checklist with an answer, or none, to each item; most answers are steps, so that most responses have a score.
pub fn answered() -> impl Strategy<Value = (Checklist, Response)> {
    (checklist(), form(), any::<bool>(), answers()).prop_map(respond)
}

/// The built-in checklist, answered.
pub fn alliance_answered() -> impl Strategy<Value = (Checklist, Response)> {
    (Just(Checklist::alliance()), form(), any::<bool>(), answers()).prop_map(respond)
}

/// A step for each item; to be taken modulo the length of the scale.
pub fn steps() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), MOST)
}

/// What is said beside the items.
pub fn context() -> impl Strategy<Value = Context> {
    let raised = prop::collection::btree_map("[a-z-]{1,12}", select(Raised::ALL), 0..4);
    (
        prop::option::of(answer()),
        prop::option::of(select(TrustPast::ALL)),
        prop::option::of(select(Choice::ALL)),
        raised,
        any::<bool>(),
    )
        .prop_map(|(like, trust_past, choice, raised, raised_recently)| Context {
            like,
            trust_past,
            choice,
            raised: raised.into_iter().collect(),
            raised_recently,
        })
}

/// An answer on a scale of five.
pub fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        8 => (0_u8..5).prop_map(Answer::Step),
        1 => Just(Answer::CantTell),
        1 => Just(Answer::Skip),
    ]
}

fn form() -> impl Strategy<Value = Form> {
    select(&[Form::Short, Form::Full])
}

/// For each item an answer, if it was reached.
fn answers() -> impl Strategy<Value = Vec<Option<Answer>>> {
    let answer = prop_oneof![
        12 => any::<u8>().prop_map(|step| Some(Answer::Step(step))),
        1 => Just(Some(Answer::CantTell)),
        1 => Just(Some(Answer::Skip)),
        1 => Just(None),
    ];
    prop::collection::vec(answer, MOST)
}

/// `high`: only answers from the middle upwards, so that high bands come up often enough.
fn respond((checklist, form, high, answers): (Checklist, Form, bool, Vec<Option<Answer>>)) -> (Checklist, Response) {
    let mut response = Response::new(Stage::Later, form);
    let top = checklist.top();
    for ((_, item), answer) in checklist.items(form).zip(answers) {
        let answer = match answer {
            Some(Answer::Step(step)) if high => {
                let step = top - step % (top / 2 + 1);
                Some(Answer::Step(if item.reversed { top - step } else { step }))
            }
            Some(Answer::Step(step)) => Some(Answer::Step(step % (top + 1))),
            other => other,
        };
        if let Some(answer) = answer {
            response.answer(&item.id, answer);
        }
    }
    (checklist, response)
}

/// A small checklist, made as an owner makes it: as a file.
fn owners() -> impl Strategy<Value = Checklist> {
    let item = (any::<bool>(), any::<bool>());
    let sections = prop::collection::vec(prop::collection::vec(item, 1..6), 1..7);
    (2_usize..8, sections, any::<[u32; 4]>()).prop_map(|(scale, sections, rules)| owner_file(scale, &sections, rules))
}

fn owner_file(scale: usize, sections: &[Vec<(bool, bool)>], rules: [u32; 4]) -> Checklist {
    let of = |number: u32, most: usize| 1 + number as usize % most.max(1);
    // A section that can never have a score would never let its group count, so no more is asked than the shortest has.
    let shortest = sections.iter().map(Vec::len).min().unwrap_or(1);
    let items: usize = sections.iter().map(Vec::len).sum();
    let short = 1 + sections.iter().flatten().skip(1).filter(|item| item.1).count();
    let file = json!({
        "id": "owners",
        "version": 1,
        "scale": (0..scale).map(|step| format!("s{step}")).collect::<Vec<_>>(),
        "bands": [{"id": "strong", "from": 75}, {"id": "mixed", "from": 50}, {"id": "thin", "from": 0}],
        "full": {
            "section-items": of(rules[0], shortest),
            "sections": of(rules[1], sections.len()),
            "items": of(rules[2], items),
            "one-of-each": [["part-0"]],
        },
        "short": {"items": of(rules[3], short)},
        "sections": sections.iter().enumerate().map(section).collect::<Vec<_>>(),
    });
    checklist::read(&file.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn section((place, items): (usize, &Vec<(bool, bool)>)) -> Value {
    let items = items.iter().enumerate().map(|(inner, (reversed, short))| {
        // The first item of all is in the short form, so that there is one.
        json!({"id": format!("i{place}-{inner}"), "reversed": reversed, "short": *short || (place, inner) == (0, 0)})
    });
    json!({"id": format!("part-{place}"), "items": items.collect::<Vec<_>>()})
}
