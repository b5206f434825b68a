//! Records by the lot: taken in from a file, and deleted when they are old or not needed any more.

use super::records::{CHECK_IN, DRAFT, Records, THERAPIST};
use super::{StorageError, schema};
use crate::response::Therapist;

/// A day in milliseconds.
const DAY: u64 = 86_400_000;

/// What came of taking in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many check-ins of the checklist were not known before.
    pub new: u32,
    /// How many were, and were left as they are.
    pub known: u32,
}

/// Whether a text from outside can be an id: it becomes part of a key.
fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

impl Records {
    /// Takes in the check-ins of a file that are of this checklist, and the labels they need: those whose id is not known
    /// yet. A letter that somebody else has here becomes the next free one. Nothing that is kept is overwritten, readable
    /// or not. Counts what is new and what was known, neither where nothing in the file is of this checklist; where a write
    /// fails, what was taken in before it stays.
    pub fn import(&self, file: &str, checklist: &str) -> Result<Imported, StorageError> {
        let (mut check_ins, therapists) = schema::read_bundle(file)?;
        let sound = check_ins
            .iter()
            .flat_map(|it| [&it.id, &it.therapist, &it.checklist])
            .chain(therapists.iter().map(|it| &it.id));
        if !sound.into_iter().all(|id| is_id(id)) {
            return Err(StorageError::Corrupt);
        }
        check_ins.retain(|it| it.checklist == checklist);
        let mut counts = Imported::default();
        for check_in in &check_ins {
            if self.has(CHECK_IN.word, &check_in.id)? {
                counts.known += 1;
            } else {
                self.save_check_in(check_in)?;
                counts.new += 1;
            }
        }
        // The labels come last: one that no check-in needs yet, another tab may delete.
        let (mut known, _) = self.therapists();
        for therapist in &therapists {
            let needed = check_ins.iter().any(|it| it.therapist == therapist.id);
            if needed && !self.has(THERAPIST.word, &therapist.id)? {
                let mut therapist = therapist.clone();
                let is_taken = known
                    .iter()
                    .any(|it| it.label == therapist.label && it.id != therapist.id);
                // Every device has its therapist A. A label of more than one letter is the visitor's own, and stays.
                if is_taken && therapist.label.len() == 1 {
                    therapist.label = Therapist::free_letter(&[&known, &*therapists].concat());
                }
                self.save_therapist(&therapist)?;
                known.push(therapist);
            }
        }
        Ok(counts)
    }

    /// Deletes the check-ins, finished or under way, that are older than `days` days at the time `now`, and the labels that
    /// nothing needs any more.
    pub fn delete_older(&self, now: u64, days: u32) -> Result<(), StorageError> {
        let oldest = now.saturating_sub(u64::from(days) * DAY);
        let check_ins = self.delete_where(CHECK_IN.word, &|text| {
            (CHECK_IN.read)(text).is_ok_and(|check_in| check_in.created < oldest)
        });
        let drafts = self.delete_where(DRAFT.word, &|text| {
            (DRAFT.read)(text).is_ok_and(|draft| draft.updated < oldest)
        });
        let labels = self.forget_unused_therapists();
        check_ins.and(drafts).and(labels)
    }

    /// Deletes the labels of therapists whom no check-in is about, finished or under way: a name that the visitor typed shall
    /// not outlive them. What can't be read, or is locked, may be about anyone, so then all labels stay.
    pub fn forget_unused_therapists(&self) -> Result<(), StorageError> {
        let (mut about, unreadable) = self.check_ins();
        let (drafts, unreadable_drafts) = self.drafts();
        if !unreadable.is_empty() || !unreadable_drafts.is_empty() {
            return Ok(());
        }
        about.extend(drafts.into_iter().map(|draft| draft.check_in));
        self.delete_where(THERAPIST.word, &|text| {
            (THERAPIST.read)(text).is_ok_and(|known| about.iter().all(|it| it.therapist != known.id))
        })
    }

    /// Deletes the records of a kind whose text is so. Where one can't be deleted, the others still are.
    fn delete_where(&self, word: &str, is_so: &dyn Fn(&str) -> bool) -> Result<(), StorageError> {
        let mut done = Ok(());
        for (key, text) in self.texts(word) {
            if text.is_ok_and(|text| is_so(&text)) {
                done = self.remove(&key).and(done);
            }
        }
        done
    }

    /// Whether something is in the store under this id, readable or not. What could not be written does not count: it may
    /// be tried again.
    fn has(&self, word: &str, id: &str) -> Result<bool, StorageError> {
        Ok(self.store.get(&self.key(word, id))?.is_some())
    }
}
