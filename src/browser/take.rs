//! Taking along: files saved and read, sharing, printing from a frame of one's own.

use super::dom::{Event, Listener, Node, document};
use super::later::after;
use super::reach::{construct, get, global, invoke, object, set};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// The largest file that is read, in bytes: far more than anyone's check-ins.
const LARGEST_FILE: f64 = 5e6;

/// Saves `text` as a file, by the browser's own download.
pub fn save(name: &str, media: &str, text: &str) {
    let _ = try_to_save(name, media, text);
}

fn try_to_save(name: &str, media: &str, text: &str) -> Result<(), JsValue> {
    let kind = object(&[("type", media.into())]);
    let parts = Array::of2(&Array::of1(&text.into()), &kind);
    let blob = construct(&js_sys::global(), "Blob", &parts)?;
    let address = invoke(&global("URL"), "createObjectURL", &Array::of1(&blob))?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    set(&link, "href", &address);
    set(&link, "download", name);
    link.click();
    invoke(&global("URL"), "revokeObjectURL", &Array::of1(&address))?;
    Ok(())
}

/// Hands the text of the file that was picked to `then`; none where it can't be read or is far too large.
pub fn read_file(event: &Event, then: impl FnOnce(Option<String>) + 'static) {
    let input = get(event, "target");
    let file = get(&get(&input, "files"), "0");
    let Some(size) = get(&file, "size").as_f64() else {
        return;
    };
    match invoke(&file, "text", &Array::new()) {
        Ok(text) if size <= LARGEST_FILE => after(text, move |text| then(text.and_then(|text| text.as_string()))),
        _ => then(None),
    }
    // So that the same file can be picked again.
    set(&input, "value", "");
}

/// Whether the browser can share text, and the page's policy lets it.
pub fn can_share() -> bool {
    let can = invoke(&global("navigator"), "canShare", &Array::of1(&text_only("a")));
    can.is_ok_and(|can| can.is_truthy())
}

fn text_only(text: &str) -> Object {
    object(&[("text", text.into())])
}

/// Opens the browser's own sheet for sharing.
pub fn share(text: &str) {
    if let Ok(promise) = invoke(&global("navigator"), "share", &Array::of1(&text_only(text))) {
        // Who closes the sheet without sharing has not failed.
        after(promise, |_| ());
    }
}

/// Prints `page`, and nothing of the host page: from a frame beside it, with the stylesheet `css`.
pub(super) fn print(beside: &ShadowRoot, page: Node, title: String, css: String) {
    let frame = document().create_element("iframe").unwrap_throw();
    for (name, value) in [("class", "paper"), ("aria-hidden", "true"), ("tabindex", "-1")] {
        let _ = frame.set_attribute(name, value);
    }
    let inside = frame.clone();
    let fill = move |_| {
        let _ = fill(&inside, &page, &title, &css);
    };
    // A new frame's document is there for good only when it is loaded.
    Listener::new(frame.clone().into(), "load", Box::new(fill)).for_good();
    let _ = beside.append_child(&frame);
}

fn fill(frame: &web_sys::Element, page: &Node, title: &str, css: &str) -> Result<(), JsValue> {
    let (window, document) = (get(frame, "contentWindow"), get(frame, "contentDocument"));
    set(&document, "title", title);
    // A document takes only stylesheets that its own window made.
    let sheet = construct(&window, "CSSStyleSheet", &Array::new())?;
    invoke(&sheet, "replaceSync", &Array::of1(&css.into()))?;
    set(&document, "adoptedStyleSheets", Array::of1(&sheet));
    page.mount(get(&document, "body").unchecked_ref(), None);
    let gone = frame.clone();
    Listener::new(window.clone().into(), "afterprint", Box::new(move |_| gone.remove())).for_good();
    invoke(&window, "focus", &Array::new())?;
    invoke(&window, "print", &Array::new())?;
    Ok(())
}
