//! The blocks of a Markdown text.

use super::Fence;
use crate::chart::Chart;
use crate::passage::{Passage, Place};
use kerege::content::wire::prose::{Math, Tone};

/// A Markdown text.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// What its footnotes say, by label.
    pub notes: Vec<(String, Vec<Block>)>,
}

/// The Markdown of one paragraph, heading, cell or item: what a translator sees as one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its Markdown; line breaks are joined to one space.
    pub source: Passage,
}

/// A block.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Leaf),
    /// Text that stands in its item without being a paragraph, as in tight lists.
    Tight(Leaf),
    /// A heading: its level, its id and tracks as written.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        text: Leaf,
        /// The id behind it.
        id: Option<String>,
        /// Attributes behind it.
        attributes: Vec<(String, String)>,
        /// Where all of it stands.
        place: Place,
    },
    /// A list; ordered lists say where they start.
    List(Option<u32>, Vec<Vec<Block>>),
    /// A table: head, rows, and which columns stand at the right.
    Table(Vec<Leaf>, Vec<Vec<Leaf>>, Vec<bool>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A passage that stands out.
    Callout(Tone, Vec<Block>),
    /// Code.
    Code(String),
    /// An image alone in its paragraph.
    Figure(Figure),
    /// Sound.
    Audio(Box<Media>),
    /// Moving pictures.
    Video(Box<Media>),
    /// A formula.
    Formula(Formula),
    /// A chart.
    Chart(Box<Chart>),
    /// Words and what they mean.
    Definitions(Vec<Definition>),
    /// A fenced block that only a page may hold.
    Fence(Fence),
}

/// An image.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Path of the file.
    pub path: Passage,
    /// Text alternative.
    pub alt: Leaf,
    /// Caption.
    pub caption: Option<Leaf>,
}

/// Sound or video.
#[derive(Clone, Debug)]
pub struct Media {
    /// Path of the file.
    pub path: Passage,
    /// Title.
    pub title: Leaf,
    /// What is said or shown.
    pub transcript: Document,
    /// Path of the captions.
    pub captions: Option<Passage>,
}

/// A formula.
#[derive(Clone, Debug)]
pub struct Formula {
    /// In words.
    pub alt: Leaf,
    /// Its tree.
    pub math: Vec<Math>,
    /// Where it stands.
    pub place: Place,
}

/// A word and what it means.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The word.
    pub term: Leaf,
    /// What it means.
    pub text: Vec<Block>,
}

impl Document {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}
