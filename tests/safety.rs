//! Safety: which answers are urgent, whose help is shown and in which order, and that the help lines are sound.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use therapist_fit::i18n::Messages;
use therapist_fit::safety::lines::{Line, dialled, region, regions, updated};
use therapist_fit::safety::{QUESTIONS, SafetyAnswer, SafetyAnswers, help, urgent};

use SafetyAnswer::{No, NotSure, Yes};

const IDS: [&str; 10] = [
    "sexual",
    "hurt-or-threatened",
    "told-others",
    "put-down",
    "asked-for",
    "secrecy",
    "stop-medicine",
    "drunk-or-high",
    "hides-training",
    "feel-worse",
];

fn answers(given: &[(&'static str, SafetyAnswer)]) -> SafetyAnswers {
    let mut answers = SafetyAnswers::default();
    for (question, answer) in given {
        answers.set(question, Some(*answer));
    }
    answers
}

fn helped(answers: &SafetyAnswers) -> Vec<&'static str> {
    help(answers).iter().map(|question| question.id).collect()
}

#[test]
fn there_are_ten_questions_and_the_first_two_are_urgent() {
    let found: Vec<(&str, bool)> = QUESTIONS
        .iter()
        .map(|question| (question.id, question.urgent))
        .collect();
    let expected: Vec<(&str, bool)> = IDS.iter().enumerate().map(|(place, id)| (*id, place < 2)).collect();
    assert_eq!(found, expected);
}

#[test]
fn only_yes_to_an_urgent_question_is_urgent() {
    assert!(!urgent(&SafetyAnswers::default()));
    for question in QUESTIONS {
        for (answer, expected) in [(Yes, question.urgent), (NotSure, false), (No, false)] {
            assert_eq!(
                urgent(&answers(&[(question.id, answer)])),
                expected,
                "{} {answer:?}",
                question.id
            );
        }
    }
}

#[test]
fn one_urgent_yes_among_other_answers_is_enough() {
    let mut all: Vec<(&'static str, SafetyAnswer)> = IDS.iter().map(|id| (*id, No)).collect();
    assert!(!urgent(&answers(&all)));
    all[1].1 = Yes;
    assert!(urgent(&answers(&all)));
}

#[test]
fn yes_and_not_sure_show_their_help_and_no_and_skip_do_not() {
    assert_eq!(helped(&SafetyAnswers::default()), Vec::<&str>::new());
    for id in IDS {
        assert_eq!(helped(&answers(&[(id, Yes)])), [id]);
        assert_eq!(helped(&answers(&[(id, NotSure)])), [id]);
        assert_eq!(helped(&answers(&[(id, No)])), Vec::<&str>::new());
    }
}

#[test]
fn help_comes_in_the_order_of_the_questions_urgent_ones_first_whatever_was_answered_first() {
    let given = [
        ("feel-worse", Yes),
        ("told-others", NotSure),
        ("hurt-or-threatened", NotSure),
        ("sexual", Yes),
    ];
    assert_eq!(
        helped(&answers(&given)),
        ["sexual", "hurt-or-threatened", "told-others", "feel-worse"]
    );
    let all: Vec<(&'static str, SafetyAnswer)> = IDS.iter().rev().map(|id| (*id, Yes)).collect();
    assert_eq!(helped(&answers(&all)), IDS);
}

#[test]
fn an_answer_can_be_changed_and_taken_back() {
    let mut answers = answers(&[("sexual", Yes)]);
    answers.set("sexual", Some(No));
    assert_eq!((answers.get("sexual"), urgent(&answers)), (Some(No), false));
    answers.set("sexual", Some(Yes));
    answers.set("sexual", None);
    assert_eq!((answers.get("sexual"), urgent(&answers)), (None, false));
    assert_eq!(answers, SafetyAnswers::default());
}

#[test]
fn safety_answers_have_no_written_form() {
    /// Has two ways to be had by what can be written, so that naming it below would not compile.
    trait NotWritten<Way> {
        fn holds() {}
    }
    struct Written;
    impl<T: ?Sized> NotWritten<()> for T {}
    impl<T: ?Sized + serde::Serialize> NotWritten<Written> for T {}
    <SafetyAnswers as NotWritten<_>>::holds();
    <SafetyAnswer as NotWritten<_>>::holds();
}

#[test]
fn every_question_and_its_help_has_english_words() {
    let messages = Messages::english();
    for id in IDS {
        let [question, help] = ["question", "help"].map(|part| format!("safety.{id}.{part}"));
        assert!(messages.get(&question).ends_with('?'), "{question}");
        assert!(
            messages.has(&help) && messages.get(&help).split(' ').count() > 10,
            "{help}"
        );
    }
}

#[test]
fn the_help_texts_say_what_they_must() {
    let messages = Messages::english();
    let cases = [
        ("told-others", &["law", "court", "risk"][..]),
        ("stop-medicine", &["Don’t stop suddenly", "prescribes"]),
        ("feel-worse", &["second opinion"]),
        ("hurt-or-threatened", &["emergency number"]),
        ("sexual", &["not your fault"]),
    ];
    for (id, needed) in cases {
        let key = format!("safety.{id}.help");
        for words in needed {
            assert!(messages.get(&key).contains(words), "{key}: {words}");
        }
    }
}

#[test]
fn we_never_ask_about_suicide_because_no_one_monitors_answers() {
    let messages = Messages::english();
    let asked = ["item.", "listen.", "context.", "safety."];
    for key in messages
        .keys()
        .filter(|key| asked.iter().any(|prefix| key.starts_with(prefix)))
    {
        let text = messages.get(key).to_lowercase();
        assert!(
            !["suicid", "kill", "self-harm", "end your life"]
                .iter()
                .any(|word| text.contains(word)),
            "{key}"
        );
    }
}

/// The file of help lines, without the line that holds its date.
fn rows() -> Vec<Vec<&'static str>> {
    let file = include_str!("../src/safety/crisis-lines.txt");
    let lines = file.lines().filter(|line| !line.starts_with("updated "));
    lines.map(|line| line.split('|').collect()).collect()
}

fn all_lines() -> Vec<(String, Line)> {
    let of = |code: String| {
        let found = region(&code);
        let lines = found.map(|found| found.lines).unwrap_or_default();
        lines.into_iter().map(move |line| (code.clone(), line))
    };
    regions().into_iter().flat_map(of).collect()
}

#[test]
fn every_row_of_the_file_is_read_as_one_help_line() {
    let rows = rows();
    assert!(rows.len() > 20);
    for row in &rows {
        assert_eq!(row.len(), 5, "{row:?}");
        assert!(
            row.iter().all(|field| !field.is_empty() && field.trim() == *field),
            "{row:?}"
        );
    }
    let read: Vec<Vec<String>> = all_lines()
        .into_iter()
        .map(|(code, line)| {
            let emergency = region(&code).map(|region| region.emergency).unwrap_or_default();
            let or_none = |number: Option<String>| number.unwrap_or_else(|| "-".to_owned());
            vec![code, emergency, line.name, or_none(line.phone), or_none(line.sms)]
        })
        .collect();
    // Not so where the rows of a region are apart, or name two emergency numbers.
    assert_eq!(read, rows);
}

#[test]
fn every_region_is_a_country_code_that_comes_once_with_an_emergency_number_and_a_line() {
    let codes = regions();
    let once: BTreeSet<&String> = codes.iter().collect();
    assert_eq!(once.len(), codes.len());
    for code in &codes {
        assert!(
            code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()),
            "{code}"
        );
        let region = region(code).unwrap();
        let digits = region.emergency.bytes().all(|byte| byte.is_ascii_digit());
        assert!(digits && region.emergency.len() == 3, "{code}: {}", region.emergency);
        assert!(!region.lines.is_empty(), "{code}");
    }
    for code in ["GB", "US", "ES", "MX", "DE", "AU", "IN"] {
        assert!(codes.iter().any(|known| known == code), "{code}");
    }
}

#[test]
fn every_help_line_can_be_called_or_texted() {
    let mut seen = BTreeSet::new();
    for (code, line) in all_lines() {
        assert!(
            seen.insert((code.clone(), line.name.clone())),
            "{code}: {} comes twice",
            line.name
        );
        let numbers: Vec<&String> = line.phone.iter().chain(&line.sms).collect();
        assert!(!numbers.is_empty(), "{code}: {}", line.name);
        for number in numbers {
            let rest = number.strip_prefix('*').unwrap_or(number);
            let sound = rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ') && !rest.contains("  ");
            let digits = rest.bytes().filter(u8::is_ascii_digit).count();
            assert!(sound && (3..=12).contains(&digits), "{code}: {number}");
        }
    }
}

#[test]
fn a_number_is_dialled_whole_and_without_what_makes_it_readable() {
    assert_eq!(dialled("*4141"), "*4141");
    assert_eq!(dialled("+34 (0) 717-003-717"), "+340717003717");
    for (code, line) in all_lines() {
        for number in line.phone.iter().chain(&line.sms) {
            let readable: String = number.split([' ', '-', '(', ')', '.']).collect();
            assert_eq!(dialled(number), readable, "{code}, {}", line.name);
        }
    }
}

#[test]
fn the_file_says_on_which_day_it_was_gone_through() {
    let updated = updated();
    let parts: Vec<u32> = updated.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = parts[..] else {
        panic!("{updated} is no day")
    };
    assert_eq!(updated, format!("{year:04}-{month:02}-{day:02}"));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let february = if leap { 29 } else { 28 };
    let days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    assert!((2024..2100).contains(&year) && (1..=12).contains(&month), "{updated}");
    assert!(day > 0 && day <= days[month as usize - 1], "{updated}");
}

#[test]
fn an_unknown_region_has_no_lines() {
    for code in ["", "XX", "gb", "GBR"] {
        assert_eq!(region(code), None, "{code:?}");
    }
}
