//! Before a first meeting: what to ask and listen for. Nothing is scored and nothing is kept.

use crate::checklist::Form;
use crate::ui::kit::{El, block, classed, copy, disclosure, el, go, heading, say, title};
use crate::ui::result::about;
use crate::ui::state::App;

/// The list of things to ask and listen for, by section.
pub fn prepare(app: App) -> El {
    let text = app.text();
    let items: Vec<(String, String)> = app
        .checklist()
        .items(Form::Prepare)
        .map(|(section, item)| (section.id.clone(), text.of("listen.", &item.id)))
        .collect();
    let mut plain = text.get("prepare.title");
    let mut groups = Vec::new();
    for group in items.chunk_by(|before, after| before.0 == after.0) {
        let name = text.of("section.", group.first().map_or("", |(section, _)| section));
        plain.push_str(&["\n\n", &name].concat());
        for (_, line) in group {
            plain.push_str(&["\n- ", line].concat());
        }
        let lines = group.iter().map(|(_, line)| el("li").text(line.clone()));
        groups.push(block("stack-s", [heading(app, 1, &name)]).child(classed("ul", "list").children(lines)));
    }
    let head = [
        title(app, "title", &text.get("prepare.title")),
        say(app, "lead", "prepare.lead"),
    ];
    let ways = [
        go(app, "button.new-check-in", move || app.start()),
        copy(app, "button.copy-list", plain),
    ];
    classed("div", "screen stack")
        .child(block("stack-s", head))
        .children(groups)
        .child(say(app, "note", "prepare.after"))
        .child(block("row", ways))
        .child(disclosure(app, "privacy.title", about::privacy(app)))
}
