//! Tables and cells as an author writes them, looked up in the data set.

use crate::finding::Findings;
use crate::passage::{Passage, Place};
use crate::source::columns;
use crate::yaml::{self, Fields, Node, Value};
use kerege::content::Id;
use kerege::content::data::{Cells, Column, Data};
use kerege::exercise::numeric::Decimal;
use kerege::exercise::table::compute::{cases, crosstab};
use kerege::exercise::table::group::{group, holds};
use kerege::exercise::table::{Recode, Setup, Show, Test, Tests};

/// What may stand in the cells, as authors name it.
const SHOWS: [(&str, Show); 6] = [
    ("count", Show::Count),
    ("row-percent", Show::Row),
    ("column-percent", Show::Column),
    ("percent", Show::All),
    ("mean", Show::Mean),
    ("median", Show::Median),
];

/// A table.
pub(crate) fn table(node: &Node, data: &Data, findings: &mut Findings) -> Option<Setup> {
    let mut fields = Fields::of(node, "this table", findings)?;
    let setup = setup(&mut fields, data, findings);
    let place = fields.place;
    fields.finish(findings);
    let setup = setup?;
    if setup.rows.is_none() && setup.columns.is_none() {
        findings.wrong(place, "the table has neither rows nor columns", "name a column of the data set as `rows:`");
        return None;
    }
    Some(setup)
}

/// A number that is looked up in a table: the table, the number, and how far off is right unless the author says.
pub(super) fn find(node: &Node, data: &Data, findings: &mut Findings) -> Option<(Setup, Decimal, Decimal)> {
    let mut fields = Fields::of(node, "`find`", findings)?;
    let setup = setup(&mut fields, data, findings);
    let place = fields.place;
    let (row, column) = (fields.get("row"), fields.get("column"));
    fields.finish(findings);
    let setup = setup?;
    let made = crosstab(data, &setup, &cases(data, &setup));
    let row = position(row, setup.rows.as_ref(), "rows", &setup, data, findings)?;
    let column = position(column, setup.columns.as_ref(), "columns", &setup, data, findings)?;
    let last = |all: &[_]| all.len().saturating_sub(1);
    let cells = made.figures.get(row.unwrap_or(last(&made.figures)))?;
    let figure = cells.get(column.unwrap_or(cells.len().saturating_sub(1)))?;
    let Some(value) = figure.value else {
        findings.wrong(place, "there is no case in this cell", "ask for a cell that has cases");
        return None;
    };
    let usual = match setup.show {
        Show::Count => "0",
        Show::Row | Show::Column | Show::All => "0.5",
        Show::Mean | Show::Median => "0.05",
    };
    Some((setup, value, Decimal::parse(usual, "").unwrap_or(Decimal::ZERO)))
}

/// The position of the group that a word or number belongs to; `Some(None)` for the total.
fn position(
    node: Option<&Node>,
    by: Option<&Id>,
    name: &str,
    setup: &Setup,
    data: &Data,
    findings: &mut Findings,
) -> Option<Option<usize>> {
    let Some(node) = node else { return Some(None) };
    let Some(column) = by.and_then(|id| data.column(id)) else {
        findings.wrong(node.place, format!("the table has no {name}"), format!("name a column as `{name}:`"));
        return None;
    };
    let text = yaml::text(node, name, findings)?;
    let test = match &column.cells {
        Cells::Words(..) => Test::Is(vec![word(text, column, findings)?]),
        Cells::Numbers(decimals, _) => {
            let units = number(text, findings)?.ceiling(*decimals);
            Test::Range(Some(Decimal::new(units, *decimals)), Some(Decimal::new(units + 1, *decimals)))
        }
    };
    let grouping = group(column, setup.recoded(&column.id));
    let case = holds(column, &test).iter().position(|holds| *holds);
    let group = case.and_then(|case| grouping.of.get(case).copied().flatten());
    if group.is_none() {
        findings.wrong(text.all(), format!("no case has `{}` there", text.text), "name a value of the data set");
    }
    group.map(|group| Some(group as usize))
}

fn setup(fields: &mut Fields<'_>, data: &Data, findings: &mut Findings) -> Option<Setup> {
    let before = findings.len();
    let mut known = |name: &'static str, findings: &mut Findings| {
        let (id, place) = fields.id(name, findings)?;
        if data.column(&id).is_none() {
            no_column(data, id.as_str(), place, findings);
        }
        Some((id, place))
    };
    let (rows, columns, of) = (known("rows", findings), known("columns", findings), known("of", findings));
    let show = fields.text("show", findings);
    let found = show.map(|text| SHOWS.iter().find(|(name, _)| *name == text.text));
    if let (Some(text), Some(None)) = (show, found) {
        let names: Vec<String> = SHOWS.iter().map(|(name, _)| format!("`{name}`")).collect();
        findings.wrong(
            text.all(),
            format!("`show` cannot be `{}`", text.text),
            format!("write {}", names.join(" or ")),
        );
    }
    let show = found.flatten().map_or(Show::Count, |(_, show)| *show);
    let is_numeric = |id: &Id| data.column(id).is_none_or(|it| matches!(it.cells, Cells::Numbers(..)));
    match &of {
        Some((id, place)) if !is_numeric(id) => {
            findings.wrong(*place, format!("`{id}` has no numbers to average"), "name a column of numbers");
        }
        None if show.averages() => {
            findings.wrong(fields.place, "a mean or median of what?", "name a column of numbers as `of:`");
        }
        _ => {}
    }
    let filter = fields.get("where").map(|node| tests(node, data, findings));
    let recode = fields.get("recode").map(|node| recodes(node, data, findings)).unwrap_or_default();
    let id = |found: Option<(Id, Place)>| found.map(|(id, _)| id);
    let setup = Setup {
        filter: filter.flatten().unwrap_or_default(),
        recode,
        sort: None,
        rows: id(rows),
        columns: id(columns),
        show,
        of: id(of).filter(|_| show.averages()),
    };
    if findings.len() > before {
        return None;
    }
    if cases(data, &setup).is_empty() {
        findings.wrong(
            fields.place,
            "no case of the data set is left in this table",
            "ask for fewer things in `where`",
        );
        return None;
    }
    Some(setup)
}

