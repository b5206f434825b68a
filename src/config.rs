//! Attributes to configuration and warnings.
//!
//! A wrong value never breaks the page: the default is used and one warning names attribute, value and allowed values. It
//! does not know the element; attributes come in through a function. To add one, add a row to [`ATTRIBUTES`], a field to
//! [`Config`] and its reading to [`read`].

use crate::storage::Keep;
use std::fmt;

/// An attribute, as docs and tools describe it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What it is for, in a phrase.
    pub about: &'static str,
    /// What it may hold, in words; also used in warnings.
    pub values: &'static str,
    /// What holds without it, in words.
    pub default: &'static str,
}

/// What reading an attribute needs of its row: no more of the table comes into the wasm.
#[derive(Clone, Copy)]
struct Rule {
    name: &'static str,
    values: &'static str,
}

macro_rules! attributes {
    ($($constant:ident = $name:literal, $about:literal, $values:literal, $default:literal;)+) => {
        $(const $constant: Rule = Rule { name: $name, values: $values };)+

        /// All attributes, in the order docs list them.
        pub const ATTRIBUTES: &[Attribute] =
            &[$(Attribute { name: $name, about: $about, values: $values, default: $default }),+];
    };
}

attributes! {
    LANG = "lang", "The language of the widget",
        "a BCP 47 tag whose language is en, es or ar, such as ar-EG",
        "nearest ancestor lang, then the browser's, then en";
    THEME = "theme", "Light or dark colours; auto follows the page, then the system",
        "auto, light, dark", "auto";
    CHECKLIST = "checklist", "The checklist it asks",
        "alliance, or the URL of a checklist file", "alliance";
    MESSAGES = "messages", "Your own wording, in place of any of its texts",
        "the URL of a file of messages", "the widget's own";
    FORM = "form", "How many questions are asked; ask leaves the choice to the visitor",
        "ask, short, full", "ask";
    STORAGE = "storage", "Where answers are kept: on the device, for the session of the tab, or in memory only",
        "local, session, none", "local";
    PROFILE = "profile", "A name that keeps its check-ins apart from those of other widgets on the same origin",
        "1 to 32 small letters, digits or hyphens", "default";
    RETAIN_DAYS = "retain-days", "After how many days a check-in is deleted",
        "a whole number of days, at least 1", "kept until deleted";
    REGION = "region", "The country whose help lines come first",
        "an ISO 3166 country code such as GB", "from the language tag, else international";
    LOADING = "loading", "When it is fetched: as it comes near the viewport, or at once",
        "lazy, eager", "lazy";
    ISOLATION = "isolation", "In the page, or in a frame that scripts of the page cannot read",
        "inline, frame", "inline";
    EXIT_URL = "exit-url", "Where \"Leave quickly\" leads",
        "an http or https URL", "a neutral weather page";
    HEADING_LEVEL = "heading-level", "The level of its uppermost heading, for the outline of the page",
        "a whole number from 1 to 6", "2";
}

/// Where "Leave quickly" leads by default: a neutral weather page.
const EXIT: &str = "https://www.bbc.com/weather";

/// Which forms a visitor may take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormChoice {
    /// The visitor chooses.
    #[default]
    Ask,
    /// The short form.
    Short,
    /// The full form.
    Full,
}

/// What the attributes come to. `lang`, `theme`, `loading`, `checklist` and `messages` are the loader's; here they
/// are only checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Which forms a visitor may take.
    pub form: FormChoice,
    /// Where answers are kept.
    pub keep: Keep,
    /// Separates records on one origin.
    pub profile: String,
    /// After how many days a check-in is deleted; none for never.
    pub retain_days: Option<u32>,
    /// The country whose help lines come first, as two capital letters.
    pub region: Option<String>,
    /// Where "Leave quickly" leads.
    pub exit_url: String,
    /// The level of the widget's own headings, 1 to 6.
    pub heading_level: u8,
}

