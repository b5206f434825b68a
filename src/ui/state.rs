//! The state of one widget, and the signals that say when to draw anew.
//!
//! The state is one plain struct, `Model`. Three counters are its only signals: each kind of signal costs the wasm
//! several kilobytes. Rules live in the core (`flow`, `scoring`, `guidance`); here they meet the records and the host
//! page. Screens read through `App::with` and call the verbs in `way` and `actions`; they change nothing themselves.

use crate::browser::{self, Host};
use crate::checklist::Checklist;
use crate::config::Config;
use crate::flow::{self, Setting, Step};
use crate::i18n::Messages;
use crate::response::{Response, Therapist};
use crate::storage::{Records, StorageError};
use crate::ui::model::{Model, Screen};
use crate::ui::text::Text;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// One widget. Cheap to copy: it holds handles.
#[derive(Clone, Copy)]
pub struct App {
    model: StoredValue<Rc<RefCell<Model>>, LocalStorage>,
    /// Counts up when another screen, or the same in other words, is to be drawn.
    pub(super) page: RwSignal<u32>,
    /// Counts up when a dialog opens or closes.
    pub(super) over: RwSignal<u32>,
    /// Counts up when something on the screen changes: a choice, a notice.
    pub(super) detail: RwSignal<u32>,
}

/// What survives an element's removal from the page, so that putting it back goes on where it was.
pub struct Resume(Rc<RefCell<Model>>);

impl App {
    /// A widget on `host`, going on from `resume` where there is one, else from what is kept. `tag` is the language.
    pub fn new(
        host: Host,
        config: Config,
        checklist: Checklist,
        (tag, messages): (&str, Messages),
        resume: Option<Resume>,
    ) -> Self {
        // What was answered to another checklist does not go on here; its draft is kept.
        let resume = resume.filter(|Resume(model)| *model.borrow().checklist == checklist);
        if let Some(Resume(model)) = resume {
            let app = Self::of(model);
            app.change(|model| {
                model.host = host;
                model.dialog = None;
                model.deleted = None;
                model.burst = None;
            });
            app.update(config, checklist, tag, messages);
            app.catch_up();
            app
        } else {
            let model = Model::new(host, config, checklist, Text::new(tag, messages));
            let app = Self::of(Rc::new(RefCell::new(model)));
            app.reopen();
            app.load();
            // The page may have been closed while a deletion could still be undone.
            app.forget_unused();
            app
        }
    }

    fn of(model: Rc<RefCell<Model>>) -> Self {
        Self {
            model: StoredValue::new_local(model),
            page: RwSignal::new(0),
            over: RwSignal::new(0),
            detail: RwSignal::new(0),
        }
    }

    /// Whether the widget is on the page still. Once it is off, its state can't be asked for.
    pub(super) fn is_there(&self) -> bool {
        !self.model.is_disposed()
    }

    /// What putting the element back needs. It holds nothing of the page, or neither could ever be thrown away.
    pub fn resume(&self) -> Resume {
        self.change(|model| model.host = Host::gone());
        Resume(self.model.get_value())
    }

    /// The state itself. Not inlined: it is asked for everywhere, and the wasm shall hold it once.
    #[inline(never)]
    fn model(&self) -> Rc<RefCell<Model>> {
        self.model.get_value()
    }

    /// The element on the page.
    pub(super) fn host(&self) -> Host {
        self.with(|model| model.host.clone())
    }

