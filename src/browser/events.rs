//! What an event says: the key, the number of clicks, the new value of a control.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent, MouseEvent};

/// A pressed key.
pub struct Key {
    /// The key's name, such as `Enter` or `3`.
    pub name: String,
    /// Whether it is held down.
    pub repeated: bool,
    /// Whether it belongs to a shortcut or to text being composed.
    pub modified: bool,
    /// Whether the focus is on a control that has its own use for Enter.
    pub on_control: bool,
}

/// The key of a keyboard event.
pub fn key(event: &Event) -> Key {
    let key: &KeyboardEvent = event.unchecked_ref();
    let on_control = event
        .composed_path()
        .get(0)
        .dyn_into::<web_sys::Element>()
        .is_ok_and(|element| {
            matches!(
                element.local_name().as_str(),
                "button" | "a" | "summary" | "select" | "textarea"
            )
        });
    Key {
        name: key.key(),
        repeated: key.repeat(),
        modified: key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing(),
        on_control,
    }
}

/// How many times a pointer clicked; 0 where a key or a screen reader caused the click.
pub fn click_count(event: &Event) -> i32 {
    event.unchecked_ref::<MouseEvent>().detail()
}

/// Whether the checkbox that changed is checked.
pub fn checked(event: &Event) -> bool {
    event
        .target()
        .is_some_and(|target| target.unchecked_into::<HtmlInputElement>().checked())
}

/// The value of the control that changed: an input, a select or a text area.
pub fn value(event: &Event) -> String {
    event
        .target()
        .map(|target| target.unchecked_into::<HtmlInputElement>().value())
        .unwrap_or_default()
}
