//! Reads the task of an exercise by its kind.

use super::{
    Item, Kind, PartFeedback, Task, blanks, categorise, choice, matching, numeric, ordering, reflection, scale,
};
use crate::content::read::{At, Findings, prose};
use crate::content::{Id, Problem};
use std::collections::BTreeSet;

/// Reads `kind`, `prompt` and `key`.
pub fn task(at: &At, findings: &mut Findings) -> Option<Task> {
    let kind_at = at.need("kind", findings)?;
    let name = kind_at.text(findings)?;
    let Some(kind) = Kind::named(name) else {
        kind_at.say(findings, Problem::Unknown(name.chars().take(60).collect()));
        return None;
    };
    let prompt = at.need("prompt", findings)?;
    if kind == Kind::Scale {
        return Some(Task::Scale(scale::read::prompt(&prompt, findings)?));
    }
    let key = at.need("key", findings)?;
    Some(match kind {
        Kind::Choice => choice::read::task(&prompt, &key, findings)?,
        Kind::Blanks => blanks::read::task(&prompt, &key, findings)?,
        Kind::Numeric => numeric::read::task(&prompt, &key, findings)?,
        Kind::Matching => matching::read::task(&prompt, &key, findings)?,
        Kind::Ordering => ordering::read::task(&prompt, &key, findings)?,
        Kind::Categorise => categorise::read::task(&prompt, &key, findings)?,
        Kind::Reflection | Kind::Scale => reflection::read::task(&prompt, &key, findings)?,
    })
}

/// Items with unique ids in field `name`; at least one.
pub(super) fn items(at: &At, name: &'static str, findings: &mut Findings) -> Option<Vec<Item>> {
    let mut seen = BTreeSet::new();
    at.need(name, findings)?;
    let items = at.each(name, findings, |at, findings| {
        let id = at.need("id", findings)?.id(findings)?;
        if !seen.insert(id.clone()) {
            at.say(findings, Problem::DoubleId(id.to_string()));
            return None;
        }
        Some(Item { id, text: at.field("text").map(|at| prose(&at, findings)).unwrap_or_default() })
    });
    if items.is_empty() {
        at.say(findings, Problem::Missing(name));
        return None;
    }
    Some(items)
}

/// An id here that one of `items` has.
pub(super) fn known(at: &At, items: &[Item], findings: &mut Findings) -> Option<Id> {
    let id = at.id(findings)?;
    if items.iter().any(|item| item.id == id) {
        return Some(id);
    }
    at.say(findings, Problem::UnknownId(id.to_string()));
    None
}

/// Feedback by part in field `feedback`.
pub(super) fn feedback(at: &At, findings: &mut Findings) -> PartFeedback {
    let entries = at.field("feedback").map(|at| at.entries(findings)).unwrap_or_default();
    entries.into_iter().filter_map(|(name, at)| Some((Id::new(name)?, prose(&at, findings)))).collect()
}

/// Pairs `item → group` in field `name`, complete for all of `items`.
pub(super) fn assignment(
    at: &At,
    name: &'static str,
    items: &[Item],
    groups: &[Item],
    findings: &mut Findings,
) -> Option<Vec<(Id, Id)>> {
    let map = at.need(name, findings)?;
    items
        .iter()
        .map(|item| {
            let Some(group) = map.field(item.id.as_str()) else {
                map.say(findings, Problem::UnknownId(item.id.to_string()));
                return None;
            };
            Some((item.id.clone(), known(&group, groups, findings)?))
        })
        .collect()
}
