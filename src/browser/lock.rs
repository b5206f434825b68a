//! The optional lock: a store whose texts are sealed in the browser's storage and open in memory, for this tab only.
//!
//! A record is read as it is, sealed or not, so that a crash half-way through turning the lock on or off loses nothing; what
//! is found open is sealed at the next unlocking. What no key opens is left alone.

use super::crypto::{self, Key, ROUNDS};
use super::later::run;
use crate::storage::{MemoryStore, StorageError, Store};
use std::rc::Rc;

/// What the lock keeps beside the records, under its own key: format, rounds, salt, and a sealed text to try a key on.
const FORMAT: &str = "1";

/// The sealed text that tells whether a key is right.
const CHECK: &str = "open";

/// A store with a lock on it. Cloning copies the handle.
#[derive(Clone)]
pub struct LockedStore {
    under: Rc<dyn Store>,
    key: Rc<Key>,
    open: Rc<MemoryStore>,
    failed: Rc<dyn Fn(StorageError)>,
}

impl LockedStore {
    /// Opens what is locked under `name`; none if it is not the right passphrase. `failed` hears of writes that fail later.
    pub async fn unlock(
        under: Rc<dyn Store>,
        name: &str,
        passphrase: &str,
        failed: Rc<dyn Fn(StorageError)>,
    ) -> Option<Self> {
        let line = under.get(name).ok()??;
        let mut parts = line.splitn(4, '|');
        let (format, rounds, salt, check) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        if format != FORMAT {
            return None;
        }
        let key = Key::derive(passphrase, salt, rounds.parse().ok()?).await?;
        key.open(name, check).await?;
        let store = Self {
            under,
            key: Rc::new(key),
            open: Rc::default(),
            failed,
        };
        for (record, text) in store.records(name) {
            if crypto::is_sealed(&text) {
                store.refresh(&record).await;
            } else {
                let _ = store.set(&record, &text);
            }
        }
        Some(store)
    }

    /// Locks all records. Where there is no room for it, everything is as before.
    pub async fn lock(
        under: Rc<dyn Store>,
        name: &str,
        passphrase: &str,
        failed: Rc<dyn Fn(StorageError)>,
    ) -> Result<Self, StorageError> {
        let made = Self::make(under, name, passphrase, failed).await;
        let (store, line) = made.ok_or(StorageError::Unavailable)?;
        let mut sealed = Vec::new();
        for (record, text) in store.records(name) {
            if let Some(closed) = store.key.seal(&record, &text).await {
                sealed.push((record, text, closed));
            }
        }
        // From here on nothing waits, so that no other tab comes between.
        let mut done = store.under.set(name, &line);
        for (record, text, closed) in &sealed {
            let unchanged = store.under.get(record) == Ok(Some(text.clone()));
            if done.is_ok() && unchanged {
                store.open.set(record, text)?;
                done = store.under.set(record, closed);
            }
        }
        if done.is_err() {
            let _ = store.unlock_all(name);
        }
        done.map(|()| store)
    }

    async fn make(
        under: Rc<dyn Store>,
        name: &str,
        passphrase: &str,
        failed: Rc<dyn Fn(StorageError)>,
    ) -> Option<(Self, String)> {
        let salt = crypto::salt()?;
        let key = Key::derive(passphrase, &salt, ROUNDS).await?;
        let check = key.seal(name, CHECK).await?;
        let line = [FORMAT, &ROUNDS.to_string(), &salt, &check].join("|");
        let store = Self {
            under,
            key: Rc::new(key),
            open: Rc::default(),
            failed,
        };
        Some((store, line))
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

    /// Takes up a record that another tab has written or removed.
    pub async fn refresh(&self, record: &str) {
        let text = self.under.get(record).ok().flatten();
        let open = match &text {
            Some(text) => self.key.open(record, text).await,
            None => None,
        };
        let _ = match open {
            Some(open) => self.open.set(record, &open),
            None => self.open.remove(record),
        };
    }

    /// The records beside the lock: their keys and texts, as they stand in the storage.
    fn records(&self, name: &str) -> Vec<(String, String)> {
        let keys = self.under.keys().unwrap_or_default().into_iter();
        let ours = name.trim_end_matches(|letter| letter != ':');
        let records = keys.filter(|key| key.starts_with(ours) && key != name);
        let texts = records.filter_map(|key| Some((self.under.get(&key).ok()??, key)));
        texts.map(|(text, key)| (key, text)).collect()
    }
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
