//! What the visitor calls a therapist.

use crate::browser;
use crate::ui::kit::{El, block, classed, go, heading, quiet, say};
use crate::ui::model::Screen;
use crate::ui::people::LONGEST_LABEL;
use crate::ui::state::App;
use std::cell::RefCell;
use std::rc::Rc;

/// Asks for a label.
pub fn rename(app: App, id: String) -> Vec<El> {
    let label = Rc::new(RefCell::new(app.label(&id)));
    let typed = Rc::clone(&label);
    let input = classed("input", "text")
        .attr("value", &*label.borrow())
        .attr("maxlength", LONGEST_LABEL.to_string())
        .attr("aria-labelledby", "dialog-title")
        .attr("autocomplete", "off")
        .attr("dir", "auto")
        .on("input", move |event| *typed.borrow_mut() = browser::value(&event));
    let save = move || {
        app.rename(&id, &label.borrow());
        app.close_dialog();
        app.show(Screen::Welcome);
    };
    let save = Rc::new(save);
    let enter = Rc::clone(&save);
    let ways = [
        go(app, "button.save", move || save()),
        quiet(app, "button.cancel", move || app.close_dialog()),
    ];
    vec![
        heading(app, 0, &app.get("rename.title")).attr("id", "dialog-title"),
        say(app, "small", "rename.about"),
        input.on("keydown", move |event| {
            if browser::key(&event).name == "Enter" {
                enter();
            }
        }),
        block("row", ways),
    ]
}
