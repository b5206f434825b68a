//! The screens, in Leptos: one folder for each screen, with its stylesheet beside it.
//!
//! It knows the core and `browser`, and nothing of how it was put on the page. A new screen is a folder here, a variant
//! of `model::Screen` and a line in `screen`. Views are built with [`kit::el`], not with `view!`: that keeps the wasm
//! small, and never goes through `innerHTML`, which Trusted Types forbids.

mod actions;
mod answer;
mod ask;
mod compare;
mod course;
mod dialog;
mod keeping;
pub mod kit;
mod later;
mod lock;
mod model;
mod people;
mod prepare;
mod result;
mod safety;
pub mod state;
mod take;
pub mod text;
mod way;
mod welcome;

use crate::browser::{self, Event};
use crate::ui::kit::{El, block, button, classed, el, quiet, say};
use crate::ui::model::{Dialog, Screen};
use crate::ui::state::App;
use leptos::prelude::Track;

/// Every stylesheet of the widget, as one text for a constructable stylesheet.
pub const STYLES: &str = concat!(
    include_str!("base.css"),
    include_str!("kit/kit.css"),
    include_str!("ask/ask.css"),
    include_str!("safety/safety.css"),
    include_str!("result/result.css"),
    include_str!("course/course.css"),
    include_str!("dialog/dialog.css"),
);

/// The whole widget.
pub fn widget(app: App) -> El {
    // Whoever wants to leave may have the focus anywhere on the page.
    let watch = move |event: Event| app.watch_shift(&browser::key(&event));
    let [keys, pointers] = ["keydown", "pointerdown"].map(|event| browser::listen_on_page(event, Box::new(watch)));
    let others = browser::listen_to_other_tabs(move |key| app.hear(key));
    let text = move || {
        app.page.track();
        app.text()
    };
    let page = move || {
        app.page.track();
        let screen = app.with(|model| model.screen.clone());
        let notices = classed("div", "notices")
            .attr("role", "status")
            .live_child(move || notices(app));
        let moved = app.with(|model| model.moved);
        let class = if moved { "page moved" } else { "page" };
        let page = block(class, [bar(app, &screen), notices]);
        Some(page.maybe(self::screen(app, screen)))
    };
    let over = move || {
        app.over.track();
        let open = app.with(|model| model.dialog.clone());
        open.map(|open| dialog::dialog(app, open))
    };
    classed("div", "base")
        .attr("part", "base")
        .live("dir", move || text().dir().to_owned())
        .live("lang", move || text().tag.clone())
        .hold(keys)
        .hold(pointers)
        .hold(others)
        .child(el("div").live_child(page))
        .child(el("div").live_child(over))
}

fn screen(app: App, screen: Screen) -> Option<El> {
    // A check-in that is gone by now has no result.
    let gone = matches!(&screen, Screen::Result(id) if app.check_in(id).is_none());
    match if gone { Screen::Welcome } else { screen } {
        Screen::Welcome => Some(welcome::welcome(app)),
        Screen::Ask(at) => ask::ask(app, at),
        Screen::Prepare => Some(prepare::prepare(app)),
        Screen::Result(id) => result::result(app, &id),
        Screen::Compare => Some(compare::compare(app)),
    }
}

/// What stands on every screen: where the visitor is, help, and the way out.
fn bar(app: App, screen: &Screen) -> El {
    let place = match screen {
        Screen::Ask(at) => ask::progress(app, *at),
        Screen::Welcome | Screen::Prepare | Screen::Result(_) | Screen::Compare => String::new(),
    };
    let ways = block(
        "ways",
        [
            quiet(app, "button.help", move || {
                app.ask(Dialog::Help);
            }),
            button(app, "leave", "button.leave", move || app.leave()),
        ],
    );
    classed("div", "bar")
        .attr("part", "bar")
        .child(classed("span", "place").text(place))
        .child(ways)
}

/// What the visitor must know about storage, read out when it appears.
fn notices(app: App) -> Option<El> {
    app.detail.track();
    let notices = app.with(|model| model.notices.clone());
    if notices.is_empty() {
        return None;
    }
    let notices = notices.into_iter().map(|key| say(app, "note notice", key));
    Some(block("stack-s", notices))
}
