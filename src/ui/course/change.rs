//! Since last time: what the difference amounts to in words, what moved, the course, and the parts now and then.

use super::{comparable, course};
use crate::response::{CheckIn, Response};
use crate::scoring::{self, Direction, Shift};
use crate::ui::compare::pair;
use crate::ui::kit::{El, block, classed, el, para, select, subheading};
use crate::ui::state::App;
use leptos::prelude::*;

/// What has changed up to this check-in; none where there is no earlier one to compare with.
pub fn change(app: App, check_in: &CheckIn) -> Option<El> {
    let all = comparable(app, check_in);
    let earlier = all.len().checked_sub(2)?;
    let before = all.get(earlier)?;
    let section = classed("div", "stack")
        .attr("part", "change")
        .child(block(
            "stack-s",
            [subheading(app, "change.title"), para("", words(app, &all))],
        ))
        .maybe(moved(app, before, check_in))
        .maybe(course(app, &all))
        .maybe(then(app, check_in, &all));
    Some(section)
}

/// The change rule's words: since last time, and where it is clear, since the first.
pub fn words(app: App, all: &[CheckIn]) -> String {
    let responses: Vec<&Response> = all.iter().map(|it| &it.response).collect();
    let checklist = app.checklist();
    let last = match scoring::shift(&checklist, &responses) {
        None => "change.too-few",
        Some(Shift::AboutTheSame) => "change.same",
        Some(Shift::MayHaveShifted(Direction::Up)) => "change.may-up",
        Some(Shift::MayHaveShifted(Direction::Down)) => "change.may-down",
        Some(Shift::Clear(Direction::Up)) => "change.clear-up",
        Some(Shift::Clear(Direction::Down)) => "change.clear-down",
    };
    let first = match scoring::since_first(&checklist, &responses) {
        None => return app.get(last),
        Some(Direction::Up) => "change.first-up",
        Some(Direction::Down) => "change.first-down",
    };
    [app.get(last), app.get(first)].join(" ")
}

/// The items that moved two steps or more, with both answers.
pub fn moves(app: App, before: &CheckIn, now: &CheckIn) -> Vec<String> {
    let text = app.text();
    let moved = scoring::moved(&app.checklist(), &before.response, &now.response);
    let line = |id: &String| {
        let from = crate::ui::result::word(app, before, id);
        let to = crate::ui::result::word(app, now, id);
        let item = text.of("item.", id);
        text.format("change.moved", &[("item", &item), ("from", &from), ("to", &to)])
    };
    moved.iter().map(|(id, _)| line(id)).collect()
}

fn moved(app: App, before: &CheckIn, now: &CheckIn) -> Option<El> {
    let lines = moves(app, before, now);
    if lines.is_empty() {
        return None;
    }
    let lines = lines.into_iter().map(|line| el("li").text(line));
    let list = classed("ul", "list").children(lines);
    Some(block("stack-s", [para("strong", app.get("change.moved-title")), list]))
}

/// The parts now and at an earlier time of the visitor's choice, of the same form.
fn then(app: App, check_in: &CheckIn, all: &[CheckIn]) -> Option<El> {
    let same_form = |it: &&CheckIn| it.id != check_in.id && it.response.form == check_in.response.form;
    let mut others: Vec<CheckIn> = all.iter().filter(same_form).cloned().collect();
    others.reverse();
    if others.is_empty() {
        return None;
    }
    let date = move |it: &CheckIn| app.text().locale.date(it.created);
    let dates = others.iter().map(date).collect();
    let chosen = RwSignal::new(0_u32);
    let choice = select(app.get("change.with"), dates, 0, move |place| chosen.set(place));
    let now = check_in.clone();
    let both = move || {
        let then = others.get(usize::try_from(chosen.get()).unwrap_or_default())?;
        Some(pair(app, (&app.get("change.now"), &now), (&date(then), then)))
    };
    Some(block("stack-s", [choice, el("div").live_child(both)]))
}
