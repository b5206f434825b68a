//! JSON: the records as they are kept, in one file that can be loaded again, here or on another device.

use super::Export;
use crate::storage::schema;

/// The check-ins and the therapists they are about.
pub fn check_ins(export: &Export) -> Option<String> {
    schema::write_bundle(export.check_ins, export.therapists).ok()
}
