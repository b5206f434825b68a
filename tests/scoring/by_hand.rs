//! Two whole results, worked out with pencil and paper. The sums stand beside the answers.

use therapist_fit::checklist::{Checklist, Form};
use therapist_fit::response::{Answer, Response, Stage};
use therapist_fit::scoring::{Score, Summary, Verdict, summarize};

use Answer::{CantTell, Skip, Step};

fn result(form: Form, answers: &[(&str, Answer)]) -> (Checklist, Summary) {
    let checklist = Checklist::alliance();
    let mut response = Response::new(Stage::Later, form);
    for (id, answer) in answers {
        assert!(checklist.items(form).any(|(_, item)| item.id == *id), "{id} is asked");
        response.answer(id, *answer);
    }
    assert_eq!(answers.len(), checklist.items(form).count());
    let summary = summarize(&checklist, &response, false);
    (checklist, summary)
}

/// `over` divided by `under`, as a score.
fn points(over: u64, under: u64) -> Option<Score> {
    // A scale of 0 to 1 turns 100 times the mean into any fraction of 100.
    Score::of_answers(over, under * 100, 1)
}

#[test]
fn a_short_result_agrees_with_pencil_and_paper() {
    let (checklist, summary) = result(
        Form::Short,
        &[
            ("feels-understood", Step(3)),    //              3
            ("on-my-side", Step(4)),          //              4
            ("respects-who-i-am", Step(4)),   //              4
            ("talked-over", Step(1)),         // reversed:    3
            ("can-say-hard-things", Step(1)), //              1
            ("hides-feelings", Step(4)),      // reversed:    0
            ("same-purpose", Step(2)),        //              2
            ("sessions-drift", Step(2)),      // reversed:    2
            ("could-explain-why", CantTell),  //              open
            ("can-change-way", Step(3)),      //              3
            ("plan-fits-me", Step(3)),        //              3
            ("starts-from-scratch", Step(0)), // reversed:    4
            ("asks-how-it-goes", Skip),       //              open
            ("changes-course", Step(2)),      //              2
        ],
    );
    assert_eq!((summary.answered, summary.total, summary.cant_tell), (12, 14, 1));
    // 3+4 +4+3 +1+0 +2+2 +3 +3+4 +2 = 31, of 12 times 4 = 48; 3100 / 48 = 64.58...
    assert_eq!(summary.score, points(3100, 48));
    // Open ones at 0: 31 of 56, 55.35...; at 4: 39 of 56, 69.64...
    let range = summary.range.unwrap();
    assert_eq!(Some(range.low), points(3100, 56));
    assert_eq!(Some(range.high), points(3900, 56));
    let shown = [summary.score.unwrap(), range.low, range.high].map(|score| score.shown(&checklist));
    assert_eq!(shown, [65, 55, 70]);
    // Trust is answered whole, 1 and 0: under 50.
    let gaps = vec!["trust".to_owned()];
    let id = "mixed".to_owned();
    assert_eq!(summary.verdict, Verdict::Band { id, gaps });
    assert_eq!(summary.low_items, ["hides-feelings", "can-say-hard-things"]);
    assert_eq!(
        summary.middling_items,
        ["same-purpose", "sessions-drift", "changes-course"]
    );
    let strong = ["on-my-side", "respects-who-i-am", "starts-from-scratch"];
    let nearly = ["feels-understood", "talked-over", "can-change-way", "plan-fits-me"];
    assert_eq!(summary.strong_items, [strong.as_slice(), &nearly].concat());
    assert!(
        summary.sections.iter().all(|section| section.score.is_none()),
        "parts have no number"
    );
    let means = summary.sections.iter().find(|section| section.id == "means").unwrap();
    let marks = [
        ("could-explain-why".to_owned(), None),
        ("can-change-way".to_owned(), Some(3)),
    ];
    assert_eq!(means.marks, marks);
}

