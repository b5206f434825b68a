//! Dialogs over the screen, as native `<dialog>`: help lines, and the question before something is deleted.

mod help;
mod rename;

use crate::ui::kit::{El, block, classed, go, heading, quiet, say};
use crate::ui::lock;
use crate::ui::model::Dialog;
use crate::ui::state::App;

/// The open dialog.
pub fn dialog(app: App, open: Dialog) -> El {
    app.raise_dialog();
    let body = match open {
        Dialog::Help => help::help(app),
        Dialog::DeleteEverything => ask(
            app,
            ["delete.title", "delete.text", "button.delete-everything-yes"],
            move || app.delete_everything(),
        ),
        Dialog::KeepNothing => ask(app, ["clear.title", "clear.text", "button.clear-yes"], move || {
            app.keep(true);
        }),
        Dialog::Lock => lock::dialog(app),
        Dialog::Rename(id) => rename::rename(app, id),
    };
    classed("dialog", "dialog")
        .attr("part", "dialog")
        .attr("aria-labelledby", "dialog-title")
        .on("close", move |_| app.dialog_closed())
        .child(block("stack", body))
}

fn ask(app: App, [title, text, yes]: [&str; 3], act: impl Fn() + 'static) -> Vec<El> {
    let act = move || {
        app.close_dialog();
        act();
    };
    let ways = [
        go(app, yes, act),
        quiet(app, "button.cancel", move || app.close_dialog()),
    ];
    vec![
        heading(app, 0, &app.get(title)).attr("id", "dialog-title"),
        say(app, "lead", text),
        block("row", ways),
    ]
}
