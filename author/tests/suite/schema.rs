//! What is built is what the schemas describe and what the core's reader understands.

use crate::folder::{Folder, courses, fixtures};
use jsonschema::Validator;
use kerege::content::read;
use kerege::content::wire::{Bibliography, Body, Catalogue, Glossary, Module, Unit, from_slice, schema};
use kerege::exercise::Kind;
use kerege_author::build::{Options, site};
use kerege_author::check::check;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Asserts that a file is as the schema of its type says, and that the wire types lose nothing of it.
fn assert_described(bytes: &[u8], name: &str) {
    let value: Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(against_schema(&value), Vec::<String>::new(), "{name}");
    let again = match value["type"].as_str().unwrap() {
        Catalogue::TYPE => again::<Catalogue>(bytes),
        Module::TYPE => again::<Module>(bytes),
        Unit::TYPE => again::<Unit>(bytes),
        Glossary::TYPE => again::<Glossary>(bytes),
        Bibliography::TYPE => again::<Bibliography>(bytes),
        other => panic!("{name} is a {other}"),
    };
    assert_eq!(again, bytes, "{name} changes when it is read and written again");
}

/// What the published schema of its type says against a document.
fn against_schema(value: &Value) -> Vec<String> {
    static VALIDATORS: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
        let all = [
            (Catalogue::TYPE, schema::<Catalogue>()),
            (Module::TYPE, schema::<Module>()),
            (Unit::TYPE, schema::<Unit>()),
            (Glossary::TYPE, schema::<Glossary>()),
            (Bibliography::TYPE, schema::<Bibliography>()),
        ];
        all.map(|(name, schema)| (name, jsonschema::validator_for(&schema).unwrap())).into()
    });
    let validator = &VALIDATORS[value["type"].as_str().unwrap()];
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn again<T: Body + serde::Serialize + serde::de::DeserializeOwned>(bytes: &[u8]) -> Vec<u8> {
    kerege::content::wire::to_vec(&from_slice::<T>(bytes).unwrap()).unwrap()
}

/// Builds a fixture and gives each JSON file to `look`.
fn each_file(fixture: &str, inline: bool, look: impl FnMut(&[u8], &str)) {
    each_file_of(&Folder::copy_of(fixture), inline, look);
}

fn each_file_of(folder: &Folder, inline: bool, mut look: impl FnMut(&[u8], &str)) {
    let out = tempfile::tempdir().unwrap();
    let built = check(folder.path(), inline).built.unwrap();
    assert_eq!(built.drift, Vec::<String>::new());
    site(&[built], None, &out.path().join("site"), &Options::default()).unwrap();
    let mut seen = 0;
    walk(&out.path().join("site"), &mut |path| {
        if path.extension().is_some_and(|extension| extension == "json") {
            look(&fs::read(path).unwrap(), &path.display().to_string());
            seen += 1;
        }
    });
    assert!(seen > 1);
}

fn walk(folder: &Path, look: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, look) } else { look(&path) }
    }
}

#[test]
fn every_file_of_a_rich_module_is_described_and_read_without_a_finding() {
    for inline in [false, true] {
        each_file("author/healthy", inline, |bytes, name| {
            assert_described(bytes, name);
            let value: Value = serde_json::from_slice(bytes).unwrap();
            let findings = match value["type"].as_str().unwrap() {
                "catalogue" => read::catalogue(bytes).findings,
                "module" => read::module(bytes).findings,
                "unit" => read::unit(bytes).findings,
                "glossary" => read::glossary(bytes).findings,
                _ => read::bibliography(bytes).findings,
            };
            assert_eq!(findings, Vec::new(), "{name}");
        });
    }
}

#[test]
fn a_hash_and_a_size_are_those_of_the_file() {
    let folder = Folder::healthy();
    let out = tempfile::tempdir().unwrap();
    let built = check(folder.path(), false).built.unwrap();
    site(&[built], None, &out.path().join("site"), &Options::default()).unwrap();
    let root = out.path().join("site");
    let mut files = 0;
    walk(&root, &mut |path| {
        let Ok(value) = serde_json::from_slice::<Value>(&fs::read(path).unwrap()) else { return };
        let is_catalogue = value["type"] == "catalogue";
        let base = if is_catalogue { root.clone() } else { root.join("healthy") };
        each_reference(&value, &mut |path, sha256, size| {
            let bytes = fs::read(base.join(path)).unwrap();
            assert_eq!(bytes.len() as u64, size, "{path}");
            assert_eq!(kerege_author::media::sha256(&bytes), sha256, "{path}");
            assert!(path.contains(&sha256[..8]) || path.ends_with("module.json"), "{path}");
            files += 1;
        });
    });
    assert!(files > 10, "{files}");
}

fn each_reference(value: &Value, look: &mut dyn FnMut(&str, &str, u64)) {
    if let (Some(path), Some(sha256), Some(size)) =
        (value["path"].as_str(), value["sha256"].as_str(), value["size"].as_u64())
    {
        look(path, sha256, size);
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_reference(item, look)),
        Value::Object(fields) => fields.values().for_each(|field| each_reference(field, look)),
        _ => {}
    }
}

