//! Charts that are drawn from a data set of the module: from its values, or from a table that is counted from them.

use super::{Cells, Column, Label};
use crate::exercise::table::{no_column, table, tests};
use crate::finding::Findings;
use crate::markdown::{Leaf, plain_leaf};
use crate::passage::Passage;
use crate::source::Sheet;
use crate::yaml::{self, Fields, Node};
use kerege::chart::{MOST_COLUMNS, MOST_ROWS};
use kerege::content::Id;
use kerege::content::data;
use kerege::exercise::numeric::Decimal;
use kerege::exercise::table::compute::{cases, crosstab};
use kerege::exercise::table::{Group, Setup};

/// What of a data set is drawn, as written.
#[derive(Clone, Copy, Default)]
pub(super) struct Written<'a> {
    values: Option<&'a Node>,
    table: Option<&'a Node>,
    filter: Option<&'a Node>,
    name: Option<&'a Passage>,
}

impl<'a> Written<'a> {
    pub(super) fn of(fields: &mut Fields<'a>, findings: &mut Findings) -> Written<'a> {
        let [values, table, filter] = ["values", "table", "where"].map(|name| fields.get(name));
        Written { values, table, filter, name: fields.text("name", findings) }
    }

    /// Says that there is no data set which this could be about.
    pub(super) fn none(self, findings: &mut Findings) {
        let places = [self.values, self.table, self.filter].into_iter().flatten().map(|node| node.place);
        for place in places.chain(self.name.map(Passage::all)) {
            let help = "name a data set of module.yaml as `data:`, or leave this away";
            findings.wrong(place, "this is about a data set, and the chart has data of its own", help);
        }
    }

    /// The columns that are drawn from the data set of this name.
    pub(super) fn columns(self, name: &Passage, findings: &mut Findings) -> Option<Vec<Column>> {
        let (id, place) = yaml::id(name, findings)?;
        let sets = findings.data.clone();
        let sheet = sets.named(&id, place, findings)?;
        match (self.values, self.table) {
            (Some(values), None) => self.values(values, sheet, findings),
            (None, Some(table)) => self.counted(table, sheet, findings),
            (Some(_), Some(_)) | (None, None) => {
                let help = "give `table: { rows: … }` to count cases, or `values: [ … ]` to draw single values";
                let problem = if self.table.is_some() {
                    "`table` and `values` exclude each other"
                } else {
                    "what of the data set is drawn?"
                };
                findings.wrong(place, problem, help);
                None
            }
        }
    }

    /// Columns of the data set as they are.
    fn values(self, list: &Node, sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Column>> {
        let before = findings.len();
        let filter = self.filter.and_then(|node| tests(node, &sheet.data, findings)).unwrap_or_default();
        let kept = cases(&sheet.data, &Setup { filter, ..Setup::default() });
        let mut columns = Vec::new();
        for node in yaml::items(list, "values", findings) {
            let Some((id, place)) = yaml::text(node, "values", findings).and_then(|text| yaml::id(text, findings))
            else {
                continue;
            };
            match sheet.data.column(&id) {
                Some(column) => columns.push(column_of(column, sheet, &kept)),
                None => no_column(&sheet.data, id.as_str(), place, findings),
            }
        }
        if let Some(name) = self.name {
            findings.wrong(name.all(), "columns have their names from the data set", "leave `name` away");
        }
        if findings.len() > before {
            return None;
        }
        if kept.is_empty() || kept.len() > MOST_ROWS || columns.is_empty() || columns.len() > MOST_COLUMNS {
            let problem =
                format!("{} cases and {} columns are too few or too many for a chart", kept.len(), columns.len());
            let help = format!(
                "draw 1 to {MOST_ROWS} cases and at most {MOST_COLUMNS} columns: choose some with `where`, or count them with `table`"
            );
            findings.wrong(list.place, problem, help);
        }
        (findings.len() == before).then_some(columns)
    }

    /// A table that is counted from the data set: its rows are compared, its columns are the series.
    fn counted(self, node: &Node, sheet: &Sheet, findings: &mut Findings) -> Option<Vec<Column>> {
        if let Some(filter) = self.filter {
            findings.wrong(filter.place, "`where` belongs into `table`", "write `table: { rows: …, where: { … } }`");
            return None;
        }
        let setup = table(node, &sheet.data, findings)?;
        let Some(rows) = setup.rows.as_ref().and_then(|id| sheet.data.column(id)) else {
            findings.wrong(node.place, "the table has no rows", "name the column that is compared as `rows:`");
            return None;
        };
        let made = crosstab(&sheet.data, &setup, &cases(&sheet.data, &setup));
        let groups = made.rows.unwrap_or_default();
        let figure = |row: usize, column: usize| made.figures.get(row)?.get(column)?.value;
        let numbers = |column: usize| Cells::Numbers((0..groups.len()).map(|row| figure(row, column)).collect());
        let mut columns = vec![Column {
            id: Some(rows.id.clone()),
            name: sheet.name(&rows.id).map(Label::of)?,
            cells: Cells::Words(groups.iter().map(|group| label(group, rows, sheet)).collect()),
        }];
        match (setup.columns.as_ref().and_then(|id| sheet.data.column(id)), self.name) {
            (Some(by), None) => {
                let series = made.columns.unwrap_or_default();
                columns.extend(series.iter().enumerate().map(|(at, group)| Column {
                    id: None,
                    name: label(group, by, sheet),
                    cells: numbers(at),
                }));
            }
            (None, Some(name)) => {
                columns.push(Column { id: None, name: Label::of(&plain_leaf(name)), cells: numbers(0) });
            }
            (Some(_), Some(name)) => {
                findings.wrong(name.all(), "the columns of the table have names already", "leave `name` away");
                return None;
            }
            (None, None) => {
                let help = "say what the numbers are, such as `name: Visits`";
                findings.wrong(node.place, "the numbers of this table have no name", help);
                return None;
            }
        }
        if groups.len() > MOST_ROWS || columns.len() > MOST_COLUMNS {
            let problem = format!("the table has {} rows and {} columns", groups.len(), columns.len() - 1);
            let help = format!("a chart has at most {MOST_ROWS} rows and {} series: recode a column", MOST_COLUMNS - 1);
            findings.wrong(node.place, problem, help);
            return None;
        }
        Some(columns)
    }
}

/// A column with the cases that are kept.
fn column_of(column: &data::Column, sheet: &Sheet, kept: &[u32]) -> Column {
    let name = sheet.name(&column.id).map_or_else(|| Label::Plain(column.name.clone()), Label::of);
    let cells = match &column.cells {
        data::Cells::Words(_, cells) => {
            let words = sheet.words(&column.id);
            let word = |case: &u32| words.get(usize::from((*cells.get(*case as usize)?)?)).map(Label::of);
            Cells::Words(kept.iter().map(|case| word(case).unwrap_or(Label::Plain("–".to_owned()))).collect())
        }
        data::Cells::Numbers(decimals, cells) => {
            let number = |case: &u32| Some(Decimal::new((*cells.get(*case as usize)?)?, *decimals));
            Cells::Numbers(kept.iter().map(number).collect())
        }
    };
    Column { id: Some(column.id.clone()), name, cells }
}

/// What a group of values is called.
fn label(group: &Group, column: &data::Column, sheet: &Sheet) -> Label {
    let decimals = match &column.cells {
        data::Cells::Numbers(decimals, _) => *decimals,
        data::Cells::Words(..) => 0,
    };
    let number = |units: i64| Decimal::new(units, decimals).to_string();
    match group {
        Group::Words(at) => {
            let words = sheet.words(&column.id);
            Label::Words(at.iter().filter_map(|at| words.get(usize::from(*at)).cloned()).collect::<Vec<Leaf>>())
        }
        Group::Number(units) => Label::Numbers(number(*units)),
        Group::Range(None, None) => Label::Plain("–".to_owned()),
        Group::Range(None, Some(below)) => Label::Numbers(format!("< {}", number(*below))),
        Group::Range(Some(from), None) => Label::Numbers(format!("≥ {}", number(*from))),
        // Of a range the last number that belongs to it is named.
        Group::Range(Some(from), Some(below)) => Label::Numbers(format!("{}–{}", number(*from), number(below - 1))),
    }
}

/// Whether a text names a data set, and is no table of its own.
pub(super) fn is_named(data: &Passage) -> bool {
    Id::new(data.text.trim()).is_some()
}
