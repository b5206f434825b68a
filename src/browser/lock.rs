//! The optional lock: a store whose texts are sealed in the browser's storage and open in memory, for this tab only.
//!
//! A record is read as it is, sealed or not, so that a crash half-way through turning the lock on or off loses nothing; what
//! is found open is sealed at the next unlocking. What no key opens is left alone. Beside the records the lock keeps, under
//! its own key, the rounds, the salt and a sealed nothing to try a key on, with bars between.

use super::crypto::{self, Key, ROUNDS};
use super::later::run;
use crate::storage::{MemoryStore, StorageError, Store};
use std::rc::Rc;

/// A store with a lock on it. Cloning copies the handle.
#[derive(Clone)]
pub struct LockedStore {
    under: Rc<dyn Store>,
    key: Rc<Key>,
    open: Rc<MemoryStore>,
    failed: Rc<dyn Fn(StorageError)>,
}

impl LockedStore {
    /// Opens what is locked under `name`; with `new`, locks it first. [`StorageError::Corrupt`]: not the right passphrase.
    /// `failed` hears of writes that fail later; what could not be sealed then stays as it was.
    pub async fn enter(
        under: Rc<dyn Store>,
        name: &str,
        passphrase: &str,
        new: bool,
        failed: Rc<dyn Fn(StorageError)>,
    ) -> Result<Self, StorageError> {
        let line = if new { begin() } else { under.get(name)? };
        let mut parts = line.iter().flat_map(|line| line.split('|'));
        let (rounds, salt, check) = (parts.next(), parts.next(), parts.next());
        let rounds = rounds.and_then(|rounds| rounds.parse().ok()).unwrap_or_default();
        let key = Key::derive(passphrase, salt.unwrap_or_default(), rounds).await;
        let key = key.ok_or(StorageError::Unavailable)?;
        if new {
            let check = key.seal(name, "").await.ok_or(StorageError::Unavailable)?;
            under.set(name, &[&line.unwrap_or_default(), "|", &check].concat())?;
        } else if key.open(name, check.unwrap_or_default()).await.is_none() {
            return Err(StorageError::Corrupt);
        }
        let store = Self {
            under,
            key: Rc::new(key),
            open: Rc::default(),
            failed,
        };
        let ours = name.trim_end_matches(|letter| letter != ':');
        for record in store.under.keys()? {
            if record.starts_with(ours) && record != name {
                store.refresh(&record).await;
            }
        }
        Ok(store)
    }

    /// Takes the lock off: all that is open is written as it is, and then the lock goes.
    pub fn unlock_all(&self, name: &str) -> Result<(), StorageError> {
        for record in self.open.keys()? {
            if let Some(text) = self.open.get(&record)? {
                self.under.set(&record, &text)?;
            }
        }
        self.under.remove(name)
    }

    /// Takes up a record as it stands in the storage now: opens it, or seals it if it is not sealed.
    pub async fn refresh(&self, record: &str) {
        let text = self.under.get(record).ok().flatten().unwrap_or_default();
        let _ = if crypto::is_sealed(&text) {
            match self.key.open(record, &text).await {
                Some(open) => self.open.set(record, &open),
                None => self.open.remove(record),
            }
        } else if text.is_empty() {
            self.open.remove(record)
        } else {
            self.set(record, &text)
        };
    }
}

/// What a new lock begins with: how often the passphrase is hashed, and the salt.
fn begin() -> Option<String> {
    Some([&ROUNDS.to_string(), "|", &crypto::salt()?].concat())
}

impl Store for LockedStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self.open.get(key)? {
            Some(text) => Ok(Some(text)),
            // What this key does not open is not ours to overwrite.
            None => self.under.get(key),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.open.set(key, value)?;
        let (store, key, value) = (self.clone(), key.to_owned(), value.to_owned());
        run(async move {
            let sealed = store.key.seal(&key, &value).await;
            // It may have been changed again, or deleted, while it was being sealed.
            if store.open.get(&key) != Ok(Some(value)) {
                return;
            }
            let written = sealed.map_or(Err(StorageError::Unavailable), |sealed| store.under.set(&key, &sealed));
            if let Err(error) = written {
                (store.failed)(error);
            }
        });
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.open.remove(key)?;
        self.under.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let mut keys = self.under.keys()?;
        for key in self.open.keys()? {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        Ok(keys)
    }
}
