//! The validator: what must hold of a checklist before anyone is asked anything.

use super::problem::Problems;
use super::{Checklist, Form};

/// The most that a scale, a section and a checklist may hold. Within these, every score is a fraction of small numbers.
const MOST_ANSWERS: usize = 7;
const MOST_ITEMS: usize = 12;
const MOST_SECTIONS: usize = 20;

/// What an id looks like.
const ID: &str = "an id of small letters, digits and hyphens";

/// Notes ids of the wrong shape, and those that an earlier one has.
fn ids<'a>(problems: &mut Problems, ids: impl Iterator<Item = (String, &'a String)>) {
    let mut seen: Vec<&String> = Vec::new();
    for (path, id) in ids {
        problems.unless(is_id(id), &[&path], ID);
        problems.unless(!seen.contains(&id), &[&path], "an id that no other has");
        seen.push(id);
    }
}

/// Notes everything that is wrong with a checklist.
pub(super) fn validate(checklist: &Checklist, check: &mut Problems) {
    check.unless(is_id(&checklist.id), &["id"], ID);
    check.unless(checklist.version > 0, &["version"], "a whole number from 1");
    let answers = checklist.scale.len();
    check.unless((2..=MOST_ANSWERS).contains(&answers), &["scale"], "2 to 7 answers");
    ids(check, numbered("scale[", "]", &checklist.scale));
    bands(check, checklist);
    sections(check, checklist);
    rules(check, checklist);
}

fn bands(check: &mut Problems, checklist: &Checklist) {
    let bands = &checklist.bands;
    let falling = bands.windows(2).all(|pair| pair[0].from > pair[1].from);
    check.unless(falling, &["bands"], "bands from the highest to the lowest");
    let whole = bands.first().is_some_and(|band| band.from <= 100) && bands.last().is_some_and(|band| band.from == 0);
    check.unless(whole, &["bands"], "bands within 0 to 100, the last from 0");
    ids(
        check,
        bands
            .iter()
            .enumerate()
            .map(|(place, band)| (at("bands[", place, "].id"), &band.id)),
    );
}

fn sections(check: &mut Problems, checklist: &Checklist) {
    let sections = &checklist.sections;
    check.unless(
        (1..=MOST_SECTIONS).contains(&sections.len()),
        &["sections"],
        "1 to 20 sections",
    );
    ids(
        check,
        sections
            .iter()
            .enumerate()
            .map(|(place, section)| (at("sections[", place, "].id"), &section.id)),
    );
    ids(
        check,
        sections.iter().enumerate().flat_map(|(outer, section)| {
            section.items.iter().enumerate().map(move |(inner, item)| {
                let path = [at("sections[", outer, "].items["), at("", inner, "].id")];
                (path.concat(), &item.id)
            })
        }),
    );
    for (place, section) in sections.iter().enumerate() {
        let path = at("sections[", place, "].items");
        let count = section.items.len();
        check.unless((1..=MOST_ITEMS).contains(&count), &[&path], "1 to 12 items");
    }
}

fn rules(check: &mut Problems, checklist: &Checklist) {
    let count = |form| u32::try_from(checklist.items(form).count()).unwrap_or(u32::MAX);
    let sections = u32::try_from(checklist.sections.len()).unwrap_or(u32::MAX);
    let full = &checklist.full;
    let within = |number: u32, most: u32| (1..=most).contains(&number);
    let expected = "at least 1, and no more than there are";
    check.unless(within(full.sections, sections), &["full.sections"], expected);
    check.unless(within(full.items, count(Form::Full)), &["full.items"], expected);
    let longest = checklist.sections.iter().map(|section| section.items.len()).max();
    let longest = u32::try_from(longest.unwrap_or_default()).unwrap_or(u32::MAX);
    check.unless(within(full.section_items, longest), &["full.section-items"], expected);
    let short = checklist.short.map_or(0, |short| short.items);
    if checklist.short.is_some() {
        check.unless(within(short, count(Form::Short)), &["short.items"], expected);
    }
    if checklist.therapy {
        let path = &["sections"];
        check.unless(
            count(Form::First) > 0,
            path,
            "an item with first-meeting, where therapy is true",
        );
    }
    for (place, group) in full.one_of_each.iter().enumerate() {
        let known = group
            .iter()
            .all(|id| checklist.sections.iter().any(|section| section.id == *id));
        let path = at("full.one-of-each[", place, "]");
        check.unless(known && !group.is_empty(), &[&path], "ids of sections");
    }
}

fn numbered<'a>(before: &'a str, after: &'a str, ids: &'a [String]) -> impl Iterator<Item = (String, &'a String)> {
    ids.iter()
        .enumerate()
        .map(move |(place, id)| (at(before, place, after), id))
}

fn at(before: &str, place: usize, after: &str) -> String {
    [before, &place.to_string(), after].concat()
}

fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 64
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
