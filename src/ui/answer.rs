//! The visitor's answers: picked, recorded, kept as a draft.

use crate::browser;
use crate::checklist::Form;
use crate::flow::{Step, default_form};
use crate::response::{Answer, CheckIn, Choice, Context, Draft, Raised, Response, Stage, TrustPast};
use crate::safety::{SafetyAnswer, SafetyAnswers};
use crate::ui::model::RECENTLY;
use crate::ui::state::App;

/// The value of the "can't tell yet" option.
pub const CANT_TELL: &str = "cant-tell";

impl App {
    /// The value picked at `step`, if any.
    pub fn picked(&self, step: &Step) -> Option<String> {
        self.with(|model| model.picked(step))
    }

    /// Records `value` as the answer to `step`, and keeps the draft.
    pub fn pick(&self, step: &Step, value: &str) {
        match step {
            Step::Therapist => self.pick_therapist(value),
            Step::Stage => {
                if let Some(stage) = Stage::from_id(value) {
                    self.pick_stage(stage);
                }
            }
            Step::Form => {
                let form = if value == Form::Full.id() {
                    Form::Full
                } else {
                    Form::Short
                };
                self.change(|model| model.form_chosen = true);
                self.respond(|response| response.form = form);
            }
            Step::Item(id) => self.answer(id, self.value_answer(value)),
            Step::Like => {
                let answer = self.value_answer(value);
                self.set_context(|context| context.like = Some(answer));
            }
            Step::TrustPast => {
                self.set_context(|context| context.trust_past = TrustPast::from_id(value));
            }
            Step::Choice => self.set_context(|context| context.choice = Choice::from_id(value)),
            Step::Raised(id) => {
                if let Some(outcome) = Raised::from_id(value) {
                    self.set_context(|context| {
                        context.raised.retain(|(known, _)| known != id);
                        context.raised.push((id.clone(), outcome));
                    });
                }
            }
            Step::RaisedRecently => {
                self.change(|model| model.when_raised = Some(value.to_owned()));
                self.set_context(|context| context.raised_recently = value == RECENTLY);
            }
            Step::Safety => {}
        }
        self.refresh();
    }

    /// Records a safety answer, in memory only.
    pub fn pick_safety(&self, question: &'static str, answer: Option<SafetyAnswer>) {
        self.change(|model| {
            let Some(id) = model.draft_id().map(str::to_owned) else {
                return;
            };
            if !model.safety.iter().any(|(of, _)| *of == id) {
                model.safety.push((id.clone(), SafetyAnswers::default()));
            }
            for (_, answers) in model.safety.iter_mut().filter(|(of, _)| *of == id) {
                answers.set(question, answer);
            }
        });
        self.refresh();
    }

    pub(super) fn pick_stage(&self, stage: Stage) {
        let now = browser::now();
        self.change(|model| {
            let form = default_form(&model.checklist, stage, model.config.form);
            match &mut model.draft {
                Some(draft) if draft.check_in.response.stage == stage => {}
                Some(draft) => {
                    draft.check_in.response.stage = stage;
                    draft.check_in.response.form = form;
                    model.form_chosen = false;
                }
                None => {
                    let therapist = model.therapist.clone().unwrap_or_else(|| model.newcomer.clone());
                    let check_in = CheckIn {
                        id: browser::new_id(),
                        therapist,
                        created: now,
                        checklist: model.checklist.id.clone(),
                        version: model.checklist.version,
                        response: Response::new(stage, form),
                        to_raise: Vec::new(),
                        note: String::new(),
                    };
                    model.draft = Some(Draft {
                        check_in,
                        updated: now,
                        at: 0,
                    });
                }
            }
        });
        self.keep_draft();
    }

    /// Answers an item, and tells the page how far the visitor is, if that has changed: what is skipped, can't be told or
    /// is thought over is nobody's affair.
    pub(super) fn answer(&self, id: &str, answer: Answer) {
        let counts = || {
            self.with(|model| {
                let response = &model.draft.as_ref()?.check_in.response;
                Some(model.count(response))
            })
        };
        let before = counts();
        self.respond(|response| response.answer(id, answer));
        if let Some((answered, total)) = counts().filter(|now| Some(*now) != before) {
            self.emit("progress", &[("answered", answered), ("total", total)]);
        }
    }

    pub(super) fn respond(&self, change: impl FnOnce(&mut Response)) {
        self.change(|model| {
            if let Some(draft) = &mut model.draft {
                change(&mut draft.check_in.response);
            }
        });
        self.keep_draft();
    }

    /// Changes what is said beside the items.
    pub(super) fn set_context(&self, change: impl FnOnce(&mut Context)) {
        self.respond(|response| change(&mut response.context));
    }

    /// Keeps the draft as it is now.
    pub(super) fn keep_draft(&self) {
        let draft = self.change(|model| {
            let draft = model.draft.as_mut()?;
            draft.updated = browser::now();
            if let Some(therapist) = &model.therapist {
                draft.check_in.therapist.clone_from(therapist);
            }
            Some(draft.clone())
        });
        // Before a first meeting there are no answers, so nothing is kept.
        if let Some(draft) = draft.filter(|draft| draft.check_in.response.form != Form::Prepare) {
            self.write(|records| records.save_draft(&draft));
        }
    }

    /// Forgets the draft.
    pub(super) fn drop_draft(&self) {
        if let Some(draft) = self.change(|model| model.draft.take()) {
            self.write(|records| records.delete_draft(&draft.check_in.id));
        }
    }

    fn value_answer(&self, value: &str) -> Answer {
        let checklist = self.checklist();
        let step = checklist.scale.iter().position(|id| id == value);
        step.and_then(|step| u8::try_from(step).ok())
            .map_or(Answer::CantTell, Answer::Step)
    }
}
