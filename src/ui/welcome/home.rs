//! What a returning visitor finds: the check-in to go on with, and the finished ones.

use crate::response::{CheckIn, Draft};
use crate::ui::kit::{El, block, classed, go, para, quiet, say, subheading};
use crate::ui::model::{Dialog, Screen};
use crate::ui::result::verdict;
use crate::ui::state::App;

/// The check-ins kept in this browser.
pub fn home(app: App) -> Vec<El> {
    let draft = app.with(|model| model.draft.clone());
    let check_ins = app.with(|model| model.check_ins.clone());
    let begin = draft
        .is_none()
        .then(|| go(app, "button.new-check-in", move || app.start()));
    let list = (!check_ins.is_empty()).then(|| {
        let cards = check_ins.iter().map(|check_in| card(app, check_in));
        block("stack-s", [subheading(app, "home.check-ins")]).child(classed("ul", "cards").children(cards))
    });
    let delete = quiet(app, "button.delete-everything", move || {
        app.ask(Dialog::DeleteEverything);
    });
    let mut pieces: Vec<El> = draft.iter().map(|draft| unfinished(app, draft)).collect();
    pieces.extend(list);
    pieces.push(classed("div", "row").maybe(begin).child(delete));
    pieces
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

fn card(app: App, check_in: &CheckIn) -> El {
    let text = app.text();
    let summary = app.summary(check_in);
    let about = [
        app.therapist_name(&check_in.therapist),
        text.of("stage.", check_in.response.stage.id()),
        text.of("form.name.", check_in.response.form.id()),
    ]
    .join(" · ");
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
