//! What the browser promises. One kind of future for all of it: each kind costs the wasm a kilobyte.

use super::reach::invoke;
use js_sys::{Array, Promise};
use std::pin::Pin;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Goes through something that has to wait.
pub fn run(future: impl Future<Output = ()> + 'static) {
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    spawn_local(future);
}

/// What a promise comes to; none where it fails.
pub async fn promised(promise: Result<JsValue, JsValue>) -> Option<JsValue> {
    let promise: js_sys::Promise = promise.ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Lets some milliseconds pass.
pub async fn pause(milliseconds: u32) {
    let made = Promise::new(&mut |resolve, _| {
        let _ = invoke(
            &js_sys::global(),
            "setTimeout",
            &Array::of2(&resolve, &milliseconds.into()),
        );
    });
    promised(Ok(made.into())).await;
}

/// Calls `act` with what a promise comes to; with none where it fails.
pub fn after(promise: JsValue, act: impl FnOnce(Option<JsValue>) + 'static) {
    wait(promise, Box::new(act));
}

fn wait(promise: JsValue, act: Box<dyn FnOnce(Option<JsValue>)>) {
    run(async move { act(promised(Ok(promise)).await) });
}
