//! The house stays in order: who may use whom, what is absent from which layer, files short and introduced.
#![cfg(not(target_arch = "wasm32"))]

mod structure {
    pub mod files;
    pub mod layers;
    pub mod sources;
}
