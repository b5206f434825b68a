//! The introduction: what it is, how long it takes, what it is not, and where the answers stay.

use crate::config::FormChoice;
use crate::storage::Keep;
use crate::ui::kit::{El, block, classed, disclosure, el, go, para, say, tick};
use crate::ui::result::about;
use crate::ui::state::App;
use crate::ui::welcome::home;
use leptos::prelude::Track;

/// The introduction.
pub fn intro(app: App) -> Vec<El> {
    let start = [
        go(app, "button.start", move || app.start()),
        say(app, "small", time(app)),
    ];
    vec![
        say(app, "lead", "intro.lead"),
        where_kept(app),
        block("row", start),
        say(app, "small", "intro.disclaimer"),
        disclosure(app, "privacy.title", about::privacy(app)),
        // Check-ins may come from another device, and what can't be read can still be deleted.
        classed("div", "row")
            .child(home::load(app))
            .maybe(app.is_anything_kept().then(|| home::delete(app))),
    ]
}

/// How long it takes: both forms, unless the owner has settled which. Of an owner's checklist nobody knows.
fn time(app: App) -> &'static str {
    let (form, own) = app.with(|model| (model.config.form, model.checklist.is_own()));
    match form {
        FormChoice::Short if !own => "intro.time-short",
        FormChoice::Full if !own => "intro.time-full",
        _ => "intro.time",
    }
}

/// Where answers are kept, and the choice to keep nothing. It is said before the first question.
pub fn where_kept(app: App) -> El {
    let days = app.with(|model| model.config.retain_days);
    classed("div", "note stack-s")
        .child(el("p").live_text(move || app.get(kept(keep(app)))))
        .maybe(days.map(|days| para("", app.text().plural("keep.days", days))))
        .maybe(keep_nothing(app))
}

fn keep(app: App) -> Keep {
    app.detail.track();
    app.with(|model| if model.blocked { Keep::None } else { model.keep })
}

/// The sentence on where answers stay.
fn kept(keep: Keep) -> &'static str {
    match keep {
        Keep::Local => "keep.local",
        Keep::Session => "keep.session",
        Keep::None => "keep.none",
    }
}

/// The choice to keep nothing, at any time; none where nothing is kept anyway.
pub fn keep_nothing(app: App) -> Option<El> {
    if app.with(|model| model.config.keep == Keep::None || model.blocked) {
        return None;
    }
    let label = tick(
        app.get("intro.keep-nothing"),
        move || keep(app) == Keep::None,
        move |nothing| app.keep_nothing(nothing),
    );
    let why = say(app, "small indent", "intro.keep-nothing-why");
    Some(block("", [label, why]))
}
