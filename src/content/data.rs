//! Data sets that exercises compute with: typed columns, read once, shared by all exercises of a unit.

use super::Id;

/// A data set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// Its id.
    pub id: Id,
    /// How many cases it has: rows of the file.
    pub cases: usize,
    /// Its columns, each with a cell for every case.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id.
    pub id: Id,
    /// Its heading.
    pub name: String,
    /// What stands in it.
    pub cells: Cells,
}

/// What stands in a column; `None` where a value is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Words: which words there are, and the position of each case's.
    Words(Vec<String>, Vec<Option<u16>>),
    /// Numbers, in units of 10 to the power of minus so many decimals.
    Numbers(u32, Vec<Option<i64>>),
}

impl Data {
    /// A column by its id.
    pub fn column(&self, id: &Id) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == *id)
    }
}
