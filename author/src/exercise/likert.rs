//! Likert: how far one agrees with each statement.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::{self, Document};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::{self, Fields};
use kerege::content::Id;
use kerege::content::wire::Id as WireId;
use kerege::exercise::likert::wire::Prompt;
use kerege::exercise::wire::{Item, Task};

/// Statements, and the levels of agreement.
#[derive(Clone, Debug)]
pub struct Likert {
    /// What each level means, from one end to the other.
    levels: Vec<Document>,
    /// The statements.
    pub statements: Vec<Part>,
    after: Option<(Id, Place)>,
}

/// More levels than this nobody tells apart, and they do not fit on a phone.
const LEVELS: std::ops::RangeInclusive<usize> = 2..=7;

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Likert> {
    fields.need("statements", findings);
    let place = fields.need("levels", findings).map(|node| node.place);
    let nodes = fields.list("levels", findings).iter();
    let levels: Vec<Document> =
        nodes.filter_map(|node| Some(markdown::parse(yaml::text(node, "levels", findings)?, findings))).collect();
    let read = |f: &mut Fields<'_>, x: &mut Findings| Part::read(f, "text", x);
    let statements = part::list(fields, "statements", "this statement", findings, read, |part| part);
    let after = fields.id("after", findings);
    if let Some(place) = place.filter(|_| !LEVELS.contains(&levels.len())) {
        let help = "write them from one end to the other: levels: [Not at all, A little, Fully]";
        findings.wrong(place, "there are 2 to 7 levels", help);
        return None;
    }
    (place.is_some() && !statements.is_empty()).then_some(Likert { levels, statements, after })
}

impl Likert {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        // A level's id is its place in the list, so that two exercises with the same levels can be compared.
        let level =
            |(at, text): (usize, &Document)| Item { id: WireId((at + 1).to_string()), text: writer.short(text) };
        let levels = self.levels.iter().enumerate().map(level).collect();
        let statements = self.statements.iter().map(|part| part.write(writer)).collect();
        let after = self.after.as_ref().map(|(id, _)| id.into());
        Task::Likert { prompt: Prompt { levels, statements, after } }
    }
}
