//! Attributes to configuration: what each may hold, and the one clear warning for what it may not.
#![cfg(not(target_arch = "wasm32"))]
// Clippy takes only what is marked `#[test]` for a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use therapist_fit::config::{ATTRIBUTES, Config, FormChoice, Warning, read};
use therapist_fit::storage::Keep;

fn with(attributes: &[(&str, &str)]) -> (Config, Vec<Warning>) {
    read(|name| {
        let found = attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    })
}

fn defaults() -> Config {
    with(&[]).0
}

/// The configuration that an attribute value comes to; it must be allowed.
fn of(name: &str, value: &str) -> Config {
    let (config, warnings) = with(&[(name, value)]);
    assert_eq!(warnings, [], "{name}={value:?}");
    config
}

#[test]
fn without_attributes_everything_has_its_documented_default() {
    let (config, warnings) = with(&[]);
    assert_eq!(warnings, []);
    assert_eq!(config.form, FormChoice::Ask);
    assert_eq!(config.keep, Keep::Local);
    assert_eq!(config.profile, "default");
    assert_eq!(config.retain_days, None);
    assert_eq!(config.region, None);
    assert_eq!(config.exit_url, "https://www.bbc.com/weather");
    assert_eq!(config.heading_level, 2);
}

#[test]
fn every_allowed_word_is_understood() {
    assert_eq!(of("form", "ask").form, FormChoice::Ask);
    assert_eq!(of("form", "short").form, FormChoice::Short);
    assert_eq!(of("form", "full").form, FormChoice::Full);
    assert_eq!(of("storage", "local").keep, Keep::Local);
    assert_eq!(of("storage", "session").keep, Keep::Session);
    assert_eq!(of("storage", "none").keep, Keep::None);
    for (name, words) in [
        ("theme", ["auto", "light", "dark"]),
        ("loading", ["lazy", "eager", "lazy"]),
    ] {
        for word in words {
            assert_eq!(
                of(name, word),
                defaults(),
                "the loader's own attributes change nothing here"
            );
        }
    }
}

#[test]
fn a_region_is_two_letters_in_either_case() {
    assert_eq!(of("region", "GB").region.as_deref(), Some("GB"));
    assert_eq!(of("region", "eg").region.as_deref(), Some("EG"));
    assert_eq!(of("region", "uk").region.as_deref(), Some("GB"), "as many write it");
}

#[test]
fn a_profile_is_a_short_name() {
    assert_eq!(of("profile", "clinic-2").profile, "clinic-2");
    let longest = "a".repeat(32);
    assert_eq!(of("profile", &longest).profile, longest);
}

#[test]
fn days_to_retain_are_any_whole_number_from_1_on() {
    for (value, days) in [
        ("1", 1),
        ("30", 30),
        ("0365", 365),
        (" 90 ", 90),
        ("4294967295", u32::MAX),
    ] {
        assert_eq!(of("retain-days", value).retain_days, Some(days), "{value}");
    }
}

#[test]
fn an_exit_url_may_be_http_or_https() {
    assert_eq!(
        of("exit-url", "https://news.example/").exit_url,
        "https://news.example/"
    );
    assert_eq!(of("exit-url", "http://news.example").exit_url, "http://news.example");
}

#[test]
fn a_heading_level_is_1_to_6() {
    for level in 1..=6 {
        assert_eq!(of("heading-level", &level.to_string()).heading_level, level);
    }
}

#[test]
fn a_language_that_is_spoken_may_come_with_a_region_or_a_script() {
    for tag in ["en", "es", "ar", "EN", "es-419", "ar-EG", "en-Latn-GB"] {
        assert_eq!(of("lang", tag), defaults());
    }
}

#[test]
fn an_empty_attribute_counts_as_missing_and_space_around_a_value_does_not_count() {
    for attribute in ATTRIBUTES {
        assert_eq!(of(attribute.name, ""), defaults());
        assert_eq!(of(attribute.name, "  "), defaults());
    }
    assert_eq!(of("form", " full ").form, FormChoice::Full);
    assert_eq!(of("profile", "\tclinic\n").profile, "clinic");
}

