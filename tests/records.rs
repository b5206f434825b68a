//! Records: what is saved is what is loaded, and what can't be read or written is neither lost nor overwritten.
#![cfg(not(target_arch = "wasm32"))]

mod records {
    pub mod damage;
    pub mod fixtures;
    pub mod rules;
    pub mod support;
}
