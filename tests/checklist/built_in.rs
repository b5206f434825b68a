//! The built-in checklist, item by item, as PRODUCT.md has it in section 2. Ids are for good: a line may be added here, but
//! none taken away or renamed.

use therapist_fit::checklist::{Checklist, Form, Item};

/// Section, item, and its marks: `1` can be judged after a first meeting, `R` reverse-keyed, `*` in the short form.
const ITEMS: [(&str, &str, &str); 28] = [
    ("relationship", "feels-understood", "1*"),
    ("relationship", "feelings-valued", "1"),
    ("relationship", "on-my-side", "*"),
    ("relationship", "leaves-alone", "R"),
    ("interpersonal", "feels-welcome", "1"),
    ("interpersonal", "clear-words", "1"),
    ("interpersonal", "respects-who-i-am", "*"),
    ("interpersonal", "talked-over", "1R*"),
    ("trust", "can-say-hard-things", "*"),
    ("trust", "knows-privacy", "1"),
    ("trust", "can-slow-down", "1"),
    ("trust", "hides-feelings", "R*"),
    ("goals", "same-purpose", "1*"),
    ("goals", "say-in-goals", ""),
    ("goals", "story-rings-true", ""),
    ("goals", "sessions-drift", "R*"),
    ("means", "knows-how-it-works", "1"),
    ("means", "could-explain-why", "*"),
    ("means", "can-change-way", "*"),
    ("means", "pointless-tasks", "R"),
    ("plan", "has-plan", ""),
    ("plan", "plan-fits-me", "*"),
    ("plan", "knows-next", ""),
    ("plan", "starts-from-scratch", "R*"),
    ("progress", "asks-how-it-goes", "1*"),
    ("progress", "gives-feedback", ""),
    ("progress", "changes-course", "*"),
    ("progress", "would-miss-decline", "R"),
];

fn marks(item: &Item) -> String {
    let marks = [(item.first_meeting, '1'), (item.reversed, 'R'), (item.short, '*')];
    marks.iter().filter(|(has, _)| *has).map(|(_, mark)| *mark).collect()
}

#[test]
fn the_built_in_checklist_has_seven_sections_of_four_items_with_their_marks() {
    let checklist = Checklist::alliance();
    let found: Vec<(String, String, String)> = checklist
        .items(Form::Full)
        .map(|(section, item)| (section.id.clone(), item.id.clone(), marks(item)))
        .collect();
    let expected = ITEMS.map(|(section, item, marks)| (section.to_owned(), item.to_owned(), marks.to_owned()));
    assert_eq!(found, expected);
    assert_eq!(checklist.sections.len(), 7);
    assert!(checklist.sections.iter().all(|section| section.items.len() == 4));
}

#[test]
fn each_form_asks_the_items_with_its_mark_in_the_same_order() {
    let checklist = Checklist::alliance();
    let marked = |mark: &str| -> Vec<&str> {
        let with = ITEMS.iter().filter(|(_, _, marks)| marks.contains(mark));
        with.map(|(_, item, _)| *item).collect()
    };
    let asked = |form| -> Vec<&str> { checklist.items(form).map(|(_, item)| item.id.as_str()).collect() };
    assert_eq!(asked(Form::Full), marked(""));
    assert_eq!(asked(Form::Short), marked("*"));
    assert_eq!(asked(Form::First), marked("1"));
    assert_eq!(asked(Form::Prepare), marked("1"));
    let counts = [Form::Prepare, Form::First, Form::Short, Form::Full].map(|form| asked(form).len());
    assert_eq!(counts, [10, 10, 14, 28]);
}

#[test]
fn every_section_has_two_items_in_the_short_form() {
    let checklist = Checklist::alliance();
    for section in &checklist.sections {
        let short = section.items.iter().filter(|item| item.short).count();
        assert_eq!(short, 2, "{}", section.id);
    }
}

#[test]
fn its_scale_bands_and_rules_are_those_of_the_product() {
    let checklist = Checklist::alliance();
    assert_eq!((checklist.id.as_str(), checklist.version), ("alliance", 1));
    assert_eq!(
        checklist.scale,
        ["not-true", "a-little", "partly", "mostly", "very-true"]
    );
    assert_eq!(checklist.top(), 4);
    let bands: Vec<(&str, u32)> = checklist
        .bands
        .iter()
        .map(|band| (band.id.as_str(), band.from))
        .collect();
    assert_eq!(bands, [("strong", 75), ("mixed", 50), ("thin", 0)]);
    let full = &checklist.full;
    assert_eq!((full.section_items, full.sections, full.items), (3, 5, 20));
    let groups: [&[&str]; 3] = [
        &["relationship", "interpersonal", "trust"],
        &["goals"],
        &["means", "plan", "progress"],
    ];
    assert_eq!(full.one_of_each, groups);
    assert_eq!(checklist.short.map(|short| short.items), Some(11));
}

#[test]
fn an_item_is_found_by_its_id_and_an_unknown_one_is_not() {
    let checklist = Checklist::alliance();
    assert!(
        checklist
            .item("talked-over")
            .is_some_and(|item| item.reversed && item.short && item.first_meeting)
    );
    assert_eq!(checklist.item("no-such-item"), None);
}

#[test]
fn a_form_is_known_by_its_id() {
    for form in [Form::Prepare, Form::First, Form::Short, Form::Full] {
        assert_eq!(Form::from_id(form.id()), Some(form));
    }
    assert_eq!(Form::from_id("long"), None);
}
