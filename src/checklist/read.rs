//! The reader: a checklist file, as an owner writes it, to a [`Checklist`] that has been checked.

use super::validate::{Problem, validate};
use super::{Band, Checklist, FullRule, Item, Section};
use crate::json;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    version: u32,
    scale: Vec<String>,
    bands: Vec<FileBand>,
    full: FileFull,
    short: FileShort,
    sections: Vec<FileSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileBand {
    id: String,
    from: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FileFull {
    section_items: u32,
    sections: u32,
    items: u32,
    one_of_each: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileShort {
    items: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSection {
    id: String,
    items: Vec<FileItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FileItem {
    id: String,
    #[serde(default)]
    reversed: bool,
    #[serde(default)]
    first_meeting: bool,
    #[serde(default)]
    short: bool,
}

/// Reads and checks a checklist file (JSON).
///
/// # Errors
/// Everything that is wrong with it: what is not JSON or not of the right shape (then alone), else
/// each broken rule, with its path.
pub fn read(text: &str) -> Result<Checklist, Vec<Problem>> {
    let file: File = json::read(text).ok_or_else(|| {
        vec![Problem {
            path: String::new(),
            expected: "JSON with all fields of a checklist, and no others".to_owned(),
        }]
    })?;
    let checklist = Checklist::from(file);
    let problems = validate(&checklist);
    if problems.is_empty() {
        Ok(checklist)
    } else {
        Err(problems)
    }
}

impl From<File> for Checklist {
    fn from(file: File) -> Self {
        let band = |band: FileBand| Band {
            id: band.id,
            from: band.from,
        };
        let item = |item: FileItem| Item {
            id: item.id,
            reversed: item.reversed,
            first_meeting: item.first_meeting,
            short: item.short,
        };
        let section = |section: FileSection| Section {
            id: section.id,
            items: section.items.into_iter().map(item).collect(),
        };
        Self {
            id: file.id,
            version: file.version,
            scale: file.scale,
            bands: file.bands.into_iter().map(band).collect(),
            full: FullRule {
                section_items: file.full.section_items,
                sections: file.full.sections,
                items: file.full.items,
                one_of_each: file.full.one_of_each,
            },
            short_items: file.short.items,
            sections: file.sections.into_iter().map(section).collect(),
        }
    }
}
