//! Every prompt can be read at Flesch-Kincaid grade 8 or below.
#![cfg(not(target_arch = "wasm32"))]

mod reading_grade {
    pub mod prompts;
    pub mod syllables;
}
