//! Words as a screen needs them: messages with numbers, dates and plurals of the visitor's language.
//!
//! It joins [`Messages`] (the words) with [`Locale`] (the browser's `Intl`). It knows nothing of screens.

use crate::browser::Locale;
use crate::i18n::{Direction, Messages, direction};

/// The words of one language.
pub struct Text {
    messages: Messages,
    /// The browser's formats for the language.
    pub locale: Locale,
    /// The language tag, for `lang`.
    pub tag: String,
}

impl Text {
    /// Joins messages with the formats of the language `tag`.
    pub fn new(tag: &str, messages: Messages) -> Self {
        Self {
            messages,
            locale: Locale::new(tag),
            tag: tag.to_owned(),
        }
    }

    /// Whether it is made of this tag and these messages.
    pub fn is(&self, tag: &str, messages: &Messages) -> bool {
        self.tag == tag && self.messages == *messages
    }

    /// The value of the `dir` attribute.
    pub fn dir(&self) -> &'static str {
        match direction(&self.tag) {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }

    /// The message under `key`.
    pub fn get(&self, key: &str) -> String {
        self.messages.get(key).to_string()
    }

    /// The message under `prefix` and `id`, as in `item.` and `feels-welcome`.
    pub fn of(&self, prefix: &str, id: &str) -> String {
        self.get(&[prefix, id].concat())
    }

    /// How to say a low answer; the item itself, where its checklist has no words for that.
    pub fn starter(&self, item: &str) -> String {
        self.first(["starter.", "item."], item)
    }

    /// What to listen for; the item itself, where its checklist has no words for that.
    pub fn listen(&self, item: &str) -> String {
        self.first(["listen.", "item."], item)
    }

    /// The message under the first of these prefixes that has one for `id`.
    pub fn first(&self, [wanted, other]: [&str; 2], id: &str) -> String {
        let prefix = if self.has(&[wanted, id].concat()) {
            wanted
        } else {
            other
        };
        self.of(prefix, id)
    }

    /// Whether there is a message under `key`.
    pub fn has(&self, key: &str) -> bool {
        self.messages.has(key)
    }

    /// The message with its `{name}` places filled.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.messages.format(key, values)
    }

    /// A whole number, written in the language.
    pub fn number(&self, number: u32) -> String {
        self.locale.number(number)
    }

    /// The message in the plural form for `count`, with `{n}` filled.
    pub fn plural(&self, key: &str, count: u32) -> String {
        let category = self.locale.plural_category(count);
        let number = self.number(count);
        self.messages.plural(key, &category, &[("n", &number)])
    }
}
