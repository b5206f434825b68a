//! The harness of the end-to-end tests: a real browser, a server for each visit, and verbs to go through the widget as a
//! visitor does. Run by `cargo xtask test e2e`, which builds `dist/` and finds the browser first.
//!
//! ```no_run
//! # use e2e::{Result, Visit};
//! #[tokio::test]
//! async fn starting_leads_to_the_first_question() -> Result<()> {
//!     Visit::to("/pages/inline.html")
//!         .language("es")
//!         .run(async |page| {
//!             let widget = page.widget();
//!             widget.button("Start").click().await?;
//!             widget.heading_becomes("How well do you know each other?").await?;
//!             widget.assert_accessible().await
//!         })
//!         .await
//! }
//! ```
//!
//! | module | owns |
//! |---|---|
//! | [`visit`] | what is set before a page loads: site, headers, language, size, colours; starting and always quitting |
//! | [`engine`] | Chromium, Firefox or `WebKit` |
//! | [`driver`] | the program that drives the browser |
//! | [`page`] | a tab and its host page: going, scripts, storage, pictures |
//! | [`traffic`] | what goes out of a page: requests and events |
//! | [`console`] | what the page has complained of; a visit fails if anything is left there |
//! | [`widget`] | one `<therapist-fit>`: heading, text, answers |
//! | [`control`] | a button, radio or link by its accessible name: real clicks |
//! | [`keyboard`] | real keys |
//! | [`access`] | axe-core |
//! | [`sites`] | real sites, built with the widget in them |
//! | [`validate`] | the validators of file formats, run by Node |
//! | [`wait`] | waiting until something is so |
//!
//! Host pages stand in `pages/` and are served below `/pages/`; `dist/` is served at `/`. The harness must not know which
//! screens the widget has: that belongs to the tests. Every visit has a browser profile of its own, so tests can run side
//! by side.

pub mod access;
pub mod console;
pub mod control;
pub mod driver;
pub mod engine;
pub mod keyboard;
pub mod page;
pub mod sites;
pub mod traffic;
pub mod validate;
pub mod visit;
pub mod wait;
pub mod widget;

pub use anyhow::{Result, bail, ensure};
pub use page::Page;
pub use visit::Visit;
pub use widget::Widget;
