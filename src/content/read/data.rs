//! Reads data sets: the cells of a column are one text, with a space between them and `-` for a missing value. A list of
//! JSON values would take ten times the time and room.

use super::at::{At, Findings};
use crate::content::Problem;
use crate::content::data::{Cells, Column, Data};

/// More cases than this are refused.
const MOST_CASES: usize = 10_000;

/// More columns than this are refused.
const MOST_COLUMNS: usize = 60;

pub(crate) fn data(at: &At, findings: &mut Findings) -> Option<Data> {
    let id = at.need("id", findings)?.id(findings)?;
    let columns = at.each_once("columns", findings, column, |column| &column.id);
    let length = |column: &Column| match &column.cells {
        Cells::Words(_, cells) => cells.len(),
        Cells::Numbers(_, cells) => cells.len(),
    };
    let cases = columns.first().map_or(0, length);
    if columns.is_empty() || columns.len() > MOST_COLUMNS || cases == 0 || cases > MOST_CASES {
        at.say(findings, Problem::OutOfRange("1 to 60 columns and 1 to 10,000 cases"));
        return None;
    }
    if columns.iter().any(|column| length(column) != cases) {
        at.say(findings, Problem::Expected("a cell for each case in every column"));
        return None;
    }
    Some(Data { id, cases, columns })
}

fn column(at: &At, findings: &mut Findings) -> Option<Column> {
    let id = at.need("id", findings)?.id(findings)?;
    let name = at.need("name", findings)?.text(findings)?.to_owned();
    let cells = if let Some(numbers) = at.field("numbers") {
        let decimals = at.count_or("decimals", 0, findings);
        let cells = cells(&numbers, findings, |text| text.parse::<i64>().ok())?;
        if decimals > 6 || cells.iter().flatten().any(|units| units.unsigned_abs() > MOST_UNITS) {
            at.say(findings, Problem::OutOfRange("at most 15 digits, 6 of them decimals"));
            return None;
        }
        Cells::Numbers(decimals, cells)
    } else {
        let values = at.each("values", findings, |at, findings| Some(at.text(findings)?.to_owned()));
        let n_values = values.len();
        let known = |text: &str| text.parse().ok().filter(|at| usize::from(*at) < n_values);
        Cells::Words(values, cells(&at.need("words", findings)?, findings, known)?)
    };
    Some(Column { id, name, cells })
}

/// The largest number, in units.
const MOST_UNITS: u64 = 999_999_999_999_999;

fn cells<T>(at: &At, findings: &mut Findings, read: impl Fn(&str) -> Option<T>) -> Option<Vec<Option<T>>> {
    let cell = |text: &str| if text == "-" { Some(None) } else { read(text).map(Some) };
    at.expect(
        at.text(findings)?.split_ascii_whitespace().map(cell).collect(),
        "cells with spaces between them",
        findings,
    )
}
