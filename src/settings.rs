//! What a learner has set for all courses on this device.

use crate::json::{self, Value};

/// The settings. Everything has a default, so that a damaged or older file is no obstacle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language that was chosen; `None` to follow page and browser.
    pub language: Option<String>,
    /// The size of the text: a position in [`SIZES`].
    pub size: usize,
    /// The colours: a position in [`THEMES`].
    pub theme: usize,
    /// Whether nothing may move, whatever the device says.
    pub still: bool,
}

/// Classes of the text sizes, the usual one first.
pub const SIZES: [&str; 4] = ["size-usual", "size-small", "size-large", "size-largest"];

/// Classes of the colour schemes, the device's own first.
pub const THEMES: [&str; 4] = ["theme-device", "theme-light", "theme-dark", "theme-contrast"];

/// Class of a page on which nothing moves.
pub const STILL: &str = "still";

impl Settings {
    /// Reads what [`Settings::write`] wrote; what cannot be read has its default.
    pub fn read(value: &Value) -> Settings {
        let named = |field: &str, names: &[&str]| {
            let name = value.get(field).and_then(Value::as_str).unwrap_or_default();
            names.iter().position(|known| *known == name).unwrap_or(0)
        };
        Settings {
            language: value.get("language").and_then(Value::as_str).filter(|tag| !tag.is_empty()).map(str::to_owned),
            size: named("size", &SIZES),
            theme: named("theme", &THEMES),
            still: value.get("still") == Some(&Value::Bool(true)),
        }
    }

    /// The form that is stored.
    pub fn write(&self) -> String {
        let mut out = String::new();
        let name = |out: &mut String, names: &[&str], at: usize| json::text(out, names.get(at).unwrap_or(&""));
        json::fields(
            &mut out,
            &[
                ("language", &|out| json::text(out, self.language.as_deref().unwrap_or_default())),
                ("size", &|out| name(out, &SIZES, self.size)),
                ("theme", &|out| name(out, &THEMES, self.theme)),
                ("still", &|out| out.push_str(if self.still { "true" } else { "false" })),
            ],
        );
        out
    }

    /// Every class that settings may put on the page's root, and whether it belongs there now.
    pub fn classes(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let sizes = SIZES.into_iter().enumerate().map(|(index, name)| (name, index == self.size));
        let themes = THEMES.into_iter().enumerate().map(|(index, name)| (name, index == self.theme));
        sizes.chain(themes).chain([(STILL, self.still)])
    }
}

/// The first of `wanted` that is offered: the same language with or without a region (`ru-KZ` is served by `ru`).
pub fn best<'a>(wanted: &[String], offered: &'a [String]) -> Option<&'a String> {
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    wanted.iter().find_map(|want| {
        let same = offered.iter().find(|offer| offer.eq_ignore_ascii_case(want));
        same.or_else(|| offered.iter().find(|offer| base(offer) == base(want)))
    })
}

#[cfg(test)]
mod tests {
    use super::{Settings, best};
    use crate::json;

    #[test]
    fn settings_are_read_back_and_damage_is_no_obstacle() {
        let settings = Settings { language: Some("ru".into()), size: 2, theme: 3, still: true };
        let read = |text: &str| Settings::read(&json::read(text.as_bytes()).unwrap());
        assert_eq!(read(&settings.write()), settings);
        for damaged in ["{\"size\":7,\"theme\":\"x\",\"language\":[]}", "null", "[]"] {
            assert_eq!(read(damaged), Settings::default());
        }
    }

    #[test]
    fn one_class_of_each_kind_is_on() {
        let settings = Settings { theme: 1, ..Settings::default() };
        let on: Vec<&str> = settings.classes().filter(|(_, on)| *on).map(|(name, _)| name).collect();
        assert_eq!(on, ["size-usual", "theme-light"]);
    }

    #[test]
    fn the_first_language_that_is_offered_is_taken() {
        let tags = |list: &[&str]| list.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
        let offered = tags(&["en", "ru", "pt-BR"]);
        for (wanted, found) in [("ru-KZ", Some("ru")), ("RU", Some("ru")), ("pt", Some("pt-BR")), ("ky", None)] {
            assert_eq!(best(&tags(&[wanted]), &offered).map(String::as_str), found, "{wanted}");
        }
        assert_eq!(best(&tags(&["ky", "en-GB", "ru"]), &offered).map(String::as_str), Some("en"));
    }
}
