//! Courses of any size, as JSON, and what learners leave behind in them.

use kerege::content::Id;
use kerege::exercise::Response;
use kerege::port::Moment;
use kerege::progress::{Answer, Event, Place, Record, RecordId};
use serde_json::{Value, json};

fn id(text: &str) -> Id {
    Id::new(text).unwrap_or_else(|| panic!("{text:?} is not an id"))
}

/// The `n`th exercise: the kinds take turns.
fn exercise(name: &str, n: usize) -> Value {
    let items = |names: &[&str]| {
        names
            .iter()
            .map(|name| json!({ "id": name, "text": format!("What {name} says, at some length.") }))
            .collect::<Vec<_>>()
    };
    let (kind, points, prompt, key) = match n % 8 {
        0 => (
            "choice",
            1,
            json!({ "options": items(&["a", "b", "c", "d"]) }),
            json!({ "right": ["b"], "feedback": { "a": "Not this one, because." } }),
        ),
        1 => (
            "choice",
            2,
            json!({ "options": items(&["a", "b", "c", "d"]), "multiple": true }),
            json!({ "right": ["a", "c"] }),
        ),
        2 => (
            "blanks",
            2,
            json!({ "body": ["Out of ", { "blank": "n" }, " that is ", { "blank": "w" }, "."], "blanks": [{ "id": "n" }, { "id": "w", "options": items(&["two", "three"]) }] }),
            json!({ "blanks": { "n": ["40", "forty"], "w": "three" } }),
        ),
        3 => ("numeric", 1, json!({ "unit": "%" }), json!({ "value": "47.6", "tolerance": "0.6" })),
        4 => (
            "matching",
            3,
            json!({ "left": items(&["a", "b", "c"]), "right": items(&["x", "y", "z"]) }),
            json!({ "pairs": { "a": "x", "b": "y", "c": "z" } }),
        ),
        5 => (
            "ordering",
            4,
            json!({ "items": items(&["c", "a", "d", "b", "e"]) }),
            json!({ "order": ["a", "b", "c", "d", "e"] }),
        ),
        6 => (
            "categorise",
            4,
            json!({ "groups": items(&["x", "y"]), "items": items(&["a", "b", "c", "d"]) }),
            json!({ "groups": { "a": "x", "b": "y", "c": "x", "d": "y" } }),
        ),
        _ => (
            "reflection",
            0,
            json!({ "criteria": items(&["a", "b"]) }),
            json!({ "model": [{ "p": "One good answer." }] }),
        ),
    };
    json!({
        "id": name, "ordinal": n, "points": points, "kind": kind, "prompt": prompt, "key": key,
        "text": [{ "p": ["Which of these can eight interviews ", { "em": "and" }, " a small survey answer?"] }],
        "hints": ["Look for a word that claims more than the table shows."],
        "feedback": { "right": "That holds.", "wrong": "Not quite." }, "answer": "Because the table counts people.",
    })
}

/// A unit of so many pages with so many exercises each.
pub(crate) fn unit(name: &str, n_pages: usize, n_exercises: usize) -> Vec<u8> {
    let exercise_name = |page: usize, n: usize| format!("{name}-{page}-{n}");
    let page = |page: usize| {
        let blocks = (0..n_exercises).map(|n| json!({ "exercise": exercise_name(page, n) }));
        let text = json!({ "prose": [{ "p": "Of the 61 people in our survey, 40 had been tested." }, { "ul": ["one", "two"] }] });
        json!({ "id": format!("{name}-{page}"), "ordinal": page, "title": "What the table can say", "blocks": std::iter::once(text).chain(blocks).collect::<Vec<_>>() })
    };
    let exercises = (0..n_pages).flat_map(|page| (0..n_exercises).map(move |n| (page, n)));
    let exercises: Vec<Value> =
        exercises.map(|(page, n)| exercise(&exercise_name(page, n), page * n_exercises + n)).collect();
    let pages: Vec<Value> = (0..n_pages).map(page).collect();
    json!({ "kerege": 1, "type": "unit", "id": name, "language": "en", "pages": pages, "exercises": exercises })
        .to_string()
        .into_bytes()
}

/// The outline of a course of so many units with so many pages and exercises each, in two languages.
pub(crate) fn module(n_units: usize, n_pages: usize, n_exercises: usize) -> Vec<u8> {
    let both = |text: &str| json!({ "en": text, "ru": format!("{text} по-русски") });
    let file = |language: &str, unit: usize| json!({ "path": format!("{language}/u{unit}.3f9a1c.json"), "sha256": "3".repeat(64), "size": 40_000 });
    let counts = json!({ "pages": n_pages, "exercises": n_exercises, "points": n_exercises });
    let unit = |n: usize| {
        json!({
            "id": format!("u{n}"), "title": both("Counting and comparing"), "minutes": 45, "attempts": 3, "counts": [counts, counts],
            "files": { "en": file("en", n), "ru": file("ru", n) },
        })
    };
    let rule = json!({ "all": [{ "pages": { "percent": 100 } }, { "answered": { "percent": 80 } }, { "score": { "percent": 70 } }] });
    let track = |name: &str| {
        json!({
            "id": name, "title": both("Full course"), "summary": both("Everything."), "minutes": 1800, "rule": rule,
            "awards": [{ "id": "completed", "title": both("Completed") }], "certificate": both("Knows how to count."),
        })
    };
    json!({
        "kerege": 1, "type": "module", "id": "large", "edition": { "number": 1, "date": "2026-11-20" }, "languages": ["en", "ru"],
        "card": { "title": both("A large course"), "organiser": both("Organiser") },
        "units": (0..n_units).map(unit).collect::<Vec<_>>(), "tracks": [track("full"), track("short")],
    })
    .to_string()
    .into_bytes()
}

/// What somebody leaves behind who has opened every page, and entered and checked every exercise, `n_times` over.
pub(crate) fn records(n_units: usize, n_pages: usize, n_exercises: usize, n_times: usize) -> Vec<Record> {
    let mut events = Vec::new();
    for _ in 0..n_times {
        for unit in 0..n_units {
            let place = Place { unit: id(&format!("u{unit}")), tracks: Vec::new() };
            for page in 0..n_pages {
                events.push(Event::Seen { place: place.clone(), page: id(&format!("u{unit}-{page}")) });
            }
            for n in 0..n_exercises {
                let exercise = id(&format!("u{unit}-{}-{n}", n % n_pages.max(1)));
                let response = Response::Choice(vec![id("b")]);
                let draft = response.clone();
                events.push(Event::Draft {
                    unit: place.unit.clone(),
                    exercise: exercise.clone(),
                    sitting: 0,
                    response: draft,
                });
                let answer = Answer { exercise, revision: 1, response: Some(response), earned: 1, of: 1 };
                events.push(Event::Answered { place: place.clone(), n: 1, answer });
            }
        }
    }
    let numbered = events.into_iter().zip(1u32..);
    numbered
        .map(|(event, seq)| Record {
            id: RecordId { writer: "w".into(), seq },
            at: Moment(i64::from(seq) * 1000),
            event,
        })
        .collect()
}
