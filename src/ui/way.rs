//! The visitor's verbs on the way from start to result: pick an answer, go on, go back, skip, finish.

use crate::browser;
use crate::checklist::Form;
use crate::flow::{Step, default_form};
use crate::response::{Answer, CheckIn, Choice, Context, Draft, Response, Stage, TrustPast};
use crate::safety::{self, SafetyAnswer, SafetyAnswers};
use crate::scoring::{self, Summary};
use crate::ui::state::{App, Model, Screen};
use leptos::prelude::set_timeout_with_handle;
use std::time::Duration;

/// How long a picked answer is seen before the next question comes.
const MOVE_ON: Duration = Duration::from_millis(220);

/// The value of the "can't tell yet" option.
pub const CANT_TELL: &str = "cant-tell";

impl App {
    /// Begins a new check-in.
    pub fn start(&self) {
        self.drop_draft();
        self.change(|model| {
            model.form_chosen = false;
            model.therapist = None;
        });
        self.emit("start", &[]);
        self.show(Screen::Ask(0));
    }

    /// Goes on with the draft, or begins where there is none.
    pub fn resume_draft(&self) {
        let Some(at) = self.change(|model| {
            let draft = model.draft.as_ref()?;
            model.therapist = Some(draft.check_in.therapist.clone());
            Some(draft.at)
        }) else {
            return self.start();
        };
        self.emit("start", &[]);
        self.show(Screen::Ask(at.min(self.steps().len().saturating_sub(1))));
    }

    /// The value picked at `step`, if any.
    pub fn picked(&self, step: &Step) -> Option<String> {
        self.with(|model| model.picked(step))
    }

    /// Records `value` as the answer to `step`, and keeps the draft.
    pub fn pick(&self, step: &Step, value: &str) {
        match step {
            Step::Therapist => self.change(|model| model.therapist = Some(value.to_owned())),
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
            Step::Safety => {}
        }
        self.refresh();
    }

    /// Picks by a pointer or a number key: shows the choice for a moment, then goes on.
    pub fn move_on(&self, at: usize) {
        self.stay();
        let app = *self;
        let move_on = move || {
            if app.with(|model| model.screen == Screen::Ask(at)) {
                app.next(at);
            }
        };
        let timer = set_timeout_with_handle(move_on, MOVE_ON).ok();
        self.change(|model| model.timer = timer);
    }

    /// Calls off a pending [`App::move_on`].
    fn stay(&self) {
        if let Some(timer) = self.change(|model| model.timer.take()) {
            timer.clear();
        }
    }

    /// Goes on from the step at `at`; false where it waits for an answer.
    pub fn next(&self, at: usize) -> bool {
        self.stay();
        let steps = self.steps();
        let Some(step) = steps.get(at) else {
            return false;
        };
        if *step == Step::Safety {
            self.finish();
        } else if self.with(|model| model.picked(step).is_none() && !model.was_skipped(step)) {
            return false;
        } else {
            self.go_to(at + 1);
        }
        true
    }

    /// Leaves the step at `at` without an answer.
    pub fn skip(&self, at: usize) {
        self.stay();
        match self.steps().get(at) {
            Some(Step::Item(id)) => self.answer(id, Answer::Skip),
            Some(Step::Like) => self.set_context(|context| context.like = Some(Answer::Skip)),
            Some(Step::TrustPast) => self.set_context(|context| context.trust_past = None),
            Some(Step::Choice) => self.set_context(|context| context.choice = None),
            Some(Step::Safety) => {
                self.change(|model| {
                    let id = model.draft_id().map(str::to_owned);
                    model.safety.retain(|(of, _)| Some(of) != id.as_ref());
                });
                return self.finish();
            }
            _ => {}
        }
        self.go_to(at + 1);
    }

