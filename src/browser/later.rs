//! What the browser promises. One kind of future for all of it: each kind costs the wasm a kilobyte.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Calls `act` with what a promise comes to; with none where it fails.
pub fn after(promise: JsValue, act: impl FnOnce(Option<JsValue>) + 'static) {
    wait(promise, Box::new(act));
}

fn wait(promise: JsValue, act: Box<dyn FnOnce(Option<JsValue>)>) {
    let promise = JsFuture::from(promise.unchecked_into::<js_sys::Promise>());
    spawn_local(async move { act(promise.await.ok()) });
}
