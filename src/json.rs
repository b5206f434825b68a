//! Reading and writing JSON, for everything that is JSON here: checklists, messages, records.
//!
//! By `serde-json-core`, not `serde_json`: it makes no error texts, and with them goes the code that writes floating-point
//! numbers. That takes 12 KiB of brotli off the wasm. What is wrong with an owner's file is said by the tools, which have
//! room for `serde_json`.

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How much room a text gets at first when it is written; it is doubled until the text fits.
const ROOM: usize = 4096;

/// More than anyone's record could need; beyond it something is wrong.
const MOST_ROOM: usize = 1 << 26;

/// How deep lists and objects may stand in one another. Ours stand three deep; far beyond, the reader would run out of stack.
const MOST_DEPTH: usize = 64;

/// What a text says; none where it is not JSON, or not of the right shape.
pub fn read<T: for<'text> Deserialize<'text>>(text: &str) -> Option<T> {
    if is_too_deep(text) {
        return None;
    }
    let mut unescaped = vec![0; text.len()];
    let (value, length) = serde_json_core::from_str_escaped(text, &mut unescaped).ok()?;
    // Nothing but space may follow.
    text.get(length..)?.trim().is_empty().then_some(value)
}

fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    text.bytes().any(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_text,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > MOST_DEPTH
    })
}

/// A value as text; none where it is too large.
pub fn write<T: Serialize>(value: &T) -> Option<String> {
    let mut room = vec![0; ROOM];
    loop {
        match serde_json_core::to_slice(value, &mut room) {
            Ok(length) => {
                room.truncate(length);
                return String::from_utf8(room).ok();
            }
            Err(_) if room.len() < MOST_ROOM => room.resize(room.len() * 2, 0),
            Err(_) => return None,
        }
    }
}

/// A JSON object of texts, in the order of the file. Objects here are short, so it is searched from the front; a tree would
/// cost the wasm more than it saves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
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

impl<'text> Deserialize<'text> for Pairs {
    fn deserialize<D: Deserializer<'text>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'text> Visitor<'text> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object of texts")
    }

    fn visit_map<A: MapAccess<'text>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Pairs::default();
        while let Some((Key(key), value)) = map.next_entry()? {
            pairs.0.push((key, value));
        }
        Ok(pairs)
    }
}

/// A key of an object. `serde-json-core` reads keys only where a text is asked for by reference, as `String` does not.
struct Key(String);

impl<'text> Deserialize<'text> for Key {
    fn deserialize<D: Deserializer<'text>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<Key, E> {
        Ok(Key(key.to_owned()))
    }
}
