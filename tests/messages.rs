//! Words: every language says all there is to say, the same way filled in, and every word has a use.
#![cfg(not(target_arch = "wasm32"))]
// Clippy takes only what is marked `#[test]` for a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod messages {
    pub mod languages;
    pub mod reading;
    pub mod use_of_words;
}
