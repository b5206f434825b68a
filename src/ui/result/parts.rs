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
        if bars {
            bar(app, section)
        } else {
            marks::row(app, check_in, section)
        }
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

/// The name, the bar and the number, which is the bar's text equivalent. A low part is striped and says so.
fn bar(app: App, section: &SectionSummary) -> El {
    let text = app.text();
    let shown = section.score.as_ref().map(|score| score.shown(&app.checklist()));
    let tag = match shown {
        None => Some("parts.too-few"),
        Some(_) => section.low.then_some("parts.under"),
    };
    let name = classed("span", "name")
        .text(text.of("section.", &section.id))
        .maybe(tag.map(|key| classed("span", "tag").text(text.get(key))));
    let line = Line {
        class: if section.low { "fill low" } else { "fill" },
        from: 0,
        to: shown.unwrap_or_default(),
        down: 6,
    };
    let value = shown.map(|shown| text.number(shown)).unwrap_or_default();
    classed("li", "part")
        .child(name)
        .child(picture("track flip", None, &[line]))
        .child(classed("span", "value").text(value))
}
