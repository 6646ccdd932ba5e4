//! Numbers, days and amounts as the readers of a language write them.

use js_sys::{Date, Number, Object, Reflect};
use std::cmp::Ordering;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Number`, `Date` and `String`; their own bindings do not expect that a browser refuses a language.
    type Value;
    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn number(this: &Value, language: &str, options: &Object) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch, js_name = toLocaleDateString)]
    fn day(this: &Value, language: &str, options: &Object) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch, js_name = localeCompare)]
    fn compare(this: &Value, other: &str, language: &str) -> Result<i32, JsValue>;

    /// Absent from browsers of before 2021.
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<String, JsValue>;
}

/// A number, or an amount of money.
pub(super) fn number(n: f64, currency: Option<&str>, language: &str) -> String {
    let options = match currency {
        Some(currency) if n.fract() == 0.0 => {
            options(&[("style", "currency"), ("currency", currency), ("minimumFractionDigits", "0")])
        }
        Some(currency) => options(&[("style", "currency"), ("currency", currency)]),
        None => Object::new(),
    };
    let value: Value = JsValue::from(Number::from(n)).unchecked_into();
    let plain = || value.number("en", &Object::new()).unwrap_or_default();
    value.number(language, &options).unwrap_or_else(|_| [&plain(), " ", currency.unwrap_or_default()].concat())
}

/// A language's name in itself.
pub(super) fn language(tag: &str) -> String {
    let names = DisplayNames::new(tag, &options(&[("type", "language")]));
    names.and_then(|names| names.of(tag)).unwrap_or_else(|_| tag.to_owned())
}

/// A day.
pub(super) fn day(milliseconds: f64, language: &str) -> String {
    let value: Value = JsValue::from(Date::new(&milliseconds.into())).unchecked_into();
    let options = options(&[("year", "numeric"), ("month", "long"), ("day", "numeric")]);
    value.day(language, &options).or_else(|_| value.day("en", &options)).unwrap_or_default()
}

/// Which of two texts comes first in the alphabet of a language.
pub(super) fn compare(one: &str, other: &str, language: &str) -> Ordering {
    let value: Value = JsValue::from(one).unchecked_into();
    value.compare(other, language).map_or_else(|_| one.cmp(other), |order| order.cmp(&0))
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}
