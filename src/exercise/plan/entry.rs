//! What a learner writes into a field, and how it changes.
//!
//! Nothing that was written is ever dropped because an author changed the plan: a text in a field that has rows now is
//! its first cell, rows in a field that is a text now are its lines, and what belongs to a field or column that has gone
//! is [`left over`](leftover) and still shown.

use super::{Column, Field, LONGEST, Prompt, Shape};
use crate::content::Id;
use crate::exercise::pairs;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A text.
    Text(String),
    /// Rows.
    Rows(Vec<Row>),
}

/// Column → text.
pub type Row = Vec<(Id, String)>;

/// The text of a field.
pub fn text(entries: &[(Id, Entry)], field: &Id) -> String {
    match pairs::get(entries, field) {
        None => String::new(),
        Some(Entry::Text(text)) => text.clone(),
        Some(Entry::Rows(rows)) => rows.iter().map(line).collect::<Vec<_>>().join("\n"),
    }
}

/// The rows of a field, as they were written.
pub fn rows(entries: &[(Id, Entry)], field: &Id, columns: &[Column]) -> Vec<Row> {
    match (pairs::get(entries, field), columns.first()) {
        (Some(Entry::Rows(rows)), _) => rows.clone(),
        (Some(Entry::Text(text)), Some(first)) if !text.is_empty() => vec![vec![(first.id.clone(), text.clone())]],
        (Some(Entry::Text(_)) | None, _) => Vec::new(),
    }
}

/// The text of a cell.
pub fn cell<'a>(row: &'a Row, column: &Id) -> &'a str {
    pairs::get(row, column).map_or("", |text| text)
}

/// Writes a text into a field, or into a cell of a row of it; the rows before it are made where they are not there.
pub fn put(entries: &mut Vec<(Id, Entry)>, field: &Id, at: Option<(usize, &Id)>, written: String) {
    let written = shortened(written);
    let Some((row, column)) = at else {
        return pairs::set(entries, field, Some(written).filter(|text| !text.is_empty()).map(Entry::Text));
    };
    let mut rows = own_rows(entries, field, column);
    if row >= super::MOST_ROWS as usize {
        return;
    }
    if rows.len() <= row {
        rows.resize(row + 1, Row::new());
    }
    if let Some(cells) = rows.get_mut(row) {
        pairs::set(cells, column, Some(written).filter(|text| !text.is_empty()));
    }
    pairs::set(entries, field, Some(Entry::Rows(rows)));
}

/// Takes a row away.
pub fn remove(entries: &mut Vec<(Id, Entry)>, field: &Id, row: usize) {
    if let Some(Entry::Rows(rows)) = pairs::get(entries, field) {
        let mut rows = rows.clone();
        if row < rows.len() {
            rows.remove(row);
        }
        pairs::set(entries, field, Some(Entry::Rows(rows)));
    }
}

/// Adds rows at the end until there are so many, as far as a field may have them.
pub fn extend(entries: &mut Vec<(Id, Entry)>, field: &Field, many: usize) {
    let Shape::Rows { columns, most, .. } = &field.shape else { return };
    let mut rows = rows(entries, &field.id, columns);
    if rows.len() < many && many <= *most as usize {
        rows.resize(many, Row::new());
        pairs::set(entries, &field.id, Some(Entry::Rows(rows)));
    }
}

/// How many rows of a field are to be shown: those that there are, and as many as make it complete.
pub fn shown(rows: &[Row], least: u32) -> usize {
    rows.len().max(least.max(1) as usize)
}

/// Whether a row has nothing in it.
pub fn is_empty(row: &Row) -> bool {
    row.iter().all(|(_, text)| text.trim().is_empty())
}

/// Whether nothing is written in a field.
pub fn is_blank(entries: &[(Id, Entry)], field: &Id) -> bool {
    match pairs::get(entries, field) {
        None => true,
        Some(Entry::Text(text)) => text.trim().is_empty(),
        Some(Entry::Rows(rows)) => rows.iter().all(is_empty),
    }
}

/// Whether a field is filled in.
pub fn is_complete(field: &Field, entries: &[(Id, Entry)]) -> bool {
    match &field.shape {
        Shape::Text { .. } => !is_blank(entries, &field.id),
        Shape::Rows { columns, least, .. } => {
            let is_filled = |row: &&Row| {
                let holds = |column: &Column| column.optional || !cell(row, &column.id).trim().is_empty();
                !is_empty(row) && columns.iter().all(holds)
            };
            let filled = rows(entries, &field.id, columns).iter().filter(is_filled).count();
            filled >= (*least).max(1) as usize
        }
    }
}

/// What was written in fields and columns that the plan no longer has.
pub fn leftover(prompt: &Prompt, entries: &[(Id, Entry)]) -> Vec<String> {
    let mut left = Vec::new();
    for (id, entry) in entries {
        match (prompt.field(id).map(|field| &field.shape), entry) {
            (None, _) => left.push(text(entries, id)),
            (Some(Shape::Rows { columns, .. }), Entry::Rows(rows)) => {
                let is_gone = |(id, _): &&(Id, String)| !columns.iter().any(|column| column.id == *id);
                left.extend(rows.iter().flatten().filter(is_gone).map(|(_, text)| text.clone()));
            }
            (Some(_), _) => {}
        }
    }
    left.retain(|text| !text.trim().is_empty());
    left
}

/// The cells of a row in one line.
fn line(row: &Row) -> String {
    let cells: Vec<&str> = row.iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect();
    cells.join(" · ")
}

/// The rows of a field that is about to be written into; a text that stands there becomes the first cell.
fn own_rows(entries: &[(Id, Entry)], field: &Id, column: &Id) -> Vec<Row> {
    match pairs::get(entries, field) {
        Some(Entry::Rows(rows)) => rows.clone(),
        Some(Entry::Text(text)) if !text.is_empty() => vec![vec![(column.clone(), text.clone())]],
        Some(Entry::Text(_)) | None => Vec::new(),
    }
}

/// A text of no more than the longest that is kept.
fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST as usize) {
        text.truncate(end);
    }
    text
}
