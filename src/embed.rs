//! What JavaScript can call: mount, update, start, clear, unmount.
//!
//! The loader (`www/embed.js`) is its only caller. It joins the host page (`browser`) and the screens (`ui`), and knows
//! nothing of what a visitor answers.

use crate::browser::{self, Host, HtmlElement, ShadowRoot};
use crate::checklist::Checklist;
use crate::config::{self, Config};
use crate::i18n::Messages;
use crate::owner::{self, Files};
use crate::ui::state::{App, Resume};
use crate::ui::{STYLES, widget};
use leptos::mount::mount_to_renderer;
use leptos::prelude::Owner;
use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// What is needed to go on where a removed element was; made by [`Mounted::unmount`], taken by [`mount`].
#[wasm_bindgen]
pub struct Snapshot(Resume);

/// A widget on the page. Dropping it unmounts.
#[wasm_bindgen]
pub struct Mounted {
    // The order matters: the view goes before the signals that it reads.
    _view: Box<dyn Any>,
    owner: Owner,
    app: App,
    host: HtmlElement,
    container: HtmlElement,
    /// What the owner was told already.
    warned: RefCell<Vec<String>>,
}

/// Puts the widget into the shadow root of `host` and fires `therapist-fit-ready`.
///
/// `tag` is the language the loader chose, `language` the text of its messages file (none for English); `checklist` and
/// `messages` are the texts of the owner's own files, if there are any; `snapshot` is what the element's last removal left.
///
/// # Errors
/// What is wrong with the owner's checklist, in words for the owner; its `code` is `checklist-invalid`. Nothing is put up.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // wasm-bindgen hands optional texts over by value.
pub fn mount(
    host: HtmlElement,
    root: ShadowRoot,
    tag: &str,
    language: Option<String>,
    checklist: Option<String>,
    messages: Option<String>,
    snapshot: Option<Snapshot>,
) -> Result<Mounted, JsValue> {
    let warned = RefCell::default();
    let files = Files {
        language: language.as_deref(),
        messages: messages.as_deref(),
    };
    let (checklist, messages) = read(tag, checklist.as_deref(), files, &warned)?;
    browser::adopt_styles(&root, STYLES);
    let config = configure(&host, &warned);
    let (container, had_focus) = browser::make_room(&root);
    let page = Host::new(host.clone(), root);
    let owner = Owner::new();
    let (app, view) = owner.with(|| {
        let app = App::new(
            page,
            config,
            checklist,
            (tag, messages),
            snapshot.map(|snapshot| snapshot.0),
        );
        let view = mount_to_renderer(&container, move || widget(app));
        (app, Box::new(view))
    });
    if had_focus {
        app.focus_start();
    }
    app.ready();
    Ok(Mounted {
        _view: view,
        owner,
        app,
        host,
        container,
        warned,
    })
}

/// What is wrong with a checklist file, a line each; empty if it can be used.
#[wasm_bindgen]
pub fn check_checklist(file: &str) -> String {
    owner::checklist(Some(file)).map_or_else(|problems| owner::lines(&problems), |_| String::new())
}

#[wasm_bindgen]
impl Mounted {
    /// Takes up changed attributes, and another language or other files. No answer is lost.
    ///
    /// # Errors
    /// As for [`mount`]; then the widget stays as it was.
    #[allow(clippy::needless_pass_by_value)] // As for `mount`.
    pub fn update(
        &self,
        tag: &str,
        language: Option<String>,
        checklist: Option<String>,
        messages: Option<String>,
    ) -> Result<(), JsValue> {
        let files = Files {
            language: language.as_deref(),
            messages: messages.as_deref(),
        };
        let (checklist, messages) = read(tag, checklist.as_deref(), files, &self.warned)?;
        let config = configure(&self.host, &self.warned);
        self.owner.with(|| self.app.update(config, checklist, tag, messages));
        Ok(())
    }

    /// Goes to the first question, or on with the draft where there is one. Nothing happens while one is showing.
    pub fn start(&self) {
        self.owner.with(|| self.app.start_from_outside());
    }

    /// Deletes everything of this profile, for good.
    pub fn clear(&self) {
        self.owner.with(|| self.app.delete_everything());
    }

    /// Takes the widget off the page; the snapshot lets a later [`mount`] go on from here.
    pub fn unmount(self) -> Snapshot {
        let snapshot = Snapshot(self.app.resume());
        self.container.remove();
        snapshot
    }
}

/// Reads the attributes.
fn configure(host: &HtmlElement, warned: &RefCell<Vec<String>>) -> Config {
    let (config, warnings) = config::read(|name| browser::attribute(host, name));
    for warning in warnings {
        warn(warned, warning.to_string());
    }
    config
}

/// The checklist in a file, else the built-in one, and the words for it.
fn read(
    tag: &str,
    checklist: Option<&str>,
    files: Files,
    warned: &RefCell<Vec<String>>,
) -> Result<(Checklist, Messages), JsValue> {
    let read = owner::checklist(checklist)
        .map_err(|problems| browser::error("checklist-invalid", &["checklist\n", &owner::lines(&problems)].concat()))?;
    let (messages, warnings) = owner::messages(tag, &read, files);
    for warning in warnings {
        warn(warned, ["therapist-fit: ", &warning].concat());
    }
    Ok((read, messages))
}

/// Tells the owner something, once.
fn warn(warned: &RefCell<Vec<String>>, line: String) {
    let mut warned = warned.borrow_mut();
    if !warned.contains(&line) {
        browser::warn(&line);
        warned.push(line);
    }
}
