//! What a returning visitor finds: the check-in to go on with, the finished ones by therapist, and what is kept where.

use super::where_kept;
use crate::browser;
use crate::response::{CheckIn, Draft};
use crate::ui::compare;
use crate::ui::course::{comparable, course};
use crate::ui::kit::{El, bare_button, block, button, classed, disclosure, el, go, heading, lazy, para, quiet, say};
use crate::ui::lock;
use crate::ui::model::{Dialog, Screen};
use crate::ui::result::{about, stage, verdict};
use crate::ui::state::App;
use crate::ui::take;
use leptos::prelude::Track;

/// How many check-ins of a therapist are shown at first.
const SHOWN: usize = 5;

/// The check-ins kept in this browser.
pub fn home(app: App) -> Vec<El> {
    let draft = app.with(|model| model.begun().cloned());
    let begin = draft
        .is_none()
        .then(|| go(app, "button.new-check-in", move || app.start()));
    let compare = (!compare::pairs(app).is_empty())
        .then(|| button(app, "plain", "button.compare", move || app.show(Screen::Compare)));
    let mut pieces: Vec<El> = draft.iter().map(|draft| unfinished(app, draft)).collect();
    if begin.is_some() || compare.is_some() {
        pieces.push(classed("div", "row").maybe(begin).maybe(compare));
    }
    pieces.extend(app.known_therapists().iter().map(|id| therapist(app, id)));
    pieces.push(keeping(app));
    pieces
}

/// Brings the check-in back that was just deleted, beside the words that say so.
pub fn undo(app: App, said: &str) -> Option<El> {
    let undo = move || {
        app.detail.track();
        let deleted = app.with(|model| model.deleted.is_some());
        deleted.then(|| quiet(app, "button.undo", move || app.undo_delete()))
    };
    (said == "home.deleted-one").then(|| el("span").live_child(undo))
}

fn unfinished(app: App, draft: &Draft) -> El {
    let text = app.text();
    let response = &draft.check_in.response;
    let (answered, total) = app.count(response);
    let detail = text.format(
        "home.draft-detail",
        &[
            ("date", &text.locale.date(draft.updated)),
            ("answered", &text.number(answered)),
            ("total", &text.number(total)),
        ],
    );
    let ways = [
        go(app, "button.continue", move || app.resume_draft()),
        quiet(app, "button.start-again", move || app.start()),
    ];
    block(
        "card stack-s",
        [
            say(app, "strong", "home.draft"),
            para("small", detail),
            block("row", ways),
        ],
    )
}

/// One therapist: the check-ins, newest first, and their course.
fn therapist(app: App, id: &str) -> El {
    let of = |check_in: &&CheckIn| check_in.therapist == id;
    let all: Vec<CheckIn> = app.with(|model| model.check_ins.iter().filter(of).cloned().collect());
    let (again, renamed) = (id.to_owned(), id.to_owned());
    let name = app.therapist_name(id);
    // Where there is no therapist, there is nobody to name, and one way to begin is enough.
    let therapy = app.about_therapy();
    let rename = || quiet(app, "button.rename", move || app.ask(Dialog::Rename(renamed.clone())));
    let head = classed("div", "row ends")
        .child(heading(app, 1, &name))
        .maybe(therapy.then(rename));
    let (shown, rest) = all.split_at(SHOWN.min(all.len()));
    let cards = classed("ul", "cards").children(shown.iter().map(|check_in| card(app, check_in)));
    let rest = rest.to_vec();
    let more = (!rest.is_empty()).then(|| {
        let count = u32::try_from(rest.len()).unwrap_or_default();
        let make = move || classed("ul", "cards").children(rest.iter().map(|check_in| card(app, check_in)));
        lazy(app.text().plural("home.earlier", count), make)
    });
    let line = all.first().and_then(|newest| course(app, &comparable(app, newest)));
    let label = app.text().format("button.again", &[("therapist", &name)]);
    let begin = bare_button("quiet", move || app.start_about(&again)).text(label);
    let begin = app.with(|model| therapy && model.begun().is_none()).then_some(begin);
    classed("div", "stack-s")
        .child(head)
        .maybe(begin)
        .child(cards)
        .maybe(more)
        .maybe(line)
}

fn card(app: App, check_in: &CheckIn) -> El {
    let text = app.text();
    let summary = app.summary(check_in);
    let form = text.of("form.name.", check_in.response.form.id());
    let about: Vec<String> = stage(app, check_in).into_iter().chain([form]).collect();
    let about = about.join(" · ");
    let id = check_in.id.clone();
    let button = classed("button", "card open")
        .attr("type", "button")
        .attr("part", "card")
        .on("click", move |_| app.show(Screen::Result(id.clone())))
        .child(classed("span", "small").text(text.locale.date(check_in.created)))
        .child(classed("span", "strong").text(verdict::title(app, &summary)))
        .child(classed("span", "small").text(about));
    classed("li", "").child(button)
}

/// Takes in a file that was saved here or on another device.
pub fn load(app: App) -> El {
    let file = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .attr("class", "away")
        .attr("tabindex", "-1")
        .attr("aria-hidden", "true")
        .on("change", move |event| {
            browser::read_file(&event, move |file| {
                if app.is_there() {
                    app.import(&file.unwrap_or_default());
                }
            });
        });
    let pick = quiet(app, "button.load", move || app.pick_file());
    el("span").child(pick).child(file)
}

/// Deletes all, after a question.
pub fn delete(app: App) -> El {
    quiet(app, "button.delete-everything", move || {
        app.ask(Dialog::DeleteEverything);
    })
}

/// Where it is kept, and taking it along, taking it in, and deleting it.
fn keeping(app: App) -> El {
    let files = take::take_all(app).child(load(app));
    let all = classed("div", "stack-s").child(where_kept(app)).child(files).child(
        classed("div", "row")
            .maybe(lock::switch(app))
            .child(take::remind(app))
            .child(delete(app)),
    );
    let about = disclosure(app, "privacy.title", about::privacy(app));
    block("stack-s", [heading(app, 1, &app.get("home.kept")), all, about])
}
