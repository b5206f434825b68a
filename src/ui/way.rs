//! The visitor's verbs on the way from start to result: start, go on, go back, skip, finish.

use crate::browser;
use crate::checklist::Form;
use crate::config::FormChoice;
use crate::flow::Step;
use crate::response::{Answer, CheckIn, Draft, Stage};
use crate::scoring::{self, Summary};
use crate::ui::model::Screen;
use crate::ui::state::App;
use std::time::Duration;

/// A day in milliseconds.
const DAY: u64 = 86_400_000;

/// How long a picked answer is seen before the next question comes.
const MOVE_ON: Duration = Duration::from_millis(220);

impl App {
    /// Begins a new check-in.
    pub fn start(&self) {
        self.drop_draft();
        self.set_out();
        self.change(|model| {
            model.form_chosen = false;
            model.when_raised = None;
            // Who has checked in about somebody mostly means the same again.
            model.therapist = model.check_ins.first().map(|last| last.therapist.clone());
        });
        if let Some(therapist) = self.with(|model| model.therapist.clone()) {
            self.fill_in(&therapist);
        }
        if !self.about_therapy() && self.stage().is_none() {
            self.pick_stage(Stage::Later);
        }
        self.emit("start", &[]);
        self.show(Screen::Ask(0));
    }

    /// Begins a new check-in about a known therapist: goes to the first question whose answer is not known.
    pub fn start_about(&self, therapist: &str) {
        self.start();
        self.pick_therapist(therapist);
        let steps = self.steps();
        let sure = self.stage() == Some(Stage::Later);
        let first = steps.iter().position(|step| match step {
            Step::Stage => !sure,
            Step::Item(_) => true,
            _ => false,
        });
        self.go_to(first.unwrap_or_default());
    }

    /// Fills in what the last check-in about the therapist tells: stage and form. Who had met once has met again by now.
    pub(super) fn fill_in(&self, therapist: &str) {
        let known = self.with(|model| {
            let last = model.last_about(therapist)?;
            let response = &last.response;
            (response.stage != Stage::MetOnce).then_some((response.stage, response.form))
        });
        self.change(|model| model.draft = None);
        if let Some((stage, form)) = known {
            self.pick_stage(stage);
            let asked = self.with(|model| model.config.form == FormChoice::Ask);
            if asked {
                self.change(|model| model.form_chosen = true);
                self.respond(|response| response.form = form);
            }
        }
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
        let at = at + self.set_out();
        self.emit("start", &[]);
        self.show(Screen::Ask(at.min(self.steps().len().saturating_sub(1))));
    }

    /// Settles whether the way begins with the question of whom it is about, and gives the number of steps that this adds.
    fn set_out(&self) -> usize {
        self.change(|model| {
            model.returning = model.checklist.therapy && !model.check_ins.is_empty();
            usize::from(model.returning)
        })
    }

    /// Goes back to the answers of a finished check-in, at its first item. It is replaced once it is finished again.
    pub fn answer_again(&self, check_in: CheckIn) {
        self.set_out();
        self.change(|model| {
            model.therapist = Some(check_in.therapist.clone());
            model.form_chosen = true;
            model.draft = Some(Draft {
                check_in,
                updated: 0,
                at: 0,
            });
        });
        let first = self.steps().iter().position(|step| matches!(step, Step::Item(_)));
        self.go_to(first.unwrap_or_default());
    }

    /// Picks by a pointer or a number key: shows the choice for a moment, then goes on.
    pub fn move_on(&self, at: usize) {
        self.stay();
        let timer = self.after(MOVE_ON, move |app| {
            if app.with(|model| model.screen == Screen::Ask(at)) {
                app.next(at);
            }
        });
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
        if *step != Step::Safety && self.with(|model| model.picked(step).is_none() && !model.was_skipped(step)) {
            return false;
        }
        self.go_past(at);
        true
    }

    /// Goes to the step after the one at `at`; after the last question, to the result.
    fn go_past(&self, at: usize) {
        let steps = self.steps();
        let asked = matches!(
            steps.last(),
            Some(Step::Item(_) | Step::Raised(_) | Step::RaisedRecently | Step::Safety)
        );
        if asked && at + 1 >= steps.len() {
            self.finish();
        } else {
            self.go_to(at + 1);
        }
    }

