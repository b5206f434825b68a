//! Who may use whom. The order is the one of the code map in `src/lib.rs`: the map that people read is the one that holds.

use super::sources::{Source, named_from_root, root, sources, steps_up};
use std::fs;

/// The first module that is not part of the core.
const FIRST_OUTSIDE_THE_CORE: &str = "browser";

/// The modules in the order of the code map.
fn order() -> Vec<String> {
    let library = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rows = library.lines().filter_map(|line| line.strip_prefix("//! | "));
    rows.filter_map(|row| row.split('`').nth(1).map(str::to_owned))
        .collect()
}

fn core() -> Vec<Source> {
    let order = order();
    let end = order.iter().position(|name| name == FIRST_OUTSIDE_THE_CORE).unwrap();
    let all = sources("src").into_iter();
    all.filter(|source| {
        source
            .module()
            .is_some_and(|module| order[..end].iter().any(|name| name == module))
    })
    .collect()
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Holds that only some modules name a word.
fn only_in(modules: &[&str], words: &[&str]) {
    let mut wrong = Vec::new();
    for source in sources("src") {
        for word in words {
            if source.names(word) && !source.module().is_some_and(|module| modules.contains(&module)) {
                wrong.push(format!("{} names {word}; only {modules:?} may", source.path));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_module_is_on_the_code_map() {
    let mut on_the_map = order();
    let library = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let declared = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let mut declared: Vec<&str> = declared.collect();
    on_the_map.sort();
    declared.sort_unstable();
    assert_eq!(on_the_map, declared);
    assert!(on_the_map.len() > 10, "the map is there");
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let order = order();
    let place = |module: &str| order.iter().position(|name| name == module);
    let mut wrong = Vec::new();
    for source in sources("src") {
        let Some(module) = source.module() else { continue };
        for named in named_from_root(&source.code()) {
            if named != module && place(&named).is_none_or(|named| Some(named) > place(module)) {
                wrong.push(format!("{} uses {named}, which is not above {module}", source.path));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_module_reaches_another_by_the_back_stairs() {
    // `super` out of one's own module would pass the check above unseen. Tests inside a file stand one deeper.
    let all = sources("src").into_iter();
    let wrong: Vec<String> = all
        .filter(|source| source.module().is_some() && steps_up(&source.code()) >= source.depth())
        .filter(|source| !source.code().contains("#[cfg(test)]"))
        .map(|source| format!("{} leaves its module by `super`; write `crate::`", source.path))
        .collect();
    assert_none(&wrong);
}

#[test]
fn leptos_appears_only_in_the_screens_and_where_they_are_mounted() {
    only_in(&["ui", "embed", "component"], &["leptos"]);
}

#[test]
fn the_browser_is_called_from_one_module_only() {
    only_in(
        &["browser"],
        &["web_sys", "js_sys", "gloo_storage", "gloo", "wasm_bindgen_futures"],
    );
    only_in(&["browser", "embed"], &["wasm_bindgen"]);
}

#[test]
fn what_waits_asks_whether_the_widget_is_still_there() {
    let waiting = [
        "set_timeout",
        "set_timeout_with_handle",
        "set_interval",
        "request_animation_frame",
        "queue_microtask",
        "spawn_local",
    ];
    let mut wrong = Vec::new();
    for source in sources("src/ui").into_iter().filter(|it| it.path != "src/ui/later.rs") {
        let named = waiting.into_iter().filter(|word| source.names(word));
        wrong.extend(named.map(|word| format!("{} names {word}; only src/ui/later.rs may", source.path)));
        let code = source.code();
        let promised = code.contains("browser::run(") || code.contains("read_file(");
        if promised && !code.contains("is_there()") {
            wrong.push(format!(
                "{} waits for a promise and does not ask `is_there`",
                source.path
            ));
        }
    }
    assert_none(&wrong);
    assert!(root().join("src/ui/later.rs").exists());
}

#[test]
fn json_is_read_and_written_in_one_place() {
    only_in(&["json"], &["serde_json", "serde_json_core"]);
}

#[test]
fn the_core_has_no_floats() {
    let mut wrong = Vec::new();
    for source in core() {
        for word in ["f32", "f64"] {
            if source.names(word) {
                wrong.push(format!("{} names {word}", source.path));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_core_has_no_clock_no_random_numbers_and_no_input_or_output() {
    let outside = [
        "time",
        "env",
        "fs",
        "io",
        "net",
        "process",
        "thread",
        "rand",
        "SystemTime",
        "Instant",
        "println",
    ];
    let mut wrong = Vec::new();
    for source in core() {
        let code = source.code();
        for word in outside {
            if code.contains(&format!("std::{word}"))
                || code.contains(&format!("{word}!("))
                || code.contains(&format!("{word}::now"))
            {
                wrong.push(format!("{} uses {word}", source.path));
            }
        }
    }
    assert_none(&wrong);
    assert!(core().len() > 15, "the core is looked at");
}

#[test]
fn safety_answers_are_unknown_to_whatever_keeps_or_writes_records() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        let code = source.code();
        let keeps = matches!(source.module(), Some("storage" | "export" | "response"));
        if keeps && (named_from_root(&code).iter().any(|name| name == "safety") || code.contains("Safety")) {
            wrong.push(format!("{} knows of safety", source.path));
        }
        if source.module() == Some("safety") && (code.contains("serde") || code.contains("Serialize")) {
            wrong.push(format!("{} can be written down", source.path));
        }
    }
    assert_none(&wrong);
}
