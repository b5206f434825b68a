//! Responses to the built-in checklist, made in a line each.
//!
//! Steps are given *keyed* (0 the worst for the visitor, 4 the best), unless a name says *raw*; reversed items are turned
//! here, so that a test can say what it means.
#![allow(dead_code)] // Not every test needs every one.

use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::response::{Answer, Response, Stage};

/// A response in which nothing is answered yet.
pub fn blank(form: Form) -> Response {
    Response::new(Stage::Later, form)
}

/// A response in which every item of the form has the same keyed step.
pub fn all_keyed(checklist: &Checklist, form: Form, step: u8) -> Response {
    let mut response = blank(form);
    for (_, item) in checklist.items(form) {
        answer_keyed(&mut response, checklist, &item.id, step);
    }
    response
}

/// A response in which every item of the form has the same raw step, turned round or not.
pub fn all_raw(checklist: &Checklist, form: Form, step: u8) -> Response {
    let mut response = blank(form);
    for (_, item) in checklist.items(form) {
        response.answer(&item.id, Answer::Step(step));
    }
    response
}

/// Answers an item so that it counts as `step` after keying.
pub fn answer_keyed(response: &mut Response, checklist: &Checklist, id: &str, step: u8) {
    let reversed = checklist.item(id).is_some_and(|item| item.reversed);
    let raw = if reversed { checklist.top() - step } else { step };
    response.answer(id, Answer::Step(raw));
}

/// Takes answers back, so that the items were not reached.
pub fn leave_out(response: &mut Response, ids: &[&str]) {
    response.answers.retain(|(id, _)| !ids.contains(&id.as_str()));
}

/// The ids of the items of a form, in the order they are asked.
pub fn ids(checklist: &Checklist, form: Form) -> Vec<String> {
    checklist.items(form).map(|(_, item)| item.id.clone()).collect()
}

/// Leaves only the first `keep` items of a section answered.
pub fn keep_first(response: &mut Response, checklist: &Checklist, section: &str, keep: usize) {
    let open: Vec<&str> = checklist
        .items(response.form)
        .filter(|(of, _)| of.id == section)
        .map(|(_, item)| item.id.as_str())
        .skip(keep)
        .collect();
    leave_out(response, &open);
}
