//! Prose: text as a tree of our own nodes. There is no HTML in it and none is made from it.

use super::{File, Id};
use crate::chart::Chart;
use std::sync::Arc;

/// A run of nodes.
pub type Prose = Vec<Node>;

/// A node of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Language of this node (BCP 47), where it differs from its surroundings.
    pub lang: Option<String>,
    /// What it is.
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// Plain text.
    Text(String),
    /// A paragraph.
    Paragraph(Prose),
    /// A heading inside a page; level 2 or 3.
    Heading(u8, Prose),
    /// A list; ordered lists say where they start.
    List(Option<u32>, Vec<Prose>),
    /// A table.
    Table(Table),
    /// A quotation.
    Quote(Prose),
    /// A passage that stands out.
    Callout(Tone, Prose),
    /// Code on lines of its own.
    CodeBlock(String),
    /// An image with an optional caption.
    Figure(Figure),
    /// Sound with its transcript.
    Audio(Media),
    /// Moving pictures with captions.
    Video(Media),
    /// Terms and what they mean.
    Definitions(Vec<(Prose, Prose)>),
    /// A formula.
    Formula(Formula),
    /// A chart.
    Chart(Arc<Chart>),
    /// Emphasis.
    Emphasis(Prose),
    /// Strong importance.
    Strong(Prose),
    /// Code in a line.
    Code(String),
    /// A link.
    Link(Target, Prose),
    /// An abbreviation: short form, long form.
    Abbreviation(String, String),
    /// A word that the glossary explains.
    Term(Id, Prose),
    /// A work that the bibliography lists.
    Citation(Id, Prose),
    /// A note at the foot of the page.
    Footnote(Prose),
    /// A gap of a blanks exercise.
    Blank(Id),
    /// Words that can be marked, in a marking exercise.
    Mark(Id, Prose),
    /// A line break.
    Break,
    /// A passage in another language.
    Span(Prose),
}

/// How a callout is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// A table. Rows may be ragged; a reader shows what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Header cells.
    pub head: Vec<Prose>,
    /// Body rows.
    pub rows: Vec<Vec<Prose>>,
    /// Columns whose cells are numbers and stand at the end of the cell.
    pub numeric: Vec<bool>,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The file.
    pub file: File,
    /// Text alternative.
    pub alt: String,
    /// Width and height in CSS pixels, so that nothing jumps.
    pub size: Option<(u32, u32)>,
    /// Caption.
    pub caption: Prose,
}

/// Sound or video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// The file.
    pub file: File,
    /// Title.
    pub title: String,
    /// What is said (audio) or shown (video).
    pub transcript: Prose,
    /// WebVTT captions.
    pub captions: Option<File>,
}

/// A formula as a small subset of MathML Core.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The formula in words.
    pub alt: String,
    /// The tree.
    pub math: Vec<Math>,
}

/// A MathML element: one of [`Math::TAGS`] with either text or children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Math {
    /// Element name.
    pub tag: &'static str,
    /// Text of a token element.
    pub text: String,
    /// Children of a layout element.
    pub children: Vec<Math>,
}

impl Math {
    /// The MathML elements that may be used.
    pub const TAGS: [&'static str; 14] = [
        "mi",
        "mn",
        "mo",
        "mtext",
        "mspace",
        "mrow",
        "mfrac",
        "msqrt",
        "msub",
        "msup",
        "msubsup",
        "munderover",
        "mover",
        "munder",
    ];
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `https:`, `http:`, `mailto:` or `tel:`, as written.
    Address(String),
    /// A page of this module, and its unit; where none is named, the page belongs to the unit that the link stands in.
    Page(Option<Id>, Id),
    /// A data set of this module.
    Data(Id),
}

impl Target {
    /// Reads an address from a file: only schemes of the allow-list, nothing that a browser could take for another.
    pub fn address(text: &str) -> Option<Target> {
        let plain = !text.chars().any(|c| c.is_control() || c.is_whitespace());
        let scheme = text.split(':').next()?;
        let allowed = ["https", "http", "mailto", "tel"].iter().any(|s| scheme.eq_ignore_ascii_case(s));
        let rest = text.get(scheme.len() + 1..).is_some_and(|rest| !rest.is_empty());
        (plain && allowed && rest).then(|| Target::Address(text.into()))
    }
}

