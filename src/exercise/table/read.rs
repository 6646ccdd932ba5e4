//! Reads a data table.

use super::setup::{Setup, tests, tests_fit};
use super::{Answer, Ask, Key, Prompt};
use crate::content::data::Data;
use crate::content::read::{At, Findings};
use crate::content::{Id, Problem};
use crate::exercise::{Task, ask, read};
use std::sync::Arc;

/// How questions may be answered.
const WAYS: [ask::Way<Ask>; 3] = [
    ("number", |at, findings| Some(Ask::Number(at.text_or_empty("unit", findings)))),
    ("cell", |_, _| Some(Ask::Cell)),
    ("table", |_, _| Some(Ask::Table)),
];

pub(in crate::exercise) fn task(prompt: &At, key: &At, sets: &[Arc<Data>], findings: &mut Findings) -> Option<Task> {
    let at = prompt.need("data", findings)?;
    let name = at.id(findings)?;
    let Some(data) = sets.iter().find(|data| data.id == name) else {
        at.say(findings, Problem::UnknownId(name.to_string()));
        return None;
    };
    let known = |at: &At, findings: &mut Findings| {
        let id = at.id(findings)?;
        if data.column(&id).is_none() {
            at.say(findings, Problem::UnknownId(id.to_string()));
            return None;
        }
        Some(id)
    };
    let columns: Vec<Id> = match prompt.field("columns") {
        Some(_) => prompt.each("columns", findings, known),
        None => data.columns.iter().map(|column| column.id.clone()).collect(),
    };
    if columns.is_empty() {
        prompt.say(findings, Problem::Missing("columns"));
        return None;
    }
    let questions = ask::questions(prompt, &WAYS, findings)?;
    let setup = key.field("setup").map(|at| Setup::read(&at, findings)).unwrap_or_default();
    let answers = key.need("answers", findings)?;
    let answers: Option<Vec<(Id, Answer)>> = questions
        .iter()
        .map(|question| {
            let id = question.item.id.clone();
            let right = match &question.ask {
                Ask::Table => Answer::Table,
                Ask::Cell => Answer::Cell(tests(&answers.under(&id, findings)?, findings)),
                Ask::Number(_) => {
                    let (value, tolerance) = ask::measure(&answers.under(&id, findings)?, findings)?;
                    Answer::Number(value, tolerance)
                }
            };
            Some((id, right))
        })
        .collect();
    let answers = answers?;
    let is_known = |answer: &Answer| match answer {
        Answer::Number(..) => true,
        Answer::Cell(tests) => tests_fit(tests, data),
        // Nobody can build a table by nothing.
        Answer::Table => setup.rows.is_some() || setup.columns.is_some(),
    };
    if !setup.fits(data) || !answers.iter().all(|(_, answer)| is_known(answer)) {
        key.say(findings, Problem::Expected("columns and words of the data set"));
        return None;
    }
    let feedback = read::feedback(key, findings);
    Some(Task::Table(Prompt { data: data.clone(), columns, questions }, Key { answers, setup, feedback }))
}
