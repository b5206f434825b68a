//! What a result suggests: each row of band × raised × choice, liking, trust, the end, and what is never said.
#![cfg(not(target_arch = "wasm32"))]

#[path = "responses/made.rs"]
mod made;
mod guidance {
    pub mod beside;
    pub mod cases;
    pub mod rows;
}
