//! Rules about sense, each by the smallest module that breaks it.

use super::{Fault, Subject, exercise, module};
use crate::content::{Id, Unit, read};
use serde_json::{Value, json};

/// What is said of a module with this rule and these awards, two units and one assessment exercise of 3 points.
fn check(rule: Value, awards: Value) -> Vec<Fault> {
    let unit = |id: &str, exercises: Value| {
        let blocks: Vec<Value> =
            exercises.as_array().into_iter().flatten().map(|e| json!({ "exercise": e["id"] })).collect();
        let blocks = if blocks.is_empty() { vec![json!({ "prose": "x" })] } else { blocks };
        let pages = json!([{ "id": format!("{id}-page"), "ordinal": 1, "blocks": blocks }]);
        json!({ "id": id, "language": "en", "pages": pages, "exercises": exercises })
    };
    let test = unit(
        "test",
        json!([{
            "id": "q", "ordinal": 1, "points": 3, "mode": "assessment", "kind": "numeric", "prompt": {}, "key": { "value": "1" },
        }]),
    );
    let text = unit("text", json!([]));
    let entry = |unit: &Value, attempts: u32, counts: Value| json!({ "id": unit["id"], "title": {}, "attempts": attempts, "counts": [counts], "inline": { "en": unit } });
    let json = json!({
        "kerege": 1, "type": "module", "id": "m", "edition": { "number": 1 }, "languages": ["en"], "card": { "title": {} },
        "units": [
            entry(&text, 0, json!({ "pages": 1 })),
            entry(&test, 1, json!({ "pages": 1, "exercises": 1, "points": 3 })),
            entry(&unit("away", json!([])), 0, json!({ "pages": 0 })),
        ],
        "tracks": [{ "id": "t", "title": {}, "rule": rule, "awards": awards }],
    });
    let read = read::module(json.to_string().as_bytes());
    assert_eq!(read.findings, Vec::new());
    let units: Vec<Unit> = [text, test].iter().map(read_unit).collect();
    read.value.map(|read| module(&read, &units)).unwrap_or_default().into_iter().map(|remark| remark.fault).collect()
}

fn read_unit(unit: &Value) -> Unit {
    let mut unit = unit.clone();
    unit["kerege"] = 1.into();
    unit["type"] = "unit".into();
    read::unit(unit.to_string().as_bytes()).value.expect("the unit is whole")
}

fn award(id: &str, rule: Value) -> Value {
    json!({ "id": id, "title": {}, "rule": rule })
}

#[test]
fn a_rule_has_to_be_possible_and_to_ask_for_something() {
    let id = |text| Id::new(text).expect("an id");
    let done = json!([{ "id": "done", "title": {} }]);
    for (rule, faults) in [
        (json!({ "pages": { "percent": 100 } }), vec![]),
        (json!({ "score": { "percent": 70, "unit": "test" } }), vec![]),
        (json!({ "pages": { "percent": 0 } }), vec![Fault::AsksNothing]),
        (json!({ "at-least": { "n": 2, "of": [{ "pages": { "percent": 1 } }] } }), vec![Fault::AsksTooMuch(2, 1)]),
        (json!({ "at-least": { "n": 0, "of": [{ "pages": { "percent": 1 } }] } }), vec![Fault::AsksNothing]),
        (json!({ "score": { "percent": 70, "unit": "text" } }), vec![Fault::NothingToScore]),
        (json!({ "answered": { "percent": 70, "unit": "text" } }), vec![Fault::NothingToAnswer]),
        (json!({ "any": [{ "pages": { "percent": 1, "unit": "no" } }] }), vec![Fault::UnknownUnit(id("no"))]),
        (json!({ "pages": { "percent": 1, "unit": "away" } }), vec![Fault::UnitNotInTrack(id("away"))]),
    ] {
        assert_eq!(check(rule.clone(), done.clone()), faults, "{rule}");
    }
}

#[test]
fn a_later_award_asks_for_more() {
    let rule = json!({ "all": [{ "pages": { "percent": 100 } }, { "score": { "percent": 70 } }] });
    let first = json!({ "id": "first", "title": {} });
    for (second, faults) in [
        (award("second", json!({ "score": { "percent": 90 } })), vec![]),
        (award("second", json!({ "score": { "percent": 70 } })), vec![Fault::AwardNotHarder]),
        (
            award("second", json!({ "all": [{ "pages": { "percent": 50 } }, { "score": { "percent": 60 } }] })),
            vec![Fault::AwardNotHarder],
        ),
        (award("second", json!({ "answered": { "percent": 50 } })), vec![]),
        (award("second", json!({ "any": [{ "score": { "percent": 60 } }] })), vec![]),
        (json!({ "id": "second", "title": {} }), vec![Fault::AwardWithoutRule]),
    ] {
        assert_eq!(check(rule.clone(), json!([first, second])), faults, "{second}");
    }
    let third = award("third", json!({ "score": { "percent": 80 } }));
    let second = award("second", json!({ "score": { "percent": 90 } }));
    assert_eq!(check(rule, json!([first, second, third])), [Fault::AwardNotHarder], "no harder than the second");
}

#[test]
fn equal_words_and_lost_feedback_are_said_of_an_exercise() {
    let unit = read_unit(&json!({
        "id": "u", "language": "en", "pages": [],
        "exercises": [{
            "id": "q", "ordinal": 1, "points": 1, "kind": "choice",
            "prompt": { "options": [{ "id": "a", "text": "«Да»" }, { "id": "b", "text": [{ "em": "\"да\" " }] }] },
            "key": { "right": ["a"], "feedback": { "c": "x" } },
        }],
    }));
    let remarks: Vec<_> =
        unit.exercises.iter().flat_map(exercise).map(|remark| (remark.subject, remark.fault)).collect();
    let id = |text| Id::new(text).expect("an id");
    let expected = [
        (Subject::Part(id("q"), id("b")), Fault::EqualParts(id("a"))),
        (Subject::Exercise(id("q")), Fault::FeedbackToNothing(id("c"))),
    ];
    assert_eq!(remarks, expected);
}
