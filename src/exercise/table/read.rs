//! Reads a data table.

use super::setup::{Setup, tests, tests_fit};
use super::{Answer, Ask, Key, Prompt, Question};
use crate::content::data::Data;
use crate::content::read::{At, Findings, excerpt};
use crate::content::{Id, Problem};
use crate::exercise::numeric::Decimal;
use crate::exercise::{Item, Task, read};
use std::sync::Arc;

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
    if !read::is_bounded(prompt, "ask", findings) {
        return None;
    }
    let questions = prompt.each_once("ask", findings, question, |question| &question.item.id);
    if questions.is_empty() {
        prompt.say(findings, Problem::Missing("ask"));
        return None;
    }
    let setup = key.field("setup").map(|at| Setup::read(&at, findings)).unwrap_or_default();
    let answers = key.need("answers", findings)?;
    let answers: Option<Vec<(Id, Answer)>> = questions
        .iter()
        .map(|question| {
            let id = question.item.id.clone();
            let right = match &question.ask {
                Ask::Table => Answer::Table,
                Ask::Number(_) | Ask::Cell => {
                    let Some(at) = answers.field(id.as_str()) else {
                        answers.say(findings, Problem::UnknownId(id.to_string()));
                        return None;
                    };
                    answer(&at, &question.ask, findings)?
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

fn question(at: &At, findings: &mut Findings) -> Option<Question> {
    let id = at.need("id", findings)?.id(findings)?;
    let text = at.field("text").map(|at| crate::content::read::prose(&at, findings)).unwrap_or_default();
    let by = at.need("by", findings)?;
    let ask = match by.text(findings)? {
        "number" => Ask::Number(at.text_or_empty("unit", findings)),
        "cell" => Ask::Cell,
        "table" => Ask::Table,
        other => {
            by.say(findings, Problem::Unknown(excerpt(other)));
            return None;
        }
    };
    Some(Question { item: Item { id, text }, ask })
}

fn answer(at: &At, ask: &Ask, findings: &mut Findings) -> Option<Answer> {
    let decimal = |name: &'static str, findings: &mut Findings| {
        let at = at.need(name, findings)?;
        at.expect(Decimal::parse(at.text(findings)?, ""), "a decimal number", findings)
    };
    Some(match ask {
        Ask::Number(_) => Answer::Number(decimal("value", findings)?, decimal("tolerance", findings)?),
        Ask::Cell | Ask::Table => Answer::Cell(tests(at, findings)),
    })
}
