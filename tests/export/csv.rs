//! CSV: what a reader of CSV makes of it, and what a spreadsheet must not.

use super::support::{any_check_in, check_in, therapist, written};
use crate::made::{all_keyed, all_raw, blank};
use proptest::prelude::*;
use std::collections::BTreeMap;
use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::response::{Answer, CheckIn, Choice, Therapist, TrustPast};
use therapist_fit::scoring::{Verdict, summarize};

/// The columns before those of the items.
const ABOUT: [&str; 14] = [
    "id",
    "finished",
    "therapist",
    "stage",
    "form",
    "checklist",
    "version",
    "answered",
    "score",
    "band",
    "like",
    "trust-past",
    "choice",
    "note",
];

/// What a spreadsheet takes for the start of a formula.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn file(check_ins: &[CheckIn], therapists: &[Therapist]) -> String {
    written(".csv", check_ins, therapists).unwrap()
}

/// The rows by the names of their columns. The reader refuses rows of different lengths.
fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The one row of one check-in.
fn row(check_in: CheckIn) -> BTreeMap<String, String> {
    let mut rows = rows(&file(&[check_in], &[]));
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

fn with_note(note: &str) -> CheckIn {
    CheckIn {
        note: note.to_owned(),
        ..check_in("a1", blank(Form::Short))
    }
}

#[test]
fn the_first_row_names_the_columns_and_every_item_has_one() {
    let file = file(&[], &[]);
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let header: Vec<&str> = reader.headers().unwrap().iter().collect();
    let checklist = Checklist::alliance();
    let items: Vec<&str> = checklist.items(Form::Full).map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(header, [&ABOUT[..], &items].concat());
    assert_eq!(reader.records().count(), 0);
}

#[test]
fn spreadsheets_are_told_that_it_is_utf_8() {
    assert_eq!(file(&[], &[]).as_bytes()[..3], [0xef, 0xbb, 0xbf]);
}

#[test]
fn lines_end_as_the_standard_has_it() {
    let file = file(&[with_note(""), with_note("")], &[]);
    let lines: Vec<&str> = file.split_inclusive('\n').collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.ends_with("\r\n")), "{file}");
}

#[test]
fn a_row_tells_all_of_a_check_in() {
    let checklist = Checklist::alliance();
    let mut response = all_keyed(&checklist, Form::Full, 3);
    response.answer("has-plan", Answer::CantTell);
    response.answer("knows-next", Answer::Skip);
    response.context.like = Some(Answer::Step(4));
    response.context.trust_past = Some(TrustPast::RatherNotSay);
    response.context.choice = Some(Choice::Hard);
    let mut one = check_in("a1", response);
    one.note = "Ask about the plan.".to_owned();
    let rows = rows(&file(&[one], &[therapist("b", "Blue"), therapist("a", "Dr. Green")]));
    for (column, cell) in [
        ("id", "a1"),
        ("finished", "2026-11-23T09:30:00Z"),
        ("therapist", "Dr. Green"),
        ("stage", "later"),
        ("form", "full"),
        ("checklist", "alliance"),
        ("version", "1"),
        ("answered", "26"),
        ("score", "75"),
        ("band", "strong"),
        ("like", "very-true"),
        ("trust-past", "rather-not-say"),
        ("choice", "hard"),
        ("note", "Ask about the plan."),
        ("feels-understood", "mostly"),
        // Told as it was answered, not as it counts.
        ("leaves-alone", "a-little"),
        ("has-plan", "cant-tell"),
        ("knows-next", "skip"),
    ] {
        assert_eq!(rows[0][column], cell, "{column}");
    }
}

#[test]
fn what_was_not_said_is_an_empty_cell() {
    let row = row(check_in("a1", blank(Form::Short)));
    for column in [
        "therapist",
        "score",
        "band",
        "like",
        "trust-past",
        "choice",
        "note",
        "feels-understood",
    ] {
        assert_eq!(row[column], "", "{column}");
    }
    assert_eq!(row["answered"], "0");
}

#[test]
fn a_step_beyond_the_scale_is_an_empty_cell() {
    let mut response = blank(Form::Short);
    response.answer("feels-understood", Answer::Step(5));
    response.context.like = Some(Answer::Step(u8::MAX));
    let row = row(check_in("a1", response));
    assert_eq!((row["feels-understood"].as_str(), row["like"].as_str()), ("", ""));
}

#[test]
fn a_note_with_quotes_commas_and_new_lines_comes_back_as_it_was() {
    for note in [
        "\"",
        "a, b",
        "one\ntwo",
        "one\r\ntwo\r\n",
        "\"\",\"\"\r\n\"",
        "ثقة; “so”",
        " ",
        "a\u{feff}",
    ] {
        assert_eq!(row(with_note(note))["note"], note);
    }
}

#[test]
fn no_words_of_a_visitor_are_a_formula() {
    for start in FORMULA {
        let formula = format!("{start}HYPERLINK(\"x\", \"y\")");
        let note = row(with_note(&formula))["note"].clone();
        assert_eq!(note, format!("'{formula}"));
        let rows = rows(&file(&[with_note("")], &[therapist("a", &formula)]));
        assert_eq!(rows[0]["therapist"], format!("'{formula}"));
    }
}

#[test]
fn there_is_no_score_without_a_band() {
    let checklist = Checklist::alliance();
    let scored = row(check_in("a1", all_keyed(&checklist, Form::Short, 3)));
    assert_eq!((scored["score"].as_str(), scored["band"].as_str()), ("75", "strong"));
    // The same raw answer throughout has a score, and no verdict.
    let same = all_raw(&checklist, Form::Short, 4);
    assert!(summarize(&checklist, &same, false).score.is_some());
    let same = row(check_in("a1", same));
    assert_eq!((same["score"].as_str(), same["band"].as_str()), ("", ""));
}

proptest! {
    #[test]
    fn whatever_is_written_every_row_has_the_same_columns(
        check_ins in prop::collection::vec(any_check_in(), 0..5),
        label in any::<String>(),
    ) {
        let file = file(&check_ins, &[therapist("a", &label)]);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file.as_bytes());
        let lengths: Vec<usize> = reader.records().map(|row| row.unwrap().len()).collect();
        prop_assert_eq!(lengths, vec![ABOUT.len() + 28; 1 + check_ins.len()]);
    }

    #[test]
    fn every_cell_comes_back_but_for_the_guard_of_a_formula(check_in in any_check_in(), label in any::<String>()) {
        let rows = rows(&file(std::slice::from_ref(&check_in), &[therapist("a", &label)]));
        for (column, words) in [("note", &check_in.note), ("therapist", &label), ("id", &check_in.id)] {
            let guard = if words.starts_with(FORMULA) { "'" } else { "" };
            prop_assert_eq!(&rows[0][column], &format!("{guard}{words}"));
        }
        for (column, cell) in &rows[0] {
            prop_assert!(!cell.starts_with(FORMULA), "{}: {}", column, cell);
        }
    }

    #[test]
    fn score_and_band_are_those_of_the_result(check_in in any_check_in()) {
        let checklist = Checklist::alliance();
        let summary = summarize(&checklist, &check_in.response, false);
        let row = row(check_in);
        match summary.verdict {
            Verdict::Band { id, .. } => {
                prop_assert_eq!(&row["band"], &id);
                prop_assert_eq!(&row["score"], &summary.score.unwrap().shown(&checklist).to_string());
            }
            Verdict::Withheld(_) => prop_assert_eq!((row["score"].as_str(), row["band"].as_str()), ("", "")),
        }
    }
}
