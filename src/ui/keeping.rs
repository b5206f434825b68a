//! What is kept and how long: editing, deleting and bringing back, keeping nothing, taking in a file, other tabs.

use crate::browser;
use crate::response::CheckIn;
use crate::storage::{Keep, Records, StorageError};
use crate::ui::model::{Dialog, Screen};
use crate::ui::state::App;
use std::rc::Rc;
use std::time::Duration;

/// How long what other tabs change is gathered.
const BURST: Duration = Duration::from_millis(100);

/// How long a deleted check-in can be brought back.
const UNDO: Duration = Duration::from_secs(12);

impl App {
    /// Changes a finished check-in: as it is kept now, because another tab may have changed it meanwhile. One that was
    /// deleted there stays so.
    pub fn edit(&self, id: &str, change: impl FnOnce(&mut CheckIn)) {
        let Some(mut check_in) = self.with(|model| model.records.check_in(id)) else {
            return;
        };
        change(&mut check_in);
        self.write(|records| records.save_check_in(&check_in));
        self.change(|model| {
            if let Some(known) = model.check_ins.iter_mut().find(|known| known.id == id) {
                *known = check_in;
            }
        });
        self.refresh();
    }

    /// Deletes one check-in; for a few seconds it can be brought back.
    pub fn delete_check_in(&self, id: &str) {
        // It may be under way again.
        self.write(|records| records.delete_check_in(id).and(records.delete_draft(id)));
        let deleted = self.check_in(id);
        self.change(|model| {
            model.draft.take_if(|draft| draft.check_in.id == id);
            model.check_ins.retain(|check_in| check_in.id != id);
            model.deleted = deleted;
            model.said = Some("home.deleted-one");
        });
        self.emit("clear", &[]);
        self.show(Screen::Welcome);
        let id = id.to_owned();
        self.after(UNDO, move |app| {
            let over = app.change(|model| model.deleted.take_if(|deleted| deleted.id == id).is_some());
            if over {
                app.forget_unused();
                app.refresh();
            }
        });
    }

    /// Deletes the labels of therapists whom no check-in is about any more: a name shall not outlive them.
    pub(super) fn forget_unused(&self) {
        let unused = self.change(|model| {
            let before = model.therapists.len();
            let check_ins = &model.check_ins;
            model
                .therapists
                .retain(|known| check_ins.iter().any(|it| it.therapist == known.id));
            model.therapists.len() < before
        });
        if unused {
            self.write(Records::forget_unused_therapists);
        }
    }

    /// Brings back the check-in that was just deleted.
    pub fn undo_delete(&self) {
        let Some(check_in) = self.change(|model| model.deleted.take()) else {
            return;
        };
        self.write(|records| records.save_check_in(&check_in));
        self.load();
        self.change(|model| model.said = Some("home.undone"));
        self.show(Screen::Welcome);
    }

    /// Deletes everything of this profile for good: check-ins, drafts, labels.
    pub fn delete_everything(&self) {
        let done = self.clear_all();
        self.change(|model| {
            model.forget();
            if done.is_ok() {
                let blocked = StorageError::Unavailable.message_key();
                model.notices.retain(|key| *key == blocked);
            }
            model.said = done.is_ok().then_some("home.deleted");
        });
        self.emit("clear", &[]);
        self.show(Screen::Welcome);
    }

    /// Removes every key of this profile, the lock among them.
    fn clear_all(&self) -> Result<(), StorageError> {
        let done = self.with(|model| {
            let beneath = model.records_in(Rc::clone(&model.store));
            model.records.delete_everything().and(beneath.delete_everything())
        });
        match done {
            Ok(()) => self.change(|model| {
                model.vault = None;
                model.locked = false;
                model.records = model.records_in(Rc::clone(&model.store));
            }),
            Err(error) => self.fail(error),
        }
        done
    }

    /// Turns "don't keep anything on this device" on or off. Turning it on asks first where something is kept.
    pub fn keep_nothing(&self, nothing: bool) {
        if nothing && self.is_anything_kept() {
            self.ask(Dialog::KeepNothing);
        } else {
            self.keep(nothing);
        }
    }

    /// Whether there is any record, readable or not.
    pub fn is_anything_kept(&self) -> bool {
        self.with(|model| !model.records.is_empty())
    }

