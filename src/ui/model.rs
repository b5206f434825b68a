//! All that one widget knows, as one plain struct: what is on the screen, what was answered, what is kept.
//!
//! It changes only through [`super::state::App`], and draws nothing.

use crate::browser::{self, Host, LockedStore};
use crate::checklist::{Checklist, Form};
use crate::config::Config;
use crate::flow::Step;
use crate::response::{Answer, CheckIn, Draft, Response, Therapist};
use crate::safety::{self, SafetyAnswers};
use crate::storage::{Keep, Records, Store};
use crate::ui::answer::CANT_TELL;
use crate::ui::text::Text;
use leptos::prelude::TimeoutHandle;
use std::rc::Rc;

/// The value of "less than two sessions ago".
pub const RECENTLY: &str = "recently";

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The introduction, or for a returning visitor the check-ins.
    Welcome,
    /// A step of the way, by its place in [`App::steps`].
    Ask(usize),
    /// What to ask and listen for, before a first meeting.
    Prepare,
    /// A finished check-in, by its id.
    Result(String),
    /// Two therapists side by side.
    Compare,
}

/// A dialog over the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// "Need help now?"
    Help,
    /// Asks before everything is deleted.
    DeleteEverything,
    /// Asks what the therapist with this id shall be called.
    Rename(String),
    /// Asks for a passphrase to lock with.
    Lock,
    /// Asks before what is kept is cleared, because nothing shall be kept any more.
    KeepNothing,
}

/// All that one widget knows.
#[allow(clippy::struct_excessive_bools)] // Each says something of its own.
pub struct Model {
    pub host: Host,
    pub text: Rc<Text>,
    pub config: Config,
    pub checklist: Rc<Checklist>,
    pub records: Records,
    /// The browser's own store under the records, which may be locked.
    pub store: Rc<dyn Store>,
    /// The lock that is open in this tab.
    pub vault: Option<LockedStore>,
    /// Locks that were open in this tab and are gone: another tab may be late to learn of it, and seal for one.
    pub former: Vec<LockedStore>,
    /// Whether there is a lock, and it is not open.
    pub locked: bool,
    /// Where answers go: the owner's choice, or nowhere if the visitor says so.
    pub keep: Keep,
    pub screen: Screen,
    pub dialog: Option<Dialog>,
    pub draft: Option<Draft>,
    /// The finished check-ins, newest first.
    pub check_ins: Vec<CheckIn>,
    pub therapists: Vec<Therapist>,
    /// The therapist chosen for the check-in under way.
    pub therapist: Option<String>,
    /// Whether the check-in under way began with the question of whom it is about. It stays so, whatever is deleted meanwhile.
    pub returning: bool,
    /// The id that the next new therapist gets.
    pub newcomer: String,
    /// When something was last brought up, as picked; kept with the check-in only as yes or no.
    pub when_raised: Option<String>,
    /// A check-in just deleted, while it can still be brought back.
    pub deleted: Option<CheckIn>,
    /// Whether the visitor chose the form (and it is not only the default).
    pub form_chosen: bool,
    /// Safety answers, by the id of the check-in they were given with. In memory only.
    pub safety: Vec<(String, SafetyAnswers)>,
    /// Whether the browser's storage was wanted and can't be used.
    pub blocked: bool,
    /// Message keys of what the visitor must know about storage.
    pub notices: Vec<&'static str>,
    /// Message key of a short word on what was just done.
    pub said: Option<&'static str>,
    /// While what other tabs change is gathered: whether there is more of it.
    pub burst: Option<bool>,
    /// A pending move to the next question.
    pub timer: Option<TimeoutHandle>,
    /// Whether the visitor is past the first screen that was drawn.
    pub moved: bool,
    /// Whether the first question must say what is kept, because the introduction was passed over.
    pub unannounced: bool,
    /// How often Shift was pressed in a row, and when last.
    pub shifts: (u8, u64),
}

impl Model {
    /// Nothing known yet; records are in memory until a store is opened.
    pub fn new(host: Host, config: Config, checklist: Checklist, text: Text) -> Self {
        Self {
            host,
            text: Rc::new(text),
            checklist: Rc::new(checklist),
            records: Records::new(browser::memory(), ""),
            store: browser::memory(),
            vault: None,
            former: Vec::new(),
            locked: false,
            keep: config.keep,
            config,
            screen: Screen::Welcome,
            dialog: None,
            draft: None,
            check_ins: Vec::new(),
            therapists: Vec::new(),
            therapist: None,
            returning: false,
            newcomer: browser::new_id(),
            when_raised: None,
            deleted: None,
            form_chosen: false,
            safety: Vec::new(),
            blocked: false,
            notices: Vec::new(),
            said: None,
            burst: None,
            timer: None,
            moved: false,
            unannounced: false,
            shifts: (0, 0),
        }
    }

