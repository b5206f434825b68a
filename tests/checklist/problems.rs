//! What is wrong with an owner's checklist, each with the place where it is. Each case is the built-in one with one thing
//! changed.

use serde_json::{Value, json};
use therapist_fit::checklist::{Checklist, read};

fn alliance() -> Value {
    let text = include_str!("../../src/checklist/alliance.json");
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

/// Where the problems are, once `change` is made; every one says what was expected.
fn problems(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = alliance();
    change(&mut file);
    let problems = read(&file.to_string()).err().unwrap_or_default();
    assert!(problems.iter().all(|problem| !problem.expected.is_empty()));
    problems.into_iter().map(|problem| problem.path).collect()
}

/// The problems when the value at `place` (a JSON pointer) is another one.
fn with(place: &str, value: Value) -> Vec<String> {
    problems(|file| match file.pointer_mut(place) {
        Some(known) => *known = value,
        None => panic!("there is no {place}"),
    })
}

#[test]
fn the_built_in_checklist_has_no_problems() {
    let read = read(&alliance().to_string());
    assert_eq!(read, Ok(Checklist::alliance()));
    assert_eq!(Checklist::alliance().sections.len(), 7);
}

#[test]
fn an_id_is_1_to_64_small_letters_digits_and_hyphens() {
    let long = "a".repeat(65);
    for wrong in ["", "Alliance", "my list", "a.b", "a_b", "é", "a\"b", long.as_str()] {
        assert_eq!(with("/id", json!(wrong)), ["id"], "{wrong:?}");
        assert_eq!(with("/scale/1", json!(wrong)), ["scale[1]"], "{wrong:?}");
        assert_eq!(with("/bands/0/id", json!(wrong)), ["bands[0].id"], "{wrong:?}");
        assert_eq!(
            with("/sections/2/items/3/id", json!(wrong)),
            ["sections[2].items[3].id"],
            "{wrong:?}"
        );
    }
    for right in ["a", "0", "my-list-2", &long[..64]] {
        assert_eq!(with("/id", json!(right)), Vec::<String>::new(), "{right:?}");
    }
}

#[test]
fn a_section_that_a_rule_names_must_keep_its_name() {
    assert_eq!(
        with("/sections/3/id", json!("GOALS")),
        ["sections[3].id", "full.one-of-each[1]"]
    );
    assert_eq!(with("/sections/3/id", json!("aims")), ["full.one-of-each[1]"]);
}

#[test]
fn no_two_have_the_same_id() {
    assert_eq!(with("/scale/4", json!("not-true")), ["scale[4]"]);
    assert_eq!(with("/bands/2/id", json!("strong")), ["bands[2].id"]);
    assert_eq!(
        with("/sections/6/items/0/id", json!("feels-understood")),
        ["sections[6].items[0].id"]
    );
    let twice = problems(|file| {
        file["full"]["one-of-each"] = json!([]);
        file["sections"][5]["id"] = json!("trust");
    });
    assert_eq!(twice, ["sections[5].id"]);
}

#[test]
fn what_is_about_therapy_has_something_to_ask_after_a_first_meeting() {
    let without = |therapy: bool| {
        problems(|file| {
            file["therapy"] = json!(therapy);
            for section in file["sections"].as_array_mut().into_iter().flatten() {
                for item in section["items"].as_array_mut().into_iter().flatten() {
                    item["first-meeting"] = json!(false);
                }
            }
        })
    };
    assert_eq!(without(true), ["sections"]);
    assert_eq!(without(false), Vec::<String>::new());
}

#[test]
fn the_version_counts_from_1() {
    assert_eq!(with("/version", json!(0)), ["version"]);
    assert_eq!(with("/version", json!(1)), Vec::<String>::new());
}

#[test]
fn a_scale_has_2_to_7_answers() {
    let scale = |answers: usize| json!((0..answers).map(|step| format!("a{step}")).collect::<Vec<_>>());
    for (answers, expected) in [(0, 1), (1, 1), (2, 0), (7, 0), (8, 1)] {
        assert_eq!(with("/scale", scale(answers)), vec!["scale"; expected], "{answers}");
    }
}

#[test]
fn bands_fall_from_at_most_100_to_0() {
    let bands = |from: &[u32]| {
        let bands = from.iter().enumerate();
        json!(
            bands
                .map(|(place, from)| json!({"id": format!("b{place}"), "from": from}))
                .collect::<Vec<_>>()
        )
    };
    for right in [&[0][..], &[1, 0], &[100, 50, 0]] {
        assert_eq!(with("/bands", bands(right)), Vec::<String>::new(), "{right:?}");
    }
    for wrong in [
        &[][..],
        &[50],
        &[101, 0],
        &[75, 50, 1],
        &[50, 50, 0],
        &[50, 75, 0],
        &[0, 0],
    ] {
        assert_eq!(with("/bands", bands(wrong)), ["bands"], "{wrong:?}");
    }
}

#[test]
fn there_are_1_to_20_sections_of_1_to_12_items() {
    let section = |place: usize, items: usize| {
        let items: Vec<Value> = (0..items)
            .map(|inner| json!({"id": format!("i{place}-{inner}"), "short": true, "first-meeting": true}))
            .collect();
        json!({"id": format!("s{place}"), "items": items})
    };
    let count = |sections: usize, items: usize| {
        problems(|file| {
            file["sections"] = json!((0..sections).map(|place| section(place, items)).collect::<Vec<_>>());
            file["full"] = json!({"section-items": 1, "sections": 1, "items": 1, "one-of-each": []});
            file["short"]["items"] = json!(1);
        })
    };
    for (sections, items) in [(1, 1), (20, 1), (1, 12), (20, 12)] {
        assert_eq!(count(sections, items), Vec::<String>::new(), "{sections} of {items}");
    }
    assert_eq!(count(21, 1), ["sections"]);
    assert_eq!(count(1, 13), ["sections[0].items"]);
    assert!(count(0, 0).contains(&"sections".to_owned()));
    assert!(count(2, 0).contains(&"sections[1].items".to_owned()));
}

#[test]
fn a_rule_asks_for_at_least_1_and_no_more_than_there_are() {
    let cases = [
        ("/full/section-items", "full.section-items", 4),
        ("/full/sections", "full.sections", 7),
        ("/full/items", "full.items", 28),
        ("/short/items", "short.items", 14),
    ];
    for (place, path, most) in cases {
        for (number, wrong) in [(0, true), (1, false), (most, false), (most + 1, true), (u32::MAX, true)] {
            assert_eq!(
                with(place, json!(number)),
                vec![path; usize::from(wrong)],
                "{path} {number}"
            );
        }
    }
}

#[test]
fn a_group_names_sections_that_there_are() {
    assert_eq!(with("/full/one-of-each/0", json!([])), ["full.one-of-each[0]"]);
    assert_eq!(
        with("/full/one-of-each/2", json!(["means", "money"])),
        ["full.one-of-each[2]"]
    );
    assert_eq!(with("/full/one-of-each", json!([])), Vec::<String>::new());
}

#[test]
fn every_problem_is_told_at_once() {
    let found = problems(|file| {
        file["id"] = json!("My list");
        file["version"] = json!(0);
        file["bands"][2]["from"] = json!(1);
        file["sections"][0]["items"][1]["id"] = json!("");
        file["short"]["items"] = json!(15);
    });
    assert_eq!(
        found,
        ["id", "version", "bands", "sections[0].items[1].id", "short.items"]
    );
}
