//! Writes JSON.

use std::fmt::{Display, Write as _};

/// Puts a text in quotes.
pub(crate) fn text(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c == '"' || c == '\\' || c.is_ascii_control()) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut chars = special.chars();
        match chars.next() {
            Some(c @ ('"' | '\\')) => out.extend(['\\', c]),
            Some('\n') => out.push_str("\\n"),
            Some(c) => {
                // A `String` takes everything.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// A text in quotes.
#[cfg(feature = "web")]
pub(crate) fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    text(&mut out, words);
    out
}

/// Puts a number.
pub(crate) fn number(out: &mut String, number: impl Display) {
    let _ = write!(out, "{number}");
}

/// Puts a list.
pub(crate) fn list<T>(out: &mut String, items: impl IntoIterator<Item = T>, put: impl Fn(&mut String, T)) {
    out.push('[');
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        put(out, item);
    }
    out.push(']');
}

/// Puts an object with a member for each pair; no name stands twice.
pub(crate) fn object<T>(
    out: &mut String,
    pairs: impl IntoIterator<Item = (impl AsRef<str>, T)>,
    put: impl Fn(&mut String, T),
) {
    out.push('{');
    for (index, (name, value)) in pairs.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        text(out, name.as_ref());
        out.push(':');
        put(out, value);
    }
    out.push('}');
}

/// A member of an object: its name, and what puts its value.
pub(crate) type Member<'a> = (&'a str, &'a dyn Fn(&mut String));

/// Puts an object whose members put themselves.
pub(crate) fn fields(out: &mut String, fields: &[Member<'_>]) {
    object(out, fields.iter().copied(), |out, put| put(out));
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_character_is_read_back() {
        let all: String = (0..0x2100).chain([0x1_f600]).filter_map(char::from_u32).collect();
        let mut out = String::new();
        super::text(&mut out, &all);
        assert_eq!(serde_json::from_str::<String>(&out).ok(), Some(all));
    }
}
