//! Reads a chart.

use super::{Cells, Chart, Column, Edges, Form, Heights, MOST_COLUMNS, MOST_ROWS, Order, Shape};
use crate::content::Problem;
use crate::content::read::{At, Findings, excerpt};
use crate::exercise::read::decimal;
use std::sync::Arc;

/// Reads a chart here; `None` where it cannot be drawn.
pub(crate) fn chart(at: &At, findings: &mut Findings) -> Option<Chart> {
    let columns = columns(at, findings)?;
    let form = form(at, columns.len(), findings)?;
    let [title, text] = ["title", "text"].map(|name| at.text_or_empty(name, findings));
    Some(Chart { title, text, columns, form: Box::new(form) })
}

/// A reader of charts.
pub(crate) type ReadChart = fn(&At, &mut Findings) -> Option<Arc<Chart>>;

/// Reads a chart of a text.
pub(crate) fn shared(at: &At, findings: &mut Findings) -> Option<Arc<Chart>> {
    chart(at, findings).map(Arc::new)
}

fn columns(at: &At, findings: &mut Findings) -> Option<Vec<Column>> {
    let list = at.need("columns", findings)?;
    if list.value.as_array().is_some_and(|all| all.len() > MOST_COLUMNS) {
        list.say(findings, Problem::OutOfRange("at most 6 columns"));
        return None;
    }
    let columns = at.each("columns", findings, column);
    let rows = columns.first().map_or(0, Column::rows);
    let is_whole = rows > 0 && rows <= MOST_ROWS && columns.iter().all(|column| column.rows() == rows);
    at.expect(is_whole.then_some(columns), "columns of 1 to 200 rows, all the same", findings)
}

fn column(at: &At, findings: &mut Findings) -> Option<Column> {
    let name = at.text_or_empty("name", findings);
    let cells = match at.field("words") {
        Some(_) => Cells::Words(at.each("words", findings, |at, findings| Some(at.text(findings)?.to_owned()))),
        None => Cells::Numbers(at.each("numbers", findings, |at, findings| {
            if at.value.is_null() { Some(None) } else { decimal(at, findings).map(Some) }
        })),
    };
    Some(Column { name, cells })
}

/// How a chart of so many columns is drawn.
pub(crate) fn form(at: &At, columns: usize, findings: &mut Findings) -> Option<Form> {
    let place = |at: &At, findings: &mut Findings| {
        let place = at.count(findings)? as usize;
        at.expect((place < columns).then_some(place), "the place of a column", findings)
    };
    let shape = at.need("shape", findings)?;
    let name = shape.text(findings)?;
    let Some((shape, _)) = Shape::ALL.into_iter().find(|(_, known)| *known == name) else {
        shape.say(findings, Problem::Unknown(excerpt(name)));
        return None;
    };
    let by = match at.field("by") {
        Some(at) => Some(place(&at, findings)?),
        None => None,
    };
    at.need("of", findings)?;
    let of = at.each("of", findings, place);
    let number = |name: &str, findings: &mut Findings| match at.field(name) {
        Some(at) => decimal(&at, findings).map(Some),
        None => Some(None),
    };
    let order = at.field("order").and_then(|at| at.text(findings)).unwrap_or("given");
    let order = Order::ALL.into_iter().find(|(_, known)| *known == order).map(|(order, _)| order);
    let heights = at.field("heights").and_then(|at| at.text(findings)).unwrap_or("counts");
    let heights = Heights::ALL.into_iter().find(|(_, known)| *known == heights).map(|(heights, _)| heights);
    Some(Form {
        shape,
        by,
        of,
        from: number("from", findings)?,
        order: at.expect(order, "given, rising or falling", findings)?,
        width: number("width", findings)?,
        edges: edges(at, findings)?,
        heights: at.expect(heights, "counts or density", findings)?,
    })
}

/// Where the bars of a histogram meet; none where that is not said.
fn edges(at: &At, findings: &mut Findings) -> Option<Edges> {
    let edges = Edges::new(&at.each("edges", findings, decimal));
    at.field("edges").unwrap_or(*at).expect(edges, "2 to 12 numbers in rising order", findings)
}
