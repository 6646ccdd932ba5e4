//! Data sets that exercises compute with: CSV files, read into typed columns.

use super::module::DataSet;
use crate::finding::Findings;
use crate::markdown::{Leaf, plain_leaf};
use crate::passage::{Passage, Place};
use crate::yaml::closest;
use kerege::content::Id;
use kerege::content::data::{Cells, Column, Data};
use kerege::content::wire::data as wire;
use kerege::exercise::numeric::Decimal;
use std::collections::BTreeMap;

use crate::write::Writer;

/// A data set with typed columns.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its columns; their names and words are those of the source language.
    pub data: Data,
    names: Vec<Leaf>,
    /// The words of each column; none for numbers.
    words: Vec<Vec<Leaf>>,
}

/// The data sets of a module by their ids: as far as they can be read, or what is wrong with them. It is said where one
/// is used; learners may download sets that are no tables.
#[derive(Debug, Default)]
pub struct DataSets(Vec<(Id, Result<Sheet, Findings>)>);

/// What stands for a missing value, beside an empty cell.
const MISSING: [&str; 2] = ["NA", "-"];

/// More cases or columns than these are refused by the player.
const MOST: (usize, usize) = (10_000, 60);

/// Reads a CSV file; `None` where it cannot be used.
pub(super) fn read(set: &DataSet, text: &Passage, findings: &mut Findings) -> Option<Sheet> {
    let before = findings.len();
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.text.as_bytes());
    let head: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(str::to_owned).collect(),
        Err(error) => return not_csv(&error, text, findings),
    };
    let mut rows: Vec<(usize, csv::StringRecord)> = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => rows.push((record.position().map_or(0, |at| at.byte() as usize), record)),
            Err(error) => return not_csv(&error, text, findings),
        }
    }
    if rows.is_empty() || rows.len() > MOST.0 || head.len() > MOST.1 {
        let problem = format!("the data set has {} rows and {} columns", rows.len(), head.len());
        findings.wrong(text.place(0..0), problem, "give 1 to 10,000 rows and 1 to 60 columns");
        return None;
    }
    let mut sheet = Sheet {
        data: Data { id: set.id.clone(), cases: rows.len(), columns: Vec::new() },
        names: Vec::new(),
        words: Vec::new(),
    };
    for (at, heading) in head.iter().enumerate() {
        let place = text.place(0..text.text.find('\n').unwrap_or(text.text.len()));
        let Some(id) = column_id(heading, place, findings) else { continue };
        if sheet.data.column(&id).is_some() {
            let problem = format!("two columns have the heading `{heading}`");
            findings.wrong(place, problem, "give each column a heading of its own");
            continue;
        }
        let cells: Vec<(&str, usize)> =
            rows.iter().map(|(byte, row)| (row.get(at).unwrap_or_default(), *byte)).collect();
        let own_name = set.names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone());
        sheet.names.push(own_name.unwrap_or_else(|| plain_leaf(&Passage::at(heading.clone(), place))));
        let (cells, words) = typed(&cells, text, findings);
        sheet.words.push(words);
        sheet.data.columns.push(Column { id, name: heading.clone(), cells });
    }
    for (name, leaf) in set.names.iter().filter(|(name, _)| sheet.data.column(name).is_none()) {
        let problem = format!("the data set has no column `{name}`");
        findings.wrong(leaf.source.all(), problem, format!("its columns are: {}", columns(&sheet.data)));
    }
    (findings.len() == before).then_some(sheet)
}

/// The ids of all columns, for messages.
pub(crate) fn columns(data: &Data) -> String {
    let ids: Vec<&str> = data.columns.iter().map(|column| column.id.as_str()).collect();
    ids.join(", ")
}

fn not_csv<T>(error: &csv::Error, text: &Passage, findings: &mut Findings) -> Option<T> {
    let byte = error.position().map_or(0, |at| at.byte() as usize).min(text.text.len());
    let help = "save it as CSV with commas, in UTF-8, with as many cells in each row as the first row has";
    findings.wrong(text.place(byte..byte), "this is no table", help);
    None
}

/// The id that a heading makes: small letters, with hyphens for everything else.
fn column_id(heading: &str, place: Place, findings: &mut Findings) -> Option<Id> {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let text: String = heading.chars().map(letter).collect();
    let id = Id::new(text.trim_matches('-')).filter(|_| heading.is_ascii());
    if id.is_none() {
        let problem = format!("the heading `{heading}` makes no id");
        let help = "write short headings in Latin letters; what learners read stands in `names:` of module.yaml";
        findings.wrong(place, problem, help);
    }
    id
}

