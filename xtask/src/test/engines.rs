//! Which end-to-end tests run in every engine.
pub const TESTS: &[&str] = &[];
