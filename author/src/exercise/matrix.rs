//! Matrix: one or several columns for each row.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::{Fields, Value};
use kerege::content::Id;
use kerege::content::wire::Id as WireId;
use kerege::exercise::matrix::wire::{Key, Prompt};
use kerege::exercise::wire::Task;

/// Rows, and the right columns of each.
#[derive(Clone, Debug)]
pub struct Matrix {
    columns: Vec<Part>,
    rows: Vec<Row>,
    multiple: bool,
}

/// A row.
#[derive(Clone, Debug)]
struct Row {
    part: Part,
    right: Vec<Id>,
    /// Whether its right columns are written as a list.
    is_list: bool,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Matrix> {
    fields.need("columns", findings);
    fields.need("rows", findings);
    let forced = fields.truth("multiple", findings).unwrap_or(false);
    let columns = part::list(fields, "columns", "this column", findings, |f, x| Part::read(f, "text", x), |part| part);
    let before = findings.len();
    let read = |fields: &mut Fields<'_>, findings: &mut Findings| row(fields, &columns, findings);
    let rows = part::list(fields, "rows", "this row", findings, read, |row| &row.part);
    if columns.len() < 2 || rows.is_empty() {
        if findings.len() == before {
            findings.wrong(
                fields.place,
                "there is nothing to choose",
                "give at least two `columns` and one of the `rows`",
            );
        }
        return None;
    }
    let multiple = forced || rows.iter().any(|row| row.is_list);
    Some(Matrix { columns, rows, multiple })
}

fn row(fields: &mut Fields<'_>, columns: &[Part], findings: &mut Findings) -> Option<Row> {
    let found = Part::read(fields, "text", findings);
    let feedback = part::markdown(fields, "feedback", findings);
    let node = fields.need("right", findings);
    let is_list = node.is_some_and(|node| matches!(node.value, Value::List(_)));
    let given: Vec<(Id, Place)> =
        if is_list { fields.ids("right", findings) } else { fields.id("right", findings).into_iter().collect() };
    let mut right: Vec<Id> = Vec::new();
    for (id, place) in given {
        if !columns.iter().any(|column| column.id == id) {
            findings.wrong(place, format!("there is no column `{id}`"), "name one of the `columns`");
        } else if right.contains(&id) {
            findings.wrong(place, format!("`{id}` stands twice in this row"), "name each right column once");
        } else {
            right.push(id);
        }
    }
    if let (true, Some(node)) = (right.is_empty() && is_list, node) {
        findings.wrong(node.place, "nothing is right in this row", "name at least one column, or remove the row");
    }
    (!right.is_empty()).then_some(())?;
    Some(Row { part: Part { feedback, ..found? }, right, is_list })
}

impl Matrix {
    /// How many parts can be right.
    pub(super) fn parts(&self) -> u32 {
        self.rows.iter().map(|row| row.right.len() as u32).sum()
    }

    /// Columns and rows.
    pub fn all(&self) -> impl Iterator<Item = &Part> {
        self.columns.iter().chain(self.rows.iter().map(|row| &row.part))
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let columns = self.columns.iter().map(|part| part.write(writer)).collect();
        let rows = self.rows.iter().map(|row| row.part.write(writer)).collect();
        let right = |row: &Row| (WireId::from(&row.part.id), row.right.iter().map(WireId::from).collect());
        let key = self.rows.iter().map(right).collect();
        let feedback = part::feedback(self.rows.iter().map(|row| &row.part), writer);
        Task::Matrix { prompt: Prompt { columns, rows, multiple: self.multiple }, key: Key { rows: key, feedback } }
    }
}
