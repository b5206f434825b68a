//! The browser's storage behind `browser::open`, in a real browser: kept, full, and the host page's own data left alone.
#![cfg(target_arch = "wasm32")]
// Clippy does not take these for tests.
#![allow(clippy::expect_used)]

use therapist_fit::browser;
use therapist_fit::checklist::Form;
use therapist_fit::response::{CheckIn, Response, Stage};
use therapist_fit::storage::{Keep, Records, StorageError};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn local() -> web_sys::Storage {
    let window = web_sys::window().expect("a window");
    let storage = window.local_storage().expect("storage is allowed");
    storage.expect("there is storage")
}

fn check_in(id: &str) -> CheckIn {
    CheckIn {
        id: id.to_owned(),
        therapist: "a".to_owned(),
        created: browser::now(),
        checklist: "alliance".to_owned(),
        version: 1,
        response: Response::new(Stage::Later, Form::Short),
        to_raise: Vec::new(),
        note: "“Ünïcode” \"quoted\" \n \u{1F33F} \\".to_owned(),
    }
}

#[wasm_bindgen_test]
fn what_is_written_can_be_read_back_and_removed() {
    let opened = browser::open(Keep::Local);
    assert!(!opened.blocked);
    opened.store.set("test:one", "1").expect("there is room");
    assert_eq!(opened.store.get("test:one"), Ok(Some("1".to_owned())));
    assert!(opened.store.keys().expect("keys").contains(&"test:one".to_owned()));
    opened.store.remove("test:one").expect("it can go");
    assert_eq!(opened.store.get("test:one"), Ok(None));
}

#[wasm_bindgen_test]
fn opening_leaves_no_trace() {
    let before = local().length().expect("a length");
    browser::open(Keep::Local);
    assert_eq!(local().length().expect("a length"), before);
}

#[wasm_bindgen_test]
fn nothing_reaches_the_browser_when_nothing_is_to_be_kept() {
    let before = local().length().expect("a length");
    let opened = browser::open(Keep::None);
    assert!(!opened.blocked);
    let records = Records::new(opened.store, "nothing");
    records.save_check_in(&check_in("x")).expect("memory has room");
    assert_eq!(local().length().expect("a length"), before);
}

#[wasm_bindgen_test]
fn a_session_is_not_the_same_as_local() {
    browser::open(Keep::Session)
        .store
        .set("test:tab", "1")
        .expect("there is room");
    assert_eq!(browser::open(Keep::Local).store.get("test:tab"), Ok(None));
    browser::open(Keep::Session)
        .store
        .remove("test:tab")
        .expect("it can go");
}

#[wasm_bindgen_test]
fn a_check_in_survives_and_deleting_everything_leaves_the_host_its_own() {
    local().set_item("host-setting", "dark").expect("there is room");
    let kept = check_in("survives");
    Records::new(browser::open(Keep::Local).store, "round")
        .save_check_in(&kept)
        .expect("there is room");
    let records = Records::new(browser::open(Keep::Local).store, "round");
    assert_eq!(records.check_ins().0, [kept]);
    records.delete_everything().expect("all can go");
    assert!(records.check_ins().0.is_empty());
    assert_eq!(local().get_item("host-setting"), Ok(Some("dark".to_owned())));
    local().remove_item("host-setting").expect("it can go");
}

#[wasm_bindgen_test]
fn a_full_storage_is_told_from_a_blocked_one_and_what_is_kept_can_still_be_read() {
    let storage = local();
    let old = check_in("old");
    Records::new(browser::open(Keep::Local).store, "full")
        .save_check_in(&old)
        .expect("there is room");
    // Ever smaller pieces, until not even one letter fits.
    let mut size = 1 << 20;
    let mut piece = 0;
    while size > 0 {
        let key = format!("fill:{piece}");
        match storage.set_item(&key, &"x".repeat(size)) {
            Ok(()) => piece += 1,
            Err(_) => size /= 2,
        }
    }
    let opened = browser::open(Keep::Local);
    let records = Records::new(opened.store, "full");
    let refused = records.save_check_in(&check_in("new"));
    let (readable, unreadable) = records.check_ins();
    for place in 0..piece {
        storage.remove_item(&format!("fill:{place}")).expect("it can go");
    }
    records.delete_everything().expect("all can go");
    assert!(!opened.blocked);
    assert_eq!(refused, Err(StorageError::Full));
    assert!(unreadable.is_empty());
    let mut ids: Vec<&str> = readable.iter().map(|found| found.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["new", "old"], "the new one is held in memory");
}
