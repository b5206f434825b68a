//! What to do next, and what liking and trust have to do with it.

use crate::guidance::Guidance;
use crate::ui::kit::{El, block, heading, para, subheading};
use crate::ui::state::App;

/// The notes that the guidance picks, and the one on liking that everybody gets in some form. They are about therapy.
pub fn notes(app: App, guidance: &Guidance) -> Option<El> {
    if !app.about_therapy() {
        return None;
    }
    let mut names: Vec<String> = guidance
        .notes
        .iter()
        .map(|note| ["note.", note.id()].concat())
        .collect();
    let on_liking = ["note.liking-is-not-all", "note.need-not-be-friends"];
    if !names.iter().any(|name| on_liking.contains(&name.as_str())) {
        names.push("liking".to_owned());
    }
    let notes = names.iter().map(|name| one(app, name));
    let all = block("stack-s", [subheading(app, "notes.title")])
        .attr("part", "notes")
        .child(block("notes", notes));
    Some(all)
}

fn one(app: App, name: &str) -> El {
    let text = app.text();
    block(
        "note stack-xs",
        [
            heading(app, 2, &text.of(name, ".title")),
            para("", text.of(name, ".text")),
        ],
    )
}
