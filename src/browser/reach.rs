//! Parts of the browser reached by their own names. A binding of `web-sys` brings an import and a function of the glue for
//! each name, 60 bytes of brotli or so; these share theirs. For what is used in one place; elements and storage are typed.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

/// A member of an object; `undefined` where there is none.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// Sets a member of an object.
pub fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    // It fails only for what can't be changed, and ours can.
    let _ = Reflect::set(object, &name.into(), &value.into());
}

/// A member of the page's global object.
pub fn global(name: &str) -> JsValue {
    get(&js_sys::global(), name)
}

/// Calls a method of an object.
pub fn invoke(object: &JsValue, method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let method: Function = get(object, method).dyn_into()?;
    Reflect::apply(&method, object, arguments)
}

/// Makes an object of a class that is a member of `among`.
pub fn construct(among: &JsValue, class: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let class: Function = get(among, class).dyn_into()?;
    Reflect::construct(&class, arguments)
}

/// An object with these members.
pub fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        set(&object, name, value);
    }
    object
}