    /// Reads the state.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Model) -> T) -> T {
        read(&self.model().borrow())
    }

    /// Changes the state; the caller says what is to be drawn anew.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Model) -> T) -> T {
        change(&mut self.model().borrow_mut())
    }

    /// Reads what is kept, and notes what could not be read.
    pub(super) fn load(&self) {
        let records = self.with(|model| model.records.clone());
        self.retain(&records);
        // What could not be read before may be gone, or readable, by now.
        let passing = [StorageError::Corrupt, StorageError::FromNewerVersion].map(StorageError::message_key);
        self.change(|model| model.notices.retain(|key| !passing.contains(key)));
        let (check_ins, no_check_ins) = records.check_ins();
        let (drafts, no_drafts) = records.drafts();
        let (therapists, no_therapists) = records.therapists();
        for record in [no_check_ins, no_drafts, no_therapists].concat() {
            self.fail(record.error);
        }
        self.change(|model| {
            model.check_ins = check_ins;
            model.therapists = therapists;
            model.draft = drafts.into_iter().max_by_key(|draft| draft.updated);
            model.form_chosen = model.draft.is_some();
        });
        for id in self.known_therapists().into_iter().rev() {
            // In memory only: what is kept is not touched by reading it.
            let label = self.label(&id);
            self.change(|model| {
                if !model.therapists.iter().any(|known| known.id == id) {
                    model.therapists.push(Therapist { id, label });
                }
            });
        }
        self.refresh();
    }

    /// Takes up changed attributes and another language; no answer is lost.
    pub fn update(&self, config: Config, checklist: Checklist, tag: &str, messages: Messages) {
        let (same, moved, asks_other, retains_other) = self.with(|model| {
            let asks_other = *model.checklist != checklist;
            let same = model.config == config && model.text.is(tag, &messages) && !asks_other;
            let moved = model.config.keep != config.keep || model.config.profile != config.profile;
            let retains_other = model.config.retain_days != config.retain_days;
            (same, moved, asks_other, retains_other)
        });
        if same {
            return;
        }
        self.change(|model| {
            model.text = Rc::new(Text::new(tag, messages));
            if moved {
                model.keep = config.keep;
            }
            model.config = config;
            if asks_other {
                model.forget();
                model.checklist = Rc::new(checklist);
                model.screen = Screen::Welcome;
            }
        });
        if moved || asks_other {
            self.reopen();
            self.changed_elsewhere();
            if self.with(|model| matches!(model.screen, Screen::Ask(_))) {
                self.keep_draft();
            }
        }
        if retains_other {
            self.retain_anew();
        }
        self.redraw();
        self.redraw_dialog();
    }

    /// Opens the store that the model names.
    pub(super) fn reopen(&self) {
        let keep = self.with(|model| model.keep);
        let opened = browser::open(keep);
        self.change(|model| {
            model.notices.clear();
            model.blocked = opened.blocked;
            model.records = model.records_in(Rc::clone(&opened.store));
            let lock = opened.store.get(&model.records.lock_key());
            model.locked = matches!(lock, Ok(Some(_)));
            model.store = opened.store;
            model.vault = None;
            if model.locked {
                // Nothing is read or written past the lock.
                model.records = model.records_in(browser::memory());
            }
        });
        if opened.blocked {
            self.fail(StorageError::Unavailable);
        }
    }

    /// Writes to the records. Where that fails, the visitor is told and the widget goes on in memory.
    pub(super) fn write(&self, write: impl FnOnce(&Records) -> Result<(), StorageError>) {
        match self.with(|model| write(&model.records)) {
            Ok(()) => self.settle(),
            Err(error) => self.fail(error),
        }
    }

    /// Takes back the notice that there is no room, once everything new has found room.
    fn settle(&self) {
        let settled = self.change(|model| {
            let before = model.notices.len();
            if !model.records.is_failing() {
                let full = StorageError::Full.message_key();
                model.notices.retain(|key| *key != full);
            }
            model.notices.len() < before
        });
        if settled {
            self.refresh();
        }
    }

    /// Tells the visitor what went wrong with storage.
    pub(super) fn fail(&self, error: StorageError) {
        let key = error.message_key();
        self.change(|model| {
            if !model.notices.contains(&key) {
                model.notices.push(key);
            }
        });
        self.refresh();
    }

    /// Draws the screen anew.
    pub(super) fn redraw(&self) {
        self.page.update(|count| *count += 1);
    }

    /// Draws the dialog anew.
    pub(super) fn redraw_dialog(&self) {
        self.over.update(|count| *count += 1);
    }

    /// Draws anew what changed on the screen.
    pub(super) fn refresh(&self) {
        self.detail.update(|count| *count += 1);
    }

    /// The words of the visitor's language; a screen is drawn anew when it changes.
    pub fn text(&self) -> Rc<Text> {
        self.with(|model| Rc::clone(&model.text))
    }

    /// The message under `key`.
    pub fn get(&self, key: &str) -> String {
        self.text().get(key)
    }

    /// What is asked.
    pub fn checklist(&self) -> Rc<Checklist> {
        self.with(|model| Rc::clone(&model.checklist))
    }

    /// Whether the checklist is about therapy: else there is no stage, no therapist to name, and nothing on liking.
    pub fn about_therapy(&self) -> bool {
        self.with(|model| model.checklist.therapy)
    }

    /// The steps of the check-in under way.
    pub fn steps(&self) -> Vec<Step> {
        self.with(|model| {
            let response = model.draft.as_ref().map(|draft| &draft.check_in.response);
            let setting = Setting {
                returning: model.returning,
                offered: model.config.form,
                stage: response.map(|response| response.stage),
                form: response.map(|response| response.form),
                to_raise: model.to_follow_up(),
                raised: response.is_some_and(Response::raised_any),
            };
            flow::steps(&model.checklist, &setting)
        })
    }
}
