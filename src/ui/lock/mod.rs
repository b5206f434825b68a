//! The optional lock: asking for a passphrase, and turning the lock on and off.

mod verbs;

use crate::browser;
use crate::ui::kit::{El, block, classed, el, go, heading, quiet, say};
use crate::ui::model::Dialog;
use crate::ui::state::App;
use crate::ui::welcome;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// The shortest passphrase.
const SHORTEST: usize = 8;

/// What is said while a passphrase is hashed. Another press does nothing then.
const WORKING: u32 = 1;

/// What stands on the first screen while the check-ins are locked.
pub fn locked(app: App) -> Vec<El> {
    let said = RwSignal::new(0_u32);
    let (typed, field) = passphrase(app, "lock.passphrase", "current-password");
    let open = move || {
        if said.get_untracked() == WORKING {
            return;
        }
        said.set(WORKING);
        app.enter(typed.borrow().clone(), false, move || said.set(2));
    };
    let open = Rc::new(open);
    let by_enter = Rc::clone(&open);
    let field = on_enter(field, move || by_enter());
    let ways = [
        go(app, "button.unlock", move || open()),
        quiet(app, "button.without", move || {
            app.keep(true);
            // The first question says that nothing is kept.
            app.change(|model| model.unannounced = true);
            app.start();
        }),
        welcome::delete(app),
    ];
    vec![
        say(app, "", "lock.locked-text"),
        field,
        status(app, said, ["", "lock.working", "lock.wrong", ""]),
        block("row", ways),
    ]
}

/// Asks for a new passphrase, twice, and says what losing it means.
pub fn dialog(app: App) -> Vec<El> {
    let said = RwSignal::new(0_u32);
    let (typed, field) = passphrase(app, "lock.new", "new-password");
    let (again, repeated) = passphrase(app, "lock.again", "new-password");
    let lock = move || {
        if said.get_untracked() == WORKING {
            return;
        }
        let passphrase = typed.borrow().clone();
        if passphrase.chars().count() < SHORTEST {
            said.set(2);
        } else if passphrase != *again.borrow() {
            said.set(3);
        } else {
            said.set(WORKING);
            app.enter(passphrase, true, || ());
        }
    };
    let lock = Rc::new(lock);
    let [first, second] = [(); 2].map(|()| Rc::clone(&lock));
    let (field, repeated) = (on_enter(field, move || first()), on_enter(repeated, move || second()));
    let ways = [
        go(app, "button.lock-yes", move || lock()),
        quiet(app, "button.cancel", move || app.close_dialog()),
    ];
    vec![
        heading(app, 0, &app.get("lock.title")).attr("id", "dialog-title"),
        say(app, "", "lock.text"),
        say(app, "strong", "lock.final"),
        field,
        repeated,
        status(app, said, ["", "lock.working", "lock.short", "lock.differ"]),
        block("row", ways),
    ]
}

/// The button that turns the lock on or off; none where the browser can't lock.
pub fn switch(app: App) -> Option<El> {
    let (on, kept) = app.with(|model| (model.vault.is_some(), !model.is_fleeting()));
    if on {
        return Some(quiet(app, "button.lock-off", move || app.lock_off()));
    }
    (kept && browser::can_lock()).then(|| quiet(app, "button.lock", move || app.ask(Dialog::Lock)))
}

/// Enter in a field does what the button does.
fn on_enter(field: El, act: impl Fn() + 'static) -> El {
    field.on("keydown", move |event| {
        if browser::key(&event).name == "Enter" {
            act();
        }
    })
}

fn passphrase(app: App, label: &str, kind: &str) -> (Rc<RefCell<String>>, El) {
    let typed = Rc::new(RefCell::new(String::new()));
    let heard = Rc::clone(&typed);
    let input = classed("input", "text")
        .attr("type", "password")
        .attr("autocomplete", kind)
        .attr("dir", "auto")
        .on("input", move |event| *heard.borrow_mut() = browser::value(&event));
    let field = classed("label", "field wide")
        .child(classed("span", "small").text(app.get(label)))
        .child(input);
    (typed, field)
}

fn status(app: App, said: RwSignal<u32>, keys: [&'static str; 4]) -> El {
    let words = move || {
        let key = keys.get(usize::try_from(said.get()).unwrap_or_default());
        key.filter(|key| !key.is_empty())
            .map(|key| app.get(key))
            .unwrap_or_default()
    };
    el("p").attr("class", "missing").attr("role", "status").live_text(words)
}
