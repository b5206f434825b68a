//! Before a first meeting: what to ask and listen for. Nothing is scored and nothing is kept.

use crate::browser;
use crate::export::Line;
use crate::ui::kit::{El, block, button, classed, copy, disclosure, el, heading, quiet, say, title};
use crate::ui::model::Screen;
use crate::ui::result::{about, begin};
use crate::ui::state::App;
use crate::ui::take;

/// The list of things to ask and listen for, by section.
pub fn prepare(app: App) -> El {
    let text = app.text();
    let sheet = take::list(app);
    let plain = sheet.plain();
    let mut groups: Vec<El> = Vec::new();
    let mut points: Vec<El> = Vec::new();
    for line in sheet.0.iter().rev() {
        match line {
            Line::Point(words) => points.insert(0, el("li").text(words)),
            Line::Heading(words) => {
                let list = classed("ul", "list").children(std::mem::take(&mut points));
                groups.insert(0, block("stack-s", [heading(app, 1, words), list]));
            }
            Line::Title(_) | Line::Text(_) => {}
        }
    }
    let head = [
        title(app, "title", &text.get("prepare.title")),
        say(app, "lead", "prepare.lead"),
    ];
    let saved = plain.clone();
    let ways = [
        begin(app),
        button(app, "plain", "button.print", move || {
            take::print(app, &take::list(app), None);
        }),
        copy(app, "button.copy-list", move || plain.clone()),
        quiet(app, "button.text", move || {
            browser::save("list.txt", "text/plain", &saved);
        }),
        quiet(app, "button.back", move || {
            app.show(Screen::Ask(app.steps().len().saturating_sub(1)));
        }),
    ];
    classed("div", "screen stack")
        .child(block("stack-s", head))
        .children(groups)
        .child(say(app, "note", "prepare.after"))
        .child(block("row", ways))
        .child(disclosure(app, "privacy.title", about::privacy(app)))
}
