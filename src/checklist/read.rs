//! The reader: a checklist file, as an owner writes it, to a [`Checklist`] that has been checked.
//!
//! What has the wrong shape is noted with its path, and reading goes on, so that an owner sees all of it at once.

use super::problem::Problems;
use super::validate::validate;
use super::{Band, Checklist, FullRule, Item, Problem, Section, ShortRule};
use crate::json::{self, Fields, Pairs, Value};

/// Reads and checks a checklist file (JSON).
///
/// # Errors
/// Everything that is wrong with it: what is not JSON or not of the right shape (then alone), else
/// each broken rule, with its path.
pub fn read(text: &str) -> Result<Checklist, Vec<Problem>> {
    let mut reader = Reader::default();
    let checklist = match json::read_or_place(text) {
        Ok(value) => reader.checklist(value),
        Err(place) => {
            reader.problems.add(&[&line_and_column(text, place)], "JSON");
            Checklist::default()
        }
    };
    if reader.problems.0.is_empty() {
        validate(&checklist, &mut reader.problems);
    }
    if reader.problems.0.is_empty() {
        Ok(checklist)
    } else {
        Err(reader.problems.0)
    }
}

/// An object, where it stands, and whether it was one at all: of what was none, no field is asked for.
struct Object {
    path: String,
    fields: Option<Fields>,
}

#[derive(Default)]
struct Reader {
    problems: Problems,
}

impl Reader {
    fn checklist(&mut self, value: Value) -> Checklist {
        let mut file = self.object(String::new(), value);
        // Editors look for the schema there.
        drop(take(&mut file, "$schema"));
        let checklist = Checklist {
            id: self.text(&mut file, "id"),
            version: self.count(&mut file, "version"),
            therapy: self.flag(&mut file, "therapy"),
            scale: self.texts(&mut file, "scale"),
            bands: self.list(&mut file, "bands", Self::band),
            full: self.full(&mut file),
            short: self.short(&mut file),
            sections: self.list(&mut file, "sections", Self::section),
            texts: self.languages(&mut file),
        };
        self.end(&file);
        checklist
    }

    fn band(&mut self, mut band: Object) -> Band {
        let read = Band {
            id: self.text(&mut band, "id"),
            from: self.count(&mut band, "from"),
        };
        self.end(&band);
        read
    }

    fn full(&mut self, file: &mut Object) -> FullRule {
        let value = self.required(file, "full", "an object");
        let Some(value) = value else {
            return FullRule::default();
        };
        let mut full = self.object("full".to_owned(), value);
        let groups = take(&mut full, "one-of-each").unwrap_or(Value::List(Vec::new()));
        let groups: Option<Vec<Vec<String>>> = groups
            .list()
            .and_then(|groups| groups.into_iter().map(Value::texts).collect());
        self.problems
            .unless(groups.is_some(), &["full.one-of-each"], "a list of lists of texts");
        let read = FullRule {
            section_items: self.count(&mut full, "section-items"),
            sections: self.count(&mut full, "sections"),
            items: self.count(&mut full, "items"),
            one_of_each: groups.unwrap_or_default(),
        };
        self.end(&full);
        read
    }

    fn short(&mut self, file: &mut Object) -> Option<ShortRule> {
        let value = take(file, "short")?;
        let mut short = self.object("short".to_owned(), value);
        let items = self.count(&mut short, "items");
        self.end(&short);
        Some(ShortRule { items })
    }

    fn section(&mut self, mut section: Object) -> Section {
        let read = Section {
            id: self.text(&mut section, "id"),
            items: self.list(&mut section, "items", Self::item),
        };
        self.end(&section);
        read
    }

    fn item(&mut self, mut item: Object) -> Item {
        let read = Item {
            id: self.text(&mut item, "id"),
            reversed: self.flag(&mut item, "reversed"),
            first_meeting: self.flag(&mut item, "first-meeting"),
            short: self.flag(&mut item, "short"),
        };
        self.end(&item);
        read
    }

    fn languages(&mut self, file: &mut Object) -> Vec<(String, Pairs)> {
        let Some(value) = take(file, "texts") else {
            return Vec::new();
        };
        let Value::Object(languages) = value else {
            self.problems.add(&["texts"], "an object");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (tag, words) in languages {
            match Pairs::of(words) {
                Some(words) => texts.push((tag, words)),
                None => self.problems.add(&["texts.", &tag], "an object of texts"),
            }
        }
        texts
    }

    fn object(&mut self, path: String, value: Value) -> Object {
        let fields = value.fields();
        self.problems.unless(fields.is_some(), &[&path], "an object");
        Object { path, fields }
    }

    /// Takes a field that must be there; missing from what is an object, it is noted.
    fn required(&mut self, object: &mut Object, name: &str, expected: &str) -> Option<Value> {
        let value = take(object, name);
        if value.is_none() && object.fields.is_some() {
            self.problems.add(&[&within(object, name)], expected);
        }
        value
    }

    /// Takes what `read` makes of a field that must be there.
    fn field<T: Default>(
        &mut self,
        object: &mut Object,
        name: &str,
        expected: &str,
        read: fn(Value) -> Option<T>,
    ) -> T {
        let Some(value) = self.required(object, name, expected) else {
            return T::default();
        };
        let read = read(value);
        self.problems.unless(read.is_some(), &[&within(object, name)], expected);
        read.unwrap_or_default()
    }

    fn text(&mut self, object: &mut Object, name: &str) -> String {
        self.field(object, name, "a text", Value::text)
    }

    fn count(&mut self, object: &mut Object, name: &str) -> u32 {
        self.field(object, name, "a whole number", |value| {
            u32::try_from(value.number()?).ok()
        })
    }

    fn texts(&mut self, object: &mut Object, name: &str) -> Vec<String> {
        self.field(object, name, "a list of texts", Value::texts)
    }

    /// Takes a yes or no; no where there is no such field.
    fn flag(&mut self, object: &mut Object, name: &str) -> bool {
        match take(object, name) {
            None => false,
            Some(Value::Flag(flag)) => flag,
            Some(_) => {
                self.problems.add(&[&within(object, name)], "true or false");
                false
            }
        }
    }

    /// Takes a list of objects, each of which `read` reads.
    fn list<T>(&mut self, object: &mut Object, name: &str, read: fn(&mut Self, Object) -> T) -> Vec<T> {
        let values = self.field(object, name, "a list", Value::list);
        let path = within(object, name);
        let mut all = Vec::with_capacity(values.len());
        for (place, value) in values.into_iter().enumerate() {
            let object = self.object([&path, "[", &place.to_string(), "]"].concat(), value);
            all.push(read(self, object));
        }
        all
    }

    /// Notes the fields that nobody asked for.
    fn end(&mut self, object: &Object) {
        for name in object.fields.iter().flat_map(Fields::names) {
            self.problems.add(&[&within(object, name)], "no such field");
        }
    }
}

fn take(object: &mut Object, name: &str) -> Option<Value> {
    object.fields.as_mut()?.take(name)
}

/// The path of a field.
fn within(object: &Object, name: &str) -> String {
    if object.path.is_empty() {
        name.to_owned()
    } else {
        [&object.path, ".", name].concat()
    }
}

/// Where a byte of a text stands, as editors count.
fn line_and_column(text: &str, place: usize) -> String {
    let before = text.get(..place).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    ["line ", &line.to_string(), ", column ", &column.to_string()].concat()
}
