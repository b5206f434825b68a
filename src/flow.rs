//! Which question comes next: the order of the steps from the first choice to the result.
//!
//! Pure, so that the way through the checklist is tested on the host. It knows nothing of screens or words. To add a
//! question about the setting (not about the therapy), add a [`Step`] and its place in [`steps`].

use crate::checklist::{Checklist, Form};
use crate::config::FormChoice;
use crate::response::Stage;

/// One question of the way, each on a screen of its own; the safety page holds all its questions together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which therapist the check-in is about; asked once there are earlier check-ins.
    Therapist,
    /// How far along the visitor is.
    Stage,
    /// Short or full form, where the stage leaves a choice and the owner has not made it.
    Form,
    /// An item of the checklist, by its id.
    Item(String),
    /// "I like my therapist as a person."
    Like,
    /// "Trust is hard for me because of things in my past."
    TrustPast,
    /// "Could you change therapist if you wanted?"
    Choice,
    /// What came of an item that the last check-in marked to be brought up, by its id.
    Raised(String),
    /// Whether it was brought up under two sessions ago.
    RaisedRecently,
    /// The page of safety questions.
    Safety,
}

/// What decides the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Whether there are earlier check-ins, so that the therapist must be named.
    pub returning: bool,
    /// What the owner set for `form`.
    pub offered: FormChoice,
    /// The stage, once chosen.
    pub stage: Option<Stage>,
    /// The form, once chosen.
    pub form: Option<Form>,
    /// The items that the last check-in about the same therapist marked to be brought up.
    pub to_raise: Vec<String>,
    /// Whether any of them was brought up, so that it must be asked when.
    pub raised: bool,
}

/// The form a stage leads to when nobody chooses: the stage's only one, the owner's, or the short one where there is one.
pub fn default_form(checklist: &Checklist, stage: Stage, offered: FormChoice) -> Form {
    match stage {
        Stage::NotMet => Form::Prepare,
        Stage::MetOnce => Form::First,
        _ if offered == FormChoice::Full || checklist.short.is_none() => Form::Full,
        _ => Form::Short,
    }
}

/// The steps in their order, as far as they are known: before the stage is chosen, the way ends there. A checklist that is
/// not about therapy asks its items only; its stage is always a later one.
pub fn steps(checklist: &Checklist, setting: &Setting) -> Vec<Step> {
    let mut steps = Vec::new();
    let therapy = checklist.therapy;
    if setting.returning && therapy {
        steps.push(Step::Therapist);
    }
    if therapy {
        steps.push(Step::Stage);
    }
    let Some(stage) = setting.stage else {
        return steps;
    };
    if stage == Stage::NotMet {
        return steps;
    }
    let scored = stage != Stage::MetOnce;
    if scored && setting.offered == FormChoice::Ask && checklist.short.is_some() {
        steps.push(Step::Form);
    }
    let form = setting
        .form
        .unwrap_or_else(|| default_form(checklist, stage, setting.offered));
    steps.extend(checklist.items(form).map(|(_, item)| Step::Item(item.id.clone())));
    if therapy {
        steps.push(Step::Like);
        steps.push(Step::TrustPast);
    }
    if therapy && stage != Stage::Ended {
        steps.push(Step::Choice);
    }
    steps.extend(setting.to_raise.iter().cloned().map(Step::Raised));
    if setting.raised {
        steps.push(Step::RaisedRecently);
    }
    if therapy {
        steps.push(Step::Safety);
    }
    steps
}
