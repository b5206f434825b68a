//! Stands in for `wasm-streams`, which Leptos brings along for server functions that stream.
//!
//! The widget has no server, so nothing here is ever called. The real crate marks its classes for JavaScript, and what is
//! marked is linked, called or not: 5 KiB of brotli in the wasm, its futures included. This one has the same names and
//! does what is right where there is no stream: it is empty. Only this workspace uses it (`[patch.crates-io]`); whoever
//! takes the widget as a crate gets the real one.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};

/// A stream that holds nothing.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// An empty stream: `_stream` is dropped.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// Takes a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that is at its end.
    pub fn into_stream(self) -> Empty {
        Empty
    }
}

/// A stream at its end.
#[derive(Debug)]
pub struct Empty;

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
