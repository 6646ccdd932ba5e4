//! Writes a PO file.

use super::{Catalogue, Entry};
use std::fmt::Write as _;

/// A line of text is broken at a space before this many characters.
const WIDTH: usize = 77;

/// The file as text.
pub fn write(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for comment in &catalogue.comments {
        line(&mut out, "#", comment);
    }
    let header: String = catalogue.header.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    field(&mut out, "", "msgid", "");
    field(&mut out, "", "msgstr", &header);
    for entry in &catalogue.messages {
        out.push('\n');
        message(&mut out, "", entry);
    }
    for entry in &catalogue.obsolete {
        out.push('\n');
        message(&mut out, "#~ ", entry);
    }
    out
}

fn message(out: &mut String, prefix: &str, entry: &Entry) {
    for comment in &entry.comments {
        line(out, "#", comment);
    }
    if prefix.is_empty() {
        references(out, &entry.references);
    }
    let flags: Vec<&str> =
        entry.fuzzy.then_some("fuzzy").into_iter().chain(entry.flags.iter().map(String::as_str)).collect();
    if !flags.is_empty() {
        line(out, "#,", &flags.join(", "));
    }
    if let Some(previous) = &entry.previous {
        field(out, if prefix.is_empty() { "#| " } else { "#~| " }, "msgid", previous);
    }
    if let Some(context) = &entry.context {
        field(out, prefix, "msgctxt", context);
    }
    field(out, prefix, "msgid", &entry.id);
    field(out, prefix, "msgstr", &entry.text.text);
}

fn references(out: &mut String, references: &[String]) {
    let mut open = String::new();
    for reference in references {
        if !open.is_empty() && open.len() + reference.len() > WIDTH {
            line(out, "#:", &open);
            open.clear();
        }
        if !open.is_empty() {
            open.push(' ');
        }
        open += reference;
    }
    if !open.is_empty() {
        line(out, "#:", &open);
    }
}

fn line(out: &mut String, mark: &str, text: &str) {
    out.push_str(mark);
    if !text.is_empty() {
        out.push(' ');
        out.push_str(text);
    }
    out.push('\n');
}

fn field(out: &mut String, prefix: &str, name: &str, text: &str) {
    let escaped = escape(text);
    if !escaped.contains("\\n") && escaped.chars().count() + name.len() + prefix.len() + 3 <= WIDTH + 2 {
        let _ = writeln!(out, "{prefix}{name} \"{escaped}\"");
        return;
    }
    let _ = writeln!(out, "{prefix}{name} \"\"");
    for part in escaped.split_inclusive("\\n") {
        for piece in wrapped(part) {
            let _ = writeln!(out, "{prefix}\"{piece}\"");
        }
    }
}

/// A text cut behind spaces, so that no piece is wider than a line unless a word is.
fn wrapped(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut end, mut width) = (0, 0, 0);
    for word in text.split_inclusive(' ') {
        let wide = word.chars().count();
        if width > 0 && width + wide > WIDTH {
            pieces.extend(text.get(start..end));
            (start, width) = (end, 0);
        }
        end += word.len();
        width += wide;
    }
    pieces.extend(text.get(start..end).filter(|piece| !piece.is_empty()));
    pieces
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t").replace('\r', "\\r")
}
