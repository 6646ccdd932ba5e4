//! How a learner has set up the table: which cases, recoded how, cross-tabulated by what.

use crate::content::Id;
use crate::content::data::{Cells, Data};
use crate::content::read::{At, Findings};
use crate::exercise::numeric::Decimal;
use crate::exercise::pairs;
use crate::json;

/// What has to hold for a case, by column; all of it.
pub type Tests = Vec<(Id, Test)>;

/// What has to hold for a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// It is one of these words.
    Is(Vec<u16>),
    /// It is at least the first number and below the second one.
    Range(Option<Decimal>, Option<Decimal>),
    /// It is not missing.
    Known,
}

/// Other values for a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recode {
    /// Words with the same number are one group.
    Merge(Vec<u16>),
    /// A new group begins at each of these numbers.
    Cut(Vec<Decimal>),
}

/// What stands in the cells of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// How many cases.
    #[default]
    Count,
    /// Their share in the cases of the row.
    Row,
    /// Their share in the cases of the column.
    Column,
    /// Their share in all cases of the table.
    All,
    /// The mean of another column.
    Mean,
    /// The median of another column.
    Median,
}

/// A learner's table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Which cases.
    pub filter: Tests,
    /// Other values, by column.
    pub recode: Vec<(Id, Recode)>,
    /// The column that the cases are sorted by, and whether from the top down.
    pub sort: Option<(Id, bool)>,
    /// The column whose values are the rows.
    pub rows: Option<Id>,
    /// The column whose values are the columns.
    pub columns: Option<Id>,
    /// What stands in the cells.
    pub show: Show,
    /// The column that is averaged, for mean and median.
    pub of: Option<Id>,
}

impl Show {
    /// All of them with their names in files and records.
    pub const ALL: [(Show, &'static str); 6] = [
        (Show::Count, "count"),
        (Show::Row, "row"),
        (Show::Column, "column"),
        (Show::All, "all"),
        (Show::Mean, "mean"),
        (Show::Median, "median"),
    ];

    /// The name in files and records.
    pub fn name(self) -> &'static str {
        Show::ALL.into_iter().find(|(show, _)| *show == self).map_or("count", |(_, name)| name)
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Show> {
        Show::ALL.into_iter().find(|(_, known)| *known == name).map(|(show, _)| show)
    }

    /// Whether it needs a column of numbers.
    pub fn averages(self) -> bool {
        matches!(self, Show::Mean | Show::Median)
    }
}

impl Setup {
    /// Whether everything in it speaks of columns and words that are there.
    pub(super) fn fits(&self, data: &Data) -> bool {
        let is_column = |id: &Option<Id>| id.as_ref().is_none_or(|id| data.column(id).is_some());
        let is_numeric = |id: &Id| data.column(id).is_some_and(|it| matches!(it.cells, Cells::Numbers(..)));
        tests_fit(&self.filter, data)
            && self.recode.iter().all(|(id, recode)| recode_fits(id, recode, data))
            && self.sort.as_ref().is_none_or(|(id, _)| data.column(id).is_some())
            && is_column(&self.rows)
            && is_column(&self.columns)
            && self.of.as_ref().is_none_or(is_numeric)
    }

    pub(super) fn write(&self, out: &mut String) {
        out.push_str("{\"show\":");
        json::text(out, self.show.name());
        let id = |out: &mut String, name: &str, id: &Option<Id>| {
            if let Some(id) = id {
                out.push_str(name);
                json::text(out, id.as_str());
            }
        };
        id(out, ",\"rows\":", &self.rows);
        id(out, ",\"columns\":", &self.columns);
        id(out, ",\"of\":", &self.of);
        if let Some((column, is_down)) = &self.sort {
            out.push_str(if *is_down { ",\"down\":" } else { ",\"up\":" });
            json::text(out, column.as_str());
        }
        if !self.filter.is_empty() {
            out.push_str(",\"where\":");
            write_tests(&self.filter, out);
        }
        if !self.recode.is_empty() {
            out.push_str(",\"recode\":");
            json::object(
                out,
                self.recode.iter().map(|(id, recode)| (id.as_str(), recode)),
                |out, recode| match recode {
                    Recode::Merge(groups) => json::list(out, groups, json::number),
                    Recode::Cut(points) => json::list(out, points, |out, point| json::text(out, &point.to_string())),
                },
            );
        }
        out.push('}');
    }

