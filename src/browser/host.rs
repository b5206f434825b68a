//! The host page: the element's attributes and events, its shadow root, the clipboard, the way out.

use super::dom::{Node, document};
use super::later::after;
use js_sys::{Array, Function, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, CustomEvent, CustomEventInit, HtmlDialogElement, HtmlElement, ShadowRoot};

/// The element on the host page, and its shadow root.
#[derive(Clone)]
pub struct Host {
    element: HtmlElement,
    root: ShadowRoot,
}

impl Host {
    /// The host of a widget.
    pub fn new(element: HtmlElement, root: ShadowRoot) -> Self {
        Self { element, root }
    }

    /// Fires an event that bubbles out of every shadow root. `detail` holds numbers only.
    pub fn emit(&self, name: &str, detail: &[(&str, u32)]) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        if !detail.is_empty() {
            let object = Object::new();
            for (key, number) in detail {
                let _ = Reflect::set(&object, &(*key).into(), &(*number).into());
            }
            init.set_detail(&object);
        }
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            // An error means that a listener of the page threw; that is the page's to handle.
            let _ = self.element.dispatch_event(&event);
        }
    }

    /// Moves the focus to the first element that matches, and brings the widget's top into view.
    pub fn focus(&self, selector: &str) {
        if let Some(element) = self.find::<HtmlElement>(selector) {
            let _ = element.focus();
        }
    }

    /// Presses the first element that matches.
    pub fn click(&self, selector: &str) {
        if let Some(element) = self.find::<HtmlElement>(selector) {
            element.click();
        }
    }

    /// Shows the dialog over everything.
    pub fn show_dialog(&self) {
        if let Some(dialog) = self.find::<HtmlDialogElement>("dialog") {
            // It fails only on one that is already open.
            let _ = dialog.show_modal();
        }
    }

    /// Closes the dialog.
    pub fn close_dialog(&self) {
        if let Some(dialog) = self.find::<HtmlDialogElement>("dialog") {
            dialog.close();
        }
    }

    /// Prints `page` and nothing else.
    pub fn print(&self, page: Node, title: String, css: String) {
        super::take::print(&self.root, page, title, css);
    }

    fn find<T: JsCast>(&self, selector: &str) -> Option<T> {
        let found = self.root.query_selector(selector).ok()??;
        found.dyn_into().ok()
    }
}

/// An attribute of the element.
pub fn attribute(element: &HtmlElement, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// One line to the site owner, in the console.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&line.into());
}

thread_local! {
    /// The one stylesheet of all widgets on the page, once the first has made it.
    static SHEET: OnceCell<Option<JsValue>> = const { OnceCell::new() };
}

/// Puts the widget's stylesheet into the shadow root, after those it has, unless it is there already. Constructable, so
/// that no policy on styles forbids it; made once a page, so `css` is always the same.
pub fn adopt_styles(root: &ShadowRoot, css: &str) {
    let key = JsValue::from_str("adoptedStyleSheets");
    let adopted = SHEET.with(|sheet| {
        let sheet = sheet.get_or_init(|| make_sheet(css).ok()).as_ref()?;
        let sheets = Array::from(&Reflect::get(root, &key).ok()?);
        if sheets.includes(sheet, 0) {
            return Some(true);
        }
        sheets.push(sheet);
        Reflect::set(root, &key, &sheets).ok()
    });
    if adopted.is_none() {
        warn("therapist-fit: this browser can't style the widget");
    }
}

fn make_sheet(css: &str) -> Result<JsValue, JsValue> {
    let sheet = CssStyleSheet::new()?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &css.into())?;
    Ok(sheet.into())
}

/// Removes what the loader showed meanwhile, and makes the element that the widget is mounted in. Also says whether the
/// focus was on what is gone.
pub fn make_room(root: &ShadowRoot) -> (HtmlElement, bool) {
    let had_focus = root.active_element().is_some();
    while let Ok(Some(placeholder)) = root.query_selector("[data-tf-placeholder]") {
        placeholder.remove();
    }
    let made: HtmlElement = document().create_element("div").unwrap_throw().unchecked_into();
    made.set_class_name("room");
    let _ = root.append_child(&made);
    (made, had_focus)
}

/// Copies `text` to the clipboard, and says whether it is there.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let clipboard = window.navigator().clipboard();
    // There is no clipboard on a page that is not secure.
    if clipboard.is_undefined() {
        return done(false);
    }
    after(clipboard.write_text(text).into(), move |written| {
        done(written.is_some())
    });
}

/// Leaves for another page. It takes this page's place in the history, so the way back does not lead here. An address that
/// is none leads to an empty page: whoever wants to leave quickly must get away.
pub fn leave(address: &str) {
    if let Some(window) = web_sys::window() {
        let location = window.location();
        let left = location.replace(address);
        if left.is_err() {
            let _ = location.replace("about:blank");
        }
    }
}
