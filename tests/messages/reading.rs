//! Getting a message: layers, places to fill, plural forms, direction.

use therapist_fit::i18n::{Direction, Messages, direction, speaks};

fn over_english(json: &str) -> Messages {
    Messages::layered(json).unwrap()
}

#[test]
fn english_is_compiled_in() {
    assert_eq!(Messages::english().get("button.start"), "Start");
}

#[test]
fn another_language_is_laid_over_english_so_a_gap_shows_english_words() {
    let messages = over_english(r#"{"button.start": "Empezar"}"#);
    assert_eq!(messages.get("button.start"), "Empezar");
    assert_eq!(messages.get("button.next"), "Next");
}

#[test]
fn a_file_that_can_not_be_read_gives_none_and_never_half_of_it() {
    for text in [
        "",
        "{",
        "[]",
        "null",
        r#"{"a": 1}"#,
        r#"{"a": {"b": "c"}}"#,
        r#"{"a": "b"} x"#,
        "<!doctype html>",
    ] {
        assert_eq!(Messages::layered(text), None, "{text}");
    }
}

#[test]
fn what_is_escaped_in_a_file_reads_as_what_it_means() {
    let messages = over_english(r#"{"a": "\"\u00bfY\u0020ahora?\"\n\\\/"}"#);
    assert_eq!(messages.get("a"), "\"¿Y ahora?\"\n\\/");
}

#[test]
fn a_key_without_a_message_shows_itself() {
    let messages = Messages::english();
    assert!(!messages.has("no.such-key"));
    assert_eq!(messages.get("no.such-key"), "no.such-key");
}

#[test]
fn places_are_filled_in_any_order_and_as_often_as_they_stand() {
    let messages = over_english(r#"{"a": "{b} of {a}, {b}."}"#);
    assert_eq!(messages.format("a", &[("a", "28"), ("b", "3")]), "3 of 28, 3.");
}

#[test]
fn what_is_filled_in_is_not_looked_at_again() {
    let messages = over_english(r#"{"a": "Therapist {label} {n}"}"#);
    assert_eq!(
        messages.format("a", &[("label", "{n} {"), ("n", "1")]),
        "Therapist {n} { 1"
    );
}

#[test]
fn a_place_that_nothing_is_given_for_stays_empty() {
    let messages = over_english(r#"{"a": "a {b} c"}"#);
    assert_eq!(messages.format("a", &[]), "a  c");
}

#[test]
fn a_plural_form_that_a_language_does_not_have_falls_back_to_other() {
    let messages = over_english(r#"{"day.one": "{n} day", "day.other": "{n} days"}"#);
    assert_eq!(messages.plural("day", "one", &[("n", "1")]), "1 day");
    assert_eq!(messages.plural("day", "other", &[("n", "2")]), "2 days");
    assert_eq!(messages.plural("day", "few", &[("n", "3")]), "3 days");
}

#[test]
fn arabic_and_hebrew_run_from_right_to_left_and_english_and_spanish_do_not() {
    for tag in ["ar", "ar-EG", "AR", "he", "fa-IR", "ur"] {
        assert_eq!(direction(tag), Direction::Rtl, "{tag}");
    }
    for tag in ["en", "es-419", "de", "az", "", "x"] {
        assert_eq!(direction(tag), Direction::Ltr, "{tag}");
    }
}

#[test]
fn a_language_is_spoken_in_any_of_its_regions() {
    for tag in ["en", "EN-gb", "es-MX", "ar-EG"] {
        assert!(speaks(tag), "{tag}");
    }
    for tag in ["fr", "eng", "", "e", "-en"] {
        assert!(!speaks(tag), "{tag}");
    }
}
