//! The result: safety first, then the band in words, the parts, what works, what is worth raising, and what to do next.

pub mod about;
mod answers;
mod marks;
mod notes;
pub mod parts;
pub mod raise;
mod safety_first;
pub mod verdict;

pub use answers::{all as table, word};

use crate::browser;
use crate::guidance::{self, Guidance};
use crate::response::CheckIn;
use crate::scoring::{Reason, Summary, Verdict};
use crate::storage::Keep;
use crate::ui::course;
use crate::ui::kit::{El, block, button, classed, disclosure, el, go, heading, para, quiet, say, subheading, title};
use crate::ui::model::Screen;
use crate::ui::state::App;
use crate::ui::take;
use crate::ui::welcome;
use leptos::prelude::Track;

/// How many strong points are shown.
const STRONG_SHOWN: usize = 5;

/// The result of the check-in with this id.
pub fn result(app: App, id: &str) -> Option<El> {
    let check_in = app.check_in(id)?;
    let summary = app.summary(&check_in);
    let response = &check_in.response;
    let guidance = guidance::guide(&app.checklist(), &summary, response.stage, &response.context);
    let help = safety_first::safety_first(app, id);
    let first = help.is_none();
    let screen = classed("div", "screen result stack-l")
        .maybe(help)
        .child(head(app, &check_in, &summary, first))
        .child(el("slot").attr("name", "after-summary"))
        .maybe(again(app, &check_in, &summary))
        .children(body(app, &check_in, &summary, &guidance))
        .child(about_it(app, &check_in))
        .child(foot(app, &check_in));
    Some(screen)
}

/// The way back to the answers, where other answers would lead to a verdict.
fn again(app: App, check_in: &CheckIn, summary: &Summary) -> Option<El> {
    let mendable = [Reason::ManyCantTell, Reason::TooFewAnswers, Reason::SameAnswer];
    let Verdict::Withheld(reasons) = &summary.verdict else {
        return None;
    };
    if !reasons.iter().all(|reason| mendable.contains(reason)) {
        return None;
    }
    let check_in = check_in.clone();
    let again = move || app.answer_again(check_in.clone());
    Some(block("row", [button(app, "plain", "button.change-answers", again)]))
}

/// The parts and what follows from them. After an urgent safety answer the answers are not weighed at all.
fn body(app: App, check_in: &CheckIn, summary: &Summary, guidance: &Guidance) -> Vec<El> {
    let urgent = matches!(
        &summary.verdict,
        Verdict::Withheld(reasons) if reasons.contains(&Reason::UrgentSafety)
    );
    if urgent {
        return Vec::new();
    }
    let mut pieces = vec![parts::parts(app, check_in, summary)];
    pieces.extend(strong(app, check_in, summary));
    pieces.push(raise::raise(app, check_in, guidance));
    pieces.push(note(app, check_in));
    pieces.extend(course::change::change(app, check_in));
    pieces.extend(notes::notes(app, guidance));
    pieces.push(take::take(app, check_in));
    pieces
}

/// The visitor's own words, kept with the check-in. What another tab writes shows here, or the next key would undo it.
fn note(app: App, check_in: &CheckIn) -> El {
    let (id, shown) = (check_in.id.clone(), check_in.id.clone());
    let kept = move || {
        app.detail.track();
        app.check_in(&shown).map(|it| it.note).unwrap_or_default()
    };
    let area = classed("textarea", "note-area")
        .attr("rows", "3")
        .attr("maxlength", "4000")
        .attr("dir", "auto")
        .on("input", move |event| {
            let words = browser::value(&event);
            app.edit(&id, move |check_in| check_in.note = words);
        })
        .live_value(kept);
    let label = classed("label", "field wide")
        .child(heading(app, 1, &app.get("own-note.title")))
        .child(classed("span", "small").text(app.get("own-note.about")))
        .child(area);
    block("", [label])
}

/// How far along it was, where the checklist asks that.
pub fn stage(app: App, check_in: &CheckIn) -> Option<String> {
    let stage = || app.text().of("stage.", check_in.response.stage.id());
    app.about_therapy().then(stage)
}

/// Whom it was about, how far along that was, and when.
pub fn whom_and_when(app: App, check_in: &CheckIn) -> String {
    let mut about = vec![app.therapist_name(&check_in.therapist)];
    about.extend(stage(app, check_in));
    about.push(app.text().locale.date(check_in.created));
    about.join(" · ")
}

/// Whom and when it was about, and the verdict. It takes the focus where it stands `first`.
fn head(app: App, check_in: &CheckIn, summary: &Summary, first: bool) -> El {
    let verdict = verdict::title(app, summary);
    block(
        "stack-s",
        [
            para("section", whom_and_when(app, check_in)),
            if first {
                title(app, "title band", &verdict)
            } else {
                heading(app, 0, &verdict).attr("class", "title band")
            },
            para("lead", verdict::explanation(app, summary)),
            para("small", verdict::score(app, summary)),
        ],
    )
}

fn strong(app: App, check_in: &CheckIn, summary: &Summary) -> Option<El> {
    if summary.strong_items.is_empty() {
        return None;
    }
    let text = app.text();
    let points = summary.strong_items.iter().take(STRONG_SHOWN).map(|id| {
        el("li")
            .child(el("span").text(text.of("item.", id)))
            .child(answers::said(app, check_in, id))
    });
    let list = block("stack-s", [subheading(app, "strong.title")]).child(classed("ul", "list").children(points));
    Some(list)
}

/// What lies behind the result, each opened on demand.
fn about_it(app: App, check_in: &CheckIn) -> El {
    let sources = || disclosure(app, "sources.title", about::sources(app));
    let own = app.checklist().is_own();
    block(
        "",
        [
            disclosure(app, "answers.title", answers::all(app, check_in)),
            disclosure(app, "how.title", about::how(app)),
            disclosure(app, "privacy.title", about::privacy(app)),
        ],
    )
    .maybe((!own).then(sources))
}

/// Begins a new check-in, or goes on with the one under way: a new one would take its place.
pub fn begin(app: App) -> El {
    if app.with(|model| model.begun().is_some()) {
        go(app, "button.continue", move || app.resume_draft())
    } else {
        go(app, "button.new-check-in", move || app.start())
    }
}

/// Whether it is kept, and what can be done now.
fn foot(app: App, check_in: &CheckIn) -> El {
    let id = check_in.id.clone();
    let kept = move || {
        app.detail.track();
        let (fleeting, keep) = app.with(|model| (model.is_fleeting(), model.keep));
        app.get(match keep {
            _ if fleeting => "result.not-kept",
            Keep::Session => "keep.session",
            _ => "result.kept",
        })
    };
    let on = [
        begin(app),
        button(app, "plain", "button.home", move || {
            app.show(Screen::Welcome);
        }),
    ];
    let delete = [
        quiet(app, "button.delete-check-in", move || {
            app.delete_check_in(&id);
        }),
        welcome::delete(app),
    ];
    block("stack-s foot", [say(app, "small", "intro.disclaimer")])
        .child(para("small", "").live_text(kept))
        .maybe(welcome::keep_nothing(app))
        .child(block("row", on))
        .child(block("row", delete))
}
