//! An application with the widget as a component: put up, taken away, in another language, twice on a page. It knows of
//! the widget only what an owner can rely on.
#![cfg(target_arch = "wasm32")]

use leptos::ev::Event;
use leptos::prelude::*;
use therapist_fit::{TherapistFit, i18n};
use wasm_bindgen::prelude::wasm_bindgen;

/// Puts the application into the page.
#[wasm_bindgen(start)]
pub fn start() {
    mount_to_body(App);
}

/// The whole application.
#[component]
fn App() -> impl IntoView {
    let shown = RwSignal::new(true);
    let spanish = RwSignal::new(false);
    let finished = RwSignal::new(0);
    let lang = Signal::derive(move || spanish.get().then(|| "es".to_owned()));
    let messages = Signal::derive(move || spanish.get().then(|| i18n::SPANISH.to_owned()));
    view! {
        <main on:therapist-fit-complete=move |_: Event| finished.update(|count| *count += 1)>
            <h1>"An application"</h1>
            <button id="toggle" on:click=move |_| shown.update(|shown| *shown = !*shown)>
                {move || if shown.get() { "Hide" } else { "Show" }}
            </button>
            <button id="language" on:click=move |_| spanish.update(|spanish| *spanish = !*spanish)>
                {move || if spanish.get() { "English" } else { "Español" }}
            </button>
            <p id="finished">{move || finished.get()} " finished"</p>
            <Show when=move || shown.get()>
                <TherapistFit form="short" lang messages />
            </Show>
            <h2>"Another, with records of its own"</h2>
            <TherapistFit profile="other" theme="dark" heading_level=3>
                <p slot="help">"Call the front desk"</p>
            </TherapistFit>
        </main>
    }
}