    /// Goes back from the step at `at`.
    pub fn back(&self, at: usize) {
        self.stay();
        match at.checked_sub(1) {
            Some(before) => self.go_to(before),
            None => self.show(Screen::Welcome),
        }
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

    /// A check-in, worked out.
    pub fn summary(&self, check_in: &CheckIn) -> Summary {
        self.with(|model| {
            let urgent = model.safety_of(&check_in.id).is_some_and(safety::urgent);
            scoring::summarize(&model.checklist, &check_in.response, urgent)
        })
    }

    fn go_to(&self, at: usize) {
        let last = self.steps().len().saturating_sub(1);
        let prepare = self.with(|model| {
            let form = model.draft.as_ref().map(|draft| draft.check_in.response.form);
            form == Some(Form::Prepare)
        });
        if at > last && prepare {
            self.drop_draft();
            return self.show(Screen::Prepare);
        }
        let at = at.min(last);
        self.change(|model| {
            model.unannounced = false;
            if let Some(draft) = &mut model.draft {
                draft.at = at;
            }
        });
        self.keep_draft();
        self.show(Screen::Ask(at));
    }

    fn pick_stage(&self, stage: Stage) {
        let now = browser::now();
        self.change(|model| {
            let form = default_form(stage, model.config.form);
            match &mut model.draft {
                Some(draft) if draft.check_in.response.stage == stage => {}
                Some(draft) => {
                    draft.check_in.response.stage = stage;
                    draft.check_in.response.form = form;
                    model.form_chosen = false;
                }
                None => {
                    let check_in = CheckIn {
                        id: browser::new_id(),
                        therapist: "a".to_owned(),
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
                        at: usize::from(!model.check_ins.is_empty()),
                    });
                }
            }
        });
        self.keep_draft();
    }

    fn answer(&self, id: &str, answer: Answer) {
        self.respond(|response| response.answer(id, answer));
        let counts = self.with(|model| {
            let response = &model.draft.as_ref()?.check_in.response;
            Some(model.count(response))
        });
        if let Some((answered, total)) = counts {
            self.emit("progress", &[("answered", answered), ("total", total)]);
        }
    }

    fn respond(&self, change: impl FnOnce(&mut Response)) {
        self.change(|model| {
            if let Some(draft) = &mut model.draft {
                change(&mut draft.check_in.response);
            }
        });
        self.keep_draft();
    }

    fn set_context(&self, change: impl FnOnce(&mut Context)) {
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

    fn drop_draft(&self) {
        if let Some(draft) = self.change(|model| model.draft.take()) {
            self.write(|records| records.delete_draft(&draft.check_in.id));
        }
    }

    /// The draft becomes a check-in and its result is shown.
    fn finish(&self) {
        let Some(draft) = self.change(|model| model.draft.take()) else {
            return;
        };
        let mut check_in = draft.check_in;
        check_in.created = browser::now();
        let id = check_in.id.clone();
        // The check-in is written before the draft goes, so that a failure between the two loses nothing.
        self.write(|records| {
            records.save_check_in(&check_in)?;
            records.delete_draft(&id)
        });
        self.change(|model| model.check_ins.insert(0, check_in));
        self.emit("complete", &[]);
        self.show(Screen::Result(id));
    }

    /// Fires the event `therapist-fit-<name>` on the host element. Never with an answer, a score or a band.
    pub(super) fn emit(&self, name: &str, detail: &[(&str, u32)]) {
        // Listeners may call back into the widget, so the state is not borrowed while they run.
        let host = self.with(|model| model.host.clone());
        host.emit(&["therapist-fit-", name].concat(), detail);
    }

    fn value_answer(&self, value: &str) -> Answer {
        let checklist = self.checklist();
        let step = checklist.scale.iter().position(|id| id == value);
        step.and_then(|step| u8::try_from(step).ok())
            .map_or(Answer::CantTell, Answer::Step)
    }
}

impl Model {
    fn picked(&self, step: &Step) -> Option<String> {
        if *step == Step::Therapist {
            return self.therapist.clone();
        }
        let response = &self.draft.as_ref()?.check_in.response;
        let context = &response.context;
        match step {
            Step::Stage => Some(response.stage.id().to_owned()),
            Step::Form => self.form_chosen.then(|| response.form.id().to_owned()),
            Step::Item(id) => self.answer_value(response.get(id)?),
            Step::Like => self.answer_value(context.like?),
            Step::TrustPast => Some(context.trust_past?.id().to_owned()),
            Step::Choice => Some(context.choice?.id().to_owned()),
            Step::Therapist | Step::Safety => None,
        }
    }

    fn was_skipped(&self, step: &Step) -> bool {
        let response = self.draft.as_ref().map(|draft| &draft.check_in.response);
        let answer = match step {
            Step::Item(id) => response.and_then(|response| response.get(id)),
            Step::Like => response.and_then(|response| response.context.like),
            _ => None,
        };
        answer == Some(Answer::Skip)
    }

    fn answer_value(&self, answer: Answer) -> Option<String> {
        match answer {
            Answer::Step(step) => self.checklist.scale.get(usize::from(step)).cloned(),
            Answer::CantTell => Some(CANT_TELL.to_owned()),
            Answer::Skip => None,
        }
    }
}
