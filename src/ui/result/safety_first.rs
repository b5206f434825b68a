//! Help for what the visitor said about safety. It stands before everything else in the result.

use crate::safety;
use crate::ui::kit::{El, block, button, classed, para, title};
use crate::ui::model::Dialog;
use crate::ui::state::App;

/// The help texts, most urgent first, under a heading that takes the focus; nothing where no answer asks for one.
pub fn safety_first(app: App, id: &str) -> Option<El> {
    let needed = app.with(|model| {
        let answers = model.safety_of(id);
        answers.map(safety::help).unwrap_or_default()
    });
    if needed.is_empty() {
        return None;
    }
    let text = app.text();
    let helps = needed.iter().map(|question| {
        let help = text.get(&["safety.", question.id, ".help"].concat());
        block(
            "stack-xs",
            [para("strong", app.safety_question(question)), para("", help)],
        )
    });
    let help_now = button(app, "plain", "button.help", move || {
        app.ask(Dialog::Help);
    });
    let first = classed("div", "safety-first stack")
        .attr("part", "safety")
        .child(title(app, "title", &text.get("safety.first")))
        .children(helps)
        .child(block("row", [help_now]));
    Some(first)
}
