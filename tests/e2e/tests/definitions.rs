//! The files that tools read, held against their own checkers: the manifest against its schema, the types by TypeScript.

use e2e::{Result, ensure, validate};
use serde_json::{Value, json};
use therapist_fit::checklist;
use xtask::dist::{manifest, schema};

#[test]
fn the_manifest_follows_its_schema_and_the_types_are_of_use_to_typescript_and_react() -> Result<()> {
    let wrong = validate::definitions(&manifest::manifest(), &manifest::types(), &manifest::react())?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[test]
fn a_wrong_manifest_and_wrong_types_are_found() -> Result<()> {
    let mut broken = manifest::manifest();
    broken["modules"][0]["kind"] = json!("no-such-kind");
    let types = manifest::types().replace("start(): void", "begin(): void");
    let wrong = validate::definitions(&broken, &types, &manifest::react())?;
    ensure!(wrong.iter().any(|line| line.starts_with("/modules/0")), "{wrong:#?}");
    ensure!(wrong.iter().any(|line| line.starts_with("/use.ts")), "{wrong:#?}");
    Ok(())
}

#[test]
fn the_schema_of_checklists_and_the_widgets_own_reader_take_and_refuse_the_same() -> Result<()> {
    let example: Value = serde_json::from_str(include_str!("../../../www/examples/study-group.json"))?;
    let mut files = vec![example.clone()];
    let changes = [
        ("/id", json!("Study Group")),
        ("/version", json!(0)),
        ("/version", json!("1")),
        ("/therapy", json!("no")),
        ("/scale", json!(["only"])),
        ("/scale/1", json!(3)),
        ("/bands", json!([])),
        ("/bands/0/from", json!(101)),
        ("/bands/0/from", json!(-1)),
        ("/bands/0/colour", json!("green")),
        ("/full/items", json!(null)),
        ("/full/one-of-each", json!(["purpose"])),
        ("/short", json!(null)),
        ("/sections", json!([])),
        ("/sections/0/items", json!([])),
        ("/sections/0/items/0/short", json!("yes")),
        ("/sections/0/items/0/revresed", json!(true)),
        ("/texts/en", json!([])),
        ("/texts/en/intro.title", json!(1)),
        ("/extra", json!(1)),
    ];
    for (place, value) in changes {
        let mut file = example.clone();
        let (object, name) = place.rsplit_once('/').unwrap_or_default();
        match file.pointer_mut(object) {
            Some(Value::Object(fields)) => drop(fields.insert(name.to_owned(), value)),
            Some(Value::Array(values)) => values[name.parse::<usize>()?] = value,
            _ => e2e::bail!("there is no {object}"),
        }
        files.push(file);
    }
    for name in ["id", "version", "scale", "bands", "full", "sections", "texts"] {
        let mut file = example.clone();
        file.as_object_mut().map(|file| file.remove(name));
        files.push(file);
    }
    let follow = validate::schema(&schema::schema(), &files)?;
    let taken: Vec<bool> = files
        .iter()
        .map(|file| checklist::own(&file.to_string(), &|_| true).is_ok())
        .collect();
    ensure!(follow == taken, "schema {follow:?}\nreader {taken:?}");
    ensure!(
        taken.iter().filter(|taken| **taken).count() == 1,
        "only the example itself"
    );
    Ok(())
}
