//! The reader: a checklist file, as an owner writes it, to a [`Checklist`] that has been checked.

use super::validate::{Problem, validate};
use super::{Band, Checklist, FullRule, Item, Section};
use crate::json::{self, Fields, Value};

/// Reads and checks a checklist file (JSON).
///
/// # Errors
/// Everything that is wrong with it: what is not JSON or not of the right shape (then alone), else
/// each broken rule, with its path.
pub fn read(text: &str) -> Result<Checklist, Vec<Problem>> {
    let checklist = json::read(text).and_then(checklist).ok_or_else(|| {
        vec![Problem {
            path: String::new(),
            expected: "JSON with all fields of a checklist, and no others".to_owned(),
        }]
    })?;
    let problems = validate(&checklist);
    if problems.is_empty() {
        Ok(checklist)
    } else {
        Err(problems)
    }
}

/// The checklist, if every field is there, and no other.
fn checklist(value: Value) -> Option<Checklist> {
    let mut file = value.fields()?;
    let mut full = file.take("full")?.fields()?;
    let mut short = file.take("short")?.fields()?;
    let one_of_each = full.list("one-of-each")?.into_iter();
    let checklist = Checklist {
        id: file.text("id")?,
        version: file.count("version")?,
        scale: file.texts("scale")?,
        bands: file.list("bands")?.into_iter().map(band).collect::<Option<_>>()?,
        full: FullRule {
            section_items: full.count("section-items")?,
            sections: full.count("sections")?,
            items: full.count("items")?,
            one_of_each: one_of_each.map(Value::texts).collect::<Option<_>>()?,
        },
        short_items: short.count("items")?,
        sections: file.list("sections")?.into_iter().map(section).collect::<Option<_>>()?,
    };
    [file, full, short].iter().all(Fields::is_empty).then_some(checklist)
}

fn band(value: Value) -> Option<Band> {
    let mut fields = value.fields()?;
    let band = Band {
        id: fields.text("id")?,
        from: fields.count("from")?,
    };
    fields.is_empty().then_some(band)
}

fn section(value: Value) -> Option<Section> {
    let mut fields = value.fields()?;
    let section = Section {
        id: fields.text("id")?,
        items: fields.list("items")?.into_iter().map(item).collect::<Option<_>>()?,
    };
    fields.is_empty().then_some(section)
}

fn item(value: Value) -> Option<Item> {
    let mut fields = value.fields()?;
    let item = Item {
        id: fields.text("id")?,
        reversed: fields.flag("reversed")?,
        first_meeting: fields.flag("first-meeting")?,
        short: fields.flag("short")?,
    };
    fields.is_empty().then_some(item)
}
