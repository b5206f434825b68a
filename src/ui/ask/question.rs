//! What a step asks: its words and options.

use crate::checklist::Form;
use crate::flow::Step;
use crate::response::{Choice, Raised, Stage, TrustPast};
use crate::ui::answer::CANT_TELL;
use crate::ui::model::RECENTLY;
use crate::ui::state::App;

/// An option to pick.
pub struct Choosable {
    /// What is recorded.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it stands apart from the scale.
    pub apart: bool,
}

impl Choosable {
    /// An option of the scale.
    pub fn new(value: &str, label: String) -> Self {
        Self {
            value: value.to_owned(),
            label,
            apart: false,
        }
    }
}

/// The words and options of one step.
pub struct Question {
    /// Above the prompt: the section, or that it is not scored.
    pub about: String,
    /// The prompt.
    pub prompt: String,
    /// Under the prompt: how to read the options.
    pub hint: String,
    /// The options, in their order.
    pub options: Vec<Choosable>,
    /// Whether it may be left out.
    pub skippable: bool,
}

impl Question {
    /// The question of `step`.
    pub fn of(app: App, step: &Step) -> Self {
        match step {
            Step::Item(id) => Self::item(app, id),
            Step::Like => Self {
                hint: app.get(scale_prompt(app)),
                options: scale(app),
                ..Self::context(app, "like")
            },
            Step::TrustPast => Self {
                options: TrustPast::ALL
                    .iter()
                    .map(|answer| option(app, "context.trust-past.", answer.id()))
                    .collect(),
                ..Self::context(app, "trust-past")
            },
            Step::Choice => Self {
                options: Choice::ALL
                    .iter()
                    .map(|answer| option(app, "context.choice.", answer.id()))
                    .collect(),
                ..Self::context(app, "choice")
            },
            Step::Raised(id) => Self {
                options: Raised::ALL
                    .iter()
                    .map(|outcome| option(app, "raised.", outcome.id()))
                    .collect(),
                about: app.get("raised.about"),
                skippable: true,
                ..Self::plain(
                    app.text()
                        .format("raised.prompt", &[("starter", &app.text().starter(id))]),
                )
            },
            Step::RaisedRecently => Self {
                options: vec![
                    option(app, "raised-when.", RECENTLY),
                    option(app, "raised-when.", "longer-ago"),
                ],
                skippable: true,
                ..Self::setting(app, "raised-when")
            },
            Step::Therapist => Self {
                options: app.therapist_options(),
                ..Self::setting(app, "therapist")
            },
            Step::Form => Self {
                options: vec![form(app, Form::Short), form(app, Form::Full)],
                hint: app.get("form.hint"),
                ..Self::setting(app, "form")
            },
            Step::Stage | Step::Safety => Self {
                options: Stage::ALL
                    .iter()
                    .map(|stage| option(app, "stage.", stage.id()))
                    .collect(),
                ..Self::setting(app, "stage")
            },
        }
    }

    fn item(app: App, id: &str) -> Self {
        let checklist = app.checklist();
        let section = checklist
            .sections
            .iter()
            .find(|section| section.items.iter().any(|item| item.id == id))
            .map_or("", |section| &section.id);
        let text = app.text();
        Self {
            about: text.of("section.", section),
            prompt: text.of("item.", id),
            hint: text.get(scale_prompt(app)),
            options: scale(app),
            skippable: true,
        }
    }

    fn context(app: App, id: &str) -> Self {
        Self {
            about: app.get("context.about"),
            skippable: true,
            ..Self::plain(app.text().of("context.", id))
        }
    }

    fn setting(app: App, id: &str) -> Self {
        Self::plain(app.get(&[id, ".prompt"].concat()))
    }

    fn plain(prompt: String) -> Self {
        Self {
            about: String::new(),
            prompt,
            hint: String::new(),
            options: Vec::new(),
            skippable: false,
        }
    }
}

fn scale_prompt(app: App) -> &'static str {
    match app.stage() {
        Some(Stage::Ended) => "scale.prompt-ended",
        _ => "scale.prompt",
    }
}

fn scale(app: App) -> Vec<Choosable> {
    let mut options: Vec<Choosable> = app
        .checklist()
        .scale
        .iter()
        .map(|answer| option(app, "scale.", answer))
        .collect();
    options.push(Choosable {
        apart: true,
        ..option(app, "scale.", CANT_TELL)
    });
    options
}

fn option(app: App, prefix: &str, id: &str) -> Choosable {
    Choosable::new(id, app.text().of(prefix, id))
}

fn form(app: App, form: Form) -> Choosable {
    let text = app.text();
    let count = u32::try_from(app.checklist().items(form).count()).unwrap_or_default();
    let id = form.id();
    let label = text.format(&["form.", id].concat(), &[("n", &text.number(count))]);
    Choosable::new(id, label)
}
