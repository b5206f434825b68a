//! Reading and writing JSON, for everything that is JSON here: checklists, messages, records.
//!
//! Reading is our own, into one type of value: serde's derived readers made a copy of the code for each shape, and with
//! them this came to 11 KiB more brotli in the wasm. The tests hold it against `serde_json`. Writing is serde's, by
//! `serde-json-core`.

mod fields;
mod parse;

pub use fields::{Fields, Pairs};
pub use parse::{read, read_or_place};

use serde::Serialize;

/// How much room a text gets at first when it is written; it is doubled until the text fits.
const ROOM: usize = 4096;

/// More than anyone's records could need; beyond it something is wrong.
const MOST_ROOM: usize = 1 << 26;

/// Anything that JSON can say. Of numbers only those that we use: whole and not negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number; none for one that is negative, has a point or exponent, or is beyond 64 bits.
    Number(Option<u64>),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in the order of the text.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The text, if it is one.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one that we use.
    pub fn number(self) -> Option<u64> {
        match self {
            Self::Number(number) => number,
            _ => None,
        }
    }

    /// The values of a list, if it is one.
    pub fn list(self) -> Option<Vec<Self>> {
        match self {
            Self::List(values) => Some(values),
            _ => None,
        }
    }

    /// The texts of a list, if it is one of texts only.
    pub fn texts(self) -> Option<Vec<String>> {
        self.list()?.into_iter().map(Self::text).collect()
    }

    /// The fields of an object, if it is one.
    pub fn fields(self) -> Option<Fields> {
        match self {
            Self::Object(members) => Some(Fields::new(members)),
            _ => None,
        }
    }
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
