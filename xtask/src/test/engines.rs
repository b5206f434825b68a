//! Which end-to-end tests run in Firefox and `WebKit` too: those of what differs between browsers (keys and the focus,
//! storage, policies and hashes, fetching, frames, the element's life, right to left), as far as they need no more than the
//! `WebDriver` standard. All of them run in Chromium, which can be set and watched in more ways.

/// Parts of their names, each that of a module or of some of its tests.
pub const TESTS: &[&str] = &[
    "embed::",
    "failure::",
    "first_screen::",
    "focus::",
    "frame::attributes",
    "frame::by_keyboard",
    "frame::leaving",
    "frame::taken_out",
    "frame_trouble::arrow_keys",
    "frame_trouble::moved",
    "frame_trouble::the_first_screen",
    "frame_trouble::without",
    "integrity::a_changed",
    "integrity::changed",
    "languages::another_language",
    "policy::",
    "removal::",
    "storage::a_",
    "storage::dont_keep",
    "storage::storage_session",
    "way_by_keyboard::an_ended",
    "way_by_keyboard::arrow_keys",
    "way_by_keyboard::the_short",
];
