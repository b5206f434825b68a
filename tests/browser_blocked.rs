//! The browser's storage where it does not work: blocked, blocked meanwhile, damaged, not wanted. In a real browser.
#![cfg(target_arch = "wasm32")]
// Clippy does not take these for tests.
#![allow(clippy::unwrap_used)]

use js_sys::Function;
use std::rc::Rc;
use therapist_fit::browser::{now, open};
use therapist_fit::checklist::Form;
use therapist_fit::response::{Answer, CheckIn, Response, Stage};
use therapist_fit::storage::{Keep, Records, StorageError, Store};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Runs JavaScript, and gives back the text that it returns.
fn script(body: &str) -> String {
    let value = Function::new_no_args(body).call0(&JsValue::NULL);
    value.unwrap().as_string().unwrap_or_default()
}

/// Starts a test with empty storage. What a test before has put in the browser's place goes first.
fn clean() {
    script(
        "for (const [name, was] of Object.entries(self.blocked ?? {})) Object.defineProperty(self, name, was);
         self.set ??= Storage.prototype.setItem;
         Storage.prototype.setItem = set;
         self.blocked = {}; self.writes = 0;
         localStorage.clear(); sessionStorage.clear();",
    );
}

/// Makes the page's own way to both storages answer with `body`.
fn block(body: &str) {
    script(&format!(
        "for (const name of ['localStorage', 'sessionStorage']) {{
             blocked[name] = Object.getOwnPropertyDescriptor(self, name);
             Object.defineProperty(self, name, {{ configurable: true, get() {{ {body} }} }});
         }}"
    ));
}

fn check_in(id: &str) -> CheckIn {
    let mut response = Response::new(Stage::Early, Form::Full);
    response.answer("has-plan", Answer::CantTell);
    CheckIn {
        id: id.to_owned(),
        therapist: "a".to_owned(),
        created: now(),
        checklist: "alliance".to_owned(),
        version: 1,
        response,
        to_raise: Vec::new(),
        note: String::new(),
    }
}

fn records(store: &Rc<dyn Store>) -> Records {
    Records::new(Rc::clone(store), "default")
}

#[wasm_bindgen_test]
fn storage_that_is_blocked_in_any_way_never_panics_and_becomes_memory() {
    let ways = [
        "throw new DOMException('blocked', 'SecurityError')",
        "throw 'blocked'",
        "return null",
        "return undefined",
        "return new Proxy({}, { get() { throw new DOMException('blocked', 'SecurityError') } })",
    ];
    for way in ways {
        for keep in [Keep::Local, Keep::Session] {
            clean();
            block(way);
            let opened = open(keep);
            assert!(opened.blocked, "{way}");
            let records = records(&opened.store);
            records.save_check_in(&check_in("a1")).unwrap();
            assert_eq!(records.check_ins().0.len(), 1, "{way}");
        }
    }
    clean();
}

#[wasm_bindgen_test]
fn storage_that_can_be_read_but_not_written_is_blocked() {
    clean();
    script("Storage.prototype.setItem = () => { throw new DOMException('blocked', 'SecurityError') }");
    assert!(open(Keep::Local).blocked);
    clean();
}

#[wasm_bindgen_test]
fn storage_that_is_blocked_meanwhile_is_told_and_the_widget_goes_on_in_memory() {
    clean();
    let opened = open(Keep::Local);
    let records = records(&opened.store);
    script("Storage.prototype.setItem = () => { throw new DOMException('blocked', 'SecurityError') }");
    let told = records.save_check_in(&check_in("a1"));
    clean();
    assert_eq!(told, Err(StorageError::Unavailable));
    assert_eq!(records.check_ins().0.len(), 1);
}

#[wasm_bindgen_test]
fn to_keep_nothing_is_not_to_be_blocked_and_writes_to_no_storage_at_all() {
    clean();
    script("Storage.prototype.setItem = function (...all) { writes++; return set.apply(this, all) }");
    let opened = open(Keep::None);
    records(&opened.store).save_check_in(&check_in("a1")).unwrap();
    assert!(!opened.blocked);
    assert_eq!(script("return `${writes}`"), "0");
    open(Keep::Local);
    assert_eq!(
        script("return `${writes}`"),
        "1",
        "the probe is seen, so the count counts"
    );
    clean();
}

#[wasm_bindgen_test]
fn the_probe_leaves_nothing_behind_in_either_storage() {
    clean();
    open(Keep::Local);
    open(Keep::Session);
    assert_eq!(
        script("return `${localStorage.length} ${sessionStorage.length}`"),
        "0 0"
    );
}

#[wasm_bindgen_test]
fn deleting_everything_leaves_what_the_host_page_keeps_under_names_like_ours() {
    clean();
    script(
        "localStorage.setItem('cart', 'theirs'); localStorage.setItem('therapist-fit-theme', 'theirs');
         localStorage.setItem('therapist-fit:default', 'theirs'); sessionStorage.setItem('cart', 'theirs')",
    );
    let records = records(&open(Keep::Local).store);
    for id in ["a1", "b2", "c3"] {
        records.save_check_in(&check_in(id)).unwrap();
    }
    assert_eq!(script("return `${localStorage.length}`"), "6");
    records.delete_everything().unwrap();
    let left = script("return [...Object.keys(localStorage).sort(), ...Object.keys(sessionStorage)].join()");
    clean();
    assert_eq!(left, "cart,therapist-fit-theme,therapist-fit:default,cart");
}

#[wasm_bindgen_test]
fn a_damaged_record_is_told_and_stays_as_it_is() {
    clean();
    // Half a character at its end, as only JavaScript can write it.
    script("localStorage.setItem('therapist-fit:default:check-in:x', '{\"schema\":1,\"id\":\"\\ud83d')");
    let records = records(&open(Keep::Local).store);
    let (found, unreadable) = records.check_ins();
    assert_eq!((found.len(), unreadable.len()), (0, 1));
    assert_eq!(unreadable[0].error, StorageError::Corrupt);
    assert_eq!(records.save_check_in(&check_in("x")), Err(StorageError::Corrupt));
    let end = script(
        "return localStorage.getItem('therapist-fit:default:check-in:x').at(-1) === '\\ud83d' ? 'whole' : 'lost'",
    );
    clean();
    assert_eq!(end, "whole");
}
