//! The browser's formats, clock and ids, in a real browser.
#![cfg(target_arch = "wasm32")]

use therapist_fit::browser::{self, Locale};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn numbers_are_written_in_the_language() {
    assert_eq!(Locale::new("en").number(12_345), "12,345");
    assert_eq!(Locale::new("es").number(12_345), "12.345");
}

#[wasm_bindgen_test]
fn plural_categories_are_the_languages_own() {
    assert_eq!(Locale::new("en").plural_category(1), "one");
    assert_eq!(Locale::new("en").plural_category(2), "other");
    assert_eq!(Locale::new("ar").plural_category(0), "zero");
    assert_eq!(Locale::new("ar").plural_category(2), "two");
    assert_eq!(Locale::new("ar").plural_category(5), "few");
}

#[wasm_bindgen_test]
fn lists_and_regions_are_named_in_the_language() {
    let items = ["one".to_owned(), "two".to_owned(), "three".to_owned()];
    assert_eq!(Locale::new("en").list(&items), "one, two, and three");
    assert_eq!(Locale::new("es").list(&items), "one, two y three");
    assert_eq!(Locale::new("es").region("DE"), "Alemania");
}

#[wasm_bindgen_test]
fn digits_are_those_of_the_messages_in_every_region() {
    assert_eq!(Locale::new("ar-EG").number(72), "72");
    assert!(Locale::new("ar-EG").day("2026-11-23").contains("23"));
}

#[wasm_bindgen_test]
fn days_are_written_in_full_whatever_the_time_zone() {
    assert_eq!(Locale::new("en-GB").day("2026-11-23"), "23 November 2026");
    assert!(Locale::new("en").date(1_795_392_000_000).contains("2026"));
}

#[wasm_bindgen_test]
fn the_clock_runs_in_milliseconds_of_this_century() {
    let now = browser::now();
    assert!(now > 1_700_000_000_000 && now < 4_102_444_800_000);
}

#[wasm_bindgen_test]
fn ids_are_long_and_never_come_twice() {
    let mut ids: Vec<String> = (0..1000).map(|_| browser::new_id()).collect();
    assert!(
        ids.iter()
            .all(|id| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()))
    );
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 1000);
}
