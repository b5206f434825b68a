//! One question a screen: the prompt as heading, native radios, and the ways on and back.
//!
//! Picking with a pointer or a number key moves on; arrow keys only select; Enter goes on.

mod options;
mod progress;
mod question;

pub use progress::{progress, segments};
pub use question::Choosable;

use crate::browser::{self, Event};
use crate::flow::Step;
use crate::ui::kit::{El, block, classed, go, para, quiet, say, title};
use crate::ui::safety;
use crate::ui::state::App;
use crate::ui::welcome::where_kept;
use leptos::prelude::*;
use question::Question;

/// The screen of the step at `at`.
pub fn ask(app: App, at: usize) -> Option<El> {
    // There may be fewer by now: the owner may have settled the form meanwhile.
    let steps = app.steps();
    let at = at.min(steps.len().checked_sub(1)?);
    let step = steps.get(at).cloned()?;
    if step == Step::Safety {
        return Some(safety::page(app, at));
    }
    let question = Question::of(app, &step);
    let missing = RwSignal::new(0_u32);
    let go_on = move || missing.set(u32::from(!app.next(at)));
    let on_keydown = keys(app, at, step.clone(), &question, go_on);
    let hint = if question.skippable {
        "ask.choose-first"
    } else {
        "ask.choose-one"
    };
    let skip = question
        .skippable
        .then(|| quiet(app, "button.skip", move || app.skip(at)));
    let on = classed("div", "row").maybe(skip).child(go(app, "button.next", go_on));
    let back = quiet(app, "button.back", move || app.back(at));
    let asked = [para("section", question.about), title(app, "title", &question.prompt)];
    // Where the visitor learns how to answer.
    let first = at == 0;
    let how = first.then(|| {
        block(
            "hints",
            [say(app, "small", "ask.moves-on"), say(app, "small keys", "ask.keys")],
        )
    });
    let announce = first && app.with(|model| model.unannounced);
    let screen = classed("div", "screen ask stack")
        .on("keydown", on_keydown)
        .maybe(segments(app, at))
        .child(block("stack-s", asked))
        .child(para("small", question.hint).attr("id", "hint"))
        .child(options::options(app, at, &step, question.options))
        .child(classed("p", "missing").attr("role", "alert").live_text(move || {
            if missing.get() > 0 {
                app.get(hint)
            } else {
                String::new()
            }
        }))
        .child(block("row ends", [back, on]))
        .maybe(how)
        .maybe(announce.then(|| block("stack", [where_kept(app), say(app, "small", "intro.disclaimer")])));
    Some(screen)
}

/// What the keyboard does: a number picks and moves on, Enter moves on.
fn keys(app: App, at: usize, step: Step, question: &Question, go_on: impl Fn() + 'static) -> impl Fn(Event) + 'static {
    let values: Vec<String> = question
        .options
        .iter()
        .filter(|option| !option.apart)
        .map(|option| option.value.clone())
        .collect();
    move |event| {
        let key = browser::key(&event);
        if key.modified || key.repeated {
            return;
        }
        if let Some(value) = place(&key.name).and_then(|place| values.get(place)) {
            event.prevent_default();
            app.pick(&step, value);
            app.move_on(at);
        } else if key.name == "Enter" && !key.on_control {
            event.prevent_default();
            go_on();
        }
    }
}

/// The place among the options that a number key stands for.
fn place(key: &str) -> Option<usize> {
    key.parse::<usize>().ok()?.checked_sub(1)
}
