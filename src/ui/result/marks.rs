//! A section of a form without section scores: each answer as a mark on the scale, and no number.

use super::answers;
use crate::response::CheckIn;
use crate::scoring::SectionSummary;
use crate::ui::kit::{El, Line, classed, el, picture};
use crate::ui::state::App;

/// How far marks at the same place stand apart, in pixels.
const APART: usize = 10;

/// The middle of the picture, in pixels from its top.
const MIDDLE: usize = 16;

/// One section's marks. The text equivalent names each answer.
pub fn marks(app: App, check_in: &CheckIn, section: &SectionSummary) -> El {
    let text = app.text();
    let top = app.checklist().top();
    let words: Vec<String> = section
        .marks
        .iter()
        .map(|(id, _)| {
            let answer = answers::word(app, check_in, id);
            [&text.of("item.", id), " ", &answer].concat()
        })
        .collect();
    let placed: Vec<u8> = section.marks.iter().filter_map(|mark| mark.1).collect();
    let mut lines = vec![Line {
        class: "rail",
        from: place(0, top),
        to: place(top, top),
        down: MIDDLE,
    }];
    lines.extend((0..=top).map(|step| dot("tick", step, top, MIDDLE)));
    for (index, keyed) in placed.iter().enumerate() {
        // Marks at the same place stand above one another.
        let before = count(&placed[..index], *keyed);
        let down = MIDDLE + before * APART - (count(&placed, *keyed) - 1) * APART / 2;
        lines.push(dot("mark", *keyed, top, down));
        if *keyed < top.div_ceil(2) {
            // A low mark is hollow, so that it is not told by its place alone.
            lines.push(dot("hole", *keyed, top, down));
        }
    }
    picture("scale flip", Some(&words.join("; ")), &lines)
}

/// The words at the two ends of the scale.
pub fn ends(app: App) -> El {
    let word = |key| el("span").text(app.get(key));
    let ends = [word("parts.low-end"), word("parts.high-end")];
    classed("li", "part marks")
        .attr("aria-hidden", "true")
        .child(classed("span", "scale-ends small").children(ends))
}

/// A line of no length: its round cap makes it a dot.
fn dot(class: &'static str, step: u8, top: u8, down: usize) -> Line {
    Line {
        class,
        from: place(step, top),
        to: place(step, top),
        down,
    }
}

/// Where a step stands, in percent of the width; the ends keep room for the mark.
fn place(step: u8, top: u8) -> u32 {
    2 + 96 * u32::from(step) / u32::from(top.max(1))
}

#[allow(clippy::naive_bytecount)] // There are at most twelve.
fn count(placed: &[u8], keyed: u8) -> usize {
    placed.iter().filter(|other| **other == keyed).count()
}
