//! Part by part: a bar for each section of the full form. The other forms show marks, with no number.

use super::marks;
use crate::checklist::Form;
use crate::response::CheckIn;
use crate::scoring::{SectionSummary, Summary};
use crate::ui::kit::{El, Line, classed, picture, say, subheading};
use crate::ui::state::App;

/// The sections, as bars or marks.
pub fn parts(app: App, check_in: &CheckIn, summary: &Summary) -> El {
    let bars = summary.form == Form::Full;
    let rows = summary.sections.iter().map(|section| {
        let row = if bars { "part" } else { "part marks" };
        classed("li", row)
            .child(name(app, section).maybe(tag(app, check_in, section)))
            .children(drawn(app, check_in, section))
    });
    let about = if bars { "parts.bars" } else { "parts.marks" };
    classed("div", "stack-s")
        .attr("part", "parts")
        .child(subheading(app, "parts.title"))
        .child(say(app, "small", about))
        .child(
            classed("ul", "parts")
                .children(rows)
                .maybe((!bars).then(|| marks::ends(app))),
        )
}

/// A section's name.
pub fn name(app: App, section: &SectionSummary) -> El {
    classed("span", "name").text(app.text().of("section.", &section.id))
}

/// What is drawn of a section: a bar and the number, which is its text equivalent, or marks.
pub fn drawn(app: App, check_in: &CheckIn, section: &SectionSummary) -> Vec<El> {
    if check_in.response.form == Form::Full {
        bar(app, section)
    } else {
        vec![marks::marks(app, check_in, section)]
    }
}

/// What must be said of a section in words: that it is low, or that there is too little to draw.
pub fn tag(app: App, check_in: &CheckIn, section: &SectionSummary) -> Option<El> {
    let full = check_in.response.form == Form::Full;
    let key = if full && section.score.is_none() {
        "parts.too-few"
    } else if full && section.low {
        "parts.under"
    } else if !full && section.marks.iter().all(|mark| mark.1.is_none()) {
        "scale.none"
    } else {
        return None;
    };
    Some(classed("span", "tag").text(app.get(key)))
}

/// A low part is striped.
fn bar(app: App, section: &SectionSummary) -> Vec<El> {
    let shown = section.score.as_ref().map(|score| score.shown(&app.checklist()));
    let line = Line {
        class: if section.low { "fill low" } else { "fill" },
        from: 0,
        to: shown.unwrap_or_default(),
        down: 6,
    };
    let value = shown.map(|shown| app.text().number(shown)).unwrap_or_default();
    vec![
        picture("track flip", None, &[line]),
        classed("span", "value").text(value),
    ]
}
