//! The lines between bands and the share of "can't tell", met exactly. The built-in checklist has too few items for 49.9,
//! or for 40 % of 100, so these are checklists of an owner, read as an owner's are.

use serde_json::{Value, json};
use therapist_fit::checklist::{self, Checklist, Form};
use therapist_fit::response::{Answer, Response, Stage};
use therapist_fit::scoring::{Reason, Score, Summary, Verdict, summarize};

/// 20 sections of as many items as said, all of them in both forms.
fn checklist(items_each: usize, answers: usize) -> Checklist {
    let item = |place: usize, inner: usize| json!({"id": format!("i{place}-{inner}"), "short": true});
    let section = |place: usize| {
        let items: Vec<Value> = (0..items_each).map(|inner| item(place, inner)).collect();
        json!({"id": format!("s{place}"), "items": items})
    };
    let file = json!({
        "id": "owners",
        "version": 1,
        "scale": (0..answers).map(|step| format!("a{step}")).collect::<Vec<_>>(),
        "bands": [{"id": "strong", "from": 75}, {"id": "mixed", "from": 50}, {"id": "thin", "from": 0}],
        "full": {"section-items": 1, "sections": 1, "items": 1, "one-of-each": []},
        "short": {"items": 1},
        "sections": (0..20).map(section).collect::<Vec<_>>(),
    });
    checklist::read(&file.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Answers every item so that the steps add up to `sum`, the first items highest; the scale is 0 to 5.
fn add_up(response: &mut Response, checklist: &Checklist, sum: u64) {
    let mut left = sum;
    for (_, item) in checklist.items(response.form) {
        let step = left.min(5);
        left -= step;
        response.answer(&item.id, Answer::Step(u8::try_from(step).unwrap_or_default()));
    }
    assert_eq!(left, 0, "{sum} is too much");
}

/// 200 items on a scale of 0 to 5, so that a step is a tenth of a point; `tenths` of a point in all.
fn scored(form: Form, tenths: u64) -> (Checklist, Summary) {
    let checklist = checklist(10, 6);
    let mut response = Response::new(Stage::Later, form);
    add_up(&mut response, &checklist, tenths);
    let summary = summarize(&checklist, &response, false);
    (checklist, summary)
}

#[test]
fn a_band_begins_at_its_number_and_not_a_tenth_below() {
    let cases = [
        (0, "thin"),
        (499, "thin"),
        (500, "mixed"),
        (501, "mixed"),
        (749, "mixed"),
        (750, "strong"),
        (1000, "strong"),
    ];
    for form in [Form::Short, Form::Full] {
        for (tenths, expected) in cases {
            let (_, summary) = scored(form, tenths);
            let Verdict::Band { id, .. } = &summary.verdict else {
                panic!("{tenths} tenths: {:?}", summary.verdict);
            };
            assert_eq!(id, expected, "{tenths} tenths in the {form:?} form");
        }
    }
}

#[test]
fn the_number_shown_never_belongs_to_a_higher_band_than_the_words() {
    let shown = |tenths| {
        let (checklist, summary) = scored(Form::Short, tenths);
        summary.score.map(|score| score.shown(&checklist))
    };
    // Rounded half up...
    assert_eq!([shown(494), shown(504), shown(505)], [49, 50, 51].map(Some));
    // ...but 49.5 to 49.9 and 74.5 to 74.9 are not rounded into the next band.
    assert_eq!([shown(495), shown(499), shown(500)], [49, 49, 50].map(Some));
    assert_eq!(
        [shown(744), shown(745), shown(749), shown(750)],
        [74, 74, 74, 75].map(Some)
    );
    assert_eq!(
        [shown(0), shown(4), shown(5), shown(995), shown(1000)],
        [0, 0, 1, 100, 100].map(Some)
    );
    let checklist = Checklist::alliance();
    for tenths in 0..=1000 {
        let score = Score::of_answers(tenths, 200, 5).unwrap();
        let shown = score.shown(&checklist);
        let band = checklist.bands.iter().find(|band| score.at_least(band.from));
        let in_words = checklist.bands.iter().find(|band| shown >= band.from);
        assert_eq!(in_words, band, "{tenths} tenths are shown as {shown}");
    }
}

#[test]
fn a_section_of_49_is_low_and_one_of_just_over_50_is_not() {
    // 11 items on a scale of 0 to 5: 27 of 55 are 49.09 points, 28 are 50.9.
    let checklist = checklist(11, 6);
    for (sum, low) in [(27, true), (28, false)] {
        let mut response = Response::new(Stage::Later, Form::Full);
        add_up(&mut response, &checklist, sum);
        let section = &summarize(&checklist, &response, false).sections[0];
        assert_eq!(section.score, Score::of_answers(sum, 11, 5));
        assert_eq!(section.low, low, "{sum}");
    }
}

/// The reasons for no verdict when so many of 100 answers are "can't tell yet".
fn reasons(form: Form, cant_tell: usize) -> Vec<Reason> {
    let checklist = checklist(5, 5);
    let mut response = Response::new(Stage::Later, form);
    for (place, (_, item)) in checklist.items(form).enumerate() {
        let step = if place % 2 == 0 { 3 } else { 4 };
        let answer = if place < cant_tell {
            Answer::CantTell
        } else {
            Answer::Step(step)
        };
        response.answer(&item.id, answer);
    }
    match summarize(&checklist, &response, false).verdict {
        Verdict::Band { .. } => Vec::new(),
        Verdict::Withheld(reasons) => reasons,
    }
}

#[test]
fn from_40_percent_cant_tell_on_there_is_no_verdict_and_with_39_there_is() {
    for form in [Form::Short, Form::Full] {
        assert_eq!(reasons(form, 39), []);
        assert_eq!(reasons(form, 40), [Reason::ManyCantTell]);
        assert_eq!(reasons(form, 41), [Reason::ManyCantTell]);
        assert_eq!(reasons(form, 100), [Reason::ManyCantTell, Reason::TooFewAnswers]);
    }
}

#[test]
fn skipped_items_are_not_counted_as_cant_tell() {
    let checklist = checklist(5, 5);
    let mut response = Response::new(Stage::Later, Form::Short);
    for (place, (_, item)) in checklist.items(Form::Short).enumerate() {
        response.answer(&item.id, if place < 60 { Answer::Skip } else { Answer::Step(3) });
    }
    let summary = summarize(&checklist, &response, false);
    assert_eq!((summary.answered, summary.total, summary.cant_tell), (40, 100, 0));
    assert!(matches!(summary.verdict, Verdict::Band { .. }));
}