/// What has to hold, by column.
pub(crate) fn tests(node: &Node, data: &Data, findings: &mut Findings) -> Option<Tests> {
    let Value::Map(entries) = &node.value else {
        let help =
            "write `column: value`, `column: [value, value]`, `column: known` or `column: { from: 18, below: 30 }`";
        findings.wrong(node.place, "columns and what holds for them are expected here", help);
        return None;
    };
    let before = findings.len();
    let found: Tests = entries
        .iter()
        .filter_map(|(name, node)| {
            let column = column(name, data, findings)?;
            Some((column.id.clone(), test(node, column, findings)?))
        })
        .collect();
    (findings.len() == before && !found.is_empty()).then_some(found)
}

fn test(node: &Node, column: &Column, findings: &mut Findings) -> Option<Test> {
    match (&node.value, &column.cells) {
        (Value::Scalar(text), _) if text.text == "known" => Some(Test::Known),
        (Value::Scalar(text), Cells::Words(..)) => Some(Test::Is(vec![word(text, column, findings)?])),
        (Value::List(items), Cells::Words(..)) => {
            let words = items.iter().filter_map(|node| word(yaml::text(node, "value", findings)?, column, findings));
            Some(Test::Is(words.collect()))
        }
        (Value::Map(_), Cells::Numbers(..)) => {
            let mut fields = Fields::of(node, "this range", findings)?;
            let mut end = |name| fields.text(name, findings).and_then(|text| number(text, findings));
            let (from, below) = (end("from"), end("below"));
            fields.finish(findings);
            Some(Test::Range(from, below))
        }
        (Value::Scalar(text), Cells::Numbers(decimals, _)) => {
            let units = number(text, findings)?.ceiling(*decimals);
            Some(Test::Range(Some(Decimal::new(units, *decimals)), Some(Decimal::new(units + 1, *decimals))))
        }
        _ => {
            let help = match column.cells {
                Cells::Words(..) => "write a word, `[several, words]` or `known`",
                Cells::Numbers(..) => "write `{ from: 18, below: 30 }`, a number or `known`",
            };
            findings.wrong(node.place, format!("`{}` cannot be asked for in this way", column.id), help);
            None
        }
    }
}

fn recodes(node: &Node, data: &Data, findings: &mut Findings) -> Vec<(Id, Recode)> {
    let Value::Map(entries) = &node.value else {
        let help = "write `age: [18, 30]` for numbers, `place: [[City, Town], [Village]]` for words";
        findings.wrong(node.place, "columns and their new groups are expected here", help);
        return Vec::new();
    };
    let one = |(name, node): &(Passage, Node)| {
        let column = column(name, data, findings)?;
        let items = yaml::items(node, "recode", findings);
        let recode = match &column.cells {
            Cells::Numbers(..) => {
                let points = items.iter().filter_map(|node| number(yaml::text(node, "recode", findings)?, findings));
                Recode::Cut(points.collect())
            }
            Cells::Words(values, _) => {
                let n = values.len() as u16;
                // A word that no group names stays a group of its own.
                let mut groups: Vec<u16> = (0..n).collect();
                for (number, node) in (n..).zip(items) {
                    for node in yaml::items(node, "recode", findings) {
                        let at = yaml::text(node, "recode", findings).and_then(|text| word(text, column, findings));
                        if let Some(group) = at.and_then(|at| groups.get_mut(usize::from(at))) {
                            *group = number;
                        }
                    }
                }
                Recode::Merge(groups)
            }
        };
        (recode != Recode::Cut(Vec::new())).then(|| (column.id.clone(), recode))
    };
    entries.iter().filter_map(one).collect()
}

fn column<'a>(name: &Passage, data: &'a Data, findings: &mut Findings) -> Option<&'a Column> {
    let found = data.columns.iter().find(|column| column.id.as_str() == name.text);
    if found.is_none() {
        no_column(data, &name.text, name.all(), findings);
    }
    found
}

pub(crate) fn no_column(data: &Data, name: &str, place: Place, findings: &mut Findings) {
    let problem = format!("the data set `{}` has no column `{name}`", data.id);
    findings.wrong(place, problem, format!("its columns are: {}", columns(data)));
}

fn word(text: &Passage, column: &Column, findings: &mut Findings) -> Option<u16> {
    let Cells::Words(values, _) = &column.cells else { return None };
    let at = values.iter().position(|value| *value == text.text);
    if at.is_none() {
        let all = values.join(", ");
        let problem = format!("`{}` stands nowhere in the column `{}`", text.text, column.id);
        findings.wrong(text.all(), problem, format!("its words are: {all}"));
    }
    u16::try_from(at?).ok()
}

fn number(text: &Passage, findings: &mut Findings) -> Option<Decimal> {
    let found = Decimal::parse(&text.text, "");
    if found.is_none() {
        findings.wrong(text.all(), format!("`{}` is no number", text.text), "write digits and a point, such as 47.6");
    }
    found
}
