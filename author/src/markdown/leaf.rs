//! Cuts the Markdown of a leaf out of its file: without line prefixes, on one line.

use super::Leaf;
use crate::passage::Passage;
use std::ops::Range;

/// The leaf that stands in `range` of a Markdown text.
///
/// Later lines of a paragraph may begin with the marks of the list or quotation around it; those go. What ends in two
/// spaces or a backslash keeps its line break, everything else is joined to one space.
pub(super) fn leaf(source: &Passage, range: Range<usize>, is_cell: bool) -> Leaf {
    let start = with_backslash(&source.text, range.start);
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut at = start;
    for (index, full) in source.text.get(start..range.end).unwrap_or_default().split('\n').enumerate() {
        let line = if index == 0 { full } else { full.trim_start_matches([' ', '\t', '>']) };
        let offset = at + full.len() - line.len();
        at += full.len() + 1;
        if index > 0 {
            join(&mut text, &mut marks, source.offset(offset.saturating_sub(1)));
        }
        let line = if at > range.end { line.trim_end() } else { line };
        push(&mut text, &mut marks, line, offset, source, is_cell);
    }
    Leaf { source: Passage::joined(text, source.file(), marks) }
}

/// Text events do not hold the backslash before their first character.
fn with_backslash(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let slashes = before.len() - before.trim_end_matches('\\').len();
    start - slashes % 2
}

/// Ends a line.
fn join(text: &mut String, marks: &mut Vec<(usize, usize)>, offset: usize) {
    let hard = text.ends_with("  ") || text.ends_with('\\');
    let keep = text.trim_end_matches([' ', '\\']).len();
    text.truncate(keep);
    marks.retain(|(at, _)| *at < keep || *at == 0);
    marks.push((keep, offset));
    text.push_str(if hard { "\\\n" } else { " " });
}

fn push(
    text: &mut String,
    marks: &mut Vec<(usize, usize)>,
    line: &str,
    offset: usize,
    source: &Passage,
    is_cell: bool,
) {
    let mut rest = line;
    let mut offset = offset;
    loop {
        marks.push((text.len(), source.offset(offset)));
        // In a cell a vertical bar is written `\|`, in a leaf of its own it means nothing.
        let Some((before, after)) = is_cell.then(|| rest.split_once("\\|")).flatten() else {
            text.push_str(rest);
            return;
        };
        text.push_str(before);
        offset += before.len() + 1;
        marks.push((text.len(), source.offset(offset)));
        text.push('|');
        offset += 1;
        rest = after;
    }
}
