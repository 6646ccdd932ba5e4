//! Prose, as written: a text, or a list of nodes. See [`crate::content::prose`].

mod math;

pub use math::{Math, MathContent};

use super::{File, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A run of nodes; plain text may stand alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Prose {
    /// Plain text.
    Text(String),
    /// Nodes in order.
    Nodes(Vec<Node>),
}

impl Prose {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        match self {
            Prose::Text(text) => text.is_empty(),
            Prose::Nodes(nodes) => nodes.is_empty(),
        }
    }

    /// The shortest form of these nodes.
    pub fn new(mut nodes: Vec<Node>) -> Prose {
        if let [Node::Text(text)] = nodes.as_mut_slice() {
            return Prose::Text(std::mem::take(text));
        }
        Prose::Nodes(nodes)
    }
}

impl Default for Prose {
    fn default() -> Self {
        Prose::Nodes(Vec::new())
    }
}

/// A node: a text, or an object with one member that says what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
pub enum Node {
    /// Plain text.
    Text(String),
    /// A paragraph.
    Paragraph {
        /// Its text.
        p: Prose,
    },
    /// A heading inside a page.
    Heading {
        /// Its text.
        h: Prose,
        /// 2 or 3.
        #[schemars(range(min = 2, max = 3))]
        level: u8,
    },
    /// A list without an order.
    Bullets {
        /// Its items.
        ul: Vec<Prose>,
    },
    /// A numbered list.
    Numbered {
        /// Its items.
        ol: Vec<Prose>,
        /// The number of the first item, where it is not 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
    },
    /// A table.
    Table {
        /// Its cells.
        table: Table,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        quote: Prose,
    },
    /// A passage that stands out.
    Callout {
        /// Its text.
        callout: Prose,
        /// How it is meant.
        tone: Tone,
    },
    /// Code on lines of its own.
    CodeBlock {
        /// The code.
        pre: String,
    },
    /// An image.
    Figure {
        /// The file.
        figure: File,
        /// Text alternative.
        alt: String,
        /// Width in CSS pixels.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        width: Option<u32>,
        /// Height in CSS pixels.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        height: Option<u32>,
        /// Caption.
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        caption: Prose,
    },
    /// Sound.
    Audio {
        /// The file.
        audio: File,
        /// Title.
        title: String,
        /// What is said.
        transcript: Prose,
    },
    /// Moving pictures.
    Video {
        /// The file.
        video: File,
        /// Title.
        title: String,
        /// What is shown.
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        transcript: Prose,
        /// WebVTT captions.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        captions: Option<File>,
    },
    /// Words and what they mean.
    Definitions {
        /// In order.
        dl: Vec<Definition>,
    },
    /// A formula.
    Formula {
        /// The formula's tree.
        math: Vec<Math>,
        /// The formula in words.
        alt: String,
    },
    /// A chart.
    Chart {
        /// Its data and how they are drawn.
        chart: crate::chart::wire::Chart,
    },
    /// Emphasis.
    Emphasis {
        /// Its text.
        em: Prose,
    },
    /// Strong importance.
    Strong {
        /// Its text.
        strong: Prose,
    },
    /// Code in a line.
    Code {
        /// The code.
        code: String,
    },
    /// A link to an address.
    Address {
        /// Its text.
        a: Prose,
        /// `https:`, `http:`, `mailto:` or `tel:`.
        #[schemars(regex(pattern = "^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):"))]
        href: String,
    },
    /// A link to a page of the module.
    PageLink {
        /// Its text.
        a: Prose,
        /// The page.
        page: Id,
        /// Its unit; without it the page belongs to the unit that the link stands in.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Id>,
    },
    /// A link to a data set of the module.
    DataLink {
        /// Its text.
        a: Prose,
        /// The data set.
        data: Id,
    },
    /// An abbreviation.
    Abbreviation {
        /// The short form.
        abbr: String,
        /// The long form.
        title: String,
    },
    /// A word that the glossary explains.
    Term {
        /// The entry.
        term: Id,
        /// The word as it stands here.
        text: Prose,
    },
    /// Words that can be marked, in a marking exercise.
    Mark {
        /// Their id in the exercise.
        mark: Id,
        /// The words.
        text: Prose,
    },
    /// A citation.
    Citation {
        /// The entry of the bibliography.
        cite: Id,
        /// The citation as it stands here.
        text: Prose,
    },
    /// A note at the foot of the page.
    Footnote {
        /// Its text.
        note: Prose,
    },
    /// A gap of a blanks exercise.
    Blank {
        /// The gap.
        blank: Id,
    },
    /// A line break.
    Break {
        /// Always true.
        br: bool,
    },
    /// A passage in another language.
    Span {
        /// The passage.
        span: Prose,
        /// Its language (BCP 47).
        lang: String,
    },
}

/// A table's cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Header cells.
    pub head: Vec<Prose>,
    /// Body rows.
    pub rows: Vec<Vec<Prose>>,
    /// Columns whose cells are numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numeric: Vec<bool>,
}

/// A word and what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The word.
    pub term: Prose,
    /// What it means.
    pub text: Prose,
}

/// How a callout is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Worth remembering.
    Note,
    /// A practical hint.
    Tip,
    /// Needed to go on.
    Important,
    /// Somebody could be harmed.
    Warning,
}
