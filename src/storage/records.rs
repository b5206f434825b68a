//! The records of one profile in a store.

use super::schema;
use super::{MemoryStore, Store, StorageError};
use crate::response::{CheckIn, Draft, Therapist};
use std::cell::Cell;
use std::rc::Rc;

/// All our keys begin with this.
const PREFIX: &str = "therapist-fit:";

const CHECK_IN: &str = "check-in";
const DRAFT: &str = "draft";
const THERAPIST: &str = "therapist";

/// The records of one profile. Cloning copies the handle.
///
/// A record that the store has no room for is held in memory, so that it can be read back while the page is open.
#[derive(Clone)]
pub struct Records {
    store: Rc<dyn Store>,
    held: Rc<MemoryStore>,
    failing: Rc<Cell<bool>>,
    profile: String,
}

/// A record that could not be read. It is still where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key in the store.
    pub key: String,
    /// Why.
    pub error: StorageError,
}

/// What was read, and what could not be.
type Read<T> = (Vec<T>, Vec<Unreadable>);

impl Records {
    /// The records of `profile` in `store`.
    pub fn new(store: Rc<dyn Store>, profile: &str) -> Self {
        Self {
            store,
            held: Rc::default(),
            failing: Rc::default(),
            profile: profile.to_owned(),
        }
    }

    /// Whether the last write failed, so that what is new is in memory only.
    pub fn is_failing(&self) -> bool {
        self.failing.get()
    }

    /// The finished check-ins, newest first.
    pub fn check_ins(&self) -> Read<CheckIn> {
        let (mut all, unreadable) = self.read(CHECK_IN, schema::read_check_in);
        all.sort_unstable_by(|one, other| other.created.cmp(&one.created));
        (all, unreadable)
    }

    /// Keeps a finished check-in.
    pub fn save_check_in(&self, check_in: &CheckIn) -> Result<(), StorageError> {
        let text = schema::write_check_in(check_in)?;
        self.set(CHECK_IN, &check_in.id, &text)
    }

    /// Deletes a check-in.
    pub fn delete_check_in(&self, id: &str) -> Result<(), StorageError> {
        self.remove(&self.key(CHECK_IN, id))
    }

    /// The check-ins under way, the latest first.
    pub fn drafts(&self) -> Read<Draft> {
        let (mut all, unreadable) = self.read(DRAFT, schema::read_draft);
        all.sort_unstable_by(|one, other| other.updated.cmp(&one.updated));
        (all, unreadable)
    }

    /// Keeps a check-in under way, under the id that it will have when it is finished: an unreadable one is never
    /// overwritten.
    pub fn save_draft(&self, draft: &Draft) -> Result<(), StorageError> {
        let text = schema::write_draft(draft)?;
        self.set(DRAFT, &draft.check_in.id, &text)
    }

    /// Deletes a check-in under way.
    pub fn delete_draft(&self, id: &str) -> Result<(), StorageError> {
        self.remove(&self.key(DRAFT, id))
    }

    /// The therapists whom the visitor gave a label.
    pub fn therapists(&self) -> Read<Therapist> {
        self.read(THERAPIST, schema::read_therapist)
    }

    /// Keeps a therapist's label.
    pub fn save_therapist(&self, therapist: &Therapist) -> Result<(), StorageError> {
        let text = schema::write_therapist(therapist)?;
        self.set(THERAPIST, &therapist.id, &text)
    }

    /// Deletes every record of this profile, readable or not. Nobody else's keys are touched.
    pub fn delete_everything(&self) -> Result<(), StorageError> {
        let ours = self.key("", "");
        let ours = ours.trim_end_matches(':');
        for key in self.keys()? {
            let rest = key.strip_prefix(ours);
            if rest.is_some_and(|rest| rest.starts_with(':')) {
                self.remove(&key)?;
            }
        }
        Ok(())
    }

    fn key(&self, kind: &str, id: &str) -> String {
        [PREFIX, &self.profile, ":", kind, ":", id].concat()
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let mut keys = self.store.keys()?;
        for key in self.held.keys()? {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    fn read<T>(&self, kind: &str, read: fn(&str) -> Result<T, StorageError>) -> Read<T> {
        let prefix = self.key(kind, "");
        let mut found = Vec::new();
        let mut unreadable = Vec::new();
        for key in self.keys().unwrap_or_default() {
            if !key.starts_with(&prefix) {
                continue;
            }
            let text = match self.held.get(&key) {
                Ok(Some(text)) => Ok(Some(text)),
                _ => self.store.get(&key),
            };
            match text {
                Ok(None) => {}
                Ok(Some(text)) => match read(&text) {
                    Ok(record) => found.push(record),
                    Err(error) => unreadable.push(Unreadable { key, error }),
                },
                Err(error) => unreadable.push(Unreadable { key, error }),
            }
        }
        (found, unreadable)
    }

    fn set(&self, kind: &str, id: &str, text: &str) -> Result<(), StorageError> {
        let key = self.key(kind, id);
        let written = self.store.set(&key, text);
        self.failing.set(written.is_err());
        if written.is_err() {
            self.held.set(&key, text)?;
        } else {
            self.held.remove(&key)?;
        }
        written
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.held.remove(key)?;
        self.store.remove(key)
    }
}
