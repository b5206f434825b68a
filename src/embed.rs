//! What JavaScript can call: mount, update, start, clear, unmount.
//!
//! The loader (`www/embed.js`) is its only caller. It joins the host page (`browser`) and the screens (`ui`), and knows
//! nothing of what a visitor answers.

use crate::browser::{self, Host, HtmlElement, ShadowRoot};
use crate::config::{self, Config, Warning};
use crate::i18n::Messages;
use crate::ui::state::{App, Resume};
use crate::ui::text::Text;
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
    warned: RefCell<Vec<Warning>>,
}

/// Puts the widget into the shadow root of `host` and fires `therapist-fit-ready`.
///
/// `tag` is the language the loader chose, `messages` the text of its messages file (none for English), `snapshot` what
/// the element's last removal left.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // wasm-bindgen hands optional texts over by value.
pub fn mount(
    host: HtmlElement,
    root: ShadowRoot,
    tag: &str,
    messages: Option<String>,
    snapshot: Option<Snapshot>,
) -> Mounted {
    browser::adopt_styles(&root, STYLES);
    let warned = RefCell::default();
    let config = configure(&host, &warned);
    let text = Text::new(tag, layered(tag, messages.as_deref()));
    let (container, had_focus) = browser::make_room(&root);
    let page = Host::new(host.clone(), root);
    let owner = Owner::new();
    let (app, view) = owner.with(|| {
        let app = App::new(page, config, text, snapshot.map(|snapshot| snapshot.0));
        let view = mount_to_renderer(&container, move || widget(app));
        (app, Box::new(view))
    });
    if had_focus {
        app.focus_start();
    }
    app.ready();
    Mounted {
        _view: view,
        owner,
        app,
        host,
        container,
        warned,
    }
}

#[wasm_bindgen]
impl Mounted {
    /// Takes up changed attributes, and another language where `tag` names one. No answer is lost.
    #[allow(clippy::needless_pass_by_value)] // As for `mount`.
    pub fn update(&self, tag: &str, messages: Option<String>) {
        let config = configure(&self.host, &self.warned);
        let messages = layered(tag, messages.as_deref());
        self.owner.with(|| self.app.update(config, tag, messages));
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

/// Reads the attributes; each wrong value is one warning to the owner, once.
fn configure(host: &HtmlElement, warned: &RefCell<Vec<Warning>>) -> Config {
    let (config, warnings) = config::read(|name| browser::attribute(host, name));
    let mut warned = warned.borrow_mut();
    for warning in warnings {
        if !warned.contains(&warning) {
            browser::warn(&warning.to_string());
            warned.push(warning);
        }
    }
    config
}

/// English, and over it the messages of the language; a file that can't be read leaves English, and the owner is told.
fn layered(tag: &str, messages: Option<&str>) -> Messages {
    let Some(text) = messages else {
        return Messages::english();
    };
    Messages::layered(text).unwrap_or_else(|| {
        browser::warn(&["therapist-fit: the messages of ", tag, " can't be read"].concat());
        Messages::english()
    })
}
