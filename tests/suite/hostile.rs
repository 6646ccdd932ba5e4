//! Reading is total: nothing that a file may hold makes a reader panic, hang, or stop at the first fault.

use crate::support::hostile::{any_json, damaged};
use crate::support::{cases, fixture, fixtures};
use kerege::content::read::{self, Reading};
use kerege::content::{Finding, Problem, prose};
use kerege::embed::Heard;
use kerege::exercise::Response;
use kerege::i18n::Texts;
use kerege::progress::envelope;
use kerege::route::Route;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What reading a file gave: whether anything is left of it, and what was found.
struct Outcome {
    is_read: bool,
    findings: Vec<Finding>,
}

impl<T> From<Reading<T>> for Outcome {
    fn from(reading: Reading<T>) -> Outcome {
        Outcome { is_read: reading.value.is_some(), findings: reading.findings }
    }
}

/// Reads a file as what its name says it is.
fn read_as(kind: &str, bytes: &[u8]) -> Outcome {
    match kind {
        "catalogue" => read::catalogue(bytes).into(),
        "module" => read::module(bytes).into(),
        "unit" => read::unit(bytes).into(),
        "glossary" => read::glossary(bytes).into(),
        "bibliography" => read::bibliography(bytes).into(),
        other => panic!("there is no reader for {other}"),
    }
}

const KINDS: [&str; 5] = ["catalogue", "module", "unit", "glossary", "bibliography"];

/// Reads bytes with everything that reads bytes.
fn read_with_all(bytes: &[u8]) {
    for kind in KINDS {
        let outcome = read_as(kind, bytes);
        assert!(outcome.findings.len() <= 100);
        for finding in outcome.findings {
            let shown = finding.to_string();
            assert!(shown.len() < 12_000, "a finding of {} bytes", shown.len());
        }
    }
    if let Some(unit) = read::unit(bytes).value {
        for exercise in &unit.exercises {
            prose::words(&exercise.text);
            let empty = Response::empty(&exercise.task);
            kerege::exercise::score(exercise, &empty).expect("an empty response is of its exercise's kind");
        }
    }
    Texts::read(bytes);
    let text = String::from_utf8_lossy(bytes);
    let _ = envelope::read(&text);
    Heard::read(&text);
    Route::parse(&text);
    if let Ok(value) = kerege::json::read(bytes) {
        Response::from_json(&value);
    }
}

fn name_of(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotJson(_) => "NotJson",
        Problem::NewerVersion(_) => "NewerVersion",
        Problem::OtherKind(_) => "OtherKind",
        Problem::Missing(_) => "Missing",
        Problem::Expected(_) => "Expected",
        Problem::BadId(_) => "BadId",
        Problem::DoubleId(_) => "DoubleId",
        Problem::UnknownId(_) => "UnknownId",
        Problem::Unknown(_) => "Unknown",
        Problem::Forbidden(_) => "Forbidden",
        Problem::OutOfRange(_) => "OutOfRange",
    }
}

/// The rows of the table of wounds: file, what is left of it, findings.
fn table() -> Vec<Vec<String>> {
    let table = String::from_utf8(fixture("hostile/expected.tsv")).expect("text");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn each_wound_is_found_where_it_is_and_the_rest_is_read() {
    let mut wrong = Vec::new();
    for row in table() {
        let (name, expected) = row.split_first().expect("a file");
        let kind = name.split('-').next().unwrap_or_default();
        let outcome = read_as(kind, &fixture(&format!("hostile/{name}.json")));
        let left = if outcome.is_read { "read" } else { "refused" };
        let findings = outcome.findings.iter().map(|one| format!("{} {}", one.pointer, name_of(&one.problem)));
        let found: Vec<String> = std::iter::once(left.to_owned()).chain(findings).collect();
        if found != expected {
            wrong.push(format!("{name}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_hostile_file_stands_in_the_table() {
    let listed: Vec<String> = table().into_iter().map(|row| format!("{}.json", row[0])).collect();
    let mut there = fixtures("hostile");
    there.retain(|name| name.ends_with(".json"));
    assert_eq!(listed, there);
    assert!(there.len() >= 40);
}

#[test]
fn no_reader_panics_at_any_hostile_file() {
    for name in fixtures("hostile") {
        read_with_all(&fixture(&format!("hostile/{name}")));
    }
}

#[test]
fn findings_end_after_a_hundred() {
    let exercises = vec![json!({ "id": "NO" }); 100_000];
    let unit = json!({ "kerege": 1, "type": "unit", "id": "u", "language": "en", "pages": [], "exercises": exercises });
    let reading = read::unit(unit.to_string().as_bytes());
    assert_eq!((reading.value.is_some(), reading.findings.len()), (true, 100));
}

#[test]
fn a_long_name_is_not_repeated_for_each_value_below_it() {
    let name = "x".repeat(1_000_000);
    let pages = vec![json!({ "id": "P" }); 10_000];
    let inline = json!({ name: { "id": "u1", "language": "en", "pages": pages } });
    let unit = json!({ "id": "u1", "title": {}, "counts": [{}], "inline": inline });
    let module = json!({
        "kerege": 1, "type": "module", "id": "m", "edition": { "number": 1 }, "languages": ["en"], "card": {},
        "units": [unit],
        "tracks": [{ "id": "t", "rule": { "pages": { "percent": 1 } }, "awards": [{ "id": "a" }] }],
    });
    let reading = read::module(module.to_string().as_bytes());
    assert_eq!(reading.findings.len(), 100);
    assert!(reading.findings.iter().all(|finding| finding.pointer.len() < 200));
}

#[test]
fn many_parts_do_not_make_reading_slow() {
    let items: Vec<Value> = (0..50_000).map(|n| json!({ "id": format!("i{n}") })).collect();
    let ids: Vec<String> = (0..50_000).map(|n| format!("i{n}")).collect();
    let tasks = [
        json!({ "kind": "choice", "prompt": { "options": items }, "key": { "right": ids } }),
        json!({ "kind": "ordering", "prompt": { "items": items }, "key": { "order": ids } }),
        json!({ "kind": "blanks", "prompt": { "body": [], "blanks": items }, "key": { "blanks": {} } }),
    ];
    for task in tasks {
        let mut exercise = task;
        exercise["id"] = "q".into();
        exercise["ordinal"] = 1.into();
        exercise["points"] = 1.into();
        let unit = json!({ "kerege": 1, "type": "unit", "id": "u", "language": "en", "exercises": [exercise] });
        let reading = read::unit(unit.to_string().as_bytes());
        assert_eq!(reading.findings.first().map(|finding| name_of(&finding.problem)), Some("OutOfRange"));
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_with_all(&bytes);
    }

    #[test]
    fn any_json_is_read_without_a_panic(mut value in any_json(), kind in prop::sample::select(&KINDS[..])) {
        read_with_all(value.to_string().as_bytes());
        if let Some(object) = value.as_object_mut() {
            object.insert("kerege".into(), 1.into());
            object.insert("type".into(), kind.into());
            read_with_all(value.to_string().as_bytes());
        }
    }

    #[test]
    fn a_good_file_with_any_wounds_is_read_without_a_panic(
        kind in prop::sample::select(&KINDS[..]), wounds in proptest::collection::vec(damaged(), 1..4),
    ) {
        let good = fixture(&format!("formats/v1/{kind}.json"));
        let bytes = wounds.iter().fold(good, |bytes, wound| if bytes.is_empty() { bytes } else { wound.inflict(&bytes) });
        read_with_all(&bytes);
    }
}
