//! Files: introduced, short, named after what they own; and the README's "where do I change" table leads somewhere.

use super::sources::{Source, root, sources};
use std::fs;

/// A file with this many lines is too long to be read at a sitting.
const TOO_LONG: usize = 300;

fn all() -> Vec<Source> {
    ["src", "tests", "xtask", "examples"]
        .into_iter()
        .flat_map(sources)
        .collect()
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_file_opens_by_saying_what_it_owns() {
    let all = all().into_iter().filter(|source| !source.text.starts_with("//! "));
    assert_none(&all.map(|source| source.path).collect::<Vec<_>>());
}

#[test]
fn every_file_is_under_300_lines() {
    let long = all()
        .into_iter()
        .filter(|source| source.text.lines().count() >= TOO_LONG);
    let told = long.map(|source| format!("{}: {} lines", source.path, source.text.lines().count()));
    assert_none(&told.collect::<Vec<_>>());
}

#[test]
fn no_file_is_called_after_nothing_in_particular() {
    let vague = ["util", "utils", "helper", "helpers", "manager"];
    let named_so = |source: &Source| source.path.split(['/', '.']).any(|part| vague.contains(&part));
    let all = all().into_iter().filter(named_so);
    assert_none(&all.map(|source| source.path).collect::<Vec<_>>());
}

/// The rows of the README's table: what to change, and where.
fn where_to_change() -> Vec<(String, String)> {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, section) = readme
        .split_once("\n## Where do I change")
        .expect("the README has a section \"Where do I change\"");
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| "));
    rows.filter_map(|row| {
        let mut cells = row.trim_matches('|').split(" | ");
        Some((cells.next()?.trim().to_owned(), cells.next()?.trim().to_owned()))
    })
    .collect()
}

#[test]
fn every_path_in_the_readmes_table_exists() {
    let rows = where_to_change();
    assert!(rows.len() > 8, "the table is there: {rows:?}");
    let mut wrong = Vec::new();
    for (what, places) in rows.iter().skip(1) {
        let mut paths = places.split('`').skip(1).step_by(2).peekable();
        if paths.peek().is_none() {
            wrong.push(format!("{what}: no path"));
        }
        let gone = paths.filter(|path| !root().join(path).exists());
        wrong.extend(gone.map(|path| format!("{what}: {path} does not exist")));
    }
    assert_none(&wrong);
}
