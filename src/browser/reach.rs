//! Parts of the browser that `web-sys` and `js-sys` have no names for, or names that weigh more: reached by their own.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

/// Calls a method of an object.
pub fn invoke(object: &JsValue, method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    Reflect::apply(&method, object, arguments)
}

/// An object with these members.
pub fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
