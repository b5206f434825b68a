//! What the visitor does with the lock, and what other tabs do with it.

use crate::browser::{self, LockedStore};
use crate::storage::{Records, StorageError, Store};
use crate::ui::model::Screen;
use crate::ui::state::App;
use std::rc::Rc;

impl App {
    /// Unlocks with a passphrase, and says whether it was the right one.
    pub fn unlock(&self, passphrase: String, told: impl Fn(bool) + 'static) {
        let (app, name) = (*self, self.with(|model| model.records.lock_key()));
        browser::run(async move {
            let under = app.with(|model| Rc::clone(&model.store));
            let vault = LockedStore::unlock(under, &name, &passphrase, app.listener()).await;
            told(vault.is_some());
            if let Some(vault) = vault {
                let draft = app.with(|model| model.draft.clone());
                app.enter(Some(vault));
                app.load();
                if draft.is_some() {
                    app.change(|model| model.draft = draft);
                    app.keep_draft();
                }
                app.show(Screen::Welcome);
            }
        });
    }

    /// Turns the lock on.
    pub fn lock(&self, passphrase: String) {
        let (app, name) = (*self, self.with(|model| model.records.lock_key()));
        browser::run(async move {
            let under = app.with(|model| Rc::clone(&model.store));
            match LockedStore::lock(under, &name, &passphrase, app.listener()).await {
                Ok(vault) => {
                    app.enter(Some(vault));
                    app.change(|model| model.said = Some("lock.done"));
                }
                Err(error) => app.fail(error),
            }
            app.close_dialog();
            app.show(Screen::Welcome);
        });
    }

    /// Turns the lock off.
    pub fn lock_off(&self) {
        let (name, vault) = self.with(|model| (model.records.lock_key(), model.vault.clone()));
        match vault.map_or(Ok(()), |vault| vault.unlock_all(&name)) {
            Ok(()) => {
                self.enter(None);
                self.change(|model| model.said = Some("lock.off"));
            }
            Err(error) => self.fail(error),
        }
        self.show(Screen::Welcome);
    }

    /// Another tab has written, removed or locked something.
    pub fn hear(&self, key: Option<String>) {
        let (owned, lock, vault) = self.with(|model| {
            let lock = model.records.lock_key();
            let owned = model.keep == model.config.keep && model.records.owns(key.as_deref());
            (owned, lock, model.vault.clone())
        });
        if !owned {
            return;
        }
        let app = *self;
        match (vault, key) {
            (_, Some(key)) if key == lock => self.locked_elsewhere(),
            (Some(vault), Some(key)) => browser::run(async move {
                vault.refresh(&key).await;
                app.changed_elsewhere();
            }),
            _ => self.changed_elsewhere(),
        }
    }

    /// Another tab has turned the lock on or off: this one asks for the passphrase, or goes on without. What is under way
    /// here waits in memory.
    fn locked_elsewhere(&self) {
        let draft = self.with(|model| model.draft.clone());
        self.change(|model| model.forget());
        self.reopen();
        if !self.with(|model| model.locked) {
            self.load();
        }
        self.change(|model| {
            if draft.is_some() {
                model.draft = draft;
            }
        });
        if self.with(|model| !model.locked) {
            self.keep_draft();
        }
        self.show(Screen::Welcome);
    }

    /// Goes on with the store open in this tab, or with the plain one.
    fn enter(&self, vault: Option<LockedStore>) {
        self.change(|model| {
            let store: Rc<dyn Store> = match &vault {
                Some(vault) => Rc::new(vault.clone()),
                None => Rc::clone(&model.store),
            };
            model.records = Records::new(store, &model.config.profile);
            model.vault = vault;
            model.locked = false;
        });
    }

    fn listener(&self) -> Rc<dyn Fn(StorageError)> {
        let app = *self;
        Rc::new(move |error| app.fail(error))
    }
}
