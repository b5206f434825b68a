//! The project's build logic, as a library, so that the end-to-end tests share its server and its tools.
//!
//! | module | owns |
//! |---|---|
//! | [`project`] | where everything is: root, `dist/`, caches; what `Cargo.toml` and `Cargo.lock` say |
//! | [`run`] | running a command, with its output shown, captured or counted |
//! | [`setup`] | every tool that is needed, found or installed |
//! | [`dist`] | the files a site owner puts on a host, and their sizes against the budget |
//! | [`example`] | the example application, built for the end-to-end tests |
//! | [`server`] | a static server on 127.0.0.1 |
//! | [`serve`] | `cargo xtask serve` |
//! | [`check_checklist`] | `cargo xtask check-checklist`: what is wrong with an owner's checklist |
//! | [`mod@bench`] | `cargo xtask bench`: what is measured rather than tested |
//! | [`mod@test`] | `cargo xtask test`: the steps, their order, the count |
//!
//! It must not know what the widget does. A new command is a module here and one line in `main.rs`; a new tool is one
//! function in `setup`; a new check is one row in `test::steps`.

pub mod bench;
pub mod check_checklist;
pub mod dist;
pub mod example;
pub mod project;
pub mod run;
pub mod serve;
pub mod server;
pub mod setup;
pub mod test;
