//! Therapist Fit: a private, embeddable checklist on the therapeutic alliance.
//!
//! # Code map
//!
//! The modules in the order of their dependencies: **each may use only those above it**. What is absent from a layer
//! matters as much as what is in it, and `tests/structure.rs` holds both.
//!
//! | module | owns | knows nothing of |
//! |---|---|---|
//! | [`json`] | reading and writing JSON | what the texts are for |
//! | [`checklist`] | what is asked: sections, items, scale, bands; reader and validator | answers, words |
//! | [`response`] | one visitor's answers and context, and how they change | scores |
//! | [`scoring`] | answers to summary: exact scores, ranges, bands, change | words, time |
//! | [`guidance`] | summary and context to notes and conversation starters | words |
//! | [`safety`] | safety answers to help texts; crisis lines | storage: these answers are never kept |
//! | [`i18n`] | messages, languages, direction; one file per language | the browser's `Intl` |
//! | [`storage`] | records as kept, their schema versions and migrations, the `Store` trait | which browser store is used |
//! | [`export`] | what a visitor takes along: one file per format | screens, how files are saved |
//! | [`config`] | attributes to configuration and warnings | the element they come from |
//! | [`owner`] | a site owner's own files to the checklist that is asked, and its words | where files come from |
//! | [`contract`] | what a site owner may rely on: slots, events, methods, custom properties, parts | how it is done |
//! | [`flow`] | which question comes next | screens |
//! | `browser` | every `web-sys` and `gloo` call: local storage, clock, `Intl`, host page | screens |
//! | `ui` | the screens, in Leptos: one folder each, with its stylesheet | `web-sys`, but for event types |
//! | `embed` | what JavaScript can call: mount, update, start, clear, unmount | everything but `ui` and `browser` |
//! | `component` | the widget as a Leptos component, without the loader | everything but `embed` and `browser` |
//!
//! From `json` to `flow` is the core: pure, without clock, random numbers or input and output, and tested on the
//! host. The last four exist only on `wasm32`.

pub mod checklist;
pub mod config;
pub mod contract;
pub mod export;
pub mod flow;
pub mod guidance;
pub mod i18n;
pub mod json;
pub mod owner;
pub mod response;
pub mod safety;
pub mod scoring;
pub mod storage;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod component;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod ui;

#[cfg(target_arch = "wasm32")]
pub use component::TherapistFit;
