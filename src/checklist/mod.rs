//! What is asked: the checklist, its sections, items, scale and bands.
//!
//! It knows nothing of answers, nor of words: those stand in `i18n`. The built-in checklist is a file, and goes through the
//! reader and validator that an owner's file will go through. To add a question, add it to
//! `alliance.json`, and its text to each language.

mod read;
mod validate;

pub use read::read;
pub use validate::Problem;

/// A set of questions, with the rules by which they are scored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// Names the checklist for good.
    pub id: String,
    /// Counts up when the content changes; check-ins of different versions are not compared.
    pub version: u32,
    /// The ids of the answers, lowest first.
    pub scale: Vec<String>,
    /// The bands, highest first; the last begins at 0.
    pub bands: Vec<Band>,
    /// What the full form needs for a score.
    pub full: FullRule,
    /// How many items of the short form must be answered for a score.
    pub short_items: u32,
    /// The sections, in the order they are asked.
    pub sections: Vec<Section>,
}

/// A range of scores with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Names the band in message keys.
    pub id: String,
    /// The lowest score that belongs to it, 0 to 100.
    pub from: u32,
}

/// What the full form needs for a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FullRule {
    /// Items answered in a section, for the section to have a score.
    pub section_items: u32,
    /// Sections with a score.
    pub sections: u32,
    /// Items answered in all.
    pub items: u32,
    /// Of each of these groups of sections, one must have a score.
    pub one_of_each: Vec<Vec<String>>,
}

/// Items that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Names the section for good.
    pub id: String,
    /// Its items, in the order they are asked.
    pub items: Vec<Item>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Names the item for good: never renamed, never used again.
    pub id: String,
    /// Whether a high answer is a bad sign.
    pub reversed: bool,
    /// Whether it can be judged after a first meeting.
    pub first_meeting: bool,
    /// Whether it belongs to the short form.
    pub short: bool,
}

/// Which items are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Before a first meeting: nothing is asked; the items for a first meeting become a list.
    Prepare,
    /// After a first meeting: the items that can be judged then. No score.
    First,
    /// The short form.
    Short,
    /// All items.
    Full,
}

impl Form {
    /// The id in records and message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::First => "first",
            Self::Short => "short",
            Self::Full => "full",
        }
    }

    /// The form with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Prepare, Self::First, Self::Short, Self::Full]
            .into_iter()
            .find(|form| form.id() == id)
    }

    fn asks(self, item: &Item) -> bool {
        match self {
            Self::Prepare | Self::First => item.first_meeting,
            Self::Short => item.short,
            Self::Full => true,
        }
    }
}

impl Checklist {
    /// The built-in checklist on the therapeutic alliance. A host test holds that it can be read; it would be empty
    /// otherwise.
    pub fn alliance() -> Self {
        read(include_str!("alliance.json")).unwrap_or_default()
    }

    /// The highest step of the scale.
    pub fn top(&self) -> u8 {
        u8::try_from(self.scale.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// The items of a form, each with its section, in the order they are asked.
    pub fn items(&self, form: Form) -> impl Iterator<Item = (&Section, &Item)> {
        self.sections
            .iter()
            .flat_map(|section| section.items.iter().map(move |item| (section, item)))
            .filter(move |(_, item)| form.asks(item))
    }

    /// The item with this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items(Form::Full).map(|(_, item)| item).find(|item| item.id == id)
    }
}
