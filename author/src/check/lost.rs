//! What nobody would ever see, and so has to be said: a text is left out of a module only where its author says so.

use crate::finding::Findings;
use crate::markdown::{Block, Document};
use crate::passage::Place;
use crate::source::{PageBlock, Source};

/// Says what would be left out.
pub(super) fn lost(source: &Source, findings: &mut Findings) {
    for term in source.glossary.iter().flatten() {
        charts(&term.text, &mut |place| {
            let help = "the glossary opens in a few lines beside the text: draw the chart on a page, and link the word";
            findings.wrong(place, "a chart cannot stand in the glossary", help);
        });
    }
    let known: Vec<&str> = source.module.languages.iter().map(|(language, _)| language.as_str()).collect();
    for block in source.units.iter().flat_map(|unit| &unit.pages).flat_map(|page| &page.blocks) {
        let PageBlock::Only(Some((language, place)), ..) = block else { continue };
        if !known.contains(&language.as_str()) {
            let help =
                format!("the module's languages are {}; add it to `languages:`, or correct it", known.join(", "));
            findings.wrong(*place, format!("nobody reads `{language}`: it is no language of the module"), help);
        }
    }
}

/// Every chart of a text, wherever it stands in it.
fn charts(text: &Document, say: &mut dyn FnMut(Place)) {
    let notes = text.notes.iter().flat_map(|(_, blocks)| blocks);
    text.blocks.iter().chain(notes).for_each(|block| of_block(block, say));
}

fn of_block(block: &Block, say: &mut dyn FnMut(Place)) {
    match block {
        Block::Chart(chart) => say(chart.place),
        Block::List(_, items) => items.iter().flatten().for_each(|block| of_block(block, say)),
        Block::Quote(inner) | Block::Callout(_, inner) => inner.iter().for_each(|block| of_block(block, say)),
        Block::Definitions(entries) => {
            entries.iter().flat_map(|entry| &entry.text).for_each(|block| of_block(block, say));
        }
        Block::Audio(media) | Block::Video(media) => charts(&media.transcript, say),
        Block::Paragraph(_) | Block::Tight(_) | Block::Heading { .. } | Block::Table(..) | Block::Code(_) => {}
        Block::Figure(_) | Block::Formula(_) | Block::Fence(_) => {}
    }
}
