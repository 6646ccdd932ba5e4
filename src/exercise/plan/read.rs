//! Reads plan.

use super::{CAPACITY, Column, Field, Key, LONGEST, MOST_COLUMNS, MOST_FIELDS, MOST_ROWS, Prompt, Section, Shape};
use crate::content::Problem;
use crate::content::read::{At, Findings, prose};
use crate::exercise::{Task, read};
use crate::table::Set;

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let title = prompt.need("title", findings)?.text(findings)?.to_owned();
    if !read::is_bounded(prompt, "sections", findings) {
        return None;
    }
    let place = match prompt.field("place") {
        Some(at) => Some((at.need("unit", findings)?.id(findings)?, at.need("page", findings)?.id(findings)?)),
        None => None,
    };
    let sections = prompt.each_once("sections", findings, section, |section| &section.id);
    let criteria =
        if prompt.field("criteria").is_some() { read::items(prompt, "criteria", findings)? } else { Vec::new() };
    let model = key.field("model").map(|at| prose(&at, findings)).unwrap_or_default();
    let read = Prompt { title, place, sections, criteria };
    let count = read.fields().count();
    let is_once = Set::of(read.fields().map(|field| &field.id)).len() == count;
    if count == 0 {
        prompt.say(findings, Problem::Missing("sections"));
    } else if !is_once {
        prompt.say(findings, Problem::Expected("each field once in the whole plan"));
    } else if count > MOST_FIELDS {
        prompt.say(findings, Problem::OutOfRange("at most 60 fields"));
    } else if read.capacity() > CAPACITY {
        prompt.say(findings, Problem::OutOfRange("room for at most 100000 characters"));
    } else {
        return Some(Task::Plan(read, Key { model }));
    }
    None
}

fn section(at: &At, findings: &mut Findings) -> Option<Section> {
    if !read::is_bounded(at, "fields", findings) {
        return None;
    }
    let id = at.need("id", findings)?.id(findings)?;
    at.need("fields", findings)?;
    let fields = at.each_once("fields", findings, field, |field| &field.id);
    Some(Section { id, title: at.text_or_empty("title", findings), fields })
        .filter(|section| !section.fields.is_empty())
}

fn field(at: &At, findings: &mut Findings) -> Option<Field> {
    let shape = if at.field("columns").is_some() {
        if !read::is_bounded(at, "columns", findings) {
            return None;
        }
        let columns = at.each_once("columns", findings, column, |column| &column.id);
        let least = at.count_or("least", 1, findings);
        let most = at.count_or("most", 12, findings);
        if columns.is_empty() || columns.len() > MOST_COLUMNS {
            at.say(findings, Problem::OutOfRange("1 to 8 columns"));
            return None;
        }
        if least == 0 || least > most || most > MOST_ROWS {
            at.say(findings, Problem::OutOfRange("1 to 40 rows"));
            return None;
        }
        Shape::Rows { columns, least, most }
    } else {
        Shape::Text { lines: at.count_or("lines", 3, findings).clamp(1, 20), most: most(at, 1500, findings)? }
    };
    Some(Field {
        id: at.need("id", findings)?.id(findings)?,
        label: at.need("label", findings)?.text(findings)?.to_owned(),
        help: at.field("help").map(|at| prose(&at, findings)).unwrap_or_default(),
        optional: truth(at, findings),
        shape,
    })
}

fn column(at: &At, findings: &mut Findings) -> Option<Column> {
    Some(Column {
        id: at.need("id", findings)?.id(findings)?,
        label: at.need("label", findings)?.text(findings)?.to_owned(),
        optional: truth(at, findings),
        most: most(at, 200, findings)?,
    })
}

fn truth(at: &At, findings: &mut Findings) -> bool {
    at.field("optional").and_then(|at| at.truth(findings)).unwrap_or(false)
}

/// The most characters of a text.
fn most(at: &At, default: u32, findings: &mut Findings) -> Option<u32> {
    let most = at.count_or("most", default, findings);
    let fits = (1..=LONGEST).contains(&most);
    if !fits {
        at.say(findings, Problem::OutOfRange("1 to 5000 characters"));
    }
    fits.then_some(most)
}
