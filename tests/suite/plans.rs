//! Plans: what is complete, what changes, and that nothing that was written is lost.

use crate::support::arbitrary::{exercise_of, response_of};
use crate::support::{cases, exercise, fixture, id, ids, items};
use kerege::content::read;
use kerege::exercise::plan::{self, Entry, Field, Prompt, Section, Shape, entry};
use kerege::exercise::score::CreditRule;
use kerege::exercise::{Kind, NotReady, Response, Task, mark, readiness, score};
use proptest::prelude::*;

fn text(name: &str) -> Field {
    let shape = Shape::Text { lines: 3, most: 1500 };
    Field { id: id(name), label: name.to_uppercase(), help: Vec::new(), optional: false, shape }
}

fn rows(name: &str, columns: &str, least: u32) -> Field {
    let column = |id: kerege::content::Id| plan::Column { label: id.to_string(), optional: false, most: 200, id };
    let shape = Shape::Rows { columns: ids(columns).into_iter().map(column).collect(), least, most: 12 };
    Field { shape, ..text(name) }
}

fn prompt(fields: Vec<Field>) -> Prompt {
    let section = Section { id: id("s"), title: "Section".into(), fields };
    Prompt { title: "My plan".into(), place: None, sections: vec![section], criteria: items("clear") }
}

fn task(fields: Vec<Field>) -> Task {
    Task::Plan(prompt(fields), plan::Key { model: Vec::new() })
}

fn response(entries: Vec<(kerege::content::Id, Entry)>) -> Response {
    Response::Plan { entries, met: Vec::new() }
}

fn row(cells: &[(&str, &str)]) -> plan::Row {
    cells.iter().map(|(name, text)| (id(name), (*text).to_owned())).collect()
}

#[test]
fn points_are_for_filling_in_and_never_for_what_is_written() {
    let exercise = exercise("q", task(vec![text("goal"), rows("steps", "what who", 2)]));
    assert_eq!(kerege::exercise::score::credit_rule(&exercise), CreditRule::PerField);
    let earned = |entries| mark(&exercise, &response(entries)).map(|score| score.earned);
    let goal = || (id("goal"), Entry::Text("nonsense".into()));
    assert_eq!(earned(vec![]), Ok(0));
    assert_eq!(earned(vec![goal()]), Ok(2));
    let full = row(&[("what", "a"), ("who", "b")]);
    let half = row(&[("what", "a"), ("who", " ")]);
    let steps = |rows: &[&plan::Row]| (id("steps"), Entry::Rows(rows.iter().map(|row| (*row).clone()).collect()));
    assert_eq!(earned(vec![goal(), steps(&[&full])]), Ok(2), "one of two steps");
    assert_eq!(earned(vec![goal(), steps(&[&full, &half])]), Ok(2), "one and a half of two steps");
    assert_eq!(earned(vec![goal(), steps(&[&full, &half, &full])]), Ok(4), "a step begun takes nothing away");
}

#[test]
fn a_plan_without_points_is_never_scored() {
    let exercise = kerege::content::Exercise { points: 0, ..exercise("q", task(vec![text("goal")])) };
    let given = response(vec![(id("goal"), Entry::Text("x".into()))]);
    assert_eq!(kerege::exercise::score::credit_rule(&exercise), CreditRule::None);
    assert_eq!(mark(&exercise, &given).map(|score| (score.earned, score.of)), Ok((0, 0)));
}

#[test]
fn a_plan_can_be_checked_as_soon_as_anything_stands_in_it() {
    let exercise = exercise("q", task(vec![text("goal"), rows("steps", "what who", 2)]));
    assert_eq!(readiness(&exercise, &response(vec![])), Ok(Some(NotReady::Empty)));
    let spaces = vec![(id("goal"), Entry::Text(" \n".into())), (id("steps"), Entry::Rows(vec![row(&[("who", " ")])]))];
    assert_eq!(readiness(&exercise, &response(spaces)), Ok(Some(NotReady::Empty)));
    let begun = vec![(id("steps"), Entry::Rows(vec![row(&[("who", "I")])]))];
    assert_eq!(readiness(&exercise, &response(begun)), Ok(None));
    // What is left of a field that has gone is no answer to this edition.
    assert_eq!(readiness(&exercise, &response(vec![(id("old"), Entry::Text("x".into()))])), Ok(Some(NotReady::Empty)));
}

#[test]
fn what_was_written_outlives_the_field_that_it_was_written_in() {
    let entries = vec![
        (id("goal"), Entry::Text("All know".into())),
        (id("gone"), Entry::Text("Kept".into())),
        (id("steps"), Entry::Rows(vec![row(&[("what", "Ask"), ("where", "Here")]), row(&[("what", "Tell")])])),
    ];
    let given = response(entries.clone());
    // The goal has become rows, the steps a text, and one field has gone.
    let edited = task(vec![rows("goal", "what who", 1), text("steps")]);
    assert!(given.fits(&edited));
    let Task::Plan(prompt, _) = &edited else { panic!("a plan") };
    let Shape::Rows { columns, .. } = &prompt.sections[0].fields[0].shape else { panic!("rows") };
    assert_eq!(entry::rows(&entries, &id("goal"), columns), [row(&[("what", "All know")])]);
    assert_eq!(entry::text(&entries, &id("steps")), "Ask · Here\nTell");
    assert_eq!(entry::leftover(prompt, &entries), ["Kept"]);
    let smaller = self::prompt(vec![text("goal"), rows("steps", "what", 1)]);
    assert_eq!(entry::leftover(&smaller, &entries), ["Kept", "Here"]);
}

