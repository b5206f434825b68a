//! What an event says: the key, the number of clicks, the new value of a control.

use super::reach::get;
use web_sys::Event;

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
    let is = |name| get(event, name).is_truthy();
    let tag = get(&event.composed_path().get(0), "localName").as_string();
    let tag = tag.unwrap_or_default();
    Key {
        name: get(event, "key").as_string().unwrap_or_default(),
        repeated: is("repeat"),
        modified: ["ctrlKey", "metaKey", "altKey", "isComposing"].into_iter().any(is),
        on_control: ["button", "a", "summary", "select", "textarea"].contains(&tag.as_str()),
    }
}

/// How many times a pointer clicked; 0 where a key or a screen reader caused the click.
pub fn click_count(event: &Event) -> f64 {
    get(event, "detail").as_f64().unwrap_or_default()
}

/// Whether the checkbox that changed is checked.
pub fn checked(event: &Event) -> bool {
    get(&get(event, "target"), "checked").is_truthy()
}

/// The value of the control that changed: an input, a select or a text area.
pub fn value(event: &Event) -> String {
    get(&get(event, "target"), "value").as_string().unwrap_or_default()
}
