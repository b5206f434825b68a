//! The house stays in order: who may use whom, what is absent from which layer, files short and introduced.
#![cfg(not(target_arch = "wasm32"))]
// Clippy takes only what is marked `#[test]` for a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod structure {
    pub mod files;
    pub mod layers;
    pub mod sources;
}
