//! The host page: stylesheets, the room for the widget, attributes, events; and formats at their limits. In a real browser.
#![cfg(target_arch = "wasm32")]
// Clippy does not take these for tests.
#![allow(clippy::unwrap_used)]

use js_sys::{Array, Function, Reflect};
use therapist_fit::browser::{
    Host, HtmlElement, Locale, ShadowRoot, adopt_styles, attribute, error, give_up, make_room,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn script(body: &str) -> JsValue {
    Function::new_no_args(body).call0(&JsValue::NULL).unwrap()
}

/// An element with a shadow root, in the page.
fn host() -> (HtmlElement, ShadowRoot) {
    let both = script(
        "const host = document.body.appendChild(document.createElement('div'));
         return [host, host.attachShadow({ mode: 'open' })]",
    );
    let both = Array::from(&both);
    (both.get(0).unchecked_into(), both.get(1).unchecked_into())
}

fn sheets(root: &ShadowRoot) -> Array {
    Array::from(&Reflect::get(root, &"adoptedStyleSheets".into()).unwrap())
}

const CSS: &str = ":host { display: block } .room { color: rgb(1, 2, 3) }";

#[wasm_bindgen_test]
fn every_language_has_its_own_plural_categories() {
    let categories = |tag: &str, numbers: &[u32]| -> Vec<String> {
        let locale = Locale::new(tag);
        numbers.iter().map(|number| locale.plural_category(*number)).collect()
    };
    assert_eq!(categories("en", &[0, 1, 2]), ["other", "one", "other"]);
    assert_eq!(categories("es", &[1, 2, 1_000_000]), ["one", "other", "many"]);
    let arabic = ["zero", "one", "two", "few", "many", "other"];
    assert_eq!(categories("ar", &[0, 1, 2, 3, 11, 100]), arabic);
}

#[wasm_bindgen_test]
fn what_has_no_format_is_empty_and_does_not_throw() {
    assert_eq!(Locale::new("en").region("not a region"), "");
    assert_eq!(Locale::new("en").list(&[]), "");
    assert_eq!(Locale::new("en").date(u64::MAX), "");
    assert_eq!(Locale::new("en").day("soon"), "");
}

#[wasm_bindgen_test]
fn a_tag_that_is_no_tag_gives_the_browsers_own_formats_instead_of_throwing() {
    for tag in ["", "en_US", "not a tag", "x", "-"] {
        let locale = Locale::new(tag);
        assert!(!locale.number(7).is_empty(), "{tag:?}");
        assert!(!locale.plural_category(1).is_empty(), "{tag:?}");
        assert!(!locale.date(0).is_empty(), "{tag:?}");
    }
}

#[wasm_bindgen_test]
fn styles_are_adopted_after_those_that_are_there_and_take_effect() {
    let (_, root) = host();
    script_with(
        &root,
        "const old = new CSSStyleSheet(); old.replaceSync('.room{color:red}'); it.adoptedStyleSheets = [old]",
    );
    adopt_styles(&root, CSS);
    assert_eq!(sheets(&root).length(), 2);
    let (made, _) = make_room(&root);
    let color = script_with(&made, "return getComputedStyle(it).color");
    assert_eq!(color.as_string().as_deref(), Some("rgb(1, 2, 3)"));
}

#[wasm_bindgen_test]
fn all_widgets_on_a_page_share_one_stylesheet_and_putting_one_back_adds_none() {
    let ((_, one), (_, other)) = (host(), host());
    adopt_styles(&one, CSS);
    adopt_styles(&other, CSS);
    adopt_styles(&one, CSS);
    assert_eq!((sheets(&one).length(), sheets(&other).length()), (1, 1));
    assert!(sheets(&one).get(0) == sheets(&other).get(0));
}

#[wasm_bindgen_test]
fn making_room_takes_away_what_the_loader_showed_and_nothing_else() {
    let (_, root) = host();
    script_with(
        &root,
        "for (const name of ['p', 'div', 'p']) it.append(document.createElement(name));
         it.firstChild.id = it.lastChild.id = 'first'",
    );
    let (made, had_focus) = make_room(&root);
    assert!(!had_focus);
    assert_eq!(made.class_name(), "room");
    assert_eq!(root.child_element_count(), 2);
    assert!(root.query_selector("p").unwrap().is_none());
}

#[wasm_bindgen_test]
fn where_the_widget_can_not_run_its_place_says_so_until_it_can_and_an_event_tells_why() {
    let (element, root) = host();
    Reflect::set(&element, &"codes".into(), &Array::new()).unwrap();
    script_with(
        &element,
        "document.addEventListener('therapist-fit-error', ({ detail }) => it.codes.push(detail.code), { once: true })",
    );
    give_up(&element, &root, "It <b>can't</b>.", &error("checklist-invalid", "why"));
    assert_eq!(root.text_content().as_deref(), Some("It <b>can't</b>."));
    let codes: Array = Reflect::get(&element, &"codes".into()).unwrap().unchecked_into();
    assert_eq!(codes.get(0).as_string().as_deref(), Some("checklist-invalid"));
    make_room(&root);
    assert_eq!(root.text_content().as_deref(), Some(""));
}

#[wasm_bindgen_test]
fn attributes_are_read_from_the_element() {
    let (element, _) = host();
    element.set_attribute("region", "GB").unwrap();
    assert_eq!(attribute(&element, "region").as_deref(), Some("GB"));
    assert_eq!(attribute(&element, "form"), None);
}

#[wasm_bindgen_test]
fn events_reach_the_page_from_inside_every_shadow_root_and_carry_only_numbers() {
    let (outer, outer_root) = host();
    let (element, root) = host();
    outer_root.append_child(&element).unwrap();
    script(
        "self.heard = []; document.addEventListener('therapist-fit-progress', (event) => heard.push(event), { once: true })",
    );
    Host::new(element, root).emit("therapist-fit-progress", &[("answered", 3), ("total", 14)]);
    let heard = script(
        "const [event, ...more] = heard;
         return JSON.stringify([more.length, event.bubbles, event.composed, event.cancelable, event.detail])",
    );
    assert_eq!(
        heard.as_string().unwrap(),
        r#"[0,true,true,false,{"answered":3,"total":14}]"#
    );
    outer.remove();
}

#[wasm_bindgen_test]
fn an_event_without_numbers_has_no_detail() {
    let (element, root) = host();
    script(
        "self.heard = []; document.addEventListener('therapist-fit-ready', (event) => heard.push(event.detail), { once: true })",
    );
    Host::new(element, root).emit("therapist-fit-ready", &[]);
    assert_eq!(script("return JSON.stringify(heard)").as_string().unwrap(), "[null]");
}

/// Runs JavaScript on `it`.
fn script_with(it: &JsValue, body: &str) -> JsValue {
    Function::new_with_args("it", body).call1(&JsValue::NULL, it).unwrap()
}
