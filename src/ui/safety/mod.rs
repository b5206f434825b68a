//! The page of safety questions. Skippable as a whole and in each part; its answers stay in memory.

use crate::safety::{QUESTIONS, SafetyAnswer, SafetyQuestion};
use crate::ui::kit::{El, block, classed, el, go, quiet, say, title};
use crate::ui::state::App;
use leptos::prelude::Track;

/// The options and their message keys; the last, no answer, is where each question starts.
const OPTIONS: [(Option<SafetyAnswer>, &str); 4] = [
    (Some(SafetyAnswer::Yes), "safety.yes"),
    (Some(SafetyAnswer::No), "safety.no"),
    (Some(SafetyAnswer::NotSure), "safety.not-sure"),
    (None, "safety.no-answer"),
];

/// The page, the last step before the result.
pub fn page(app: App, at: usize) -> El {
    let head = [
        say(app, "section", "context.about"),
        title(app, "title", &app.get("safety.title")),
        say(app, "lead", "safety.lead"),
    ];
    let on = [
        quiet(app, "button.skip", move || app.skip(at)),
        go(app, "button.see-result", move || {
            app.next(at);
        }),
    ];
    let ways = [quiet(app, "button.back", move || app.back(at)), block("row", on)];
    classed("div", "screen stack")
        .maybe(super::ask::segments(app, at))
        .child(block("stack-s", head))
        .child(say(app, "strong", "safety.prompt").attr("id", "stem"))
        .child(block("stack", QUESTIONS.iter().map(|question| fieldset(app, question))))
        .child(block("row ends", ways))
}

fn fieldset(app: App, question: &'static SafetyQuestion) -> El {
    let legend = app.safety_question(question);
    let answers = OPTIONS
        .iter()
        .map(|(answer, label)| option(app, question, *answer, label));
    classed("fieldset", "question")
        .attr("aria-describedby", "stem")
        .child(el("legend").text(legend))
        .child(block("pills", answers))
}

fn option(app: App, question: &'static SafetyQuestion, answer: Option<SafetyAnswer>, label: &str) -> El {
    let checked = move || {
        app.detail.track();
        app.safety_answer(question.id) == answer
    };
    let input = el("input")
        .attr("type", "radio")
        .attr("name", question.id)
        .prop("checked", checked)
        .on("change", move |_| app.pick_safety(question.id, answer));
    classed("label", if answer.is_none() { "pill none" } else { "pill" })
        .child(input)
        .child(el("span").text(app.get(label)))
}
