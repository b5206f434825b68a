//! Two check-ins side by side: two therapists, or now and then. Same form only, and never ranked.

use crate::response::CheckIn;
use crate::ui::kit::{El, block, classed, disclosure, el, para, quiet, say, select, title};
use crate::ui::model::Screen;
use crate::ui::result::{parts, table, verdict};
use crate::ui::state::App;
use leptos::prelude::*;

/// The newest check-ins of two therapists at the same stage and with the same form.
pub fn pairs(app: App) -> Vec<(CheckIn, CheckIn)> {
    app.with(|model| {
        // The newest of each therapist, stage and form; there are few, however many check-ins there are.
        let mut newest: Vec<&CheckIn> = Vec::new();
        for check_in in &model.check_ins {
            if model.is_urgent(&check_in.id) {
                continue;
            }
            if !newest
                .iter()
                .any(|it| same_kind(it, check_in) && it.therapist == check_in.therapist)
            {
                newest.push(check_in);
            }
        }
        let mut pairs = Vec::new();
        for (place, one) in newest.iter().enumerate() {
            let others = newest.iter().skip(place + 1);
            for other in others.filter(|other| same_kind(one, other)) {
                pairs.push(((*one).clone(), (*other).clone()));
            }
        }
        pairs
    })
}

fn same_kind(one: &CheckIn, other: &CheckIn) -> bool {
    one.response.stage == other.response.stage
        && one.response.form == other.response.form
        && one.checklist == other.checklist
        && one.version == other.version
}

/// The screen.
pub fn compare(app: App) -> El {
    let text = app.text();
    let pairs = pairs(app);
    let names: Vec<String> = pairs
        .iter()
        .map(|(one, other)| {
            let both = [one, other].map(|it| app.therapist_name(&it.therapist));
            [
                text.locale.list(&both),
                text.of("stage.", one.response.stage.id()),
                text.of("form.name.", one.response.form.id()),
            ]
            .join(" · ")
        })
        .collect();
    let chosen = RwSignal::new(0_u32);
    let choice = (names.len() > 1).then(|| select(text.get("compare.which"), names, 0, move |place| chosen.set(place)));
    let shown = move || {
        let (one, other) = pairs.get(usize::try_from(chosen.get()).unwrap_or_default())?;
        let name = |it: &CheckIn| app.therapist_name(&it.therapist);
        let heads = [one, other].map(|it| head(app, it));
        let both = [one, other].map(|it| block("stack-s", [para("strong", name(it)), table(app, it)]));
        let whole = [
            block("side-by-side", heads),
            pair(app, (&name(one), one), (&name(other), other)),
            disclosure(app, "answers.title", block("stack", both)),
        ];
        Some(block("stack", whole))
    };
    let head = [
        title(app, "title", &text.get("compare.title")),
        say(app, "lead", "compare.lead"),
    ];
    classed("div", "screen stack")
        .child(block("stack-s", head))
        .maybe(choice)
        .child(el("div").live_child(shown))
        .child(block(
            "row",
            [quiet(app, "button.back", move || app.show(Screen::Welcome))],
        ))
}

fn head(app: App, check_in: &CheckIn) -> El {
    let summary = app.summary(check_in);
    block(
        "card stack-xs",
        [
            para("small", app.therapist_name(&check_in.therapist)),
            para("strong", verdict::title(app, &summary)),
            para("small", app.text().locale.date(check_in.created)),
        ],
    )
}

/// The parts of two check-ins of the same form, one row each under every part's name.
pub fn pair(app: App, one: (&str, &CheckIn), other: (&str, &CheckIn)) -> El {
    let summaries = [one, other].map(|(_, check_in)| app.summary(check_in));
    let [first, second] = &summaries;
    let sections = first.sections.iter().zip(&second.sections).map(|both| {
        let rows = [(one, both.0, "part"), (other, both.1, "part second")];
        let rows = rows.map(|((label, check_in), section, class)| {
            let name = classed("span", "name small").text(label);
            classed("div", class)
                .child(name.maybe(parts::tag(app, check_in, section)))
                .children(parts::drawn(app, check_in, section))
        });
        classed("li", "stack-xs")
            .child(parts::name(app, both.0).attr("class", "strong"))
            .children(rows)
    });
    classed("ul", "pairs").children(sections)
}
