//! Records as they are written: JSON with a schema version, and the way from each version to the next.
//!
//! To change what is written, add a file for the new version with a pure [`Migration`] from the version before, a line in
//! `MIGRATIONS`, and a frozen record of the old version under `tests/fixtures/records/`. Versions only count up.

mod v1;

use super::StorageError;
use crate::json::{self, Fields, Value};
use crate::response::{CheckIn, Draft, Therapist};

/// A step from one version to the next: changes the fields of a record; none where they are not as they must be.
pub type Migration = fn(&mut Fields) -> Option<()>;

/// The steps, the one from version 1 to 2 first.
const MIGRATIONS: &[Migration] = &[];

/// The version that is written.
pub const VERSION: u32 = 1;

/// The fields of a record in the current version, whatever version it was written in.
fn current(text: &str) -> Result<Fields, StorageError> {
    let fields = json::read(text).and_then(Value::fields);
    let mut fields = fields.ok_or(StorageError::Corrupt)?;
    migrate(&mut fields, MIGRATIONS)?;
    Ok(fields)
}

/// Takes the version out of a record's fields and brings them to the one that `migrations` lead to.
pub fn migrate(fields: &mut Fields, migrations: &[Migration]) -> Result<(), StorageError> {
    let version = fields.count("schema").ok_or(StorageError::Corrupt)?;
    let done = version.checked_sub(1).and_then(|done| usize::try_from(done).ok());
    let done = done.ok_or(StorageError::Corrupt)?;
    let open = migrations.get(done..).ok_or(StorageError::FromNewerVersion)?;
    let migrated: Option<()> = open.iter().try_for_each(|migration| migration(fields));
    migrated.ok_or(StorageError::Corrupt)
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
