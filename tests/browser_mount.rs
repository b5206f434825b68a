//! Mounting into a shadow root, updating, unmounting and going on, in a real browser.
#![cfg(target_arch = "wasm32")]
// Clippy does not take these for tests.
#![allow(clippy::expect_used)]

use therapist_fit::embed::{Mounted, Snapshot, check_checklist};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

fn host(attributes: &[(&str, &str)]) -> (HtmlElement, ShadowRoot) {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .expect("a document");
    let element = document.create_element("therapist-fit").expect("an element");
    for (name, value) in attributes {
        element.set_attribute(name, value).expect("an attribute");
    }
    document
        .body()
        .expect("a body")
        .append_child(&element)
        .expect("it is on the page");
    let root = element
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .expect("a root");
    (element.unchecked_into(), root)
}

/// Mounts the built-in checklist in English.
fn mount(element: &HtmlElement, root: &ShadowRoot, snapshot: Option<Snapshot>) -> Mounted {
    let mounted = therapist_fit::embed::mount(element.clone(), root.clone(), "en", None, None, None, snapshot);
    mounted.expect("the built-in checklist has no problems")
}

/// Lets effects and timers run.
async fn wait(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("a window");
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .expect("a timer");
    });
    JsFuture::from(promise).await.expect("time passes");
}

fn text(root: &ShadowRoot, selector: &str) -> String {
    let found = root.query_selector(selector).expect("a selector");
    found.and_then(|element| element.text_content()).unwrap_or_default()
}

fn click(root: &ShadowRoot, selector: &str) {
    let found = root.query_selector(selector).expect("a selector").expect("an element");
    found.unchecked_into::<HtmlElement>().click();
}

#[wasm_bindgen_test]
async fn the_first_screen_is_there_as_soon_as_it_is_mounted() {
    let (element, root) = host(&[("storage", "none")]);
    let mounted = mount(&element, &root, None);
    assert_eq!(text(&root, "#title"), "Is this the right therapist for you?");
    drop(mounted);
    element.remove();
}

#[wasm_bindgen_test]
async fn unmounting_leaves_an_empty_root_and_mounting_again_goes_on_at_the_same_question() {
    let (element, root) = host(&[("storage", "none")]);
    let mounted = mount(&element, &root, None);
    mounted.start();
    wait(60).await;
    click(&root, ".answer:nth-child(4) input");
    wait(60).await;
    click(&root, ".go");
    wait(60).await;
    let question = text(&root, "#title");
    assert_eq!(question, "How much time do you have?");
    let snapshot: Snapshot = mounted.unmount();
    assert_eq!(root.child_element_count(), 0);
    let again = mount(&element, &root, Some(snapshot));
    assert_eq!(text(&root, "#title"), question);
    again.unmount();
    element.remove();
}

#[wasm_bindgen_test]
async fn an_update_to_another_language_keeps_the_place() {
    let (element, root) = host(&[("storage", "none")]);
    let mounted = mount(&element, &root, None);
    mounted.start();
    wait(60).await;
    let arabic = Some(r#"{"stage.prompt": "؟"}"#.to_owned());
    mounted
        .update("ar", arabic, None, None)
        .expect("the built-in checklist has no problems");
    wait(60).await;
    assert_eq!(text(&root, "#title"), "؟");
    let base = root.query_selector(".base").expect("a selector").expect("the widget");
    assert_eq!(base.get_attribute("dir").as_deref(), Some("rtl"));
    mounted.unmount();
    element.remove();
}

#[wasm_bindgen_test]
async fn fifty_mounts_and_unmounts_leave_nothing_behind() {
    let (element, root) = host(&[("storage", "none")]);
    for _ in 0..50 {
        let mounted = mount(&element, &root, None);
        mounted.start();
        wait(1).await;
        mounted.unmount();
    }
    assert_eq!(root.child_element_count(), 0);
    let sheets = js_sys::Reflect::get(&root, &"adoptedStyleSheets".into()).expect("sheets");
    assert_eq!(
        js_sys::Array::from(&sheets).length(),
        1,
        "one stylesheet, however often it is mounted"
    );
    element.remove();
}

#[wasm_bindgen_test]
async fn a_checklist_with_problems_is_not_put_up_and_the_error_names_them() {
    let (element, root) = host(&[("storage", "none")]);
    let file = "{\"id\": \"own\"".to_owned();
    let result = therapist_fit::embed::mount(
        element.clone(),
        root.clone(),
        "en",
        None,
        Some(file.clone()),
        None,
        None,
    );
    let error = result.err().expect("it is refused");
    let of = |name: &str| {
        js_sys::Reflect::get(&error, &name.into())
            .expect("a member")
            .as_string()
    };
    assert_eq!(of("code").as_deref(), Some("checklist-invalid"));
    assert_eq!(check_checklist(&file), "line 1, column 13: expected JSON");
    assert!(of("message").expect("words").ends_with(&check_checklist(&file)));
    assert_eq!(root.child_element_count(), 0);
    element.remove();
}