#[test]
fn rows_are_written_added_and_removed() {
    let field = rows("steps", "what who", 2);
    let mut entries = Vec::new();
    entry::put(&mut entries, &id("steps"), Some((1, &id("who"))), "I".into());
    assert_eq!(entries, [(id("steps"), Entry::Rows(vec![row(&[]), row(&[("who", "I")])]))]);
    entry::extend(&mut entries, &field, 4);
    entry::put(&mut entries, &id("steps"), Some((3, &id("what"))), "Go".into());
    entry::remove(&mut entries, &id("steps"), 0);
    entry::remove(&mut entries, &id("steps"), 9);
    let left = vec![row(&[("who", "I")]), row(&[]), row(&[("what", "Go")])];
    assert_eq!(entries, [(id("steps"), Entry::Rows(left))]);
    entry::extend(&mut entries, &field, 13);
    entry::put(&mut entries, &id("steps"), Some((1_000_000, &id("what"))), "x".into());
    let Some((_, Entry::Rows(rows))) = entries.first() else { panic!("rows") };
    assert_eq!(rows.len(), 3, "no more rows than the field takes, and none beyond all measure");
}

#[test]
fn a_text_beyond_all_measure_is_cut_between_two_letters() {
    let mut entries = Vec::new();
    entry::put(&mut entries, &id("goal"), None, "ж".repeat(6000));
    assert_eq!(entry::text(&entries, &id("goal")), "ж".repeat(plan::LONGEST as usize));
    entry::put(&mut entries, &id("goal"), None, String::new());
    assert_eq!(entries, []);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn filling_in_one_more_place_never_lowers_the_points(
        exercise in exercise_of(Kind::Plan), response in response_of(Kind::Plan),
        field in any::<prop::sample::Index>(), row in 0..6usize, column in any::<prop::sample::Index>(),
    ) {
        let Task::Plan(prompt, _) = &exercise.task else { return Err(TestCaseError::reject("another kind")) };
        let Response::Plan { entries, met } = &response else { return Err(TestCaseError::reject("another kind")) };
        let fields: Vec<&Field> = prompt.fields().collect();
        let field = field.get(&fields);
        let mut more = entries.clone();
        match &field.shape {
            Shape::Text { .. } => entry::put(&mut more, &field.id, None, "x".into()),
            Shape::Rows { columns, .. } => {
                let column = &column.get(columns).id;
                // A text from before the field had rows is its first cell, which is what is written over.
                entry::put(&mut more, &field.id, Some((row, column)), "x".into());
            }
        }
        let more = Response::Plan { entries: more, met: met.clone() };
        let earned = |response| mark(&exercise, response).expect("same kind").earned;
        prop_assert!(earned(&more) >= earned(&response));
    }

    #[test]
    fn any_writing_gives_a_document_that_holds_all_of_it(
        exercise in exercise_of(Kind::Plan), response in response_of(Kind::Plan),
    ) {
        let Task::Plan(prompt, _) = &exercise.task else { return Err(TestCaseError::reject("another kind")) };
        let Response::Plan { entries, met } = &response else { return Err(TestCaseError::reject("another kind")) };
        score(&exercise, &response).expect("same kind");
        let document = plan::document(prompt, entries, met, "en", plan::Words::default());
        let text = kerege::document::text(&document);
        for (_, entry) in entries {
            let pieces: Vec<&String> = match entry {
                Entry::Text(text) => vec![text],
                Entry::Rows(rows) => rows.iter().flatten().map(|(_, text)| text).collect(),
            };
            for piece in pieces {
                prop_assert!(text.contains(piece.trim()), "{piece:?} is not in {text:?}");
            }
        }
    }
}

#[test]
fn a_plan_of_version_1_is_read_with_its_sections() {
    let reading = read::unit(&fixture("formats/v1/unit-plan.json"));
    assert_eq!(reading.findings, []);
    let unit = reading.value.expect("all of it");
    let Task::Plan(prompt, key) = &unit.exercises[0].task else { panic!("a plan") };
    assert_eq!(prompt.place, Some((id("plans"), id("whole"))));
    assert_eq!(prompt.sections.iter().map(|section| section.fields.len()).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(prompt.capacity(), 1500 + 5000 + 300 + 12 * (200 + 200 + 100) + 1500);
    assert!(!key.model.is_empty());
    assert!(prompt.field(&id("message")).is_some_and(|field| field.optional));
}
