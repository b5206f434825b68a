//! The course over time: a line with the band in which differences are noise, a slider to go from point to point, and the
//! same as a table.

pub mod change;
mod curve;

use crate::browser;
use crate::response::CheckIn;
use crate::scoring::{self, Verdict};
use crate::ui::kit::{El, block, classed, el, heading, lazy, quiet, say};
use crate::ui::model::Screen;
use crate::ui::result::verdict;
use crate::ui::state::App;
use leptos::prelude::*;
use std::rc::Rc;

/// A check-in with a score.
pub struct Point {
    id: String,
    created: u64,
    form: &'static str,
    score: u32,
    band: String,
}

/// The check-ins about a therapist that may be compared with the newest of them, oldest first.
pub fn comparable(app: App, newest: &CheckIn) -> Vec<CheckIn> {
    app.with(|model| {
        let of_therapist = model.check_ins.iter().rev();
        let weighed = of_therapist.filter(|it| !model.is_urgent(&it.id));
        let comparable = weighed.filter(|it| it.created <= newest.created && scoring::comparable(it, newest));
        comparable.cloned().collect()
    })
}

/// The course of these check-ins, oldest first; none with fewer than two scores.
pub fn course(app: App, check_ins: &[CheckIn]) -> Option<El> {
    let points: Vec<Point> = check_ins.iter().filter_map(|it| point(app, it)).collect();
    let last = u32::try_from(points.len().checked_sub(1)?)
        .ok()
        .filter(|last| *last > 0)?;
    let scores: Vec<u32> = points.iter().map(|point| point.score).collect();
    let points = Rc::new(points);
    let chosen = RwSignal::new(last);
    let at = move || usize::try_from(chosen.get()).unwrap_or_default();
    let said = {
        let points = Rc::clone(&points);
        Rc::new(move || points.get(at()).map(|point| words(app, point)).unwrap_or_default())
    };
    let spoken = Rc::clone(&said);
    let slider = classed("input", "slider")
        .attr("type", "range")
        .attr("max", last.to_string())
        .attr("value", last.to_string())
        .attr("aria-label", app.get("course.slider"))
        .live("aria-valuetext", move || spoken())
        .on("input", move |event| {
            chosen.set(browser::value(&event).parse().unwrap_or(last));
        });
    let ends = [points.first(), points.last()].into_iter().flatten();
    let ends = ends.map(|point| el("span").text(app.text().locale.date(point.created)));
    let figure = classed("div", "course")
        .child(curve::curve(&scores, at))
        .child(slider)
        .child(classed("div", "ends small").children(ends));
    let opened = Rc::clone(&points);
    let open = quiet(app, "button.open", move || {
        if let Some(point) = opened.get(at()) {
            app.show(Screen::Result(point.id.clone()));
        }
    });
    let chosen = block("row", [classed("p", "strong").live_text(move || said()), open]);
    let table = lazy(app.get("course.table"), move || table(app, &points));
    let whole = classed("div", "stack-s")
        .attr("part", "course")
        .child(heading(app, 2, &app.get("course.title")))
        .child(say(app, "small", "course.about"))
        .child(figure)
        .child(chosen)
        .child(table);
    Some(whole)
}

fn point(app: App, check_in: &CheckIn) -> Option<Point> {
    let summary = app.summary(check_in);
    let (Verdict::Band { .. }, Some(score)) = (&summary.verdict, &summary.score) else {
        return None;
    };
    Some(Point {
        id: check_in.id.clone(),
        created: check_in.created,
        form: check_in.response.form.id(),
        score: score.shown(&app.checklist()),
        band: verdict::title(app, &summary),
    })
}

fn words(app: App, point: &Point) -> String {
    let text = app.text();
    [
        text.locale.date(point.created),
        point.band.clone(),
        text.number(point.score),
    ]
    .join(" · ")
}

/// The text equivalent.
fn table(app: App, points: &[Point]) -> El {
    let text = app.text();
    let head = ["course.date", "course.form", "course.band", "course.score"];
    let head = el("tr").children(head.map(|key| el("th").attr("scope", "col").text(text.get(key))));
    let rows = points.iter().rev().map(|point| {
        let cells = [
            text.of("form.name.", point.form),
            point.band.clone(),
            text.number(point.score),
        ];
        el("tr")
            .child(el("th").attr("scope", "row").text(text.locale.date(point.created)))
            .children(cells.map(|cell| el("td").text(cell)))
    });
    let table = classed("table", "table")
        .child(el("thead").child(head))
        .child(el("tbody").children(rows));
    block("scroll", [table])
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", text.get("course.table"))
}
