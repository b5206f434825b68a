//! What a site owner may rely on: slots, events, methods, custom properties and parts of the element. Attributes stand in
//! [`config`](crate::config), beside the code that reads them.
//!
//! One table, from which come the custom elements manifest and the types in `dist/`, and against which tests hold the
//! stylesheets, the screens, the loader and the README. It knows nothing of how any of it is done. What is listed here is
//! public: it changes only with a major version.

/// Something with a name, and what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its name.
    pub name: &'static str,
    /// What it is for, in a phrase.
    pub about: &'static str,
}

/// An event. All of them bubble, leave shadow roots, can't be cancelled, and carry no answer, score or band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name, with `therapist-fit-` in front.
    pub name: &'static str,
    /// When it is fired.
    pub about: &'static str,
    /// What its `detail` holds: names and TypeScript types. Nothing: `detail` is null.
    pub detail: &'static [(&'static str, &'static str)],
}

/// A custom property, and what holds without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// What it is for, in a phrase.
    pub about: &'static str,
    /// What holds without it, in words.
    pub default: &'static str,
}

macro_rules! described {
    ($($name:literal: $about:literal,)+) => { &[$(Described { name: $name, about: $about }),+] };
}

/// The slots. The one without a name comes first.
pub const SLOTS: &[Described] = described! {
    "": "What stands there until the widget runs, and where it cannot",
    "after-summary": "The owner's own call to action, under the result's heading",
    "help": "Further help lines, in the dialog that \"Need help now?\" opens",
};

/// The events.
pub const EVENTS: &[Event] = &[
    Event {
        name: "therapist-fit-ready",
        about: "The widget can be used",
        detail: &[],
    },
    Event {
        name: "therapist-fit-start",
        about: "The visitor begins, or goes on with, a check-in",
        detail: &[],
    },
    Event {
        name: "therapist-fit-progress",
        about: "The number of answered items has changed",
        detail: &[("answered", "number"), ("total", "number")],
    },
    Event {
        name: "therapist-fit-complete",
        about: "The result is showing",
        detail: &[],
    },
    Event {
        name: "therapist-fit-clear",
        about: "The visitor deleted a check-in, or everything",
        detail: &[],
    },
    Event {
        name: "therapist-fit-error",
        about: "The widget can't run",
        detail: &[(
            "code",
            "\"load-failed\" | \"no-webassembly\" | \"unsupported\" | \"checklist-invalid\"",
        )],
    },
];

/// The methods. None takes anything, or gives anything back.
pub const METHODS: &[Described] = described! {
    "start": "Goes to the first question, or on with a draft; has the widget fetched if need be",
    "clear": "Deletes everything that this widget keeps",
};

/// The custom properties.
pub const PROPERTIES: &[Property] = &[
    Property {
        name: "--tf-accent",
        about: "The one accent: buttons, bars, chosen answers",
        default: "a deep green, light on dark",
    },
    Property {
        name: "--tf-surface",
        about: "The background",
        default: "a warm white, dark on dark",
    },
    Property {
        name: "--tf-text",
        about: "The text",
        default: "nearly black, light on dark",
    },
    Property {
        name: "--tf-muted",
        about: "Text that stands back",
        default: "a grey of the same warmth",
    },
    Property {
        name: "--tf-border",
        about: "Thin lines",
        default: "a faint mixture of the text",
    },
    Property {
        name: "--tf-radius",
        about: "How round the corners are",
        default: "16px",
    },
    Property {
        name: "--tf-space",
        about: "The unit of all distances",
        default: "8px",
    },
    Property {
        name: "--tf-font",
        about: "The font",
        default: "that of the page",
    },
];

/// The parts, for `::part()`.
pub const PARTS: &[Described] = described! {
    "base": "The whole widget",
    "bar": "The line at the top: where the visitor is, help, the way out",
    "heading": "The heading of a screen",
    "go": "The one button that leads on",
    "plain": "A button beside it",
    "quiet": "A button that looks like a link",
    "leave": "The button that leaves quickly",
    "copy": "A button that copies; it is quiet too",
    "answer": "An answer to choose",
    "card": "A check-in in the list",
    "disclosure": "Something that opens on demand",
    "dialog": "A dialog over the screen",
    "safety": "The help that stands before a result",
    "parts": "The result, part by part",
    "raise": "What is worth raising",
    "change": "What has changed since last time",
    "course": "The course over time",
    "notes": "What the visitor can do next",
};