#[test]
fn a_full_result_agrees_with_pencil_and_paper() {
    let (checklist, summary) = result(
        Form::Full,
        &[
            // You and your therapist: 4+3+4+3 = 14 of 16, 87.5
            ("feels-understood", Step(4)),
            ("feelings-valued", Step(3)),
            ("on-my-side", Step(4)),
            ("leaves-alone", Step(1)), // reversed: 3
            // How you are treated: 4+4+3+4 = 15 of 16, 93.75
            ("feels-welcome", Step(4)),
            ("clear-words", Step(4)),
            ("respects-who-i-am", Step(3)),
            ("talked-over", Step(0)), // reversed: 4
            // Feeling safe: 3+4+2 = 9 of 12, 75; with the open one 9 or 13 of 16
            ("can-say-hard-things", Step(3)),
            ("knows-privacy", Step(4)),
            ("can-slow-down", CantTell),
            ("hides-feelings", Step(2)), // reversed: 2
            // Where you are heading: 4+4+3+4 = 15 of 16, 93.75
            ("same-purpose", Step(4)),
            ("say-in-goals", Step(4)),
            ("story-rings-true", Step(3)),
            ("sessions-drift", Step(0)), // reversed: 4
            // How you work together: 3+3+4+4 = 14 of 16, 87.5
            ("knows-how-it-works", Step(3)),
            ("could-explain-why", Step(3)),
            ("can-change-way", Step(4)),
            ("pointless-tasks", Step(0)), // reversed: 4
            // Your plan: 2 answers, no score; with the open ones 6 or 14 of 16
            ("has-plan", Step(3)),
            ("plan-fits-me", CantTell),
            ("knows-next", Skip),
            ("starts-from-scratch", Step(1)), // reversed: 3
            // Keeping track: 1+2+3+0 = 6 of 16, 37.5
            ("asks-how-it-goes", Step(1)),
            ("gives-feedback", Step(2)),
            ("changes-course", Step(3)),
            ("would-miss-decline", Step(4)), // reversed: 0
        ],
    );
    assert_eq!((summary.answered, summary.total, summary.cant_tell), (25, 28, 2));
    let sections: Vec<(&str, Option<Score>, bool)> = summary
        .sections
        .iter()
        .map(|section| (section.id.as_str(), section.score, section.low))
        .collect();
    let expected = [
        ("relationship", points(875, 10), false),
        ("interpersonal", points(9375, 100), false),
        ("trust", points(75, 1), false),
        ("goals", points(9375, 100), false),
        ("means", points(875, 10), false),
        ("plan", None, false),
        ("progress", points(375, 10), true),
    ];
    assert_eq!(sections, expected);
    // 87.5 + 93.75 + 75 + 93.75 + 87.5 + 37.5 = 475; / 6 = 79.16...
    assert_eq!(summary.score, points(475, 6));
    let range = summary.range.unwrap();
    // Low: trust 56.25 instead of 75, and the plan with 37.5, which pulls down: (456.25 + 37.5) / 7 = 70.53...
    assert_eq!(Some(range.low), points(49375, 700));
    // High: trust 81.25, and the plan with 87.5, which pulls up: (481.25 + 87.5) / 7 = 81.25
    assert_eq!(Some(range.high), points(8125, 100));
    let shown = [summary.score.unwrap(), range.low, range.high].map(|score| score.shown(&checklist));
    assert_eq!(shown, [79, 71, 81]);
    let (id, gaps) = ("strong".to_owned(), vec!["progress".to_owned()]);
    assert_eq!(summary.verdict, Verdict::Band { id, gaps });
    assert_eq!(summary.low_items, ["would-miss-decline", "asks-how-it-goes"]);
    assert_eq!(summary.middling_items, ["hides-feelings", "gives-feedback"]);
    assert_eq!(summary.strong_items.len(), 21);
    assert_eq!(summary.strong_items[..2], ["feels-understood", "on-my-side"]);
}
