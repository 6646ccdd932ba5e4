//! Documents that leave the player: what a learner wrote, as a file that other programs open.
//!
//! A [`Document`] is headings, texts, tables and checks. [`docx`] writes it for word processors, [`text`] for anything.

mod docx;
mod text;
mod zip;

pub use docx::docx;
pub use text::text;
pub use zip::{File, zip};

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its heading.
    pub title: String,
    /// The language of its text (BCP 47).
    pub language: String,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A text with what it is about.
    Text {
        /// What it is about; may be empty.
        label: String,
        /// The text; empty where it is still to be written.
        text: String,
        /// So many lines are left where nothing is written.
        lines: u32,
    },
    /// A table with a heading for each column.
    Table {
        /// What it is about.
        label: String,
        /// Headings of the columns.
        head: Vec<String>,
        /// Rows with a cell for each column.
        rows: Vec<Vec<String>>,
    },
    /// Things to check, and whether each holds.
    Checks(Vec<(bool, String)>),
}

/// The sign of something that was checked or is still to be.
pub fn sign(is_met: bool) -> &'static str {
    if is_met { "☑" } else { "☐" }
}
