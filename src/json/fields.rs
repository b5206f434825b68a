//! Objects: their fields, taken out one by one; and those of texts only.

use super::Value;
use serde::Serialize;
use serde::ser::Serializer;

/// The fields of an object. Each is taken out by its name; what is left was not expected.
pub struct Fields(Vec<(String, Value)>);

impl Fields {
    pub(super) fn new(members: Vec<(String, Value)>) -> Self {
        Self(members)
    }

    /// Takes the field `name`; none where there is none.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(place).1)
    }

    /// Puts a field in, in place of the one of that name if there is one.
    pub fn put(&mut self, name: &str, value: Value) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value));
    }

    /// Takes a text.
    pub fn text(&mut self, name: &str) -> Option<String> {
        self.take(name)?.text()
    }

    /// Takes a number of at most 64 bits.
    pub fn number(&mut self, name: &str) -> Option<u64> {
        self.take(name)?.number()
    }

    /// Takes a number of at most 32 bits.
    pub fn count(&mut self, name: &str) -> Option<u32> {
        u32::try_from(self.number(name)?).ok()
    }

    /// Takes a yes or no; no where there is no such field, none where it is something else.
    pub fn flag(&mut self, name: &str) -> Option<bool> {
        match self.take(name) {
            None => Some(false),
            Some(Value::Flag(flag)) => Some(flag),
            Some(_) => None,
        }
    }

    /// Takes a list.
    pub fn list(&mut self, name: &str) -> Option<Vec<Value>> {
        self.take(name)?.list()
    }

    /// Takes a list of texts.
    pub fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        self.take(name)?.texts()
    }

    /// Takes an object of texts.
    pub fn pairs(&mut self, name: &str) -> Option<Pairs> {
        Pairs::of(self.take(name)?)
    }

    /// The names of the fields that were not taken.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Whether every field was taken.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// An object of texts, in the order of the file. Objects here are short, so it is searched from the front; a tree would
/// cost the wasm more than it saves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// The texts of an object, if it is one of texts only.
    pub fn of(value: Value) -> Option<Self> {
        let Value::Object(members) = value else {
            return None;
        };
        let mut pairs = Self::default();
        for (key, value) in members {
            pairs.0.push((key, value.text()?));
        }
        Some(pairs)
    }

    /// The text under `key`.
    pub fn get(&self, key: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == key);
        found.map(|(_, value)| value.as_str())
    }

    /// Sets the text under `key`.
    pub fn set(&mut self, key: &str, value: String) {
        match self.0.iter_mut().find(|(known, _)| known == key) {
            Some((_, known)) => *known = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Keys and texts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
