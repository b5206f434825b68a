//! The checklist: what the built-in one holds, and what an owner's must hold to be taken.
#![cfg(not(target_arch = "wasm32"))]

mod checklist {
    pub mod built_in;
    pub mod damage;
    pub mod problems;
}
