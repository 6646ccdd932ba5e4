//! Matching: each item on the left belongs to one on the right.

use super::Seed;
use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::Document;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::exercise::matching::wire::{Key, Prompt};
use kerege::exercise::wire::{Item, Task};
use std::collections::BTreeMap;

/// Pairs to find.
#[derive(Clone, Debug)]
pub struct Matching {
    /// The left item with feedback, and the text of the right one, which has the same id.
    pub pairs: Vec<(Part, Document)>,
    /// Right items that nobody needs.
    pub extra: Vec<Part>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Matching> {
    fields.need("pairs", findings);
    let pairs = part::list(fields, "pairs", "this pair", findings, pair, |(part, _)| part);
    let extra = part::list(fields, "extra", "this item", findings, |f, x| Part::read(f, "right", x), |part| part);
    if pairs.len() < 2 {
        findings.wrong(fields.place, "there is nothing to match", "give at least two `pairs`");
        return None;
    }
    let mut seen: BTreeMap<_, _> = pairs.iter().map(|(part, _)| (part.id.clone(), ())).collect();
    extra.iter().all(|part| part::once(&mut seen, part, findings)).then_some(Matching { pairs, extra })
}

fn pair(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<(Part, Document)> {
    let left = Part::pictured(fields, "left", findings);
    fields.need("right", findings);
    let right = part::markdown(fields, "right", findings);
    let feedback = part::markdown(fields, "feedback", findings);
    Some((Part { feedback, ..left? }, right))
}

impl Matching {
    pub(super) fn write(&self, mut seed: Seed, writer: &mut Writer<'_>) -> Task {
        let mut left = Vec::new();
        let mut right = Vec::new();
        for (part, text) in &self.pairs {
            left.push(part.write(writer));
            right.push(Item { id: (&part.id).into(), text: writer.short(text) });
        }
        right.extend(self.extra.iter().map(|part| part.write(writer)));
        // The order of the pairs alone must not give the key away, wherever the others stand.
        let in_key_order = |right: &[Item]| {
            let pairs = right.iter().filter(|item| left.iter().any(|other| other.id == item.id));
            pairs.map(|item| &item.id).eq(left.iter().map(|item| &item.id))
        };
        seed.shuffle(&mut right, in_key_order);
        let pairs = self.pairs.iter().map(|(part, _)| ((&part.id).into(), (&part.id).into())).collect();
        let feedback = part::feedback(self.pairs.iter().map(|(part, _)| part), writer);
        Task::Matching { prompt: Prompt { left, right }, key: Key { pairs, feedback } }
    }
}
