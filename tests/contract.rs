//! What is promised to site owners is what there is: parts, custom properties, slots, events and methods, in the screens, the
//! stylesheets, the loader and the README.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use therapist_fit::contract::{EVENTS, METHODS, PARTS, PROPERTIES, SLOTS};

/// The texts of all files below `folder` with this ending, one after the other.
fn texts(folder: &str, ending: &str) -> String {
    fn walk(folder: &Path, ending: &str, out: &mut String) {
        let mut entries: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, ending, out);
            } else if path.extension().is_some_and(|found| found == ending) {
                out.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut out = String::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut out);
    out
}

/// What stands between `before` and the next `after`, at each place of a text.
fn between<'a>(text: &'a str, before: &str, after: &str) -> BTreeSet<&'a str> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| rest.split(after).next())
        .collect()
}

#[test]
fn every_part_in_the_screens_is_promised_and_every_promised_one_is_there() {
    let code = texts("src/ui", "rs");
    let mut there = between(&code, "attr(\"part\", \"", "\"");
    // Buttons have their class as part.
    let buttons = ["button(app, \"", "button(\"", "bare_button(\""].map(|call| between(&code, call, "\""));
    let classes = ["go", "plain", "quiet", "leave", "quiet copy"];
    let used = buttons.into_iter().flatten().filter(|class| classes.contains(class));
    there.extend(used.flat_map(str::split_whitespace));
    let promised: BTreeSet<&str> = PARTS.iter().map(|part| part.name).collect();
    assert_eq!(there, promised);
}

#[test]
fn every_custom_property_is_used_and_no_other_is() {
    let styles = texts("src/ui", "css");
    let used: BTreeSet<String> = between(&styles, "var(--tf-", ",")
        .into_iter()
        .map(|name| format!("--tf-{name}"))
        .collect();
    let promised: BTreeSet<String> = PROPERTIES.iter().map(|it| it.name.to_owned()).collect();
    assert_eq!(used, promised);
}

#[test]
fn every_slot_and_event_is_there_and_no_other_is() {
    let code = texts("src/ui", "rs");
    let mut slots = between(&code, "el(\"slot\").attr(\"name\", \"", "\"");
    slots.insert("");
    assert_eq!(slots, SLOTS.iter().map(|slot| slot.name).collect());
    let mut events: BTreeSet<String> = between(&code, ".emit(\"", "\"")
        .into_iter()
        .map(|name| format!("therapist-fit-{name}"))
        .collect();
    let loader = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/embed.js")).unwrap();
    events.extend(
        between(&loader, "new CustomEvent(`${NAME}-", "`")
            .into_iter()
            .map(|name| format!("therapist-fit-{name}")),
    );
    assert_eq!(events, EVENTS.iter().map(|event| event.name.to_owned()).collect());
    for method in METHODS {
        assert!(
            loader.contains(&format!("{}() {{ this.#widget.ask", method.name)),
            "{}",
            method.name
        );
    }
}

#[test]
fn the_readme_names_all_of_it() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let names = SLOTS.iter().map(|it| it.name).chain(METHODS.iter().map(|it| it.name));
    let names = names
        .chain(PROPERTIES.iter().map(|it| it.name))
        .chain(PARTS.iter().map(|it| it.name));
    let events = EVENTS.iter().map(|it| it.name.trim_start_matches("therapist-fit"));
    for name in names.chain(events).filter(|name| !name.is_empty()) {
        assert!(readme.contains(name), "the README does not name {name}");
    }
}
