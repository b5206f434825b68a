//! Records: what is saved is what is loaded, and what can't be read or written is neither lost nor overwritten.
#![cfg(not(target_arch = "wasm32"))]
// Clippy takes only what is marked `#[test]` for a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod records {
    pub mod damage;
    pub mod elsewhere;
    pub mod fixtures;
    pub mod import;
    pub mod migration;
    pub mod retain;
    pub mod rules;
    pub mod support;
}
