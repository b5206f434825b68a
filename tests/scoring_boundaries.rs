//! Every boundary of the scoring rules, each on both of its sides, and two results worked out by hand.
#![cfg(not(target_arch = "wasm32"))]

#[path = "responses/made.rs"]
mod made;
mod scoring {
    pub mod by_hand;
    pub mod enough;
    pub mod owners;
    pub mod withheld;
}