    /// Leaves the step at `at` without an answer.
    pub fn skip(&self, at: usize) {
        self.stay();
        match self.steps().get(at) {
            Some(Step::Item(id)) => self.answer(id, Answer::Skip),
            Some(Step::Like) => self.set_context(|context| context.like = Some(Answer::Skip)),
            Some(Step::TrustPast) => self.set_context(|context| context.trust_past = None),
            Some(Step::Choice) => self.set_context(|context| context.choice = None),
            Some(Step::Raised(id)) => self.set_context(|context| context.raised.retain(|(known, _)| known != id)),
            Some(Step::Safety) => {
                self.change(|model| {
                    let id = model.draft_id().map(str::to_owned);
                    model.safety.retain(|(of, _)| Some(of) != id.as_ref());
                });
            }
            _ => {}
        }
        self.go_past(at);
    }

    /// Goes back from the step at `at`.
    pub fn back(&self, at: usize) {
        self.stay();
        if let Some(before) = at.checked_sub(1) {
            self.go_to(before);
        } else {
            // What other tabs did meanwhile has not been taken up.
            self.load();
            self.show(Screen::Welcome);
        }
    }

    /// A check-in, worked out.
    pub fn summary(&self, check_in: &CheckIn) -> Summary {
        scoring::summarize(&self.checklist(), &check_in.response, self.is_urgent(&check_in.id))
    }

    /// Whether an urgent safety question was answered with yes.
    pub fn is_urgent(&self, id: &str) -> bool {
        self.with(|model| model.is_urgent(id))
    }

    fn go_to(&self, at: usize) {
        let last = self.steps().len().saturating_sub(1);
        let prepare = self.with(|model| {
            let form = model.draft.as_ref().map(|draft| draft.check_in.response.form);
            form == Some(Form::Prepare)
        });
        if at > last && prepare {
            // Nothing is dropped: who has touched the wrong stage gets the answers back with the right one.
            return self.show(Screen::Prepare);
        }
        let at = at.min(last);
        self.change(|model| {
            model.unannounced = false;
            if let Some(draft) = &mut model.draft {
                draft.at = at.saturating_sub(usize::from(model.returning));
            }
        });
        self.keep_draft();
        self.show(Screen::Ask(at));
    }

    /// The draft becomes a check-in and its result is shown.
    fn finish(&self) {
        let Some(draft) = self.change(|model| model.draft.take()) else {
            return;
        };
        let mut check_in = draft.check_in;
        let id = check_in.id.clone();
        // One that is answered again stays in its place, unless it is gone by now.
        if self.with(|model| model.records.check_in(&id).is_none()) {
            let newest = self.with(|model| model.check_ins.first().map_or(0, |newest| newest.created));
            check_in.created = in_order(browser::now(), newest);
        }
        self.name(&check_in.therapist);
        // The check-in is written before the draft goes, so that a failure between the two loses nothing.
        self.write(|records| {
            records.save_check_in(&check_in)?;
            records.delete_draft(&id)
        });
        self.load();
        // Where it could not be written, the draft stays in the store; on this page it is finished.
        self.change(|model| model.draft.take_if(|draft| draft.check_in.id == id));
        self.emit("complete", &[]);
        self.show(Screen::Result(id));
    }

    /// Fires the event `therapist-fit-<name>` on the host element. Never with an answer, a score or a band.
    pub(super) fn emit(&self, name: &str, detail: &[(&str, u32)]) {
        // Listeners may call back into the widget, so the state is not borrowed while they run.
        let host = self.host();
        host.emit(&["therapist-fit-", name].concat(), detail);
    }
}

/// The time of a new check-in. A clock that was set back a little must not put it before the one that it follows; one that
/// was far ahead must not hold all later ones back.
fn in_order(now: u64, newest: u64) -> u64 {
    let ahead = newest.saturating_sub(now);
    if (1..DAY).contains(&ahead) { newest + 1 } else { now }
}
