//! Matrix: the columns stand beside each row, to choose from.

use super::categorise;
use super::sheet::Sheet;
use crate::content::Id;
use crate::exercise::matrix::Prompt;
use crate::exercise::{Item, pairs};
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, rows: &[(Id, Vec<Id>)]) -> Element {
    let kind = if prompt.multiple { "checkbox" } else { "radio" };
    into.each(prompt.rows.iter().map(|row| {
        let chosen = chosen(rows, row);
        let line = categorise::sort(sheet, "sort even", row, &prompt.columns, kind, &|column| chosen.contains(column));
        sheet.row("div", line, sheet.part(&row.id))
    }))
}

/// Each row with its right columns.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, rows: &[(Id, Vec<Id>)]) -> Element {
    into.put(prompt.rows.iter().fold(el("dl", "pairs"), |list, row| {
        let chosen = chosen(rows, row);
        let right = prompt.columns.iter().filter(|column| chosen.contains(&column.id));
        list.put(sheet.line("dt", "", &row.text)).each(right.map(|column| sheet.line("dd", "", &column.text)))
    }))
}

fn chosen<'a>(rows: &'a [(Id, Vec<Id>)], row: &Item) -> &'a [Id] {
    pairs::get(rows, &row.id).map_or(&[], Vec::as_slice)
}
