//! A document as plain text.

use super::{Block, Document, sign};

/// Writes a document as plain text.
pub fn text(document: &Document) -> String {
    let mut out = document.title.clone();
    out.push('\n');
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading(heading) => line(&mut out, &["## ", heading]),
            Block::Text { label, text, .. } => {
                if !label.is_empty() {
                    line(&mut out, &[label, ":"]);
                }
                line(&mut out, &[text]);
            }
            Block::Table { label, head, rows } => {
                line(&mut out, &[label, ":"]);
                for (at, row) in rows.iter().enumerate() {
                    let number = (at + 1).to_string();
                    let cells = head.iter().zip(row).filter(|(_, cell)| !cell.trim().is_empty());
                    let cells: Vec<String> = cells.map(|(head, cell)| [head, ": ", cell].concat()).collect();
                    if !cells.is_empty() {
                        line(&mut out, &[&number, ". ", &cells.join("; ")]);
                    }
                }
            }
            Block::Checks(items) => items.iter().for_each(|(is_met, item)| line(&mut out, &[sign(*is_met), " ", item])),
        }
    }
    out
}

fn line(out: &mut String, pieces: &[&str]) {
    pieces.iter().for_each(|piece| out.push_str(piece));
    out.push('\n');
}
