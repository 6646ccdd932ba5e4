//! Reflection: free text, a model answer, a self-check.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::Document;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::exercise::reflection::wire::{Key, Prompt};
use kerege::exercise::wire::Task;

/// A reflection.
#[derive(Clone, Debug)]
pub struct Reflection {
    /// What to look for in one's own text.
    pub criteria: Vec<Part>,
    model: Document,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Reflection> {
    let read = |f: &mut Fields<'_>, x: &mut Findings| Part::read(f, "text", x);
    let criteria = part::list(fields, "criteria", "this criterion", findings, read, |part| part);
    let model = part::markdown(fields, "model", findings);
    Some(Reflection { criteria, model })
}

impl Reflection {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let criteria = self.criteria.iter().map(|part| part.write(writer)).collect();
        Task::Reflection { prompt: Prompt { criteria }, key: Key { model: writer.prose(&self.model) } }
    }
}
