//! The host page: the element's attributes and events, its shadow root, the clipboard, the way out.

use super::dom::{Event, Node, document, listen_on_page};
use super::later::after;
use super::reach::{construct, get, global, invoke, object, set};
use js_sys::Array;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// The element on the host page, and its shadow root.
#[derive(Clone)]
pub struct Host {
    /// None once the element has been taken off the page: what is held here the browser could never throw away.
    place: Option<(HtmlElement, ShadowRoot)>,
}

impl Host {
    /// The host of a widget.
    pub fn new(element: HtmlElement, root: ShadowRoot) -> Self {
        Self {
            place: Some((element, root)),
        }
    }

    /// The host of a widget that is off the page: everything it is told comes to nothing.
    pub fn gone() -> Self {
        Self { place: None }
    }

    /// Fires an event that bubbles out of every shadow root. `detail` holds numbers only.
    pub fn emit(&self, name: &str, detail: &[(&str, u32)]) {
        let detail: Vec<(&str, JsValue)> = detail.iter().map(|(key, number)| (*key, (*number).into())).collect();
        if let Some((element, _)) = &self.place {
            fire(element, name, &detail);
        }
    }

    /// Moves the focus to the first element that matches, unless it is elsewhere on the page: a visitor who has gone on to
    /// a field of the page meanwhile must not be torn out of it.
    pub fn focus(&self, selector: &str) {
        if !self.focus_is_elsewhere() {
            self.take_focus(selector);
        }
    }

    /// Moves the focus to the first element that matches, wherever it is.
    pub fn take_focus(&self, selector: &str) {
        if let Some(element) = self.find::<HtmlElement>(selector) {
            let _ = element.focus();
        }
    }

    /// Whether an element of the page outside of the widget has the focus. The body has it where nothing else does.
    fn focus_is_elsewhere(&self) -> bool {
        let inside = self.place.as_ref().and_then(|(_, root)| root.active_element());
        let on_page = document().active_element();
        inside.is_none() && on_page.is_some_and(|element| element.local_name() != "body")
    }

    /// Presses the first element that matches.
    pub fn click(&self, selector: &str) {
        if let Some(element) = self.find::<HtmlElement>(selector) {
            element.click();
        }
    }

    /// Shows the dialog over everything.
    pub fn show_dialog(&self) {
        self.tell_dialog("showModal");
    }

    /// Closes the dialog.
    pub fn close_dialog(&self) {
        self.tell_dialog("close");
    }

    fn tell_dialog(&self, method: &str) {
        if let Some(dialog) = self.find::<HtmlElement>("dialog") {
            // It fails only on one that is open, or closed, already.
            let _ = invoke(&dialog, method, &Array::new());
        }
    }

    /// Prints `page` and nothing else.
    pub fn print(&self, page: Node, title: String, css: String) {
        if let Some((_, root)) = &self.place {
            super::take::print(root, page, title, css);
        }
    }

    fn find<T: JsCast>(&self, selector: &str) -> Option<T> {
        let (_, root) = self.place.as_ref()?;
        let found = root.query_selector(selector).ok()??;
        found.dyn_into().ok()
    }
}

/// Fires an event that bubbles out of every shadow root.
pub(super) fn fire(element: &HtmlElement, name: &str, detail: &[(&str, JsValue)]) {
    let mut init = vec![("bubbles", JsValue::TRUE), ("composed", JsValue::TRUE)];
    if !detail.is_empty() {
        init.push(("detail", object(detail).into()));
    }
    let about = Array::of2(&name.into(), &object(&init));
    if let Ok(event) = construct(&js_sys::global(), "CustomEvent", &about) {
        // An error means that a listener of the page threw; that is the page's to handle.
        let _ = element.dispatch_event(event.unchecked_ref());
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

/// An error for the loader, with a code.
pub fn error(code: &str, message: &str) -> JsValue {
    let error = construct(&js_sys::global(), "Error", &Array::of1(&message.into())).unwrap_or_default();
    set(&error, "code", code);
    error
}

thread_local! {
    /// The one stylesheet of all widgets on the page, once the first has made it.
    static SHEET: OnceCell<Option<JsValue>> = const { OnceCell::new() };
}

/// Puts the widget's stylesheet into the shadow root, after those it has, unless it is there already. Constructable, so
/// that no policy on styles forbids it; made once a page, so `css` is always the same.
pub fn adopt_styles(root: &ShadowRoot, css: &str) {
    let adopted = SHEET.with(|sheet| {
        let sheet = sheet.get_or_init(|| make_sheet(css).ok()).as_ref()?;
        let sheets = Array::from(&get(root, "adoptedStyleSheets"));
        if !sheets.includes(sheet, 0) {
            sheets.push(sheet);
            set(root, "adoptedStyleSheets", &sheets);
        }
        Some(())
    });
    if adopted.is_none() {
        warn("therapist-fit: this browser can't style the widget");
    }
}

fn make_sheet(css: &str) -> Result<JsValue, JsValue> {
    let sheet = construct(&js_sys::global(), "CSSStyleSheet", &Array::new())?;
    invoke(&sheet, "replaceSync", &Array::of1(&css.into()))?;
    Ok(sheet)
}

/// Removes what the loader showed meanwhile, and makes the element that the widget is mounted in. Also says whether the
/// focus was on what is gone.
pub fn make_room(root: &ShadowRoot) -> (HtmlElement, bool) {
    let had_focus = root.active_element().is_some();
    while let Ok(Some(placeholder)) = root.query_selector("#first") {
        placeholder.remove();
    }
    let made: HtmlElement = document().create_element("div").unwrap_throw().unchecked_into();
    made.set_class_name("room");
    let _ = root.append_child(&made);
    (made, had_focus)
}

/// Copies `text` to the clipboard, and says whether it is there.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = get(&global("navigator"), "clipboard");
    let words = text.to_owned();
    match invoke(&clipboard, "writeText", &Array::of1(&text.into())) {
        Ok(written) => after(written, move |written| {
            done(written.is_some() || copy_the_old_way(words));
        }),
        Err(_) => done(copy_the_old_way(words)),
    }
}

/// For a page that is not secure, where there is no clipboard, and for one whose policy denies it: has the browser copy,
/// and puts `text` in the place of what is selected.
fn copy_the_old_way(text: String) -> bool {
    let filled = Rc::new(Cell::new(false));
    let done = Rc::clone(&filled);
    let fill = move |event: Event| {
        event.prevent_default();
        let put = Array::of2(&"text/plain".into(), &text.as_str().into());
        done.set(invoke(&get(&event, "clipboardData"), "setData", &put).is_ok());
    };
    let _listening = listen_on_page("copy", Box::new(fill));
    let _ = invoke(&document(), "execCommand", &Array::of1(&"copy".into()));
    filled.get()
}

/// Leaves for another page, with the whole tab where this page is in a frame. It takes this page's place in the history, so
/// the way back does not lead here. An address that is none leads to an empty page: whoever wants to leave quickly must get
/// away. Nothing is to be read here while the other page is on its way.
pub fn leave(address: &str) {
    let style = document().document_element().map(|root| get(&root, "style"));
    let hide = ["display", "none", "important"].map(JsValue::from);
    let _ = invoke(&style.unwrap_or_default(), "setProperty", &hide.iter().collect());
    let places = [get(&global("top"), "location"), global("location")];
    for address in [address, "about:blank"] {
        for place in &places {
            if invoke(place, "replace", &Array::of1(&address.into())).is_ok() {
                return;
            }
        }
    }
}
