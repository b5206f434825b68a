//! The radio group: native radios in large labels.

use super::question::Choosable;
use crate::browser::{self, Event};
use crate::flow::Step;
use crate::ui::kit::{El, block, classed, el};
use crate::ui::state::App;
use leptos::prelude::Track;

/// The options of the step at `at`, as a radio group named by the screen's heading.
pub fn options(app: App, at: usize, step: &Step, options: Vec<Choosable>) -> El {
    let radios = options
        .into_iter()
        .enumerate()
        .map(|(place, option)| radio(app, at, step, place, option));
    block("answers", radios)
        .attr("role", "radiogroup")
        .attr("aria-labelledby", "title")
        .attr("aria-describedby", "hint")
}

fn radio(app: App, at: usize, step: &Step, place: usize, option: Choosable) -> El {
    let value = option.value;
    let key = (!option.apart).then(|| {
        classed("span", "key")
            .attr("aria-hidden", "true")
            .text((place + 1).to_string())
    });
    let (shown, picked) = (step.clone(), step.clone());
    let expected = value.clone();
    let checked = move || {
        app.detail.track();
        app.picked(&shown).as_deref() == Some(expected.as_str())
    };
    // A pointer's click moves on; the click that arrow keys and the space bar cause in a radio carries no count.
    let on_click = move |event: Event| {
        let count = browser::click_count(&event);
        if count > 1.0 {
            // The second click of a double click, which may land on the next question, says nothing.
            event.prevent_default();
        } else if count > 0.0 {
            app.move_on(at);
        }
    };
    let input = el("input")
        .attr("type", "radio")
        .attr("name", "answer")
        .attr("value", value.clone())
        .prop("checked", checked)
        .on("change", move |_| app.pick(&picked, &value));
    classed("label", if option.apart { "answer apart" } else { "answer" })
        .attr("part", "answer")
        .on("click", on_click)
        .child(input)
        .child(el("span").text(option.label))
        .maybe(key)
}
