//! Cards: a question on one side, the answer on the other.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::Document;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::exercise::cards::wire::{Card, Prompt};
use kerege::exercise::wire::Task;

/// Cards to learn.
#[derive(Clone, Debug)]
pub struct Cards {
    /// The front of each card, and its back.
    pub cards: Vec<(Part, Document)>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Cards> {
    let place = fields.need("cards", findings).map(|node| node.place)?;
    let before = findings.len();
    let cards = part::list(fields, "cards", "this card", findings, card, |(part, _)| part);
    if cards.is_empty() && findings.len() == before {
        findings.wrong(
            place,
            "there are no cards",
            "give at least one: `- { id: code, front: Code, back: Names an idea }`",
        );
    }
    (!cards.is_empty()).then_some(Cards { cards })
}

fn card(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<(Part, Document)> {
    let front = Part::read(fields, "front", findings);
    fields.need("back", findings);
    let back = part::markdown(fields, "back", findings);
    Some((front?, back))
}

impl Cards {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let card = |(part, back): &(Part, Document)| {
            let front = part.write(writer);
            Card { id: front.id, front: front.text, back: writer.short(back) }
        };
        Task::Cards { prompt: Prompt { cards: self.cards.iter().map(card).collect() } }
    }
}