    /// Clears what is kept and goes on in memory, or keeps again what is in memory. On this page nothing is lost.
    pub fn keep(&self, nothing: bool) {
        // What is locked is not this visitor's to clear without asking; going on without it leaves it there.
        if nothing && !self.with(|model| model.locked) {
            let _ = self.clear_all();
        }
        self.change(|model| {
            model.keep = if nothing { Keep::None } else { model.config.keep };
        });
        self.reopen();
        self.save_all();
        if self.with(|model| model.locked) {
            // Keeping again, past the lock: the passphrase is asked for.
            self.show(Screen::Welcome);
        } else {
            self.refresh();
        }
    }

    /// Writes all that is in memory.
    pub(super) fn save_all(&self) {
        let (check_ins, therapists) = self.with(|model| (model.check_ins.clone(), model.therapists.clone()));
        self.write(|records| {
            // The labels come last: one that no check-in needs yet, another tab may delete.
            check_ins.iter().try_for_each(|it| records.save_check_in(it))?;
            therapists.iter().try_for_each(|it| records.save_therapist(it))
        });
        self.keep_draft();
    }

    /// Takes in the check-ins of a file that was saved here or elsewhere.
    pub fn import(&self, file: &str) {
        let taken = self.with(|model| model.records.import(file, &model.checklist.id));
        let said = match taken {
            Ok(counts) if counts.new > 0 => "load.done",
            Ok(counts) if counts.known == 0 => "load.other",
            Ok(_) => "load.nothing-new",
            Err(StorageError::FromNewerVersion) => "load.newer",
            Err(StorageError::Corrupt) => "load.broken",
            Err(error) => {
                self.fail(error);
                "load.no-room"
            }
        };
        self.load();
        self.change(|model| model.said = Some(said));
        self.show(Screen::Welcome);
    }

    /// Takes up what another tab has changed: the first change at once, and what comes within a moment of it together, as
    /// another tab may write a thousand records in one go.
    pub(super) fn take_up(&self) {
        if self.with(|model| model.locked) {
            // Nothing of it is shown, and the passphrase may be half typed.
            return;
        }
        let first = self.change(|model| {
            let first = model.burst.is_none();
            model.burst = Some(!first);
            first
        });
        if first {
            self.changed_elsewhere();
            self.after(BURST, |app| {
                if app.change(|model| model.burst.take()) == Some(true) {
                    app.take_up();
                }
            });
        }
    }

    /// Takes up what another tab has changed. A screen with questions stays as it is, and so does what they follow from.
    pub(super) fn changed_elsewhere(&self) {
        let seen = || {
            self.with(|model| {
                let kept = (model.check_ins.clone(), model.therapists.clone());
                (kept, model.draft.clone(), model.notices.clone())
            })
        };
        let (before, form_chosen) = (seen(), self.with(|model| model.form_chosen));
        self.load();
        let same = seen() == before;
        let (screen, gone) = self.with(|model| {
            let gone = matches!(&model.screen, Screen::Result(id) if !model.check_ins.iter().any(|it| it.id == *id));
            (model.screen.clone(), gone)
        });
        match screen {
            // What is drawn anew loses the focus, so nothing is without need.
            Screen::Welcome if same => {}
            Screen::Welcome => self.redraw(),
            Screen::Result(_) if gone => self.show(Screen::Welcome),
            // What is under way here is of this tab.
            screen => self.change(|model| {
                model.draft = before.1;
                model.form_chosen = form_chosen;
                if matches!(screen, Screen::Ask(_)) {
                    (model.check_ins, model.therapists) = before.0;
                }
            }),
        }
    }

    /// Takes up another time to keep. What is under way is in use, however old: it is kept, and no question is moved by
    /// what is deleted.
    pub(super) fn retain_anew(&self) {
        if self.with(|model| matches!(model.screen, Screen::Ask(_))) {
            let records = self.with(|model| model.records.clone());
            self.retain(&records);
            self.keep_draft();
        } else {
            self.changed_elsewhere();
        }
    }

    /// Deletes what is older than the owner lets it be kept.
    pub(super) fn retain(&self, records: &Records) {
        let days = self.with(|model| model.config.retain_days);
        if let Some(Err(error)) = days.map(|days| records.delete_older(browser::now(), days)) {
            self.fail(error);
        }
    }
}
