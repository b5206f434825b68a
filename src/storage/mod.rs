//! What is kept: records, one for each key, so that two tabs never overwrite each other.
//!
//! It knows the wire format (`schema`) and any [`Store`], but not which store of the browser is used. What can't be read
//! is left as it is, never overwritten. Safety answers have no place here.

mod memory;
mod records;
pub mod schema;
mod upkeep;

pub use memory::MemoryStore;
pub use records::{Records, Unreadable};
pub use upkeep::Imported;

/// Where records are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// In the browser, until deleted.
    #[default]
    Local,
    /// In the browser, until the tab is closed.
    Session,
    /// In memory only.
    None,
}

/// Texts by key.
pub trait Store {
    /// The text under `key`.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Writes a text under `key`.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    /// Removes `key`; no error if there is none.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// All keys, others' among them.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// Why something could not be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// Storage is blocked or gone; the widget goes on in memory.
    Unavailable,
    /// There is no room left; the widget goes on in memory.
    Full,
    /// A record is damaged; it is left as it is.
    Corrupt,
    /// A record was written by a later version; it is left as it is.
    FromNewerVersion,
}

impl StorageError {
    /// The message that tells the visitor.
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Unavailable => "storage.unavailable",
            Self::Full => "storage.full",
            Self::Corrupt => "storage.corrupt",
            Self::FromNewerVersion => "storage.from-newer-version",
        }
    }
}
