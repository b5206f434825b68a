//! The answers in words: beside a point, and all of them as a list, which is also the pictures' text equivalent.

use crate::response::{Answer, CheckIn};
use crate::ui::kit::{El, block, classed, el};
use crate::ui::state::App;

/// "You said: Mostly".
pub fn said(app: App, check_in: &CheckIn, id: &str) -> El {
    let answer = word(app, check_in, id);
    let words = app.text().format("strong.said", &[("answer", &answer)]);
    classed("span", "small said-answer").text(words)
}

/// The words of the answer to an item.
pub fn word(app: App, check_in: &CheckIn, id: &str) -> String {
    let text = app.text();
    match check_in.response.get(id) {
        Some(Answer::Step(step)) => {
            let checklist = app.checklist();
            let answer = checklist.scale.get(usize::from(step));
            answer.map(|answer| text.of("scale.", answer)).unwrap_or_default()
        }
        Some(Answer::CantTell) => text.get("scale.cant-tell"),
        Some(Answer::Skip) => text.get("scale.skip"),
        None => text.get("scale.none"),
    }
}

/// Every item with its answer.
pub fn all(app: App, check_in: &CheckIn) -> El {
    let text = app.text();
    let checklist = app.checklist();
    let rows = checklist.items(check_in.response.form).map(|(_, item)| {
        let pair = [
            el("dt").text(text.of("item.", &item.id)),
            el("dd").text(word(app, check_in, &item.id)),
        ];
        block("answered", pair)
    });
    classed("dl", "answers-list").children(rows)
}
