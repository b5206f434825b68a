//! The browser's own formats of a language: numbers, dates, lists, plurals, names of regions.

use super::reach::{construct, global, invoke, object};
use js_sys::Array;
use wasm_bindgen::prelude::*;

/// The formats of one language.
pub struct Locale {
    tags: Array,
}

impl Locale {
    /// The formats of the language `tag`; the browser's own where it does not know it.
    pub fn new(tag: &str) -> Self {
        // An invalid tag would make every format throw; without tags the browser's own language is used.
        let valid = call(&global("Intl"), "getCanonicalLocales", &tag.into());
        let tags = valid.map_or_else(|_| Array::new(), JsCast::unchecked_into);
        Self { tags }
    }

    /// A whole number.
    pub fn number(&self, number: u32) -> String {
        self.write("NumberFormat", "format", &[], &number.into())
    }

    /// The plural category of a number: `zero`, `one`, `two`, `few`, `many`, `other`.
    pub fn plural_category(&self, number: u32) -> String {
        self.write("PluralRules", "select", &[], &number.into())
    }

    /// A day, from milliseconds since the epoch, in the visitor's time zone.
    pub fn date(&self, milliseconds: u64) -> String {
        // Milliseconds of any date fit into 53 bits.
        #[allow(clippy::cast_precision_loss)]
        let milliseconds = milliseconds as f64;
        self.write(
            "DateTimeFormat",
            "format",
            &[("dateStyle", "long")],
            &milliseconds.into(),
        )
    }

    /// A day written as `2026-11-23`.
    pub fn day(&self, day: &str) -> String {
        let date = js_sys::Date::new(&day.into());
        let options = [("dateStyle", "long"), ("timeZone", "UTC")];
        self.write("DateTimeFormat", "format", &options, &date)
    }

    /// The items with commas and an "and".
    pub fn list(&self, items: &[String]) -> String {
        let values: Array = items.iter().map(JsValue::from).collect();
        self.write("ListFormat", "format", &[], &values)
    }

    /// The name of a region, from its ISO 3166 code.
    pub fn region(&self, code: &str) -> String {
        self.write("DisplayNames", "of", &[("type", "region")], &code.into())
    }

    /// What a method of one of the formats makes of a value. In the digits that the messages are written in, also where a
    /// region (Egypt, say) has its own: half of a sentence in each would be hard to read.
    fn write(&self, format: &str, method: &str, options: &[(&str, &str)], value: &JsValue) -> String {
        let digits = [("numberingSystem", "latn")];
        let options: Vec<(&str, JsValue)> = digits
            .iter()
            .chain(options)
            .map(|(name, value)| (*name, (*value).into()))
            .collect();
        let made = construct(&global("Intl"), format, &Array::of2(&self.tags, &object(&options)));
        let written = made.and_then(|made| call(&made, method, value));
        written.ok().and_then(|text| text.as_string()).unwrap_or_default()
    }
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    invoke(object, method, &Array::of1(argument))
}
