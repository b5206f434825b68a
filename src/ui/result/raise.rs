//! What is worth raising: a conversation starter for each low item, at most five first, the rest on demand.

use super::answers::said;
use crate::guidance::Guidance;
use crate::response::{CheckIn, Stage};
use crate::ui::kit::{El, block, classed, copy, el, say, subheading, tick};
use crate::ui::state::App;
use leptos::prelude::Track;

/// The conversation starters.
pub fn raise(app: App, check_in: &CheckIn, guidance: &Guidance) -> El {
    let starters = &guidance.starters;
    let (first, rest) = starters.split_at(guidance.first.min(starters.len()));
    let ended = check_in.response.stage == Stage::Ended;
    let lead = match first {
        [] => "raise.none",
        _ if ended => "raise.lead-ended",
        _ => "raise.lead",
    };
    let more = (!rest.is_empty()).then(|| {
        let count = u32::try_from(rest.len()).unwrap_or_default();
        classed("details", "more")
            .child(el("summary").text(app.text().plural("raise.more", count)))
            .child(sayings(app, check_in, rest))
    });
    classed("div", "stack-s raise")
        .attr("part", "raise")
        .child(subheading(app, title(check_in)))
        .child(say(app, "small", lead))
        .maybe((!first.is_empty()).then(|| sayings(app, check_in, first)))
        .maybe(more)
}

/// What the points are called: once it has ended, there is nobody to raise them with.
pub fn title(check_in: &CheckIn) -> &'static str {
    if check_in.response.stage == Stage::Ended {
        "raise.title-ended"
    } else {
        "raise.title"
    }
}

fn sayings(app: App, check_in: &CheckIn, items: &[String]) -> El {
    let text = app.text();
    let sayings = items.iter().map(|id| {
        let starter = text.starter(id);
        let item = text.of("item.", id);
        let item = (item != starter).then(|| classed("span", "small").text(item));
        let copied = starter.clone();
        let foot = block("row", [said(app, check_in, id)]).child(copy(app, "button.copy", move || copied.clone()));
        let foot = block("", [foot]).maybe(bring_up(app, check_in, id));
        classed("li", "saying")
            .child(el("q").text(starter))
            .maybe(item)
            .child(foot)
    });
    classed("ul", "sayings").children(sayings)
}

/// Marks the item to be brought up; the next check-in asks what came of it.
fn bring_up(app: App, check_in: &CheckIn, item: &str) -> Option<El> {
    if check_in.response.stage == Stage::Ended {
        return None;
    }
    let (shown, changed) = (check_in.id.clone(), check_in.id.clone());
    let (item, picked) = (item.to_owned(), item.to_owned());
    let checked = move || {
        app.detail.track();
        app.check_in(&shown).is_some_and(|it| it.to_raise.contains(&item))
    };
    let tick = tick(app.get("raise.bring-up"), checked, move |on| {
        app.edit(&changed, |check_in| {
            check_in.to_raise.retain(|known| *known != picked);
            check_in.to_raise.extend(on.then(|| picked.clone()));
        });
    });
    Some(tick)
}
