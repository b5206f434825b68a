//! The component's own element, which no loader sees to: its attributes, its shadow root, its colours.

use super::dom::Node;
use super::host::{fire, warn};
use super::reach::{get, invoke, object};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// Sets an attribute, or takes it away.
pub fn set_attribute(element: &HtmlElement, name: &str, value: Option<&str>) {
    // It fails only for names that are no names, and ours are constants.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Tells the console of what could not be done.
pub fn warn_of(error: &JsValue) {
    let message = get(error, "message").as_string().unwrap_or_default();
    warn(&["therapist-fit: ", &message].concat());
}

/// Says in the element's place that the widget can't run, until it can, and fires `therapist-fit-error` with the error's
/// code, as the loader does.
pub fn give_up(element: &HtmlElement, root: &ShadowRoot, words: &str, error: &JsValue) {
    let said = Node::html("p");
    said.set("id", "first");
    said.set_text(words);
    root.set_text_content(None);
    let _ = root.append_child(said.as_ref());
    fire(element, "therapist-fit-error", &[("code", get(error, "code"))]);
}

/// The shadow root of an element, which is made where there is none.
pub fn open_root(element: &HtmlElement) -> ShadowRoot {
    if let Some(root) = element.shadow_root() {
        return root;
    }
    let about = Array::of1(&object(&[("mode", "open".into())]));
    invoke(element, "attachShadow", &about).unwrap_throw().unchecked_into()
}

/// Sets the colour scheme of the theme. Where neither says anything, neither theme nor page, it follows the system:
/// `light-dark()` would always be light there.
pub fn set_scheme(element: &HtmlElement, theme: Option<&str>) {
    let style = get(element, "style");
    let set = |scheme: &str| {
        // By script, not as an attribute: no policy on styles forbids it.
        let _ = invoke(
            &style,
            "setProperty",
            &Array::of2(&"color-scheme".into(), &scheme.into()),
        );
    };
    // An empty value takes the property away.
    set("");
    match theme {
        Some(scheme @ ("light" | "dark")) => set(scheme),
        _ if page_scheme(element) == "normal" => set("light dark"),
        _ => {}
    }
}

/// The colour scheme that the page gives the element.
fn page_scheme(element: &HtmlElement) -> String {
    let style = invoke(&js_sys::global(), "getComputedStyle", &Array::of1(element));
    let scheme = get(&style.unwrap_or_default(), "colorScheme");
    scheme.as_string().unwrap_or_default()
}