    /// Reads a setup here.
    pub(super) fn read(at: &At, findings: &mut Findings) -> Setup {
        let mut id = |name: &str| at.field(name).and_then(|at| at.id(findings));
        let (rows, columns, of) = (id("rows"), id("columns"), id("of"));
        let (up, down) = (id("up").map(|id| (id, false)), id("down").map(|id| (id, true)));
        let show = at.field("show").and_then(|at| at.expect(Show::named(at.text(findings)?), "what to show", findings));
        let recodes = at.field("recode").map(|at| at.entries(findings)).unwrap_or_default();
        let recode = |(name, at): (&str, At)| Some((column(name, &at, findings)?, recode(&at, findings)?));
        let recode = recodes.into_iter().filter_map(recode).collect();
        let filter = at.field("where").map(|at| tests(&at, findings)).unwrap_or_default();
        Setup { filter, recode, sort: up.or(down), rows, columns, show: show.unwrap_or_default(), of }
    }

    /// The recoding of a column.
    pub fn recoded(&self, column: &Id) -> Option<&Recode> {
        pairs::get(&self.recode, column)
    }
}

/// Whether all words that are named are there, and numbers are asked of numbers.
pub(super) fn tests_fit(tests: &[(Id, Test)], data: &Data) -> bool {
    tests.iter().all(|(id, test)| match (data.column(id).map(|column| &column.cells), test) {
        (Some(Cells::Words(values, _)), Test::Is(these)) => these.iter().all(|at| usize::from(*at) < values.len()),
        (Some(Cells::Numbers(..)), Test::Range(..)) | (Some(_), Test::Known) => true,
        _ => false,
    })
}

fn recode_fits(id: &Id, recode: &Recode, data: &Data) -> bool {
    match (data.column(id).map(|column| &column.cells), recode) {
        (Some(Cells::Words(values, _)), Recode::Merge(groups)) => groups.len() == values.len(),
        (Some(Cells::Numbers(..)), Recode::Cut(_)) => true,
        _ => false,
    }
}

pub(super) fn write_tests(tests: &[(Id, Test)], out: &mut String) {
    json::object(out, tests.iter().map(|(id, test)| (id.as_str(), test)), |out, test| match test {
        Test::Is(words) => json::list(out, words, json::number),
        Test::Known => out.push_str("true"),
        Test::Range(from, below) => {
            let ends = [("from", from), ("below", below)];
            let ends = ends.into_iter().filter_map(|(name, end)| Some((name, end.as_ref()?)));
            json::object(out, ends, |out, end| json::text(out, &end.to_string()));
        }
    });
}

/// Reads tests by column.
pub(super) fn tests(at: &At, findings: &mut Findings) -> Tests {
    let entries = at.entries(findings);
    entries.into_iter().filter_map(|(name, at)| Some((column(name, &at, findings)?, test(&at, findings)?))).collect()
}

fn column(name: &str, at: &At, findings: &mut Findings) -> Option<Id> {
    at.expect(Id::new(name), "the id of a column", findings)
}

fn test(at: &At, findings: &mut Findings) -> Option<Test> {
    if at.value.as_bool() == Some(true) {
        return Some(Test::Known);
    }
    if at.value.as_array().is_some() {
        return Some(Test::Is(at.items(findings).iter().filter_map(|at| word(at, findings)).collect()));
    }
    at.expect(at.value.as_object(), "words, a range or true", findings)?;
    let mut end = |name: &str| at.field(name).map(|at| decimal(&at, findings));
    match (end("from"), end("below")) {
        (Some(None), _) | (_, Some(None)) => None,
        (from, below) => Some(Test::Range(from.flatten(), below.flatten())),
    }
}

fn recode(at: &At, findings: &mut Findings) -> Option<Recode> {
    let items = at.items(findings);
    if items.iter().any(|at| at.value.as_str().is_some()) {
        return Some(Recode::Cut(items.iter().filter_map(|at| decimal(at, findings)).collect()));
    }
    Some(Recode::Merge(items.iter().filter_map(|at| word(at, findings)).collect()))
}

fn word(at: &At, findings: &mut Findings) -> Option<u16> {
    let number = at.count(findings)?;
    at.expect(u16::try_from(number).ok(), "the position of a word", findings)
}

fn decimal(at: &At, findings: &mut Findings) -> Option<Decimal> {
    at.expect(Decimal::parse(at.text(findings)?, ""), "a decimal number", findings)
}
