//! Tables: wide ones scroll inside themselves.

use super::Writer;
use super::element::{Build, el};
use crate::content::Prose;
use crate::content::prose::{Table, words};
use web_sys::Element;

impl Writer<'_> {
    pub(super) fn table(&self, made: Element, table: &Table) -> Element {
        let names: Vec<String> = table.head.iter().map(|cell| words(cell)).filter(|name| !name.is_empty()).collect();
        let label = self.player.fill("Table: {columns}", &[("columns", &names.join(", "))]);
        let mut sheet = el("table", "");
        if !names.is_empty() {
            let row = self.row("th", &table.head, &table.numeric);
            sheet = sheet.put(el("thead", "").put(row));
        }
        let rows = table.rows.iter().map(|row| self.row("td", row, &table.numeric));
        let sheet = sheet.put(el("tbody", "").each(rows));
        made.set("class", "scroll").set("role", "region").set("tabindex", "0").set("aria-label", &label).put(sheet)
    }

    fn row(&self, tag: &str, cells: &[Prose], numeric: &[bool]) -> Element {
        let cells = cells.iter().enumerate().map(|(column, cell)| {
            let cell = self.child(tag, cell);
            let cell = if tag == "th" { cell.set("scope", "col") } else { cell };
            if numeric.get(column) == Some(&true) { cell.set("class", "n") } else { cell }
        });
        el("tr", "").each(cells)
    }
}
