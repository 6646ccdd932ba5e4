//! Reflection: free text, a model answer, a self-check.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::Document;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::exercise::reflection::wire::{Criterion, Key, Prompt};
use kerege::exercise::wire::Task;

/// A reflection.
#[derive(Clone, Debug)]
pub struct Reflection {
    /// What to look for in one's own text.
    pub criteria: Vec<Part>,
    /// What to judge one's own text by, and the levels of each.
    pub rubric: Vec<(Part, Vec<Part>)>,
    model: Document,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Reflection> {
    let read = |f: &mut Fields<'_>, x: &mut Findings| Part::read(f, "text", x);
    let criteria = part::list(fields, "criteria", "this criterion", findings, read, |part| part);
    let model = part::markdown(fields, "model", findings);
    let rubric = part::list(fields, "rubric", "this criterion", findings, criterion, |(part, _)| part);
    if let Some(part) = rubric.iter().map(|(part, _)| part).find(|part| criteria.iter().any(|one| one.id == part.id)) {
        let help = "give each part an id of its own";
        findings.wrong(part.place, format!("the id `{}` stands twice in this exercise", part.id), help);
    }
    Some(Reflection { criteria, rubric, model })
}

fn criterion(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<(Part, Vec<Part>)> {
    let found = Part::read(fields, "text", findings);
    let place = fields.need("levels", findings).map(|node| node.place);
    let read = |f: &mut Fields<'_>, x: &mut Findings| Part::read(f, "text", x);
    let before = findings.len();
    let levels = part::list(fields, "levels", "this level", findings, read, |part| part);
    if let (Some(place), true) = (place, levels.len() < 2 && findings.len() == before) {
        findings.wrong(
            place,
            "there is nothing to choose from",
            "give at least two `levels`, from one end to the other",
        );
    }
    (levels.len() >= 2).then_some(())?;
    Some((found?, levels))
}

impl Reflection {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let criteria = self.criteria.iter().map(|part| part.write(writer)).collect();
        let rubric = self.rubric.iter().map(|(part, levels)| {
            let item = part.write(writer);
            Criterion { id: item.id, text: item.text, levels: levels.iter().map(|level| level.write(writer)).collect() }
        });
        let rubric = rubric.collect();
        Task::Reflection { prompt: Prompt { criteria, rubric }, key: Key { model: writer.prose(&self.model) } }
    }
}
