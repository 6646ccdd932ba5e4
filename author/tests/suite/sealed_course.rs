//! A whole course, sealed: nothing of what is sold can be read in the built site.

use crate::build::files;
use crate::folder::Folder;
use crate::keys::{kerege, keys, printed};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// So many bytes of a piece of text are looked for first.
const START: usize = 24;

/// The texts of a JSON document.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => members.values().for_each(|member| texts(member, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The pieces of a text that look the same however they are written down (as JSON, HTML or CSV): words and spaces only, and
/// long enough that they are somebody's sentence.
fn pieces(text: &str) -> impl Iterator<Item = String> + '_ {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == ' '));
    parts.map(str::trim).filter(|piece| piece.len() > START && piece.split(' ').count() > 2).map(str::to_owned)
}

/// The pieces of a site's files.
fn pieces_of<'a>(site: impl Iterator<Item = (&'a String, &'a Vec<u8>)>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, bytes) in site {
        match serde_json::from_slice(bytes) {
            Ok(value) => {
                let mut all = Vec::new();
                texts(&value, &mut all);
                found.extend(all.iter().flat_map(|text| pieces(text)));
            }
            Err(_) => found.extend(std::str::from_utf8(bytes).into_iter().flat_map(pieces)),
        }
        assert!(!path.is_empty());
    }
    found
}

/// Which pieces stand anywhere in these files.
fn found_in(site: &BTreeMap<String, Vec<u8>>, pieces: &BTreeSet<String>) -> Vec<String> {
    let mut starts: HashMap<&[u8], Vec<&String>> = HashMap::new();
    for piece in pieces {
        starts.entry(&piece.as_bytes()[..START]).or_default().push(piece);
    }
    let mut found = BTreeSet::new();
    for bytes in site.values() {
        for (at, window) in bytes.windows(START).enumerate() {
            let Some(pieces) = starts.get(window) else { continue };
            found.extend(pieces.iter().filter(|piece| bytes[at..].starts_with(piece.as_bytes())));
        }
    }
    found.into_iter().cloned().collect()
}

/// The course *Data Analysis*, built open and sealed.
fn built(seal: &str) -> [BTreeMap<String, Vec<u8>>; 2] {
    let (folder, out) = (Folder::course("data-analysis"), tempfile::tempdir().unwrap());
    let keys = keys(out.path());
    let path = |name: &str| out.path().join(name).to_str().unwrap().to_owned();
    let module = folder.path().to_str().unwrap();
    printed(&kerege(&["build", module, "--out", &path("open"), "--key", &keys]));
    folder.replace("module.yaml", "\nseal: { free: [question] }", &format!("\nseal: {seal}"));
    printed(&kerege(&["build", module, "--out", &path("sealed"), "--key", &keys, "--seal"]));
    ["open", "sealed"].map(|name| files(Path::new(&path(name))))
}

/// The pieces that only what is sold has: neither the outline nor the catalogue says them, nor a free unit.
fn sold(open: &BTreeMap<String, Vec<u8>>, sealed: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let is_public = |path: &String| sealed.contains_key(path);
    let public = pieces_of(open.iter().filter(|(path, _)| is_public(path)));
    let all = pieces_of(open.iter().filter(|(path, _)| !is_public(path)));
    all.into_iter().filter(|piece| !public.iter().any(|said| said.contains(piece.as_str()))).collect()
}

#[test]
fn no_sentence_of_data_analysis_is_left_in_its_sealed_site() {
    let [open, sealed] = built("{ free: [] }");
    let sold = sold(&open, &sealed);
    assert!(sold.len() > 3_000, "{} pieces", sold.len());
    assert!(sold.iter().any(|piece| piece.chars().any(|c| c.is_ascii_alphabetic())), "in English");
    assert!(sold.iter().any(|piece| piece.chars().any(|c| ('а'..='я').contains(&c))), "in Russian");
    // The search finds what is there: all of it, where nothing is sealed.
    assert_eq!(found_in(&open, &sold).len(), sold.len());
    assert_eq!(found_in(&sealed, &sold), Vec::<String>::new());
    let names: Vec<&String> =
        sealed.keys().filter(|path| path.contains("/data/") || path.contains("/media/")).collect();
    assert_eq!(names, Vec::<&String>::new(), "no file is called what its author called it");
}

#[test]
fn of_data_analysis_with_a_sealed_outline_only_the_card_is_left() {
    let [open, sealed] = built("{ free: [], outline: true }");
    let card: Value = serde_json::from_slice(&sealed["data-analysis/module.json"]).unwrap();
    let mut said = Vec::new();
    texts(&card["card"], &mut said);
    let said = said.concat();
    let outline: BTreeMap<String, Vec<u8>> = open
        .iter()
        .filter(|(path, _)| path.ends_with("/module.json"))
        .map(|(path, it)| (path.clone(), it.clone()))
        .collect();
    let hidden: BTreeSet<String> =
        pieces_of(outline.iter()).into_iter().filter(|piece| !said.contains(piece)).collect();
    assert!(hidden.len() > 40, "{} pieces", hidden.len());
    assert_eq!(found_in(&sealed, &hidden), Vec::<String>::new());
    assert_eq!(found_in(&sealed, &sold(&open, &sealed)), Vec::<String>::new());
}

#[test]
fn a_free_unit_of_data_analysis_is_there_word_for_word_and_no_other() {
    let [open, sealed] = built("{ free: [question] }");
    let unit =
        |path: &str| path.starts_with("data-analysis/en/question.") || path.starts_with("data-analysis/ru/question.");
    let free: Vec<&String> = open.keys().filter(|path| unit(path)).collect();
    assert_eq!(free.len(), 2);
    assert!(free.iter().all(|path| sealed.get(*path) == open.get(*path)));
    let sold = sold(&open, &sealed);
    assert!(sold.len() > 2_000, "{} pieces", sold.len());
    assert_eq!(found_in(&sealed, &sold), Vec::<String>::new());
}