#[test]
fn a_module_written_by_hand_is_read_and_described() {
    let module = json!({
        "kerege": 1, "type": "module", "id": "by-hand", "edition": { "number": 1 }, "languages": ["en"],
        "card": { "title": { "en": "By hand" } },
        "units": [{
            "id": "u", "title": { "en": "Unit" }, "counts": [{ "pages": 1, "exercises": 1 }],
            "inline": { "en": {
                "id": "u", "language": "en",
                "pages": [{ "id": "p", "ordinal": 1, "title": "Page", "blocks": [{ "prose": "Plain." }, { "exercise": "q" }] }],
                "exercises": [{
                    "id": "q", "ordinal": 1, "points": 1, "text": "Which?", "kind": "choice",
                    "prompt": { "options": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }] },
                    "key": { "right": ["a"] },
                }],
            } },
        }],
        "tracks": [{
            "id": "t", "title": { "en": "All" }, "rule": { "pages": { "percent": 100 } },
            "awards": [{ "id": "done", "title": { "en": "Done" } }],
        }],
    });
    let reading = read::module(module.to_string().as_bytes());
    assert_eq!(reading.findings, Vec::new());
    assert!(reading.value.is_some());
    let validator = jsonschema::validator_for(&schema::<Module>()).unwrap();
    let errors: Vec<String> = validator.iter_errors(&module).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn the_schemas_refuse_what_the_format_has_not() {
    let unit = |blocks: Value| {
        json!({
            "kerege": 1, "type": "unit", "id": "u", "language": "en",
            "pages": [{ "id": "p", "ordinal": 1, "blocks": blocks }],
        })
    };
    let validator = jsonschema::validator_for(&schema::<Unit>()).unwrap();
    assert!(validator.is_valid(&unit(json!([{ "prose": [{ "p": "x" }] }]))));
    for bad in [
        json!([{ "prose": [{ "html": "x" }] }]),
        json!([{ "prose": [{ "a": "x", "href": "javascript:x" }] }]),
        json!([{ "exercise": "Not an id" }]),
        json!([{ "prose": "x", "colour": "red" }]),
        json!([{ "prose": [{ "figure": { "path": "x", "sha256": "short", "size": 1 }, "alt": "x" }] }]),
    ] {
        assert!(!validator.is_valid(&unit(bad.clone())), "{bad}");
    }
    assert!(!validator.is_valid(&json!({ "id": "u", "language": "en", "pages": [] })), "no header");
}

#[test]
fn the_fixtures_of_other_tests_build() {
    for entry in fs::read_dir(fixtures().join("modules")).unwrap() {
        let name = format!("modules/{}", entry.unwrap().file_name().to_string_lossy());
        if fixtures().join(&name).join("module.yaml").is_file() {
            each_file(&name, false, assert_described);
        }
    }
}

/// The exercises of a unit.
fn exercises(unit: &Value) -> impl Iterator<Item = &Value> {
    unit["exercises"].as_array().into_iter().flatten()
}

#[test]
fn every_file_of_every_course_is_described_and_every_kind_is_among_them() {
    let mut kinds = BTreeSet::new();
    for entry in fs::read_dir(courses()).unwrap() {
        let folder = Folder::course(&entry.unwrap().file_name().to_string_lossy());
        let mut n_units = 0;
        each_file_of(&folder, false, |bytes, name| {
            assert_described(bytes, name);
            let value: Value = serde_json::from_slice(bytes).unwrap();
            if value["type"] == Unit::TYPE {
                n_units += 1;
                kinds.extend(exercises(&value).map(|exercise| exercise["kind"].as_str().unwrap().to_owned()));
            }
        });
        assert!(n_units > 1, "{}", folder.path().display());
    }
    assert_eq!(kinds, Kind::ALL.iter().map(|kind| kind.name().to_owned()).collect());
}

#[test]
fn every_frozen_file_is_described() {
    for entry in fs::read_dir(fixtures().join("formats/v1")).unwrap() {
        let path = entry.unwrap().path();
        let Ok(value) = serde_json::from_slice::<Value>(&fs::read(&path).unwrap()) else { continue };
        if value["type"] != "progress" {
            assert_eq!(against_schema(&value), Vec::<String>::new(), "{}", path.display());
        }
    }
}

#[test]
fn an_exercise_of_any_kind_with_a_field_that_it_has_not_or_without_one_that_it_needs_is_refused() {
    let mut kinds = BTreeSet::new();
    each_file_of(&Folder::course("gallery"), false, |bytes, name| {
        let unit: Value = serde_json::from_slice(bytes).unwrap();
        for (at, exercise) in exercises(&unit).enumerate() {
            let kind = exercise["kind"].as_str().unwrap();
            if !kinds.insert(kind.to_owned()) {
                continue;
            }
            for part in ["prompt", "key"] {
                let place = format!("/exercises/{at}/{part}");
                let Some(members) = unit.pointer(&place).and_then(Value::as_object) else { continue };
                let with = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
                    let mut changed = unit.clone();
                    change(changed.pointer_mut(&place).unwrap().as_object_mut().unwrap());
                    against_schema(&changed).is_empty()
                };
                assert!(!with(&|members| drop(members.insert("colour".into(), "red".into()))), "{name}: {kind} {part}");
                for field in members.keys() {
                    assert!(!with(&|members| members[field] = json!([[[false]]])), "{kind} {part} {field}");
                }
            }
        }
    });
    for kind in ["coding", "table", "conversation", "plan", "stakeholders"] {
        assert!(kinds.contains(kind), "{kind}");
    }
}
