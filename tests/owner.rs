//! A site owner's own files: what a checklist must hold, which words win, and what the owner is told.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::config::FormChoice;
use therapist_fit::flow::{Setting, Step, steps};
use therapist_fit::owner::{Files, checklist, lines, messages};
use therapist_fit::response::Stage;

const EXAMPLE: &str = include_str!("../www/examples/study-group.json");

fn example() -> Checklist {
    checklist(Some(EXAMPLE)).unwrap_or_else(|problems| panic!("{}", lines(&problems)))
}

/// What the owner is told when `change` is made to the example.
fn told(change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    change(&mut file);
    checklist(Some(&file.to_string()))
        .err()
        .map_or_else(String::new, |problems| lines(&problems))
}

#[test]
fn the_example_can_be_used_and_without_a_file_the_built_in_checklist_is() {
    assert_eq!(example().items(Form::Full).count(), 9);
    assert_eq!(example().items(Form::Short).count(), 6);
    assert!(example().is_own());
    let built_in = checklist(None).unwrap();
    assert_eq!(built_in, Checklist::alliance());
    assert!(!built_in.is_own());
}

#[test]
fn the_built_in_checklists_id_is_taken() {
    assert_eq!(
        told(|file| file["id"] = json!("alliance")),
        "id: expected another id: this is the built-in one's"
    );
}

#[test]
fn texts_are_needed_in_one_language_at_least() {
    let expected = "texts: expected texts in at least one language";
    assert_eq!(
        told(|file| drop(file.as_object_mut().unwrap().remove("texts"))),
        expected
    );
    assert_eq!(told(|file| file["texts"] = json!({})), expected);
}

#[test]
fn every_language_needs_every_text_and_the_missing_ones_are_named() {
    let missing = |key: &str| told(|file| drop(file["texts"]["es"].as_object_mut().unwrap().remove(key)));
    for key in [
        "intro.title",
        "intro.lead",
        "scale.never",
        "section.people",
        "item.can-ask",
        "verdict.uneven.title",
        "verdict.uneven.text",
    ] {
        assert_eq!(missing(key), format!("texts.es.{key}: expected a text"));
    }
    assert_eq!(missing("starter.can-ask"), "", "the item stands in for it");
}

#[test]
fn a_text_under_a_key_that_means_nothing_is_told_and_an_empty_one_too() {
    assert_eq!(
        told(|file| file["texts"]["en"]["item.can-asK"] = json!("I can ask.")),
        "texts.en.item.can-asK: expected a known message key"
    );
    assert_eq!(
        told(|file| file["texts"]["en"]["item.can-ask"] = json!("  ")),
        "texts.en.item.can-ask: expected a text that is not empty"
    );
    assert_eq!(
        told(|file| file["texts"]["en"]["button.start"] = json!("Go")),
        "",
        "any message can be another"
    );
}

#[test]
fn a_language_is_named_by_its_tag() {
    for wrong in ["english language", "e", "", "en_GB", "en-"] {
        let said = told(|file| {
            let words = file["texts"]["en"].clone();
            file["texts"][wrong] = words;
        });
        assert_eq!(
            said,
            format!("texts.{wrong}: expected a language tag such as en or pt-BR")
        );
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once_each_with_its_place() {
    let said = told(|file| {
        file["versoin"] = json!(1);
        file["scale"] = json!("never, always");
        file["sections"][1]["items"][2]["id"] = json!(7);
    });
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "scale: expected a list of texts",
            "sections[1].items[2].id: expected a text",
            "versoin: expected no such field",
        ]
    );
}

