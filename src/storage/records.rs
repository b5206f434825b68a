//! The records of one profile in a store.

use super::schema;
use super::{MemoryStore, StorageError, Store};
use crate::response::{CheckIn, Draft, Therapist};
use std::rc::Rc;

/// All our keys begin with this.
const PREFIX: &str = "therapist-fit:";

/// A kind of record: its word in keys, and its way from and to text.
pub(super) struct Kind<T> {
    pub(super) word: &'static str,
    pub(super) read: fn(&str) -> Result<T, StorageError>,
    write: fn(&T) -> Result<String, StorageError>,
}

pub(super) const CHECK_IN: Kind<CheckIn> = Kind {
    word: "check-in",
    read: schema::read_check_in,
    write: schema::write_check_in,
};
pub(super) const DRAFT: Kind<Draft> = Kind {
    word: "draft",
    read: schema::read_draft,
    write: schema::write_draft,
};
pub(super) const THERAPIST: Kind<Therapist> = Kind {
    word: "therapist",
    read: schema::read_therapist,
    write: schema::write_therapist,
};

/// The records of one profile. Cloning copies the handle.
///
/// A record that can't be written is held in memory, so that it can be read back while the page is open.
#[derive(Clone)]
pub struct Records {
    pub(super) store: Rc<dyn Store>,
    held: Rc<MemoryStore>,
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
            profile: profile.to_owned(),
        }
    }

    /// Whether there is no record of this profile, readable or not.
    pub fn is_empty(&self) -> bool {
        let ours = self.key_prefix();
        !self.keys().0.iter().any(|key| key.starts_with(&ours))
    }

    /// Whether a write failed, so that something is in memory only.
    pub fn is_failing(&self) -> bool {
        self.held.keys().is_ok_and(|keys| !keys.is_empty())
    }

    /// The finished check-ins, newest first.
    pub fn check_ins(&self) -> Read<CheckIn> {
        let (found, unreadable) = self.read(&CHECK_IN);
        let mut all: Vec<CheckIn> = Vec::with_capacity(found.len());
        for check_in in found {
            // Put in place one by one: code that sorts would weigh more than this takes.
            let place = all.partition_point(|other| other.created > check_in.created);
            all.insert(place, check_in);
        }
        (all, unreadable)
    }

    /// One finished check-in; none where there is none that can be read.
    pub fn check_in(&self, id: &str) -> Option<CheckIn> {
        let key = self.key(CHECK_IN.word, id);
        let text = self.text(&key).ok()??;
        (CHECK_IN.read)(&text).ok()
    }

    /// The key of the lock on this profile's records, if they have one.
    pub fn lock_key(&self) -> String {
        [&self.key_prefix(), "lock"].concat()
    }

    /// Whether a key is of this profile; no key stands for all of the store.
    pub fn owns(&self, key: Option<&str>) -> bool {
        key.is_none_or(|key| key.starts_with(&self.key_prefix()))
    }

    /// Keeps a finished check-in.
    pub fn save_check_in(&self, check_in: &CheckIn) -> Result<(), StorageError> {
        self.save(&CHECK_IN, &check_in.id, check_in)
    }

    /// Deletes a check-in.
    pub fn delete_check_in(&self, id: &str) -> Result<(), StorageError> {
        self.remove(&self.key(CHECK_IN.word, id))
    }

    /// The check-ins under way, in no order.
    pub fn drafts(&self) -> Read<Draft> {
        self.read(&DRAFT)
    }

    /// Keeps a check-in under way, under the id that it will have when it is finished: another one, readable or not, is
    /// never overwritten.
    pub fn save_draft(&self, draft: &Draft) -> Result<(), StorageError> {
        self.save(&DRAFT, &draft.check_in.id, draft)
    }

    /// Deletes a check-in under way.
    pub fn delete_draft(&self, id: &str) -> Result<(), StorageError> {
        self.remove(&self.key(DRAFT.word, id))
    }

    /// The therapists whom the visitor gave a label.
    pub fn therapists(&self) -> Read<Therapist> {
        self.read(&THERAPIST)
    }

    /// Keeps a therapist's label.
    pub fn save_therapist(&self, therapist: &Therapist) -> Result<(), StorageError> {
        self.save(&THERAPIST, &therapist.id, therapist)
    }

    /// Deletes every record of this profile, readable or not. Nobody else's keys are touched. Where one can't be deleted,
    /// the others still are. The lock goes last: what another tab still sees sealed while it sees no lock, it would rescue.
    pub fn delete_everything(&self) -> Result<(), StorageError> {
        let ours = self.key_prefix();
        let lock = self.lock_key();
        let (keys, mut done) = self.keys();
        for key in keys.iter().filter(|key| key.starts_with(&ours) && **key != lock) {
            done = self.remove(key).and(done);
        }
        self.remove(&lock).and(done)
    }

    fn key_prefix(&self) -> String {
        [PREFIX, &self.profile, ":"].concat()
    }

    pub(super) fn key(&self, kind: &str, id: &str) -> String {
        [&self.key_prefix(), kind, ":", id].concat()
    }

    /// The text under a key: what could not be written, else what is in the store.
    fn text(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self.held.get(key) {
            Ok(Some(text)) => Ok(Some(text)),
            _ => self.store.get(key),
        }
    }

    /// The keys of the store and of what is held, each once; and whether the store told its own.
    fn keys(&self) -> (Vec<String>, Result<(), StorageError>) {
        let (mut keys, told) = match self.store.keys() {
            Ok(keys) => (keys, Ok(())),
            Err(error) => (Vec::new(), Err(error)),
        };
        for key in self.held.keys().unwrap_or_default() {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        (keys, told)
    }

    fn read<T>(&self, kind: &Kind<T>) -> Read<T> {
        let mut found = Vec::new();
        let mut unreadable = Vec::new();
        for (key, text) in self.texts(kind.word) {
            match text.and_then(|text| (kind.read)(&text)) {
                Ok(record) => found.push(record),
                Err(error) => unreadable.push(Unreadable { key, error }),
            }
        }
        (found, unreadable)
    }

    /// The keys and texts of a kind of record; where the store does not tell its keys, one error.
    pub(super) fn texts(&self, word: &str) -> Vec<(String, Result<String, StorageError>)> {
        let prefix = self.key(word, "");
        let (keys, told) = self.keys();
        let mut texts = Vec::new();
        for key in keys.into_iter().filter(|key| key.starts_with(&prefix)) {
            if let Some(text) = self.text(&key).transpose() {
                texts.push((key, text));
            }
        }
        if let Err(error) = told {
            texts.push((prefix, Err(error)));
        }
        texts
    }

    fn save<T>(&self, kind: &Kind<T>, id: &str, record: &T) -> Result<(), StorageError> {
        let text = (kind.write)(record)?;
        let key = self.key(kind.word, id);
        // What stands there may have been written by a newer version in another tab, or be damaged: it stays.
        let free = match self.store.get(&key) {
            Ok(Some(old)) => (kind.read)(&old).map(|_| ()),
            _ => Ok(()),
        };
        self.put(&key, &text, free)
    }

    /// Writes a text where it may be written, and holds it where that fails.
    fn put(&self, key: &str, text: &str, free: Result<(), StorageError>) -> Result<(), StorageError> {
        let written = free.and_then(|()| self.store.set(key, text));
        match written {
            Ok(()) => self.held.remove(key)?,
            Err(_) => self.held.set(key, text)?,
        }
        written
    }

    pub(super) fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.held.remove(key)?;
        self.store.remove(key)
    }
}
