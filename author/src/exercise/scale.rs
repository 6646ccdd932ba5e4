//! Scale: where one stands.

use crate::finding::Findings;
use crate::markdown::{Leaf, plain_leaf};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::content::Id;
use kerege::exercise::scale::wire::Prompt;
use kerege::exercise::wire::Task;

/// A scale.
#[derive(Clone, Debug)]
pub struct Scale {
    from: i32,
    to: i32,
    from_label: Option<Leaf>,
    to_label: Option<Leaf>,
    after: Option<(Id, Place)>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Scale> {
    let from = point(fields, "from", findings);
    let to = point(fields, "to", findings);
    let from_label = fields.text("from-label", findings).map(plain_leaf);
    let to_label = fields.text("to-label", findings).map(plain_leaf);
    let after = fields.id("after", findings);
    let (from, to) = (from?, to?);
    if from >= to || to.saturating_sub(from) > 10 {
        let place = fields.text("to", findings).map_or(fields.place, |text| text.all());
        findings.wrong(place, "a scale has 2 to 11 points", "let `to` be 1 to 10 more than `from`");
        return None;
    }
    Some(Scale { from, to, from_label, to_label, after })
}

fn point(fields: &mut Fields<'_>, name: &'static str, findings: &mut Findings) -> Option<i32> {
    let text = fields.need_text(name, findings)?;
    let found = text.text.trim().parse().ok();
    if found.is_none() {
        findings.wrong(text.all(), format!("`{name}` has to be a whole number"), "write digits only, such as 5");
    }
    found
}

impl Scale {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let mut label = |leaf: &Option<Leaf>| leaf.as_ref().map(|leaf| writer.words(leaf)).unwrap_or_default();
        let (from_label, to_label) = (label(&self.from_label), label(&self.to_label));
        let after = self.after.as_ref().map(|(id, _)| id.into());
        Task::Scale { prompt: Prompt { from: self.from, to: self.to, from_label, to_label, after } }
    }
}
