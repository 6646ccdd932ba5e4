//! Interface texts: the English text is the key (as in gettext), other languages come from a file.

use crate::json::{self, Value};

/// The languages that the interface speaks, with their own names. The first is the one of the source.
pub const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("ru", "Русский")];

/// Interface texts of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    language: String,
    /// English text and its forms, in order of the English texts.
    messages: Vec<(String, Vec<String>)>,
}

impl Texts {
    /// English: every text is its own translation.
    pub fn english() -> Texts {
        Texts { language: "en".into(), messages: Vec::new() }
    }

    /// Reads `{"lang": "ru", "messages": {"Back": "Назад", "{n} point": ["{n} балл", …]}}`; what cannot be read stays
    /// English.
    pub fn read(bytes: &[u8]) -> Option<Texts> {
        let value = json::read(bytes).ok()?;
        let mut texts = Texts { language: value.get("lang")?.as_str()?.to_owned(), messages: Vec::new() };
        for (id, value) in value.get("messages")?.as_object()? {
            let forms = match value {
                Value::Array(forms) => forms.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
                value => value.as_str().map(str::to_owned).into_iter().collect(),
            };
            // The file is in order, so that this is nearly always the end.
            let at = texts.messages.partition_point(|(known, _)| known < id);
            texts.messages.insert(at, (id.clone(), forms));
        }
        Some(texts)
    }

    /// These texts and those.
    pub fn with(mut self, more: Texts) -> Texts {
        self.messages.extend(more.messages);
        self.messages.sort();
        self
    }

    /// The forms of a text.
    fn forms(&self, english: &str) -> Option<&Vec<String>> {
        let at = self.messages.binary_search_by(|(known, _)| known.as_str().cmp(english)).ok()?;
        self.messages.get(at).map(|(_, forms)| forms)
    }

    /// The language (BCP 47).
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A text.
    pub fn text<'a>(&'a self, english: &'a str) -> &'a str {
        self.forms(english).and_then(|forms| forms.first()).map_or(english, |text| text)
    }

    /// A text with its places filled: `{name}` becomes the value of that name.
    pub fn fill(&self, english: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(english), values)
    }

    /// The text for a number; `{n}` becomes the number.
    pub fn count(&self, one: &str, many: &str, n: u32) -> String {
        let forms = self.forms(one);
        let form = forms.and_then(|forms| forms.get(plural(&self.language, n)).or_else(|| forms.last()));
        let english = if n == 1 { one } else { many };
        fill(form.map_or(english, |text| text), &[("n", &n.to_string())])
    }
}

/// Puts values into the `{name}` places of a text.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, tail))
        });
        match named {
            Some((value, tail)) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Which plural form a whole number takes (Unicode CLDR, in the order of gettext's `Plural-Forms`).
pub fn plural(language: &str, n: u32) -> usize {
    match language.split('-').next().unwrap_or_default() {
        "ru" | "uk" | "be" => match (n % 10, n % 100) {
            (1, ones) if ones != 11 => 0,
            (2..=4, teens) if !(12..=14).contains(&teens) => 1,
            _ => 2,
        },
        _ => usize::from(n != 1),
    }
}

/// The mark before the decimals of a number (Unicode CLDR, `decimal`), for what is written before a browser can be asked.
pub fn decimal_mark(language: &str) -> char {
    match language.split('-').next().unwrap_or_default() {
        "az" | "be" | "bg" | "bs" | "cs" | "da" | "de" | "el" | "es" | "et" | "fi" | "fr" | "hr" | "hu" | "hy"
        | "it" | "ka" | "kk" | "ky" | "lt" | "lv" | "mk" | "nl" | "no" | "nb" | "pl" | "pt" | "ro" | "ru" | "sk"
        | "sl" | "sq" | "sr" | "sv" | "tg" | "tk" | "tr" | "tt" | "uk" | "uz" => ',',
        _ => '.',
    }
}

#[cfg(test)]
mod tests {
    use super::{Texts, decimal_mark, fill, plural};

    #[test]
    fn russian_has_three_forms() {
        for (n, form) in [(1, 0), (2, 1), (5, 2), (11, 2), (12, 2), (21, 0), (22, 1), (111, 2), (0, 2), (104, 1)] {
            assert_eq!(plural("ru", n), form, "{n}");
        }
    }

    #[test]
    fn decimals_stand_behind_the_mark_of_their_language() {
        for (language, mark) in [("ru", ','), ("kk-Cyrl", ','), ("ka", ','), ("en", '.'), ("en-GB", '.'), ("mn", '.')] {
            assert_eq!(decimal_mark(language), mark, "{language}");
        }
    }

    #[test]
    fn unknown_places_and_missing_texts_stay_readable() {
        assert_eq!(fill("{a} of {b} {", &[("a", "1")]), "1 of {b} {");
        let texts = Texts::english();
        assert_eq!(texts.count("{n} point", "{n} points", 1), "1 point");
        assert_eq!(texts.count("{n} point", "{n} points", 3), "3 points");
    }

    #[test]
    fn a_damaged_file_is_refused_and_a_partial_one_used() {
        assert_eq!(Texts::read(b"{"), None);
        let texts = Texts::read(r#"{"lang":"ru","messages":{"Back":"Назад","x":7}}"#.as_bytes());
        let texts = texts.unwrap_or_else(Texts::english);
        assert_eq!(texts.text("Back"), "Назад");
        assert_eq!(texts.text("Next"), "Next");
    }
}
