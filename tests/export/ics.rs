//! The reminder: the shape that RFC 5545 asks for, the day it is on, and what it does not say.

use super::support::MORNING;
use proptest::prelude::*;
use therapist_fit::export::ics::{DAYS, reminder};
use therapist_fit::export::time;

const DAY: u64 = 86_400_000;

fn file() -> String {
    reminder(MORNING, "3f9a", "A moment for yourself")
}

/// What stands behind a name, such as `DTSTART`.
fn value<'a>(file: &'a str, name: &str) -> Vec<&'a str> {
    let lines = file.split("\r\n");
    lines
        .filter_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
        .collect()
}

#[test]
fn every_line_ends_with_carriage_return_and_line_feed() {
    let file = file();
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
    assert!(!file.contains("\r\n\r\n"), "no line is empty");
}

#[test]
fn what_is_begun_is_ended_and_what_must_be_there_is() {
    let file = file();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert_eq!(value(&file, "BEGIN"), ["VCALENDAR", "VEVENT", "VALARM"]);
    assert_eq!(value(&file, "END"), ["VALARM", "VEVENT", "VCALENDAR"]);
    for once in [
        "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "ACTION", "TRIGGER",
    ] {
        assert_eq!(value(&file, once).len(), 1, "{once}");
    }
    assert_eq!(value(&file, "UID"), ["3f9a"]);
}

#[test]
fn it_is_on_the_evening_of_the_day_four_weeks_later_wherever_it_is_read() {
    let file = file();
    assert_eq!(DAYS, 28);
    assert_eq!(value(&file, "DTSTAMP"), ["20261123T093000Z"]);
    // Without Z or zone: the time of the place.
    assert_eq!(value(&file, "DTSTART"), ["20261221T180000"]);
    // Over a leap day.
    let leap = reminder(1_707_177_600_000, "a", "b");
    assert_eq!(value(&leap, "DTSTAMP"), ["20240206T000000Z"]);
    assert_eq!(value(&leap, "DTSTART"), ["20240305T180000"]);
}

#[test]
fn it_says_nothing_of_therapy() {
    let file = file().to_lowercase();
    for word in ["therap", "fit", "alliance", "check", "session", "http"] {
        assert!(!file.contains(word), "{word}: {file}");
    }
    assert_eq!(value(&self::file(), "CLASS"), ["PRIVATE"]);
}

#[test]
fn signs_that_part_values_are_escaped() {
    let file = reminder(MORNING, "a", r"Tea, cake; and \o/");
    assert_eq!(value(&file, "SUMMARY"), [r"Tea\, cake\; and \\o/"]);
    assert_eq!(value(&file, "DESCRIPTION"), value(&file, "SUMMARY"));
}

#[test]
fn no_line_is_longer_than_75_octets() {
    let file = reminder(MORNING, &"a".repeat(64), "A moment for yourself");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
}

#[test]
fn a_long_title_is_folded_between_its_characters() {
    for title in ["ق".repeat(200), "word ".repeat(60), "🙂".repeat(50)] {
        let file = reminder(MORNING, "a", &title);
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        let unfolded = file.replace("\r\n ", "");
        assert_eq!(value(&unfolded, "SUMMARY"), [title.as_str()]);
    }
}

proptest! {
    #[test]
    fn it_always_starts_28_days_on(now in 0..4_000_000_000_000_u64) {
        let file = reminder(now, "a", "b");
        let day = time::day(now + 28 * DAY).replace('-', "");
        prop_assert_eq!(value(&file, "DTSTART"), [format!("{day}T180000")]);
    }
}
