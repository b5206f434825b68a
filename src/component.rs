//! The widget as a Leptos component, for applications that depend on this crate: no loader, nothing to fetch.
//!
//! It makes the element with its shadow root, hands its properties on as the attributes of the embed contract, and ends
//! the widget when the application takes it away. It knows nothing of the screens.

use crate::browser;
use crate::checklist::Checklist;
use crate::embed::{Mounted, mount};
use crate::owner::{self, Files};
use leptos::html::custom;
use leptos::prelude::*;

/// What the component puts on the page. Not the loader's element: on a page that has both, each keeps to its own. A name
/// with a hyphen, because only such an element may have attributes of its own.
pub const TAG: &str = "therapist-fit-component";

/// The checklist on the working relationship with a therapist.
///
/// Every property may be a value or a signal; the README says what each may hold. A wrong value is one warning in the
/// console, and the default is used. What the widget tells (`therapist-fit-complete` and the like) are events that bubble,
/// so an element around it hears them: `<div on:therapist-fit-complete=…>`. On the component itself Leptos would leave out
/// an event whose name has a hyphen.
#[component]
pub fn TherapistFit(
    /// The language tag of `messages`, such as `es`; of no use without them. English if there are none.
    #[prop(optional, into)]
    lang: MaybeProp<String>,
    /// The text of a messages file, such as [`i18n::SPANISH`](crate::i18n::SPANISH).
    #[prop(optional, into)]
    messages: MaybeProp<String>,
    /// The text of a checklist of your own; the built-in one without.
    #[prop(optional, into)]
    checklist: MaybeProp<String>,
    /// The text of a file with your own wording: message keys and texts.
    #[prop(optional, into)]
    wording: MaybeProp<String>,
    /// `auto`, `light` or `dark`.
    #[prop(optional, into)]
    theme: MaybeProp<String>,
    /// `ask`, `short` or `full`.
    #[prop(optional, into)]
    form: MaybeProp<String>,
    /// `local`, `session` or `none`.
    #[prop(optional, into)]
    storage: MaybeProp<String>,
    /// A short name that separates records on one origin.
    #[prop(optional, into)]
    profile: MaybeProp<String>,
    /// After how many days a check-in is deleted.
    #[prop(optional, into)]
    retain_days: MaybeProp<u32>,
    /// The country whose help lines come first, such as `GB`.
    #[prop(optional, into)]
    region: MaybeProp<String>,
    /// Where "Leave quickly" leads.
    #[prop(optional, into)]
    exit_url: MaybeProp<String>,
    /// The level of the widget's own headings, 1 to 6.
    #[prop(optional, into)]
    heading_level: MaybeProp<u8>,
    /// What stands in the slots: elements with `slot="after-summary"` or `slot="help"`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let attributes = move || {
        [
            ("theme", theme.get()),
            ("form", form.get()),
            ("storage", storage.get()),
            ("profile", profile.get()),
            ("retain-days", retain_days.get().map(|days| days.to_string())),
            ("region", region.get()),
            ("exit-url", exit_url.get()),
            ("heading-level", heading_level.get().map(|level| level.to_string())),
        ]
    };
    let host = NodeRef::new();
    // It goes with the component: dropping it takes the widget off the page.
    let running = StoredValue::new_local(None::<Mounted>);
    Effect::new(move || {
        let Some(host) = host.try_get().flatten() else {
            return;
        };
        let attributes = attributes();
        let (tag, messages) = language(lang.get(), messages.get());
        let (checklist, wording) = (checklist.get(), wording.get());
        // What the widget reads, and what the page does when it hears of it, is no matter of this effect.
        untrack(|| {
            for (name, value) in &attributes {
                browser::set_attribute(&host, name, value.as_deref());
            }
            browser::set_scheme(&host, theme.get().as_deref());
            let update = |it: &Mounted| it.update(&tag, messages.clone(), checklist.clone(), wording.clone());
            // None also where the component has gone meanwhile.
            let updated = running.try_with_value(|running| running.as_ref().map(update));
            let done = updated.flatten().unwrap_or_else(|| {
                let root = browser::open_root(&host);
                let (place, words) = (root.clone(), failed(&tag, messages.as_deref()));
                let made = apart(|| mount(host.clone(), root, &tag, messages, checklist, wording, None));
                let made = made.inspect_err(|error| browser::give_up(&host, &place, &words, error))?;
                running.try_update_value(|running| *running = Some(made));
                Ok(())
            });
            if let Err(error) = done {
                browser::warn_of(&error);
            }
        });
    });
    custom(TAG).node_ref(host).child(children.map(|children| children()))
}

/// What the visitor reads where the widget can't run.
fn failed(tag: &str, language: Option<&str>) -> String {
    let messages = None;
    let (words, _) = owner::messages(tag, &Checklist::alliance(), Files { language, messages });
    words.get("load.failed").to_owned()
}

/// The language to speak and its messages. Without messages there are no words but English ones.
fn language(tag: Option<String>, messages: Option<String>) -> (String, Option<String>) {
    let first = tag.as_ref().and_then(|tag| tag.split('-').next());
    let is_english = first.is_some_and(|first| first.eq_ignore_ascii_case("en"));
    let known = tag.filter(|_| messages.is_some() || is_english);
    (known.unwrap_or_else(|| "en".to_owned()), messages)
}

/// Makes something that the application's owners don't own. They would take the widget's signals away before its view,
/// which still reads them.
fn apart<T>(act: impl FnOnce() -> T) -> T {
    let outer = Owner::current();
    if let Some(owner) = outer.clone() {
        owner.unset();
    }
    let made = act();
    if let Some(owner) = outer {
        owner.set();
    }
    made
}
