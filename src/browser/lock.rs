//! The optional lock: a store whose texts are sealed in the browser's storage and open in memory, for this tab only.
//!
//! A record is read as it is, sealed or not, so that a crash half-way through turning the lock on or off loses nothing; what
//! is found open is sealed at the next unlocking. What no key opens is left alone. Beside the records the lock keeps, under
//! its own key, the rounds, the salt and a sealed nothing to try a key on, with bars between.

use super::crypto::{self, Key, ROUNDS};
use super::later::{pause, run};
use crate::storage::{MemoryStore, StorageError, Store};
use std::rc::Rc;

/// After how many milliseconds every tab sees what one has written. Browsers take a few; this is plenty.
pub const SETTLED: u32 = 250;

/// A store with a lock on it. Cloning copies the handle.
#[derive(Clone)]
pub struct LockedStore {
    under: Rc<dyn Store>,
    /// The lock's own key, and what stands there while it is on.
    lock: Rc<(String, String)>,
    key: Rc<Key>,
    open: Rc<MemoryStore>,
    failed: Rc<dyn Fn(StorageError)>,
}

impl LockedStore {
    /// Opens what is locked under `name`; with `new`, locks it first. [`StorageError::Corrupt`]: not the right passphrase, or
    /// with `new`, not `wanted` any more when all is ready, or locked already.
    /// `failed` hears of writes that fail later; what could not be sealed then stays as it was.
    pub async fn enter(
        under: Rc<dyn Store>,
        name: &str,
        passphrase: &str,
        new: bool,
        wanted: &dyn Fn() -> bool,
        failed: Rc<dyn Fn(StorageError)>,
    ) -> Result<Self, StorageError> {
        let line = if new { begin() } else { under.get(name)? }.unwrap_or_default();
        let mut parts = line.split('|');
        let (rounds, salt, check) = (parts.next(), parts.next(), parts.next());
        let rounds = rounds.and_then(|rounds| rounds.parse().ok()).unwrap_or_default();
        let key = Key::derive(passphrase, salt.unwrap_or_default(), rounds).await;
        let key = key.ok_or(StorageError::Unavailable)?;
        let store = if new {
            let check = key.seal(name, "").await.ok_or(StorageError::Unavailable)?;
            let line = [line, check].join("|");
            // Another tab may have been first. What its key seals no other opens.
            if !wanted() || under.get(name)?.is_some() {
                return Err(StorageError::Corrupt);
            }
            under.set(name, &line)?;
            let store = Self::of(under, name, line, key, failed);
            // Two tabs at the same moment see one another's lock only after a while; one of them stays.
            pause(SETTLED).await;
            if store.is_on() && !wanted() {
                store.under.remove(name)?;
            }
            store
        } else if key.open(name, check.unwrap_or_default()).await.is_none() {
            return Err(StorageError::Corrupt);
        } else {
            Self::of(under, name, line, key, failed)
        };
        // It may be another lock by now, with another key.
        if !store.is_on() {
            return Err(StorageError::Corrupt);
        }
        for record in store.records()? {
            store.refresh(&record).await;
            if let Ok(Some(text)) = store.open.get(&record) {
                // What was not sealed yet is now.
                let sealed = store.under.get(&record)?.is_some_and(|text| crypto::is_sealed(&text));
                if !sealed {
                    store.set(&record, &text)?;
                }
            }
        }
        Ok(store)
    }

    fn of(under: Rc<dyn Store>, name: &str, line: String, key: Key, failed: Rc<dyn Fn(StorageError)>) -> Self {
        Self {
            under,
            lock: Rc::new((name.to_owned(), line)),
            key: Rc::new(key),
            open: Rc::default(),
            failed,
        }
    }

    /// The keys of all records under the lock.
    pub fn records(&self) -> Result<Vec<String>, StorageError> {
        let name = &self.lock.0;
        let ours = name.trim_end_matches(|letter| letter != ':');
        let mut keys = self.under.keys()?;
        keys.retain(|record| record.starts_with(ours) && record != name);
        Ok(keys)
    }

    /// Takes the lock off: all that is open is written as it is, and then the lock goes.
    pub async fn unlock_all(&self) -> Result<(), StorageError> {
        // Other tabs seal nothing more as soon as they see another lock; what they have sealed until then is taken up.
        self.under.set(&self.lock.0, &[&self.lock.1, "|"].concat())?;
        pause(SETTLED).await;
        let done = self.lay_open().await;
        if done.is_err() {
            // Then it stays locked.
            let _ = self.under.set(&self.lock.0, &self.lock.1);
        }
        done
    }

    async fn lay_open(&self) -> Result<(), StorageError> {
        for record in self.records()? {
            self.refresh(&record).await;
        }
        let open = self.open.keys()?;
        for record in &open {
            if let Some(text) = self.open.get(record)? {
                self.under.set(record, &text)?;
            }
        }
        self.under.remove(&self.lock.0)?;
        // What is still being sealed must not be written any more.
        open.iter().try_for_each(|record| self.open.remove(record))
    }

    /// Takes up a record as it stands in the storage now, sealed or, while another tab takes the lock off, as it is.
    pub async fn refresh(&self, record: &str) {
        let (text, known) = (self.under.get(record).ok().flatten(), self.open.get(record));
        let open = match text {
            Some(text) if crypto::is_sealed(&text) => self.key.open(record, &text).await,
            text => text,
        };
        if self.open.get(record) != known {
            // It was changed here meanwhile.
            return;
        }
        let _ = match open {
            Some(open) => self.open.set(record, &open),
            None => self.open.remove(record),
        };
    }

    /// The same with nothing open: what a tab keeps of a lock that is gone, for [`LockedStore::rescue`].
    #[must_use]
    pub fn former(&self) -> Self {
        Self {
            open: Rc::default(),
            ..self.clone()
        }
    }

    /// Writes a record as it is that was sealed for this lock when it was gone already: a tab learns of that a while after.
    pub async fn rescue(&self, record: &str) {
        let read = || self.under.get(record).ok().flatten();
        let Some(text) = read().filter(|text| crypto::is_sealed(text)) else {
            return;
        };
        let open = self.key.open(record, &text).await;
        let lock = self.under.get(&self.lock.0).ok().flatten();
        // One that is just being taken off may stay after all.
        let gone = !lock.is_some_and(|lock| lock.starts_with(&self.lock.1));
        if let (Some(open), true) = (open, gone && read() == Some(text)) {
            let _ = self.under.set(record, &open);
        }
    }

    /// Whether the lock is on, as far as the storage tells: another tab may have taken it off.
    pub fn is_on(&self) -> bool {
        self.under.get(&self.lock.0).ok().flatten().as_ref() == Some(&self.lock.1)
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
            if store.open.get(&key) != Ok(Some(value.clone())) {
                return;
            }
            // Nothing may be sealed that no lock is there to open.
            let text = if store.is_on() { sealed } else { Some(value) };
            let written = text.map_or(Err(StorageError::Unavailable), |text| store.under.set(&key, &text));
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
