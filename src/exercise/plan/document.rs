//! A plan as a document.

use super::{Entry, Field, Prompt, Shape, entry};
use crate::content::Id;
use crate::content::prose::words;
use crate::document::{Block, Document};

/// Headings that the interface gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Above the criteria.
    pub criteria: String,
    /// Above what was written for an earlier edition of the plan.
    pub leftover: String,
}

/// The plan with what is written in it; without `entries` an empty one, to be filled in by hand.
pub fn document(prompt: &Prompt, entries: &[(Id, Entry)], met: &[Id], language: &str, say: Words) -> Document {
    let mut blocks = Vec::new();
    for section in &prompt.sections {
        if !section.title.is_empty() {
            blocks.push(Block::Heading(section.title.clone()));
        }
        blocks.extend(section.fields.iter().map(|field| block(field, entries)));
    }
    if !prompt.criteria.is_empty() {
        blocks.push(Block::Heading(say.criteria));
        let item = |item: &super::Item| (met.contains(&item.id), words(&item.text));
        blocks.push(Block::Checks(prompt.criteria.iter().map(item).collect()));
    }
    let left = entry::leftover(prompt, entries);
    if !left.is_empty() {
        blocks.push(Block::Heading(say.leftover));
        let text = |text| Block::Text { label: String::new(), text, lines: 1 };
        blocks.extend(left.into_iter().map(text));
    }
    Document { title: prompt.title.clone(), language: language.to_owned(), blocks }
}

fn block(field: &Field, entries: &[(Id, Entry)]) -> Block {
    let label = field.label.clone();
    match &field.shape {
        Shape::Text { lines, .. } => Block::Text { label, text: entry::text(entries, &field.id), lines: *lines },
        Shape::Rows { columns, least, .. } => {
            let written = entry::rows(entries, &field.id, columns);
            let row = |at: usize| {
                let row = written.get(at);
                let cell = |id: &Id| row.map_or("", |row| entry::cell(row, id)).to_owned();
                columns.iter().map(|column| cell(&column.id)).collect()
            };
            let head = columns.iter().map(|column| column.label.clone()).collect();
            Block::Table { label, head, rows: (0..entry::shown(&written, *least)).map(row).collect() }
        }
    }
}
