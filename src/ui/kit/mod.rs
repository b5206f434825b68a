//! Small pieces that every screen is built from: headings, paragraphs, buttons, notes, disclosures.

mod element;
mod picture;

pub use element::{El, block, classed, el, svg};
pub use picture::{Line, picture};

use crate::browser;
use crate::ui::state::App;
use leptos::prelude::*;

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The tag of a heading `below` levels under the widget's own; level 6 is the deepest.
fn heading_tag(app: App, below: u8) -> &'static str {
    let level = app.with(|model| model.config.heading_level) + below;
    HEADINGS
        .get(usize::from(level).saturating_sub(1))
        .copied()
        .unwrap_or("h6")
}

/// The heading of a screen, which takes the focus when the screen appears.
pub fn title(app: App, class: &str, words: &str) -> El {
    classed(heading_tag(app, 0), class)
        .attr("id", "title")
        .attr("tabindex", "-1")
        .attr("part", "heading")
        .text(words)
}

/// The heading of a part of a screen, `below` levels under the screen's.
pub fn heading(app: App, below: u8, words: &str) -> El {
    classed(heading_tag(app, below), "heading").text(words)
}

/// The heading of a part of a screen, one level under the screen's, with the message under `key`.
pub fn subheading(app: App, key: &str) -> El {
    heading(app, 1, &app.get(key))
}

/// A paragraph.
pub fn para(class: &str, words: impl AsRef<str>) -> El {
    classed("p", class).text(words)
}

/// A paragraph with the message under `key`.
pub fn say(app: App, class: &str, key: &str) -> El {
    para(class, app.get(key))
}

/// A button; `class` says how it looks: `go`, `plain`, `quiet`, `leave`.
pub fn button(app: App, class: &str, key: &str, act: impl Fn() + 'static) -> El {
    labelled(app, class, key, Box::new(act))
}

#[inline(never)]
fn labelled(app: App, class: &str, key: &str, act: Box<dyn Fn()>) -> El {
    boxed_button(class, act).text(app.get(key))
}

/// A button without a label yet.
pub fn bare_button(class: &str, act: impl Fn() + 'static) -> El {
    boxed_button(class, Box::new(act))
}

#[inline(never)]
fn boxed_button(class: &str, act: Box<dyn Fn()>) -> El {
    classed("button", class)
        .attr("type", "button")
        .attr("part", class)
        .on("click", move |_| act())
}

/// The one button that leads on.
pub fn go(app: App, key: &str, act: impl Fn() + 'static) -> El {
    button(app, "go", key, act)
}

/// A button that looks like a link.
pub fn quiet(app: App, key: &str, act: impl Fn() + 'static) -> El {
    button(app, "quiet", key, act)
}

/// Something that opens on demand.
pub fn disclosure(app: App, key: &str, body: El) -> El {
    classed("details", "more")
        .attr("part", "disclosure")
        .child(el("summary").text(app.get(key)))
        .child(block("stack", [body]))
}

/// Something that is made when it is first opened, because it may be long.
pub fn lazy(summary: String, make: impl Fn() -> El + 'static) -> El {
    lazily(summary, Box::new(make))
}

fn lazily(summary: String, make: Box<dyn Fn() -> El>) -> El {
    let opened = RwSignal::new(0_u32);
    classed("details", "more")
        .on("toggle", move |_| opened.set(1))
        .child(el("summary").text(summary))
        .child(classed("div", "stack").live_child(move || (opened.get() > 0).then(&make)))
}

/// A checkbox with its label.
pub fn tick(label: String, checked: impl Fn() -> bool + 'static, act: impl Fn(bool) + 'static) -> El {
    ticking(label, Box::new(checked), Box::new(act))
}

fn ticking(label: String, checked: Box<dyn Fn() -> bool>, act: Box<dyn Fn(bool)>) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .prop("checked", checked)
        .on("change", move |event| act(browser::checked(&event)));
    classed("label", "check").child(input).child(el("span").text(label))
}

/// A choice among texts, with its label. `act` gets the place of the one that is chosen.
pub fn select(label: String, options: Vec<String>, chosen: u32, act: impl Fn(u32) + 'static) -> El {
    selecting(label, options, chosen, Box::new(act))
}

fn selecting(label: String, options: Vec<String>, chosen: u32, act: Box<dyn Fn(u32)>) -> El {
    let options = (0_u32..).zip(options).map(|(place, words)| {
        el("option")
            .attr("value", place.to_string())
            .prop("selected", move || chosen == place)
            .text(words)
    });
    let select = el("select")
        .on("change", move |event| {
            act(browser::value(&event).parse().unwrap_or_default());
        })
        .children(options);
    classed("label", "field")
        .child(classed("span", "small").text(label))
        .child(select)
}

/// A button that copies what `text` gives at the time, and says whether it could.
pub fn copy(app: App, label: &'static str, text: impl Fn() -> String + 'static) -> El {
    let done = RwSignal::new(0_u32);
    let act = move || browser::copy(&text(), move |copied| done.set(if copied { 1 } else { 2 }));
    let said = move || {
        app.get(match done.get() {
            0 => label,
            1 => "button.copied",
            _ => "button.not-copied",
        })
    };
    bare_button("quiet copy", act).child(el("span").attr("aria-live", "polite").live_text(said))
}

/// A link that opens beside the page and tells its target nothing.
pub fn away(address: String) -> El {
    el("a")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
}