#[test]
fn only_its_items_are_asked_unless_it_is_about_therapy() {
    let setting = |offered, raised| Setting {
        returning: true,
        offered,
        stage: Some(Stage::Later),
        form: None,
        to_raise: raised,
        raised: false,
    };
    let asked = steps(&example(), &setting(FormChoice::Ask, vec!["can-ask".to_owned()]));
    assert_eq!(asked.first(), Some(&Step::Form));
    assert_eq!(asked.last(), Some(&Step::Raised("can-ask".to_owned())));
    assert_eq!(asked.len(), 1 + 6 + 1);
    let asked = steps(&example(), &setting(FormChoice::Full, Vec::new()));
    assert_eq!(asked.len(), 9);
    assert!(asked.iter().all(|step| matches!(step, Step::Item(_))));
}

#[test]
fn without_a_short_form_the_full_one_is_taken_and_nobody_is_asked() {
    let only_full = Checklist {
        short: None,
        ..example()
    };
    let setting = Setting {
        returning: false,
        offered: FormChoice::Short,
        stage: Some(Stage::Later),
        form: None,
        to_raise: Vec::new(),
        raised: false,
    };
    assert_eq!(steps(&only_full, &setting).len(), 9);
}

#[test]
fn the_owners_words_win_over_the_checklists_those_over_the_languages_and_all_over_english() {
    let files = Files {
        language: Some(include_str!("../src/i18n/es.json")),
        messages: Some(r#"{"button.start": "¡Vamos!", "item.can-ask": "Puedo preguntar."}"#),
    };
    let (words, warnings) = messages("es-MX", &example(), files);
    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(words.get("button.start"), "¡Vamos!");
    assert_eq!(words.get("item.can-ask"), "Puedo preguntar.");
    assert_eq!(words.get("item.get-heard"), "Cuando digo algo, los demás escuchan.");
    assert_eq!(words.get("button.back"), "Atrás");
}

#[test]
fn what_speaks_of_the_built_in_checklist_gives_way_to_what_suits_any() {
    let (own, _) = messages("en", &example(), Files::default());
    let (built_in, _) = messages("en", &Checklist::alliance(), Files::default());
    for key in ["intro.disclaimer", "intro.time", "form.short", "result.limits"] {
        assert_eq!(own.get(key), built_in.get(&format!("{key}.own")), "{key}");
        assert_ne!(own.get(key), built_in.get(key), "{key}");
    }
    assert!(!own.get("intro.disclaimer").contains("therapist"));
}

#[test]
fn a_language_that_the_checklist_lacks_is_made_up_for_by_english() {
    let (words, _) = messages("ar", &example(), Files::default());
    assert_eq!(words.get("item.can-ask"), "I can ask when I don’t get something.");
}

#[test]
fn messages_that_can_not_be_read_and_keys_that_there_are_not_are_told_and_the_rest_holds() {
    let of = |file| {
        messages(
            "en",
            &Checklist::alliance(),
            Files {
                language: None,
                messages: Some(file),
            },
        )
    };
    for wrong in ["", "[]", r#"{"button.start": 1}"#, "{"] {
        let (words, warnings) = of(wrong);
        assert_eq!(
            warnings,
            ["messages: expected JSON, an object of message keys and texts"],
            "{wrong}"
        );
        assert_eq!(words.get("button.start"), "Start");
    }
    let (words, warnings) = of(r#"{"button.strat": "Go", "button.start": "Begin"}"#);
    assert_eq!(warnings, ["messages: there is no message button.strat"]);
    assert_eq!(words.get("button.start"), "Begin");
}

#[test]
fn words_for_help_lines_can_be_changed_but_the_number_stays_in_them() {
    let own = r#"{"help.call": "Never mind", "help.text": "Write to {number}", "help.emergency": ""}"#;
    let files = Files {
        messages: Some(own),
        ..Files::default()
    };
    let (words, warnings) = messages("en", &Checklist::alliance(), files);
    assert_eq!(words.get("help.call"), "Call {number}");
    assert_eq!(words.get("help.text"), "Write to {number}");
    assert!(words.get("help.emergency").contains("{number}"));
    assert_eq!(warnings, ["messages: {number} is missing in help.call, help.emergency"]);
}