    /// Records of this profile and checklist in a store. The built-in checklist has the profile's name to itself; an owner's
    /// adds its own, with a dot, which no profile's name holds.
    pub fn records_in(&self, store: Rc<dyn Store>) -> Records {
        let profile = self.config.profile.as_str();
        if self.checklist.is_own() {
            Records::new(store, &[profile, ".", &self.checklist.id].concat())
        } else {
            Records::new(store, profile)
        }
    }

    /// The check-in under way, if anything is answered in it; there is nothing to go on with otherwise.
    pub fn begun(&self) -> Option<&Draft> {
        let draft = self.draft.as_ref();
        draft.filter(|draft| !draft.check_in.response.answers.is_empty())
    }

    /// Whether what is new is lost when the page is closed.
    pub fn is_fleeting(&self) -> bool {
        self.keep == Keep::None || self.blocked || self.records.is_failing()
    }

    /// Forgets all that the visitor said.
    pub fn forget(&mut self) {
        self.draft = None;
        self.deleted = None;
        self.check_ins.clear();
        self.therapists.clear();
        self.therapist = None;
        self.safety.clear();
    }

    /// The id of the check-in under way.
    pub fn draft_id(&self) -> Option<&str> {
        Some(&self.draft.as_ref()?.check_in.id)
    }

    /// The safety answers given with a check-in.
    pub fn safety_of(&self, id: &str) -> Option<&SafetyAnswers> {
        let found = self.safety.iter().find(|(of, _)| of == id);
        found.map(|(_, answers)| answers)
    }

    /// Whether an urgent safety question was answered with yes: then nothing is weighed, and nothing compared.
    pub fn is_urgent(&self, id: &str) -> bool {
        self.safety_of(id).is_some_and(safety::urgent)
    }

    /// How many items of the form are answered, and how many there are.
    pub fn count(&self, response: &Response) -> (u32, u32) {
        let total = self.checklist.items(response.form).count();
        (
            response.answered(&self.checklist),
            u32::try_from(total).unwrap_or(u32::MAX),
        )
    }

    /// The value picked at `step`, if any.
    pub fn picked(&self, step: &Step) -> Option<String> {
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
            Step::Raised(id) => {
                let outcome = context.raised.iter().find(|(known, _)| known == id)?;
                Some(outcome.1.id().to_owned())
            }
            Step::RaisedRecently if context.raised_recently => Some(RECENTLY.to_owned()),
            Step::RaisedRecently => self.when_raised.clone(),
            Step::Therapist | Step::Safety => None,
        }
    }

    /// The newest check-in about a therapist before the one under way, which may be an old one that is answered again.
    pub fn last_about(&self, therapist: &str) -> Option<&CheckIn> {
        let own = self
            .check_ins
            .iter()
            .position(|it| Some(it.id.as_str()) == self.draft_id());
        let mut before = self.check_ins.iter().skip(own.map_or(0, |place| place + 1));
        before.find(|it| it.therapist == therapist)
    }

    /// Whether `step` was left out on purpose.
    pub fn was_skipped(&self, step: &Step) -> bool {
        let response = self.draft.as_ref().map(|draft| &draft.check_in.response);
        let answer = match step {
            Step::Item(id) => response.and_then(|response| response.get(id)),
            Step::Like => response.and_then(|response| response.context.like),
            _ => None,
        };
        answer == Some(Answer::Skip)
    }

    /// What the last check-in about the same therapist meant to bring up; it is asked what came of it.
    pub fn to_follow_up(&self) -> Vec<String> {
        let therapist = self.draft.as_ref().map(|draft| &draft.check_in.therapist);
        let last = therapist.and_then(|id| self.last_about(id));
        let items = last.map(|last| last.to_raise.clone()).unwrap_or_default();
        let asked = |id: &String| self.checklist.items(Form::Full).any(|(_, item)| item.id == *id);
        items.into_iter().filter(asked).collect()
    }

    fn answer_value(&self, answer: Answer) -> Option<String> {
        match answer {
            Answer::Step(step) => self.checklist.scale.get(usize::from(step)).cloned(),
            Answer::CantTell => Some(CANT_TELL.to_owned()),
            Answer::Skip => None,
        }
    }
}
