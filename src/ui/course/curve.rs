//! The line itself. It stretches with its box; strokes do not.

use crate::ui::kit::{El, svg};

/// How far around the first score differences are noise: under 15 points (see `scoring::change`).
const NOISE: u32 = 15;

/// The picture's width and height in its own units; a unit of height is a point of the score.
const WIDTH: usize = 1000;
const HEIGHT: u32 = 100;

/// The scores, each 0 to 100, from first to last, with the chosen one marked. The slider and the table say the same in
/// words, so it is hidden from screen readers.
pub fn curve(scores: &[u32], chosen: impl Fn() -> usize + 'static) -> El {
    let places: Vec<String> = (0..scores.len()).map(|place| at(scores, place)).collect();
    let first = scores.first().copied().unwrap_or_default();
    let (top, bottom) = ((first + NOISE).min(HEIGHT), first.saturating_sub(NOISE));
    let band = svg("rect")
        .attr("class", "noise")
        .attr("width", "100%")
        .attr("y", (HEIGHT - top).to_string())
        .attr("height", (top - bottom).to_string());
    let line = svg("path")
        .attr("class", "line")
        .attr("d", ["M", &places.join("L")].concat());
    // A line of next to no length: its round cap makes it a dot (one of no length at all comes out ragged in WebKit).
    let dots = places.iter().map(|place| ["M", place, "h.1"].concat());
    let dots = svg("path").attr("class", "dots").attr("d", dots.collect::<String>());
    let mark = svg("path").attr("class", "chosen").live("d", move || {
        ["M", places.get(chosen()).map_or("0 0", |place| place), "h.1"].concat()
    });
    let view = ["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat();
    svg("svg")
        .attr("class", "curve flip")
        .attr("viewBox", view)
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .children([band, line, dots, mark])
}

fn at(scores: &[u32], place: usize) -> String {
    let steps = scores.len().saturating_sub(1).max(1);
    let across = WIDTH * place / steps;
    [
        &across.to_string(),
        " ",
        &(HEIGHT - scores[place].min(HEIGHT)).to_string(),
    ]
    .concat()
}
