//! What a visitor takes along: each format read back by a reader that is not ours.
#![cfg(not(target_arch = "wasm32"))]
// Clippy takes only what is marked `#[test]` for a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "responses/made.rs"]
mod made;
#[path = "responses/random.rs"]
mod random;

mod export {
    pub mod csv;
    pub mod fhir;
    pub mod ics;
    pub mod json;
    pub mod sheet;
    pub mod support;
    pub mod time;
}
