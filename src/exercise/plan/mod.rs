//! Plan: a workbook of fields and rows that fills over several pages and leaves as a document. What is written is
//! checked for completeness only; whether it is good the learner judges by criteria.

mod document;
pub mod entry;
pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

pub use document::{Words, document};
pub use entry::{Entry, Row};

use super::Item;
use crate::content::{Id, Prose};

/// The longest text of one field or cell, in characters.
pub const LONGEST: u32 = 5000;
/// The most characters that a whole plan may ask for: each save writes all of it.
pub const CAPACITY: u32 = 100_000;
/// The most fields of a plan.
pub const MOST_FIELDS: usize = 60;
/// The most columns of a field with rows.
pub const MOST_COLUMNS: usize = 8;
/// The most rows of a field.
pub const MOST_ROWS: u32 = 40;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The heading of the document that it becomes.
    pub title: String,
    /// Unit and page where it stands whole; its sections may stand on others.
    pub place: Option<(Id, Id)>,
    /// Its sections in order; at least one.
    pub sections: Vec<Section>,
    /// What to look for in one's own plan; may be empty.
    pub criteria: Vec<Item>,
}

/// A section: what is filled in together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: Id,
    /// Its heading.
    pub title: String,
    /// Its fields in order; at least one.
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its id, unique in the plan.
    pub id: Id,
    /// What is to be written in it, in a word or two.
    pub label: String,
    /// The same at length; may be empty.
    pub help: Prose,
    /// Whether the plan is complete without it.
    pub optional: bool,
    /// What it takes.
    pub shape: Shape,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text {
        /// Lines to begin with; one is a single line.
        lines: u32,
        /// The most characters.
        most: u32,
    },
    /// Rows of the same columns, such as steps with who and when.
    Rows {
        /// Columns in order; at least one.
        columns: Vec<Column>,
        /// So many rows at least make it complete; from 1.
        least: u32,
        /// The most rows.
        most: u32,
    },
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id, unique in its field.
    pub id: Id,
    /// Its heading.
    pub label: String,
    /// Whether a row is complete without it.
    pub optional: bool,
    /// The most characters of a cell.
    pub most: u32,
}

/// What is shown after writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// One good plan among many; may be empty.
    pub model: Prose,
}

impl Prompt {
    /// All fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// A field by id.
    pub fn field(&self, id: &Id) -> Option<&Field> {
        self.fields().find(|field| field.id == *id)
    }

    /// The heading of a section; the plan's own where it has none.
    pub fn heading(&self, section: &Id) -> &str {
        let found = self.sections.iter().find(|one| one.id == *section).map(|section| section.title.as_str());
        found.filter(|title| !title.is_empty()).unwrap_or(&self.title)
    }

    /// The most characters that the whole plan takes.
    pub fn capacity(&self) -> u32 {
        self.fields().fold(0, |sum, field| sum.saturating_add(field.capacity()))
    }
}

impl Field {
    fn capacity(&self) -> u32 {
        match &self.shape {
            Shape::Text { most, .. } => *most,
            Shape::Rows { columns, most, .. } => {
                let row = columns.iter().fold(0u32, |sum, column| sum.saturating_add(column.most));
                row.saturating_mul(*most)
            }
        }
    }
}
