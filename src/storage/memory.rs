//! A store in memory: for "keep nothing", for blocked storage, and for tests.

use super::{StorageError, Store};
use std::cell::RefCell;

/// Texts by key, gone when the page is.
#[derive(Debug, Default)]
pub struct MemoryStore(RefCell<Vec<(String, String)>>);

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        let all = self.0.borrow();
        let found = all.iter().find(|(known, _)| known == key);
        Ok(found.map(|(_, value)| value.clone()))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.remove(key)?;
        let entry = (key.to_owned(), value.to_owned());
        self.0.borrow_mut().push(entry);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().retain(|(known, _)| known != key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.0.borrow().iter().map(|(key, _)| key.clone()).collect())
    }
}