/// A wrong value. Its text is one line to the site owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The name of the attribute.
    pub name: &'static str,
    /// What it may hold, in words.
    pub values: &'static str,
    /// What it held.
    pub value: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(
            &[
                "therapist-fit: ",
                self.name,
                "=\"",
                &self.value,
                "\" is not allowed; allowed is ",
                self.values,
                ". The default is used.",
            ]
            .concat(),
        )
    }
}

struct Reader<'a> {
    attribute: &'a dyn Fn(&str) -> Option<String>,
    warnings: Vec<Warning>,
}

impl Reader<'_> {
    /// What `parse` makes of an attribute; none where it is missing, empty or wrong.
    fn read<T>(&mut self, rule: Rule, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let value = (self.attribute)(rule.name)?;
        let word = value.trim();
        if word.is_empty() {
            return None;
        }
        let parsed = parse(word);
        if parsed.is_none() {
            let Rule { name, values } = rule;
            self.warnings.push(Warning { name, values, value });
        }
        parsed
    }
}

/// Reads the attributes.
pub fn read(attribute: impl Fn(&str) -> Option<String>) -> (Config, Vec<Warning>) {
    let mut reader = Reader {
        attribute: &attribute,
        warnings: Vec::new(),
    };
    let one_of = |words: &'static [&'static str]| move |word: &str| words.contains(&word).then_some(());
    reader.read(LANG, |tag| is_tag(tag).then_some(()));
    reader.read(THEME, one_of(&["auto", "light", "dark"]));
    reader.read(LOADING, one_of(&["lazy", "eager"]));
    reader.read(ISOLATION, one_of(&["inline", "frame"]));
    // Anything can be an address. One that leads nowhere is told when it is fetched.
    reader.read(CHECKLIST, |_| Some(()));
    reader.read(MESSAGES, |_| Some(()));
    let form = reader.read(FORM, |word| match word {
        "ask" => Some(FormChoice::Ask),
        "short" => Some(FormChoice::Short),
        "full" => Some(FormChoice::Full),
        _ => None,
    });
    let keep = reader.read(STORAGE, |word| match word {
        "local" => Some(Keep::Local),
        "session" => Some(Keep::Session),
        "none" => Some(Keep::None),
        _ => None,
    });
    let profile = reader.read(PROFILE, |word| is_profile(word).then(|| word.to_owned()));
    let retain_days = reader.read(RETAIN_DAYS, |word| whole(word).filter(|days| *days > 0));
    let region = reader.read(REGION, |word| is_region(word).then(|| region_code(word)));
    let exit_url = reader.read(EXIT_URL, |word| is_web(word).then(|| word.to_owned()));
    let heading_level = reader.read(HEADING_LEVEL, |word| {
        let level = whole(word).and_then(|level| u8::try_from(level).ok());
        level.filter(|level| (1..=6).contains(level))
    });
    let config = Config {
        form: form.unwrap_or_default(),
        keep: keep.unwrap_or_default(),
        profile: profile.unwrap_or_else(|| "default".to_owned()),
        retain_days,
        region,
        exit_url: exit_url.unwrap_or_else(|| EXIT.to_owned()),
        heading_level: heading_level.unwrap_or(2),
    };
    (config, reader.warnings)
}

/// Whether it has the shape of a language tag that begins with a language we speak.
fn is_tag(tag: &str) -> bool {
    let shaped = tag
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    shaped && crate::i18n::speaks(tag)
}

/// A whole number, of digits only.
fn whole(word: &str) -> Option<u32> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| digits)
}

fn is_profile(word: &str) -> bool {
    word.len() <= 32
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The ISO 3166 code; what many write for the United Kingdom is not the one.
fn region_code(word: &str) -> String {
    let code = word.to_ascii_uppercase();
    if code == "UK" { "GB".to_owned() } else { code }
}

fn is_region(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_web(word: &str) -> bool {
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}
