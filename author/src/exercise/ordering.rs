//! Ordering: items in the right order; learners see them mixed.

use super::Seed;
use super::part::{self, Part};
use crate::finding::Findings;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::content::wire::Id as WireId;
use kerege::exercise::ordering::wire::{Key, Prompt};
use kerege::exercise::wire::{Item, Task};

/// Items in the right order.
#[derive(Clone, Debug)]
pub struct Ordering {
    /// The items.
    pub items: Vec<Part>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Ordering> {
    fields.need("items", findings);
    let items = part::list(fields, "items", "this item", findings, |f, x| Part::pictured(f, "text", x), |part| part);
    if items.len() < 2 {
        findings.wrong(fields.place, "there is nothing to put in order", "give at least two `items`");
        return None;
    }
    Some(Ordering { items })
}

impl Ordering {
    pub(super) fn write(&self, mut seed: Seed, writer: &mut Writer<'_>) -> Task {
        let mut items: Vec<Item> = self.items.iter().map(|part| part.write(writer)).collect();
        let order: Vec<WireId> = items.iter().map(|item| item.id.clone()).collect();
        seed.shuffle(&mut items, |items| items.iter().map(|item| &item.id).eq(&order));
        Task::Ordering { prompt: Prompt { items }, key: Key { order } }
    }
}