const WRONG: &[(&str, &[&str])] = &[
    (
        "lang",
        &["xx", "fr", "en_US", "english please", "-", "en-", "en-abcdefghi"],
    ),
    // Anything can be an address: a wrong one is told when it is fetched.
    ("checklist", &[]),
    ("messages", &[]),
    ("theme", &["Dark", "blue", "auto light"]),
    ("form", &["Full", "long", "ask,short"]),
    ("storage", &["localStorage", "cookie", "no"]),
    (
        "profile",
        &[
            "Clinic",
            "a b",
            "a:b",
            "clinic_2",
            "ä",
            "aaaaaaaaaabbbbbbbbbbccccccccccddd",
        ],
    ),
    (
        "retain-days",
        &["0", "-1", "1.5", "1e3", "a month", "30 days", "30d", "4294967296", "٣٠"],
    ),
    ("region", &["GBR", "G", "4B", "UK1", "Ü", "世"]),
    ("loading", &["auto", "0"]),
    ("isolation", &["iframe", "Frame", "none"]),
    (
        "exit-url",
        &[
            "news.example",
            "/exit",
            "javascript:alert(1)",
            "data:,x",
            "https://",
            "https://a b",
            "ftp://a",
        ],
    ),
    ("heading-level", &["0", "7", "two", "2.5", "-1", "256", "2px"]),
];

#[test]
fn every_attribute_has_wrong_values_that_are_tried_here() {
    let tried: Vec<&str> = WRONG.iter().map(|(name, _)| *name).collect();
    let mut known: Vec<&str> = ATTRIBUTES.iter().map(|attribute| attribute.name).collect();
    known.sort_by_key(|name| tried.iter().position(|tried| tried == name));
    assert_eq!(tried, known);
}

#[test]
fn a_wrong_value_leaves_the_default_and_gives_one_warning() {
    for (name, values) in WRONG {
        for value in *values {
            let (config, warnings) = with(&[(name, value)]);
            assert_eq!(config, defaults(), "{name}={value:?}");
            assert_eq!(warnings.len(), 1, "{name}={value:?}");
            assert_eq!(warnings[0].name, *name);
            assert_eq!(warnings[0].value, *value);
        }
    }
}

#[test]
fn a_warning_is_one_line_that_names_attribute_value_and_what_is_allowed() {
    for (name, value) in WRONG.iter().filter_map(|(name, values)| Some((name, values.first()?))) {
        let (_, warnings) = with(&[(name, value)]);
        let line = warnings[0].to_string();
        assert!(line.starts_with("therapist-fit: "), "{line}");
        assert!(line.contains(&format!("{name}=\"{value}\"")), "{line}");
        assert!(line.contains(warnings[0].values), "{line}");
        assert_eq!(line.lines().count(), 1, "{line}");
    }
    let (_, warnings) = with(&[("theme", "blue")]);
    assert_eq!(
        warnings[0].to_string(),
        "therapist-fit: theme=\"blue\" is not allowed; allowed is auto, light, dark. The default is used."
    );
}

#[test]
fn the_warning_about_a_language_names_all_that_are_spoken() {
    let (_, warnings) = with(&[("lang", "fr")]);
    for tag in therapist_fit::i18n::LANGUAGES {
        assert!(warnings[0].to_string().contains(tag), "{tag}");
    }
}

#[test]
fn one_wrong_value_does_not_spoil_the_others() {
    let (config, warnings) = with(&[
        ("form", "long"),
        ("storage", "none"),
        ("region", "xyz"),
        ("heading-level", "3"),
    ]);
    assert_eq!((config.keep, config.heading_level), (Keep::None, 3));
    let names: Vec<&str> = warnings.iter().map(|warning| warning.name).collect();
    assert_eq!(names, ["form", "region"]);
}

#[test]
fn the_readme_lists_exactly_these_attributes_in_this_order() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, section) = readme.split_once("\n## Attributes").expect("a section on attributes");
    let listed: Vec<&str> = section
        .lines()
        .skip_while(|line| !line.starts_with("| `"))
        .take_while(|line| line.starts_with('|'))
        .filter_map(|row| row.split('`').nth(1))
        .collect();
    let known: Vec<&str> = ATTRIBUTES.iter().map(|attribute| attribute.name).collect();
    assert_eq!(listed, known);
}
