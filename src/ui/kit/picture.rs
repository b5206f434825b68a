//! Pictures from lines alone: with round caps a line is a bar, a rail or a dot.

use super::element::{El, svg};

/// A horizontal line.
pub struct Line {
    /// Its class, which gives width, caps and colour.
    pub class: &'static str,
    /// Where it begins, in percent of the picture's width.
    pub from: u32,
    /// Where it ends, in percent of the picture's width.
    pub to: u32,
    /// How far down it stands, in pixels.
    pub down: usize,
}

/// A picture that fills its box. With a `label` it is an image with that text equivalent; without one it is hidden from
/// screen readers.
pub fn picture(class: &str, label: Option<&str>, lines: &[Line]) -> El {
    let shapes = lines.iter().map(|line| {
        let down = line.down.to_string();
        svg("line")
            .attr("class", line.class)
            .attr("x1", percent(line.from))
            .attr("x2", percent(line.to))
            .attr("y1", &down)
            .attr("y2", &down)
    });
    let picture = svg("svg").attr("class", class).children(shapes);
    match label {
        Some(label) => picture.attr("role", "img").attr("aria-label", label),
        None => picture.attr("aria-hidden", "true"),
    }
}

fn percent(number: u32) -> String {
    [&number.to_string(), "%"].concat()
}
