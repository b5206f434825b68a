//! "Need help now?": the emergency number and help lines of the visitor's country, and the owner's own.

use crate::safety::lines::{self, Line};
use crate::ui::kit::{El, away, block, button, classed, el, go, heading, para, say, select};
use crate::ui::state::App;
use leptos::prelude::*;

/// Where a line for any country can be found.
const FIND_A_LINE: &str = "https://findahelpline.com";

/// The content of the dialog.
pub fn help(app: App) -> Vec<El> {
    // By their names in the visitor's language. Put in place one by one: code that sorts would weigh more.
    let name = |code: &String| app.text().locale.region(code);
    let mut regions: Vec<String> = Vec::new();
    for code in lines::regions() {
        let place = regions.partition_point(|other| name(other) < name(&code));
        regions.insert(place, code);
    }
    let own = regions.iter().position(|code| *code == app.region());
    // 0 stands for somewhere else.
    let chosen = RwSignal::new(own.map_or(0, |place| u32::try_from(place + 1).unwrap_or(0)));
    let choice = choice(app, &regions, chosen);
    let shown = move || {
        let place = usize::try_from(chosen.get()).unwrap_or_default();
        Some(numbers(app, place.checked_sub(1).and_then(|place| regions.get(place))))
    };
    let close = go(app, "button.close", move || app.close_dialog());
    vec![
        heading(app, 0, &app.get("help.title")).attr("id", "dialog-title"),
        el("div").attr("aria-live", "polite").live_child(shown),
        el("slot").attr("name", "help"),
        choice,
        say(app, "small", "help.unseen"),
        block(
            "row ends",
            [close, button(app, "leave", "button.leave", move || app.leave())],
        ),
    ]
}

/// The numbers of a region; without one, where to find them.
fn numbers(app: App, region: Option<&String>) -> El {
    let text = app.text();
    let here = region.and_then(|region| lines::region(region));
    let emergency = here.as_ref().map_or_else(
        || text.get("help.emergency-local"),
        |here| text.format("help.emergency", &[("number", &isolated(&here.emergency))]),
    );
    let talk = here.map(|here| {
        let lines: Vec<El> = here.lines.iter().map(|line| one(app, line)).collect();
        block("stack-s", [say(app, "", "help.talk")]).child(classed("ul", "lines").children(lines))
    });
    let find = away(FIND_A_LINE.to_owned()).text(text.get("help.find"));
    block("stack-s", [para("lead", emergency)])
        .maybe(talk)
        .child(el("p").child(find))
}

fn one(app: App, line: &Line) -> El {
    let text = app.text();
    let ways = [("tel:", "help.call", &line.phone), ("sms:", "help.text", &line.sms)];
    let links = ways.into_iter().filter_map(|(scheme, key, number)| {
        let number = number.as_ref()?;
        let label = text.format(key, &[("number", &isolated(number))]);
        let dial = el("a")
            .attr("href", [scheme, &lines::dialled(number)].concat())
            .text(label);
        Some(dial)
    });
    el("li")
        .child(el("span").attr("dir", "auto").text(&line.name))
        .child(classed("span", "ways").children(links))
}

/// The choice of region, named in the visitor's language, and the date of the numbers.
fn choice(app: App, regions: &[String], chosen: RwSignal<u32>) -> El {
    let text = app.text();
    let mut names = vec![text.get("help.region-other")];
    names.extend(regions.iter().map(|code| text.locale.region(code)));
    let select = select(text.get("help.region"), names, chosen.get_untracked(), move |place| {
        chosen.set(place);
    });
    let updated = text.format("help.updated", &[("date", &text.locale.day(&lines::updated()))]);
    block("stack-xs", [select, para("small", updated)])
}

/// Keeps a number readable within right-to-left text (Unicode isolates).
fn isolated(number: &str) -> String {
    ["\u{2066}", number, "\u{2069}"].concat()
}
