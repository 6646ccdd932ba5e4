//! Checklist: things to tick off.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::exercise::checklist::wire::Prompt;
use kerege::exercise::wire::Task;

/// Things to tick off.
#[derive(Clone, Debug)]
pub struct Checklist {
    /// The things.
    pub items: Vec<Part>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Checklist> {
    let place = fields.need("items", findings).map(|node| node.place)?;
    let before = findings.len();
    let read = |f: &mut Fields<'_>, x: &mut Findings| Part::read(f, "text", x);
    let items = part::list(fields, "items", "this item", findings, read, |part| part);
    if items.is_empty() && findings.len() == before {
        findings.wrong(place, "there is nothing to tick off", "give at least one of the `items`");
    }
    (!items.is_empty()).then_some(Checklist { items })
}

impl Checklist {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        Task::Checklist { prompt: Prompt { items: self.items.iter().map(|part| part.write(writer)).collect() } }
    }
}
