//! The browser's storage, probed before it is used: a blocked one never panics and never breaks the widget.

use super::reach::get;
use crate::storage::{Keep, MemoryStore, StorageError, Store};
use gloo_storage::{LocalStorage, SessionStorage, Storage};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A key that is written and removed to see whether storage works.
const PROBE: &str = "therapist-fit:probe";

/// A store, and whether it is what was asked for.
pub struct Opened {
    /// The store.
    pub store: Rc<dyn Store>,
    /// Whether the browser's storage was wanted and can't be used, so that this is memory.
    pub blocked: bool,
}

/// The store for `keep`: the browser's, or memory where it is blocked or not wanted.
pub fn open(keep: Keep) -> Opened {
    let storage = match keep {
        Keep::Local => probe(web_sys::Window::local_storage, LocalStorage::raw),
        Keep::Session => probe(web_sys::Window::session_storage, SessionStorage::raw),
        Keep::None => None,
    };
    match storage {
        Some(storage) => Opened {
            store: Rc::new(BrowserStore(storage)),
            blocked: false,
        },
        None => Opened {
            store: memory(),
            blocked: keep != Keep::None,
        },
    }
}

/// A store in memory.
pub fn memory() -> Rc<dyn Store> {
    Rc::new(MemoryStore::default())
}

/// gloo's handle on a storage, once it is sure that asking for it does not panic and that it can be read. A full one
/// passes: what is kept there can still be read.
fn probe(
    find: impl Fn(&web_sys::Window) -> Result<Option<web_sys::Storage>, JsValue>,
    raw: impl Fn() -> web_sys::Storage,
) -> Option<web_sys::Storage> {
    let window = web_sys::window()?;
    let found = find(&window).ok()??;
    found.length().ok()?;
    match found.set_item(PROBE, "") {
        Ok(()) => found.remove_item(PROBE).ok()?,
        Err(error) if is_full(&error) => {}
        Err(_) => return None,
    }
    Some(raw())
}

struct BrowserStore(web_sys::Storage);

impl Store for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(key).map_err(|_| StorageError::Unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.set_item(key, value).map_err(|error| {
            if is_full(&error) {
                StorageError::Full
            } else {
                StorageError::Unavailable
            }
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove_item(key).map_err(|_| StorageError::Unavailable)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let count = self.0.length().map_err(|_| StorageError::Unavailable)?;
        let keys = (0..count).filter_map(|place| self.0.key(place).ok().flatten());
        Ok(keys.collect())
    }
}

/// Whether a write failed for want of room. Browsers agree on the error's name.
fn is_full(error: &JsValue) -> bool {
    get(error, "name")
        .as_string()
        .is_some_and(|name| name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED")
}
