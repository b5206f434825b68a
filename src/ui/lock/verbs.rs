//! What the visitor does with the lock, and what other tabs do with it.

use crate::browser::{self, LockedStore, SETTLED};
use crate::storage::{StorageError, Store};
use crate::ui::model::{Dialog, Screen};
use crate::ui::state::App;
use std::rc::Rc;

impl App {
    /// Unlocks with a passphrase, or with `new` locks with it; `wrong` is told where it is not the right one.
    pub fn enter(&self, passphrase: String, new: bool, wrong: impl FnOnce() + 'static) {
        let app = *self;
        let (name, under) = self.with(|model| (model.records.lock_key(), Rc::clone(&model.store)));
        let failed = Rc::new(move |error| {
            if app.is_there() {
                app.fail(error);
            }
        });
        // Hashing takes its time. Who calls it off meanwhile has not locked anything.
        let wanted = move || app.is_there() && app.with(|model| model.dialog == Some(Dialog::Lock));
        browser::run(async move {
            let entered = LockedStore::enter(under, &name, &passphrase, new, &wanted, failed).await;
            // Who has gone on without what is locked meanwhile is not brought back.
            if !app.is_there() || (!new && !app.with(|model| model.locked)) {
                return;
            }
            match entered {
                Ok(vault) => app.entered(vault, new),
                Err(StorageError::Corrupt) if new && !wanted() => return,
                Err(StorageError::Corrupt) if new => {}
                Err(StorageError::Corrupt) => return wrong(),
                Err(error) => app.fail(error),
            }
            app.close_dialog();
            app.show(Screen::Welcome);
        });
    }

    fn entered(&self, vault: LockedStore, new: bool) {
        let draft = self.with(|model| model.draft.clone());
        self.use_store(Some(vault));
        if !new {
            // What was done without the lock, in memory, comes in.
            self.save_all();
        }
        self.load();
        self.change(|model| {
            model.draft = draft.or(model.draft.take());
            model.said = new.then_some("lock.done");
        });
        self.keep_draft();
        self.mend_all();
    }

    /// Turns the lock off.
    pub fn lock_off(&self) {
        // It is not ours any more when it is being taken off already.
        let vault = self.with(|model| model.vault.clone().filter(LockedStore::is_on));
        let (app, Some(vault)) = (*self, vault) else {
            return;
        };
        browser::run(async move {
            let done = vault.unlock_all().await;
            if !app.is_there() {
                return;
            }
            match done {
                Ok(()) => {
                    app.change(|model| model.former.push(vault.former()));
                    app.use_store(None);
                    app.changed_elsewhere();
                    app.change(|model| model.said = Some("lock.off"));
                }
                Err(error) => app.fail(error),
            }
            if app.with(|model| model.screen == Screen::Welcome) {
                app.show(Screen::Welcome);
            }
        });
    }

    /// Another tab has written, removed or locked something.
    pub fn hear(&self, key: Option<String>) {
        let (owned, lock, plain) = self.with(|model| {
            let lock = model.records.lock_key();
            let owned = model.keep == model.config.keep && model.records.owns(key.as_deref());
            (owned, lock, model.vault.is_none() && model.former.is_empty())
        });
        if !owned {
            return;
        }
        match key {
            Some(key) if key == lock => self.locked_elsewhere(),
            Some(_) if plain => self.take_up(),
            Some(key) => self.mend(vec![key]),
            // All of the storage was cleared, and a lock with it.
            None => self.catch_up(),
        }
    }

    /// Takes up records that are sealed, or may be for a lock that is gone.
    fn mend(&self, keys: Vec<String>) {
        let (vault, former) = self.with(|model| (model.vault.clone(), model.former.clone()));
        let app = *self;
        browser::run(async move {
            for key in keys {
                for former in &former {
                    former.rescue(&key).await;
                }
                if let Some(vault) = &vault {
                    vault.refresh(&key).await;
                }
            }
            if app.is_there() {
                app.take_up();
            }
        });
    }

    /// The same for all records, where a lock is gone; a while after, as another tab may be deleting them just now.
    fn mend_all(&self) {
        let (app, last) = (*self, self.with(|model| model.former.last().cloned()));
        browser::run(async move {
            browser::pause(SETTLED).await;
            if let (true, Some(Ok(keys))) = (app.is_there(), last.map(|last| last.records())) {
                app.mend(keys);
            }
        });
    }

    /// Takes up whatever other tabs have done, as while the element was off the page.
    pub fn catch_up(&self) {
        let same_lock = self.with(|model| match &model.vault {
            Some(vault) => vault.is_on(),
            None => matches!(model.store.get(&model.records.lock_key()), Ok(Some(_))) == model.locked,
        });
        if !same_lock {
            self.locked_elsewhere();
        } else if self.with(|model| model.vault.is_none()) {
            self.changed_elsewhere();
        }
    }

    /// Another tab has turned the lock on or off: this one asks for the passphrase, or goes on without. What is under way
    /// here waits in memory.
    fn locked_elsewhere(&self) {
        let draft = self.with(|model| model.draft.clone());
        self.change(|model| {
            model.former.extend(model.vault.as_ref().map(LockedStore::former));
            model.forget();
        });
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
        self.mend_all();
    }

    /// Goes on with the store open in this tab, or with the plain one.
    fn use_store(&self, vault: Option<LockedStore>) {
        self.change(|model| {
            let store: Rc<dyn Store> = match &vault {
                Some(vault) => Rc::new(vault.clone()),
                None => Rc::clone(&model.store),
            };
            model.records = model.records_in(store);
            model.vault = vault;
            model.locked = false;
        });
    }
}
