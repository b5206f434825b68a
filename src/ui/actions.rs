//! The visitor's other verbs: show a screen or a dialog, open and delete check-ins, leave quickly; and what screens ask.

use crate::browser::{self, Key};
use crate::response::{CheckIn, Response, Stage};
use crate::safety::{SafetyAnswer, SafetyQuestion};
use crate::ui::model::{Dialog, Model, Screen};
use crate::ui::state::App;

/// How often Shift is pressed in a row to leave quickly.
const SHIFTS_TO_LEAVE: u8 = 3;

/// The longest time from one press to the next, in milliseconds.
const BETWEEN_SHIFTS: u64 = 5_000;

impl App {
    /// Shows a screen and moves the focus to its heading.
    pub fn show(&self, screen: Screen) {
        self.change(|model| {
            model.screen = screen;
            model.moved = true;
        });
        self.redraw();
        self.next_frame(|app| app.host().focus("#title"));
    }

    /// Opens a dialog.
    pub fn ask(&self, dialog: Dialog) {
        self.change(|model| model.dialog = Some(dialog));
        self.redraw_dialog();
    }

    /// Forgets the dialog once it is closed.
    pub fn dialog_closed(&self) {
        self.change(|model| model.dialog = None);
        self.redraw_dialog();
        // A choice that was called off goes back to what it was.
        self.refresh();
    }

    /// Puts the dialog over everything as soon as it is on the page.
    pub fn raise_dialog(&self) {
        self.next_frame(|app| app.host().show_dialog());
    }

    /// Closes the dialog; the browser hands the focus back to where it was.
    pub fn close_dialog(&self) {
        self.host().close_dialog();
    }

    /// Tells the host page that the widget can be used.
    pub fn ready(&self) {
        self.emit("ready", &[]);
    }

    /// Opens the browser's own dialog to pick a file.
    pub fn pick_file(&self) {
        self.host().click("[type=file]");
    }

    /// Moves the focus to the button that begins.
    pub fn focus_start(&self) {
        self.host().focus(".go");
    }

    /// Begins, or goes on, because the page or the loader says so. Who has not seen the introduction is told on the first
    /// question what is kept.
    pub fn start_from_outside(&self) {
        if self.with(|model| model.locked) {
            return;
        }
        let asking = self.change(|model| {
            model.unannounced = model.check_ins.is_empty() && model.draft.is_none();
            matches!(model.screen, Screen::Ask(_))
        });
        if !asking {
            self.resume_draft();
            // The focus is on what the page has had pressed.
            self.next_frame(|app| app.host().take_focus("#title"));
        }
    }

    /// Leaves the page at once for a neutral one; the way back does not lead here.
    pub fn leave(&self) {
        browser::leave(&self.with(|model| model.config.exit_url.clone()));
    }

    /// Leaves when Shift is pressed three times in a row. Any other key, a pointer (which comes as a key without a name) or
    /// a long pause begins anew: whoever selects things on the page with Shift held does not mean to leave.
    pub fn watch_shift(&self, key: &Key) {
        let now = browser::now();
        let leave = self.change(|model| {
            let (before, last) = model.shifts;
            let in_a_row = if now > last + BETWEEN_SHIFTS { 0 } else { before };
            if key.name != "Shift" {
                model.shifts = (0, now);
            } else if !key.repeated {
                model.shifts = (in_a_row + 1, now);
            }
            model.shifts.0 >= SHIFTS_TO_LEAVE
        });
        if leave {
            self.leave();
        }
    }

    /// The finished check-in with this id.
    pub fn check_in(&self, id: &str) -> Option<CheckIn> {
        self.with(|model| {
            let found = model.check_ins.iter().find(|check_in| check_in.id == id);
            found.cloned()
        })
    }

    /// The stage of the check-in under way.
    pub fn stage(&self) -> Option<Stage> {
        self.with(|model| Some(model.draft.as_ref()?.check_in.response.stage))
    }

    /// The safety answer given with the check-in under way.
    pub fn safety_answer(&self, question: &str) -> Option<SafetyAnswer> {
        self.with(|model| model.safety_of(model.draft_id()?)?.get(question))
    }

    /// The words of a safety question.
    pub fn safety_question(&self, question: &SafetyQuestion) -> String {
        self.get(&["safety.", question.id, ".question"].concat())
    }

    /// How many items of the form are answered, and how many there are.
    pub fn count(&self, response: &Response) -> (u32, u32) {
        self.with(|model| model.count(response))
    }

    /// Whether what is new is lost when the page is closed.
    pub fn is_fleeting(&self) -> bool {
        self.with(Model::is_fleeting)
    }

    /// The region whose help lines come first: the owner's, else the language tag's, else none (empty).
    pub fn region(&self) -> String {
        let tag = self.text().tag.clone();
        self.with(|model| model.config.region.clone())
            .or_else(|| {
                let mut parts = tag.split('-').skip(1);
                parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase)
            })
            .unwrap_or_default()
    }
}
