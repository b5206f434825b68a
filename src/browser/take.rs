//! Taking along: files saved and read, sharing, printing from a frame of one's own.

use super::dom::{Event, Listener, Node, document};
use super::later::after;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlIFrameElement, HtmlInputElement, ShadowRoot, Url};

/// The largest file that is read, in bytes: far more than anyone's check-ins.
const LARGEST_FILE: f64 = 20e6;

/// Saves `text` as a file, by the browser's own download.
pub fn save(name: &str, media: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    let link: HtmlAnchorElement = document().create_element("a").unwrap_throw().unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let _ = Url::revoke_object_url(&address);
}

/// Hands the text of the file that was picked to `then`; none where it can't be read or is far too large.
pub fn read_file(event: &Event, then: impl FnOnce(Option<String>) + 'static) {
    let input = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
    let Some(file) = input.as_ref().and_then(|input| input.files()?.get(0)) else {
        return;
    };
    if file.size() > LARGEST_FILE {
        return then(None);
    }
    after(file.text().into(), move |text| {
        then(text.and_then(|text| text.as_string()))
    });
    if let Some(input) = input {
        // So that the same file can be picked again.
        input.set_value("");
    }
}

/// Whether the browser can share text.
pub fn can_share() -> bool {
    share_function().is_some()
}

/// Opens the browser's own sheet for sharing.
pub fn share(text: &str) {
    let Some((navigator, share)) = share_function() else {
        return;
    };
    let data = Object::new();
    let _ = Reflect::set(&data, &"text".into(), &text.into());
    if let Ok(promise) = share.call1(&navigator, &data) {
        // Who closes the sheet without sharing has not failed.
        after(promise, |_| ());
    }
}

fn share_function() -> Option<(JsValue, Function)> {
    let navigator = JsValue::from(web_sys::window()?.navigator());
    let share = Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}

/// Prints `page`, and nothing of the host page: from a frame beside it, with the stylesheet `css`.
pub(super) fn print(beside: &ShadowRoot, page: Node, title: String, css: String) {
    let made = document().create_element("iframe").unwrap_throw();
    let frame: HtmlIFrameElement = made.unchecked_into();
    for (name, value) in [("class", "paper"), ("aria-hidden", "true"), ("tabindex", "-1")] {
        let _ = frame.set_attribute(name, value);
    }
    let inside = frame.clone();
    // A new frame's document is there for good only when it is loaded.
    let filled = Listener::new(
        frame.clone().into(),
        "load",
        Box::new(move |_| {
            let _ = fill(&inside, &page, &title, &css);
        }),
    );
    filled.for_good();
    let _ = beside.append_child(&frame);
}

fn fill(frame: &HtmlIFrameElement, page: &Node, title: &str, css: &str) -> Result<(), JsValue> {
    let window = frame.content_window().ok_or(JsValue::NULL)?;
    let document = frame.content_document().ok_or(JsValue::NULL)?;
    document.set_title(title);
    // A document takes only stylesheets that its own window made.
    let maker: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&maker, &Array::new())?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &css.into())?;
    Reflect::set(&document, &"adoptedStyleSheets".into(), &Array::of1(&sheet))?;
    if let Some(body) = document.body() {
        page.mount(&body, None);
    }
    let gone = frame.clone();
    Listener::new(window.clone().into(), "afterprint", Box::new(move |_| gone.remove())).for_good();
    window.focus()?;
    window.print()
}
