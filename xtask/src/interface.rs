//! The interface's translations: gettext PO made into the small JSON that the player reads.

use std::fs;
use std::path::Path;

use polib::message::MessageView;
use polib::po_file;
use serde_json::{Map, Value, json};

use crate::failure::Failure;

/// Between a message's context and its text, as in gettext's own binary form.
const CONTEXT_END: char = '\u{4}';

/// The translations of a language.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Translation {
    /// The language's tag.
    pub(crate) language: String,
    /// The texts that the first WebAssembly says, as JSON.
    pub(crate) first: String,
    /// All others, as JSON.
    pub(crate) more: String,
}

/// Reads every `<language>.po` of a folder; none where there is no such folder. `first` is the WebAssembly that comes
/// first: what it says is written in it.
pub(crate) fn translations(folder: &Path, first: &[u8]) -> Result<Vec<Translation>, Failure> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for path in entries.filter_map(|e| Some(e.ok()?.path())) {
        let is_po = path.extension().is_some_and(|e| e == "po");
        if let (true, Some(language)) = (is_po, path.file_stem()) {
            let language = language.to_string_lossy().into_owned();
            all.push(translation(language, &path, first)?);
        }
    }
    all.sort();
    Ok(all)
}

fn translation(language: String, path: &Path, first: &[u8]) -> Result<Translation, Failure> {
    let catalogue = po_file::parse(path)
        .map_err(|e| Failure::new(format!("{} is not a PO file that can be read: {e}", path.display())))?;
    let (mut early, mut late) = (Map::new(), Map::new());
    for message in catalogue.messages().filter(|m| !m.msgid().is_empty()) {
        if message.is_fuzzy() {
            return Err(Failure::new(format!(
                "{}: “{}” is marked fuzzy. Check the translation and remove the mark",
                path.display(),
                message.msgid()
            )));
        }
        if let Some(forms) = forms(message) {
            let messages = if says(first, message.msgid()) { &mut early } else { &mut late };
            messages.insert(key(message), forms);
        }
    }
    let json = |messages: Map<String, Value>| json!({ "lang": language, "messages": messages }).to_string();
    let (first, more) = (json(early), json(late));
    Ok(Translation { language, first, more })
}

/// Whether a text is written in a program.
fn says(program: &[u8], text: &str) -> bool {
    program.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The translation, or the list of its plural forms; nothing where it is not translated.
fn forms(message: &dyn MessageView) -> Option<Value> {
    if let Ok(forms) = message.msgstr_plural() {
        return forms.iter().all(|form| !form.is_empty()).then(|| json!(forms));
    }
    message.msgstr().ok().filter(|text| !text.is_empty()).map(|text| json!(text))
}

fn key(message: &dyn MessageView) -> String {
    match message.msgctxt() {
        Some(context) if !context.is_empty() => format!("{context}{CONTEXT_END}{}", message.msgid()),
        _ => message.msgid().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = r#"msgid ""
msgstr ""
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"

msgid "Back"
msgstr "Назад"

msgctxt "menu"
msgid "Back"
msgstr "Вернуться"

msgid "Not yet"
msgstr ""

msgid "{n} point"
msgid_plural "{n} points"
msgstr[0] "{n} балл"
msgstr[1] "{n} балла"
msgstr[2] "{n} баллов"
"#;

    fn compiled(name: &str, po: &str) -> Result<Vec<Translation>, Failure> {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("ru.po"), po).unwrap();
        let result = translations(&folder, b"...{n} point{n} pointsBack#");
        fs::remove_dir_all(folder).unwrap();
        result
    }

    #[test]
    fn what_is_translated_is_there_with_its_plural_forms_and_its_context() {
        let russian = compiled("plain", RUSSIAN).unwrap().remove(0);
        let json: Value = serde_json::from_str(&russian.first).unwrap();
        assert_eq!((russian.language.as_str(), &json["lang"]), ("ru", &Value::from("ru")));
        let expected = json!({
            "Back": "Назад", "menu\u{4}Back": "Вернуться", "{n} point": ["{n} балл", "{n} балла", "{n} баллов"],
        });
        assert_eq!(json["messages"], expected);
    }

    #[test]
    fn what_the_first_webassembly_does_not_say_comes_later() {
        let russian = compiled("two", &RUSSIAN.replace("{n} point", "{n} item")).unwrap().remove(0);
        let [first, more] = [&russian.first, &russian.more].map(|text| serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(first["messages"]["Back"], "Назад");
        assert_eq!(more["messages"], json!({ "{n} item": ["{n} балл", "{n} балла", "{n} баллов"] }));
    }

    #[test]
    fn a_translation_that_nobody_has_checked_is_refused() {
        let fuzzy =
            RUSSIAN.replace("msgid \"Not yet\"\nmsgstr \"\"", "#, fuzzy\nmsgid \"Not yet\"\nmsgstr \"Ещё нет\"");
        let failure = compiled("fuzzy", &fuzzy).unwrap_err().to_string();
        assert!(failure.contains("Not yet") && failure.contains("fuzzy"), "{failure}");
    }
}