/// Numbers where every known cell is one, else words in the order in which they come.
fn typed(cells: &[(&str, usize)], text: &Passage, findings: &mut Findings) -> (Cells, Vec<Leaf>) {
    let known = |cell: &str| (!cell.is_empty() && !MISSING.contains(&cell)).then(|| cell.to_owned());
    let number = |cell: &str| Decimal::parse(cell, "").filter(|_| !cell.contains(','));
    let numbers: Option<Vec<Option<Decimal>>> =
        cells.iter().map(|(cell, _)| known(cell).map_or(Some(None), |cell| number(&cell).map(Some))).collect();
    let decimals = |cell: &str| cell.split_once('.').map_or(0, |(_, part)| part.trim().len() as u32);
    let most = cells.iter().filter_map(|(cell, _)| Some(decimals(&known(cell)?))).max().unwrap_or(0);
    if let Some(numbers) = numbers.filter(|numbers| most <= 6 && numbers.iter().any(Option::is_some)) {
        let units = numbers.iter().map(|number| number.map(|number| number.ceiling(most)));
        return (Cells::Numbers(most, units.collect()), Vec::new());
    }
    let mut index: BTreeMap<String, u16> = BTreeMap::new();
    let mut leaves = Vec::new();
    let mut words = Vec::new();
    let mut positions = Vec::new();
    for (cell, byte) in cells {
        let Some(cell) = known(cell) else {
            positions.push(None);
            continue;
        };
        let at = index.len() as u16;
        let at = *index.entry(cell.clone()).or_insert_with(|| {
            let place = text.place(*byte..*byte);
            leaves.push(plain_leaf(&Passage::at(cell.clone(), place)));
            words.push(cell);
            at
        });
        positions.push(Some(at));
        if index.len() > 200 {
            let help = "leave free text out of the data set, or code it first";
            findings.wrong(text.place(*byte..*byte), "a column has more than 200 different words", help);
            return (Cells::Words(Vec::new(), Vec::new()), Vec::new());
        }
    }
    (Cells::Words(words, positions), leaves)
}

impl DataSets {
    /// The data sets, each read by `read`, which says what is wrong with it.
    pub(super) fn read(sets: &[DataSet], mut read: impl FnMut(&DataSet) -> (Option<Sheet>, Findings)) -> DataSets {
        let sheet = |set: &DataSet| {
            let (sheet, findings) = read(set);
            (set.id.clone(), sheet.ok_or(findings))
        };
        DataSets(sets.iter().map(sheet).collect())
    }

    /// A data set that is named at `place`; `None`, with findings, where there is none of that name, or it is no table.
    pub(crate) fn named(&self, id: &Id, place: Place, findings: &mut Findings) -> Option<&Sheet> {
        match self.0.iter().find(|(known, _)| known == id) {
            Some((_, Ok(sheet))) => Some(sheet),
            Some((_, Err(said))) => {
                findings.extend(said.clone());
                None
            }
            None => {
                let names: Vec<&str> = self.0.iter().map(|(known, _)| known.as_str()).collect();
                let near = closest(id.as_str(), &names).map(|near| format!("; did you mean `{near}`?"));
                let help =
                    "name it in module.yaml: `resources: { data: [{ id: survey, file: data/survey.csv, title: … }] }`";
                findings.wrong(place, format!("there is no data set `{id}`{}", near.unwrap_or_default()), help);
                None
            }
        }
    }
}

impl Sheet {
    /// What learners read above a column.
    pub(crate) fn name(&self, column: &Id) -> Option<&Leaf> {
        self.names.get(self.data.columns.iter().position(|one| one.id == *column)?)
    }

    /// The words of a column; none of one of numbers.
    pub(crate) fn words(&self, column: &Id) -> &[Leaf] {
        let at = self.data.columns.iter().position(|one| one.id == *column);
        at.and_then(|at| self.words.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The data set in the writer's language.
    pub(crate) fn write(&self, writer: &mut Writer<'_>) -> wire::Data {
        let mut columns = Vec::new();
        for (column, (name, words)) in self.data.columns.iter().zip(self.names.iter().zip(&self.words)) {
            let (id, name) = ((&column.id).into(), writer.words(name));
            columns.push(match &column.cells {
                Cells::Words(_, cells) => {
                    let values = words.iter().map(|word| writer.words(word)).collect();
                    wire::Column::Words { id, name, values, words: joined(cells) }
                }
                Cells::Numbers(decimals, cells) => {
                    wire::Column::Numbers { id, name, decimals: *decimals, numbers: joined(cells) }
                }
            });
        }
        wire::Data { id: (&self.data.id).into(), columns }
    }
}

fn joined<T: ToString>(cells: &[Option<T>]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.as_ref().map_or("-".into(), T::to_string)).collect();
    cells.join(" ")
}
