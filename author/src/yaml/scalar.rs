//! Where the letters of a YAML text stand in its file.

use crate::passage::{Passage, Place};
use saphyr_parser::{ScalarStyle, Span};

/// The lines of a document.
pub(super) struct Lines<'a> {
    source: &'a Passage,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(source: &'a Passage) -> Lines<'a> {
        let breaks = source.text.match_indices('\n').map(|(at, _)| at + 1);
        Lines { source, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// A line by number from 1, with its offset.
    fn line(&self, number: usize) -> Option<(usize, &'a str)> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        let rest = self.source.text.get(start..)?;
        Some((start, rest.split('\n').next().unwrap_or(rest)))
    }

    /// Offset of a line (from 1) and a column (in characters, from 0).
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let Some((start, text)) = self.line(line) else { return self.source.text.len() };
        start + text.char_indices().nth(column).map_or(text.len(), |(at, _)| at)
    }

    /// The place of a span.
    pub(super) fn place(&self, span: Span) -> Place {
        let start = self.offset(span.start.line(), span.start.col());
        let end = self.offset(span.end.line(), span.end.col());
        self.source.place(start..end.max(start))
    }
}

/// A scalar as a passage that knows where its letters stand; where that cannot be told, all stand at its beginning.
pub(super) fn scalar(text: &str, style: ScalarStyle, span: Span, lines: &Lines<'_>) -> Passage {
    let start = lines.offset(span.start.line(), span.start.col());
    let marks = match style {
        ScalarStyle::Literal => literal(text, span, lines),
        ScalarStyle::Plain => same(text, start, lines),
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => same(text, start + 1, lines),
        ScalarStyle::Folded => None,
    };
    let marks = marks.unwrap_or_else(|| vec![(0, start)]);
    let marks = marks.into_iter().map(|(at, offset)| (at, lines.source.offset(offset))).collect();
    Passage::joined(text.to_owned(), lines.source.file(), marks)
}

/// The text stands in the file letter by letter.
fn same(text: &str, start: usize, lines: &Lines<'_>) -> Option<Vec<(usize, usize)>> {
    lines.source.text.get(start..)?.starts_with(text).then(|| vec![(0, start)])
}

/// Each line of a literal block is the end of a line of the file.
fn literal(text: &str, span: Span, lines: &Lines<'_>) -> Option<Vec<(usize, usize)>> {
    let first = text.split('\n').find(|line| !line.is_empty())?;
    let from = span.start.line();
    let number = (from..from + 3)
        .find(|number| lines.line(*number).is_some_and(|(_, l)| l.trim_start() == first.trim_start()))?;
    let blank = text.split('\n').take_while(|line| line.is_empty()).count();
    let mut at = 0;
    let mut marks = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if let Some((start, full)) = lines.line((number + index).checked_sub(blank)?)
            && full.ends_with(line)
        {
            marks.push((at, start + full.len() - line.len()));
        }
        at += line.len() + 1;
    }
    (!marks.is_empty()).then_some(marks)
}
