//! Records as they are written: JSON with a schema version, and the way from each version to the next.
//!
//! To change what is written, add a file for the new version, a pure function that turns the version before into it, a
//! line in `current`, and a frozen record of the old version under `tests/fixtures/records/`. Versions only count up.

mod v1;

use super::StorageError;
use crate::json::{self, Fields, Value};
use crate::response::{CheckIn, Draft, Therapist};

/// The version that is written.
pub const VERSION: u32 = 1;

/// The fields of a record in the current version, whatever version it was written in.
fn current(text: &str) -> Result<Fields, StorageError> {
    let fields = json::read(text).and_then(Value::fields);
    let mut fields = fields.ok_or(StorageError::Corrupt)?;
    match fields.count("schema") {
        Some(VERSION) => Ok(fields),
        Some(newer) if newer > VERSION => Err(StorageError::FromNewerVersion),
        _ => Err(StorageError::Corrupt),
    }
}

/// Reads a finished check-in.
pub fn read_check_in(text: &str) -> Result<CheckIn, StorageError> {
    v1::read_check_in(current(text)?).ok_or(StorageError::Corrupt)
}

/// Reads a check-in under way.
pub fn read_draft(text: &str) -> Result<Draft, StorageError> {
    v1::read_draft(current(text)?).ok_or(StorageError::Corrupt)
}

/// Reads a therapist's label.
pub fn read_therapist(text: &str) -> Result<Therapist, StorageError> {
    v1::read_therapist(current(text)?).ok_or(StorageError::Corrupt)
}

/// Writes a finished check-in.
pub fn write_check_in(check_in: &CheckIn) -> Result<String, StorageError> {
    v1::write_check_in(check_in)
}

/// Writes a check-in under way.
pub fn write_draft(draft: &Draft) -> Result<String, StorageError> {
    v1::write_draft(draft)
}

/// Writes a therapist's label.
pub fn write_therapist(therapist: &Therapist) -> Result<String, StorageError> {
    v1::write_therapist(therapist)
}

/// Reads a file of records, in whatever version it was written.
pub fn read_bundle(text: &str) -> Result<(Vec<CheckIn>, Vec<Therapist>), StorageError> {
    v1::read_bundle(current(text)?).ok_or(StorageError::Corrupt)
}

/// Writes a file of records.
pub fn write_bundle(check_ins: &[CheckIn], therapists: &[Therapist]) -> Result<String, StorageError> {
    v1::write_bundle(check_ins, therapists)
}
