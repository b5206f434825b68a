//! Elements: made, filled, listened to. Never from markup, and never with a `style` attribute.

use super::reach::{get, set};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, EventTarget};

pub use web_sys::{Event, HtmlElement, ShadowRoot};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element. Cloning copies the handle.
#[derive(Clone)]
pub struct Node(Element);

/// Keeps a listener's function alive; dropping it ends the listening.
pub struct Listener {
    target: EventTarget,
    event: String,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        // It fails only for an element that is gone; then there is nothing to end.
        let _ = self.target.remove_event_listener_with_callback(&self.event, act);
    }
}

/// The page's document.
pub(super) fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap_throw()
}

impl Node {
    /// A new HTML element.
    pub fn html(tag: &str) -> Self {
        Self(document().create_element(tag).unwrap_throw())
    }

    /// A new SVG element.
    pub fn svg(tag: &str) -> Self {
        Self(document().create_element_ns(Some(SVG), tag).unwrap_throw())
    }

    /// Sets an attribute.
    pub fn set(&self, name: &str, value: &str) {
        // It fails only for names that are no names, and ours are constants.
        let _ = self.0.set_attribute(name, value);
    }

    /// Sets a yes-or-no property.
    pub fn set_property(&self, name: &str, value: bool) {
        set(&self.0, name, value);
    }

    /// Sets what a field holds. The caret stays where it is if that is the same.
    pub fn set_value(&self, words: &str) {
        set(&self.0, "value", words);
    }

    /// Replaces all content with a text.
    pub fn set_text(&self, words: &str) {
        self.0.set_text_content(Some(words));
    }

    /// Adds a text.
    pub fn append_text(&self, words: &str) {
        let _ = self.0.append_with_str_1(words);
    }

    /// Adds a child.
    pub fn append(&self, child: &Self) {
        let _ = self.0.append_child(&child.0);
    }

    /// Puts another element in this one's place.
    pub fn replace_with(&self, other: &Self) {
        let _ = self.0.replace_with_with_node_1(&other.0);
    }

    /// Takes the element off the page.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Puts the element into `parent`, before `marker` where there is one.
    pub fn mount(&self, parent: &Element, marker: Option<&web_sys::Node>) {
        let _ = parent.insert_before(&self.0, marker);
    }

    /// The element around this one.
    pub fn parent(&self) -> Option<Element> {
        self.0.parent_element()
    }

    /// Calls `act` on each `event`.
    pub fn listen(&self, event: &str, act: Box<dyn FnMut(Event)>) -> Listener {
        Listener::new(self.0.clone().into(), event, act)
    }
}

/// Calls `act` on each `event` anywhere on the page.
pub fn listen_on_page(event: &str, act: Box<dyn FnMut(Event)>) -> Listener {
    Listener::new(document().into(), event, act)
}

/// Calls `act` with the key that another tab has changed in the browser's storage; with none when it cleared all.
pub fn listen_to_other_tabs(act: impl Fn(Option<String>) + 'static) -> Listener {
    let window = web_sys::window().unwrap_throw();
    let act = move |event: Event| {
        act(get(&event, "key").as_string());
    };
    Listener::new(window.into(), "storage", Box::new(act))
}

impl Listener {
    /// Listens for as long as what it listens to is there.
    pub(super) fn for_good(self) {
        std::mem::forget(self);
    }

    pub(super) fn new(target: EventTarget, event: &str, act: Box<dyn FnMut(Event)>) -> Self {
        let act = Closure::wrap(act);
        // It fails only for a listener that is no function.
        let _ = target.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
        let event = event.to_owned();
        Self { target, event, act }
    }
}

impl AsRef<Element> for Node {
    fn as_ref(&self) -> &Element {
        &self.0
    }
}

impl AsRef<web_sys::Node> for Node {
    fn as_ref(&self) -> &web_sys::Node {
        &self.0
    }
}
