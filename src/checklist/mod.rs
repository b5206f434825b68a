//! What is asked: the checklist, its sections, items, scale and bands.
//!
//! It knows nothing of answers, nor of words: those stand in `i18n`. The built-in checklist is a file, and goes through the
//! reader and validator that an owner's file goes through. To add a question, add it to
//! `alliance.json`, and its text to each language. An owner's file brings its texts along. The feature `schema` makes the
//! JSON Schema of such files from these types; the widget is built without.

mod own;
mod problem;
mod read;
mod validate;

use crate::json::Pairs;
pub use own::own;
pub use problem::Problem;
pub use read::read;

/// The id of the built-in checklist.
const BUILT_IN: &str = "alliance";

/// A set of questions, with the rules by which they are scored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case", deny_unknown_fields))]
pub struct Checklist {
    /// Names the checklist for good: small letters, digits and hyphens.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[a-z0-9-]{1,64}$")))]
    pub id: String,
    /// Counts up from 1 when the content changes; check-ins of different versions are not compared.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub version: u32,
    /// Whether it is about therapy: then the stage, the context and the safety questions are asked as well.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub therapy: bool,
    /// The ids of the answers, lowest first: 2 to 7.
    #[cfg_attr(feature = "schema", schemars(length(min = 2, max = 7)))]
    pub scale: Vec<String>,
    /// The bands, highest first; the last begins at 0.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub bands: Vec<Band>,
    /// What the full form needs for a score.
    pub full: FullRule,
    /// What the short form needs for a score. Without it there is no short form.
    #[cfg_attr(feature = "schema", schemars(with = "ShortRule", default))]
    pub short: Option<ShortRule>,
    /// The sections, in the order they are asked: 1 to 20.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 20)))]
    pub sections: Vec<Section>,
    /// An owner's texts: language tag to message key to text. The built-in checklist has none: its words stand in `i18n`.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, std::collections::BTreeMap<String, String>>")
    )]
    pub texts: Vec<(String, Pairs)>,
}

/// A range of scores with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case", deny_unknown_fields))]
pub struct Band {
    /// Names the band in message keys.
    pub id: String,
    /// The lowest score that belongs to it, 0 to 100.
    #[cfg_attr(feature = "schema", schemars(range(max = 100)))]
    pub from: u32,
}

/// What the full form needs for a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case", deny_unknown_fields))]
pub struct FullRule {
    /// Items answered in a section, for the section to have a score.
    pub section_items: u32,
    /// Sections with a score.
    pub sections: u32,
    /// Items answered in all.
    pub items: u32,
    /// Of each of these groups of sections, one must have a score.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub one_of_each: Vec<Vec<String>>,
}

/// What the short form needs for a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case", deny_unknown_fields))]
pub struct ShortRule {
    /// Items answered.
    pub items: u32,
}

/// Items that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case", deny_unknown_fields))]
pub struct Section {
    /// Names the section for good.
    pub id: String,
    /// Its items, in the order they are asked: 1 to 12.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 12)))]
    pub items: Vec<Item>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case", deny_unknown_fields))]
pub struct Item {
    /// Names the item for good: never renamed, never used again.
    pub id: String,
    /// Whether a high answer is a bad sign.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub reversed: bool,
    /// Whether it can be judged after a first meeting.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub first_meeting: bool,
    /// Whether it belongs to the short form.
    #[cfg_attr(feature = "schema", schemars(default))]
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

    /// Whether it is an owner's, not the built-in one.
    pub fn is_own(&self) -> bool {
        self.id != BUILT_IN
    }

    /// An owner's texts for the language of a tag, else in English, else in the first language there is.
    pub fn texts_for(&self, tag: &str) -> Option<&Pairs> {
        let in_language = |wanted: &str| {
            let found = self.texts.iter().find(|(tag, _)| primary(tag) == primary(wanted));
            found.map(|(_, texts)| texts)
        };
        in_language(tag)
            .or_else(|| in_language("en"))
            .or_else(|| self.texts.first().map(|(_, texts)| texts))
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

/// The language of a tag, without region or script.
fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}