/// A paragraph of plain text, or nothing for an empty one.
pub fn plain(text: &str) -> Prose {
    if text.is_empty() { Vec::new() } else { vec![Node { lang: None, kind: NodeKind::Text(text.into()) }] }
}

/// Shows every node of a piece of prose to `look`, in the order of the text.
pub fn each<'a>(prose: &'a [Node], look: &mut dyn FnMut(&'a Node)) {
    for node in prose {
        look(node);
        match &node.kind {
            NodeKind::Paragraph(inner)
            | NodeKind::Heading(_, inner)
            | NodeKind::Quote(inner)
            | NodeKind::Callout(_, inner)
            | NodeKind::Emphasis(inner)
            | NodeKind::Strong(inner)
            | NodeKind::Link(_, inner)
            | NodeKind::Term(_, inner)
            | NodeKind::Citation(_, inner)
            | NodeKind::Footnote(inner)
            | NodeKind::Mark(_, inner)
            | NodeKind::Span(inner) => each(inner, look),
            NodeKind::List(_, items) => items.iter().for_each(|item| each(item, look)),
            NodeKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| each(cell, look));
            }
            NodeKind::Definitions(entries) => entries.iter().for_each(|(term, text)| {
                each(term, look);
                each(text, look);
            }),
            NodeKind::Text(_)
            | NodeKind::Blank(_)
            | NodeKind::CodeBlock(_)
            | NodeKind::Figure(_)
            | NodeKind::Audio(_)
            | NodeKind::Video(_)
            | NodeKind::Formula(_)
            | NodeKind::Chart(_)
            | NodeKind::Code(_)
            | NodeKind::Abbreviation(..)
            | NodeKind::Break => {}
        }
    }
}

/// The words of a piece of prose without its marks, for names and messages.
pub fn words(prose: &[Node]) -> String {
    let mut out = String::new();
    collect(prose, &mut out);
    out.trim().to_owned()
}

fn collect(prose: &[Node], out: &mut String) {
    for node in prose {
        match &node.kind {
            NodeKind::Text(text) | NodeKind::Code(text) | NodeKind::CodeBlock(text) => out.push_str(text),
            NodeKind::Abbreviation(short, _) => out.push_str(short),
            NodeKind::Paragraph(inner)
            | NodeKind::Heading(_, inner)
            | NodeKind::Quote(inner)
            | NodeKind::Callout(_, inner) => {
                gap(out);
                collect(inner, out);
            }
            NodeKind::Emphasis(inner)
            | NodeKind::Strong(inner)
            | NodeKind::Link(_, inner)
            | NodeKind::Term(_, inner)
            | NodeKind::Citation(_, inner)
            | NodeKind::Mark(_, inner)
            | NodeKind::Span(inner) => collect(inner, out),
            NodeKind::List(_, items) => items.iter().for_each(|item| {
                gap(out);
                collect(item, out);
            }),
            NodeKind::Table(table) => table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| {
                gap(out);
                collect(cell, out);
            }),
            NodeKind::Definitions(entries) => entries.iter().for_each(|(term, text)| {
                gap(out);
                collect(term, out);
                gap(out);
                collect(text, out);
            }),
            NodeKind::Figure(figure) => {
                gap(out);
                out.push_str(&figure.alt);
            }
            NodeKind::Audio(media) | NodeKind::Video(media) => {
                gap(out);
                out.push_str(&media.title);
            }
            NodeKind::Formula(formula) => out.push_str(&formula.alt),
            NodeKind::Chart(chart) => {
                gap(out);
                out.push_str(&chart.title);
            }
            NodeKind::Blank(_) => out.push('…'),
            NodeKind::Break => out.push(' '),
            NodeKind::Footnote(_) => {}
        }
    }
}

fn gap(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::Target;

    #[test]
    fn only_harmless_schemes_become_links() {
        for good in ["https://example.org/a", "mailto:a@example.org", "tel:+123", "HTTPS://example.org"] {
            assert!(Target::address(good).is_some(), "{good}");
        }
        for bad in ["javascript:alert(1)", "data:text/html,x", " https://x", "java\nscript:x", "//x", "https:", "", "x"]
        {
            assert!(Target::address(bad).is_none(), "{bad}");
        }
    }
}
