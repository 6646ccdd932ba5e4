//! The interface's texts: every one of them is translated, and no translation is left over.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot read its input has failed"
)]

use polib::message::MessageView;
use polib::po_file;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A text in the sources: its plural, where it has one.
type Texts = BTreeMap<String, Option<String>>;

#[test]
fn every_text_is_translated_and_no_translation_is_left_over() {
    let used = used();
    assert!(used.len() > 50, "the scanner finds texts");
    for path in translations() {
        let file = po_file::parse(&path).unwrap();
        let known: Texts = file.messages().map(|one| (one.msgid().to_owned(), plural(one))).collect();
        let missing: Vec<_> = used.iter().filter(|(id, plural)| known.get(*id) != Some(*plural)).collect();
        let unused: Vec<_> = known.keys().filter(|id| !used.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{} lacks {} texts: {missing:#?}", path.display(), missing.len());
        assert!(unused.is_empty(), "{} has {} texts that nobody uses: {unused:#?}", path.display(), unused.len());
    }
}

#[test]
fn every_translation_is_whole_and_keeps_the_places() {
    for path in translations() {
        let file = po_file::parse(&path).unwrap();
        let forms = file.metadata.plural_rules.nplurals;
        for message in file.messages() {
            let id = message.msgid();
            assert!(!message.is_fuzzy(), "“{id}” is marked fuzzy");
            for (english, text) in pairs(message, forms) {
                assert!(!text.trim().is_empty(), "“{id}” is not translated in every form");
                assert_eq!(places(&text), places(&english), "the places of “{id}” in “{text}”");
            }
        }
    }
}

#[test]
fn russian_is_set_as_russian() {
    let file = po_file::parse(Path::new("i18n/ru.po")).unwrap();
    assert_eq!((file.metadata.language.as_str(), file.metadata.plural_rules.nplurals), ("ru", 3));
    for message in file.messages() {
        for (_, text) in pairs(message, 3) {
            assert!(!text.contains(['"', '“', '!']), "other quotation marks or a raised voice: {text}");
            assert!(!text.contains(" %") && !text.contains(" —"), "a space that may break: {text}");
            assert!(!text.contains("..."), "three full stops: {text}");
            assert!(!text.contains("– "), "a dash between words is a long one: {text}");
        }
    }
}

#[test]
fn texts_are_found_however_they_are_written() {
    let source = r#"a.t("One \"word\""), b.fill(
        "Two {n}", &[]), c.count("{n} x", "{n} y", 1), d.t(word), say("Three \
            lines")"#;
    let expected = [("One \"word\"", None), ("Two {n}", None), ("{n} x", Some("{n} y")), ("Three lines", None)];
    let expected: Texts = expected.map(|(id, plural)| (id.to_owned(), plural.map(str::to_owned))).into();
    let mut found = Texts::new();
    collect(source, &mut found);
    assert_eq!(found, expected);
}

/// The texts of the views, of what a verifier is told, and of the pages that `kerege build` writes around the player.
fn used() -> Texts {
    let mut found = Texts::new();
    for folder in ["src/view", "src/certificate/account", "author/src/site"] {
        sources(Path::new(folder), &mut |source| collect(source, &mut found));
    }
    found
}

fn sources(folder: &Path, take: &mut dyn FnMut(&str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, take);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            take(&fs::read_to_string(path).unwrap());
        }
    }
}

/// Adds the literals that stand first in a call of one of the functions that translate.
fn collect(source: &str, found: &mut Texts) {
    for call in [".t(", ".fill(", ".count(", " say("] {
        for (at, _) in source.match_indices(call) {
            let rest = source.get(at + call.len()..).unwrap_or_default();
            let Some((id, rest)) = literal(rest) else { continue };
            let plural = if call == ".count(" { literal(rest.trim_start_matches([',', ' ', '\n'])) } else { None };
            found.insert(id, plural.map(|(text, _)| text));
        }
    }
}

/// Reads a string literal; gives back what follows it as well.
fn literal(source: &str) -> Option<(String, &str)> {
    let mut rest = source.trim_start().strip_prefix('"')?;
    let mut text = String::new();
    loop {
        let at = rest.find(['"', '\\'])?;
        text.push_str(rest.get(..at)?);
        let is_end = rest.get(at..)?.starts_with('"');
        rest = rest.get(at + 1..)?;
        if is_end {
            return Some((text, rest));
        }
        match rest.strip_prefix('\n') {
            Some(next) => rest = next.trim_start(),
            None => {
                text.push(rest.chars().next().filter(|c| "\"\\'".contains(*c))?);
                rest = rest.get(1..)?;
            }
        }
    }
}

fn translations() -> Vec<PathBuf> {
    let files = fs::read_dir("i18n").unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "po")).collect();
    assert!(!files.is_empty());
    files
}

fn plural(message: &dyn MessageView) -> Option<String> {
    message.msgid_plural().ok().map(str::to_owned)
}

/// Each form of a translation beside the English text that it stands for.
fn pairs(message: &dyn MessageView, forms: usize) -> Vec<(String, String)> {
    match (message.msgid_plural(), message.msgstr_plural()) {
        (Ok(english), Ok(texts)) => {
            assert_eq!(texts.len(), forms, "the plural forms of “{english}”");
            texts.iter().map(|text| (english.to_owned(), text.clone())).collect()
        }
        _ => vec![(message.msgid().to_owned(), message.msgstr().unwrap_or_default().to_owned())],
    }
}

/// The names in `{braces}`.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}
