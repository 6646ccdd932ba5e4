//! Categorise: sort items into groups.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::content::Id;
use kerege::exercise::categorise::wire::{Key, Prompt};
use kerege::exercise::wire::Task;

/// Items, and the group of each.
#[derive(Clone, Debug)]
pub struct Categorise {
    /// Groups.
    pub groups: Vec<Part>,
    /// Items with their groups.
    pub items: Vec<(Part, Id)>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Categorise> {
    fields.need("groups", findings);
    fields.need("items", findings);
    let groups = part::list(fields, "groups", "this group", findings, |f, x| Part::read(f, "text", x), |part| part);
    let known = |id: &Id| groups.iter().any(|group| group.id == *id);
    let item = |fields: &mut Fields<'_>, findings: &mut Findings| {
        let found = Part::pictured(fields, "text", findings);
        let group = fields.need_id("group", findings);
        let feedback = part::markdown(fields, "feedback", findings);
        let (group, place) = group?;
        if !known(&group) {
            findings.wrong(place, format!("there is no group `{group}`"), "name one of the `groups`");
            return None;
        }
        Some((Part { feedback, ..found? }, group))
    };
    let before = findings.len();
    let items = part::list(fields, "items", "this item", findings, item, |(part, _)| part);
    if groups.len() < 2 || items.is_empty() {
        if findings.len() == before {
            findings.wrong(
                fields.place,
                "there is nothing to sort",
                "give at least two `groups` and one of the `items`",
            );
        }
        return None;
    }
    // Of items that could not be read, nobody knows where they belong.
    let is_empty = |group: &&Part| findings.len() == before && !items.iter().any(|(_, other)| *other == group.id);
    let empty: Vec<(Id, Place)> = groups.iter().filter(is_empty).map(|group| (group.id.clone(), group.place)).collect();
    for (id, place) in empty {
        let help = "let an item belong to it, or remove it: a group that stays empty teaches nothing";
        findings.wrong(place, format!("nothing belongs to the group `{id}`"), help);
    }
    Some(Categorise { groups, items })
}

impl Categorise {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let groups = self.groups.iter().map(|part| part.write(writer)).collect();
        let items = self.items.iter().map(|(part, _)| part.write(writer)).collect();
        let key = self.items.iter().map(|(part, group)| ((&part.id).into(), group.into())).collect();
        let feedback = part::feedback(self.items.iter().map(|(part, _)| part), writer);
        Task::Categorise { prompt: Prompt { groups, items }, key: Key { groups: key, feedback } }
    }
}
