//! The browser's own formats of a language: numbers, dates, lists, plurals, names of regions.

use super::reach::{invoke, object};
use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::*;

/// The formats of one language.
pub struct Locale {
    tags: Array,
}

impl Locale {
    /// The formats of the language `tag`; the browser's own where it does not know it.
    pub fn new(tag: &str) -> Self {
        // An invalid tag would make every format throw; without tags the browser's own language is used.
        let valid = Reflect::get(&js_sys::global(), &"Intl".into())
            .and_then(|intl| call(&intl, "getCanonicalLocales", &tag.into()));
        let tags = valid.map_or_else(|_| Array::new(), |tags| Array::from(&tags));
        Self { tags }
    }

    /// A whole number.
    pub fn number(&self, number: u32) -> String {
        let format = Intl::NumberFormat::new(&self.tags, &Object::new());
        text(format.format().call1(&JsValue::NULL, &number.into()))
    }

    /// The plural category of a number: `zero`, `one`, `two`, `few`, `many`, `other`.
    pub fn plural_category(&self, number: u32) -> String {
        Intl::PluralRules::new(&self.tags, &Object::new())
            .select(f64::from(number))
            .into()
    }

    /// A day, from milliseconds since the epoch, in the visitor's time zone.
    pub fn date(&self, milliseconds: u64) -> String {
        // Milliseconds of any date fit into 53 bits.
        #[allow(clippy::cast_precision_loss)]
        let milliseconds = milliseconds as f64;
        self.format_date(&milliseconds.into(), &options(&[("dateStyle", "long")]))
    }

    /// A day written as `2026-11-23`.
    pub fn day(&self, day: &str) -> String {
        let date = js_sys::Date::new(&day.into());
        let options = options(&[("dateStyle", "long"), ("timeZone", "UTC")]);
        self.format_date(&date, &options)
    }

    fn format_date(&self, date: &JsValue, options: &Object) -> String {
        let format = Intl::DateTimeFormat::new(&self.tags, options);
        text(format.format().call1(&JsValue::NULL, date))
    }

    /// The items with commas and an "and".
    pub fn list(&self, items: &[String]) -> String {
        let values: Array = items.iter().map(JsValue::from).collect();
        let listed = self
            .make("ListFormat", &Object::new())
            .and_then(|format| call(&format, "format", &values));
        text(listed)
    }

    /// The name of a region, from its ISO 3166 code.
    pub fn region(&self, code: &str) -> String {
        let named = self
            .make("DisplayNames", &options(&[("type", "region")]))
            .and_then(|names| call(&names, "of", &code.into()));
        text(named)
    }

    /// An `Intl` object that js-sys does not have.
    fn make(&self, name: &str, options: &Object) -> Result<JsValue, JsValue> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let constructor: Function = Reflect::get(&intl, &name.into())?.dyn_into()?;
        Reflect::construct(&constructor, &Array::of2(&self.tags, options))
    }
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    invoke(object, method, &Array::of1(argument))
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let pairs: Vec<(&str, JsValue)> = pairs
        .iter()
        .map(|(name, value)| (*name, JsValue::from(*value)))
        .collect();
    object(&pairs)
}

fn text(value: Result<JsValue, JsValue>) -> String {
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}
