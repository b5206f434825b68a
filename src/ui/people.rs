//! Therapists as the visitor calls them: "A", "B", or a name of the visitor's own. And picking whom a check-in is about.

use crate::response::Therapist;
use crate::ui::ask::Choosable;
use crate::ui::state::App;

/// The longest label, in characters.
pub const LONGEST_LABEL: usize = 40;

impl App {
    /// "Therapist A": the visitor's label within a phrase.
    pub fn therapist_name(&self, id: &str) -> String {
        if !self.about_therapy() {
            return self.get("intro.title");
        }
        self.text().format("therapist.label", &[("label", &self.label(id))])
    }

    /// What a therapist is called: the visitor's label, else a letter.
    pub fn label(&self, id: &str) -> String {
        self.with(|model| {
            let known = model.therapists.iter().find(|therapist| therapist.id == id);
            known.map_or_else(|| letter(id, &model.therapists), |known| known.label.clone())
        })
    }

    /// Gives a therapist without a label the next free letter, and keeps it: later ones must not take it over.
    pub(super) fn name(&self, id: &str) {
        let known = self.with(|model| model.therapists.iter().any(|therapist| therapist.id == id));
        if !known {
            self.rename(id, &self.label(id));
        }
        self.change(|model| {
            if model.newcomer == id {
                model.newcomer = crate::browser::new_id();
            }
        });
    }

    /// Calls a therapist `label`; an empty one changes nothing.
    pub fn rename(&self, id: &str, label: &str) {
        let label: String = label.trim().chars().take(LONGEST_LABEL).collect();
        if label.is_empty() {
            return;
        }
        let id = id.to_owned();
        let therapist = Therapist { id, label };
        self.write(|records| records.save_therapist(&therapist));
        self.change(|model| {
            model.therapists.retain(|known| known.id != therapist.id);
            model.therapists.push(therapist);
        });
    }

    /// The therapists of the check-ins, each once, the one of the newest first.
    pub fn known_therapists(&self) -> Vec<String> {
        let mut known: Vec<String> = Vec::new();
        self.with(|model| {
            for check_in in &model.check_ins {
                if !known.contains(&check_in.therapist) {
                    known.push(check_in.therapist.clone());
                }
            }
        });
        known
    }

    /// The known therapists, and somebody new.
    pub fn therapist_options(&self) -> Vec<Choosable> {
        let mut options: Vec<Choosable> = self
            .known_therapists()
            .iter()
            .map(|id| Choosable::new(id, self.therapist_name(id)))
            .collect();
        let newcomer = self.with(|model| model.newcomer.clone());
        options.push(Choosable::new(&newcomer, self.get("therapist.new")));
        options
    }

    /// Picks whom the check-in under way is about, and fills in what is known of them.
    pub(super) fn pick_therapist(&self, id: &str) {
        let same = self.change(|model| model.therapist.replace(id.to_owned()).as_deref() == Some(id));
        let begun = self.with(|model| model.begun().is_some());
        // Answers that were given already are kept, and are now about somebody else; what came of something is not.
        if begun && !same {
            self.set_context(|context| {
                context.raised.clear();
                context.raised_recently = false;
            });
        } else if !same {
            self.drop_draft();
            self.fill_in(id);
        }
    }
}

/// The id itself where it is a letter, else the first capital letter that no label has taken.
fn letter(id: &str, taken: &[Therapist]) -> String {
    if id.len() == 1 {
        return id.to_ascii_uppercase();
    }
    Therapist::free_letter(taken)
}
