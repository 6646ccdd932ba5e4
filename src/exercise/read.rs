//! Reads the task of an exercise by its kind.

use super::numeric::Decimal;
use super::{
    Item, Kind, PartFeedback, Task, blanks, cards, categorise, chart, checklist, choice, coding, conversation, hotspot,
    label, likert, marking, matching, matrix, numeric, ordering, plan, reflection, scale, stakeholders, table,
};
use crate::chart::read::{ReadChart, shared};
use crate::content::data::Data;
use crate::content::prose::Formula;
use crate::content::read::{At, Findings, data, excerpt, formula, prose};
use crate::content::{Id, Problem};
use std::sync::Arc;

/// The data sets of a unit.
pub(crate) type Sets<'a> = &'a [Arc<Data>];

/// Reads the task of a kind from an exercise, its prompt and the unit's data sets.
pub type Reader = fn(Kind, &At, &At, Sets<'_>, &mut Findings) -> Option<Task>;

/// The readers of tasks that are there. Choice, with which a course begins, always is; where another is missing, that is
/// noted and nothing is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tasks {
    common: Option<Reader>,
    large: Option<Large>,
}

/// The reader of the large and rare kinds, of the data sets that they compute with, and of what is rare in a text.
#[derive(Clone, Copy, Debug)]
pub struct Large {
    task: Reader,
    pub(crate) data: fn(&At, &mut Findings) -> Option<Data>,
    rare: Rare,
}

/// The readers of charts and of formulas.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rare {
    pub(crate) chart: ReadChart,
    pub(crate) formula: fn(&At, &At, &mut Findings) -> Option<Formula>,
}

impl Tasks {
    /// Every kind.
    pub fn every() -> Tasks {
        Tasks { common: Some(common), large: Some(large()) }
    }

    /// These, and the reader of the common kinds.
    pub fn with_common(self, reader: Reader) -> Tasks {
        Tasks { common: Some(reader), ..self }
    }

    /// These, and the reader of the large kinds.
    pub fn with_large(self, reader: Large) -> Tasks {
        Tasks { large: Some(reader), ..self }
    }

    /// The readers of what is rare in prose, where they are there.
    pub(crate) fn rare(self) -> Option<Rare> {
        self.large.map(|large| large.rare)
    }

    /// Reads a data set.
    pub(crate) fn data(self, at: &At, findings: &mut Findings) -> Option<Data> {
        findings.is_short |= self.large.is_none();
        (self.large?.data)(at, findings)
    }
}

/// The reader of the large and rare kinds.
pub fn large() -> Large {
    Large { task: large_task, data: data::data, rare: Rare { chart: shared, formula } }
}

/// Reads `kind`, `prompt` and `key`. `sets` are the data sets that an exercise may compute with.
pub(crate) fn task(at: &At, tasks: Tasks, sets: Sets, findings: &mut Findings) -> Option<Task> {
    let kind_at = at.need("kind", findings)?;
    let name = kind_at.text(findings)?;
    let Some(kind) = Kind::named(name) else {
        kind_at.say(findings, Problem::Unknown(excerpt(name)));
        return None;
    };
    let prompt = at.need("prompt", findings)?;
    let reader = match kind {
        Kind::Choice => return choice::read::task(&prompt, &at.need("key", findings)?, findings),
        kind if kind.is_large() => tasks.large.map(|large| large.task),
        _ => tasks.common,
    };
    findings.is_short |= reader.is_none();
    reader?(kind, at, &prompt, sets, findings)
}

/// Reads the kinds that a page has often.
pub fn common(kind: Kind, at: &At, prompt: &At, _: Sets, findings: &mut Findings) -> Option<Task> {
    let key = |findings: &mut Findings| at.need("key", findings);
    Some(match kind {
        Kind::Blanks => blanks::read::task(prompt, &key(findings)?, findings)?,
        Kind::Numeric => numeric::read::task(prompt, &key(findings)?, findings)?,
        Kind::Matching => matching::read::task(prompt, &key(findings)?, findings)?,
        Kind::Ordering => ordering::read::task(prompt, &key(findings)?, findings)?,
        Kind::Categorise => categorise::read::task(prompt, &key(findings)?, findings)?,
        Kind::Reflection => reflection::read::task(prompt, &key(findings)?, findings)?,
        Kind::Scale => Task::Scale(scale::read::prompt(prompt, findings)?),
        Kind::Choice
        | Kind::Label
        | Kind::Hotspot
        | Kind::Matrix
        | Kind::Likert
        | Kind::Marking
        | Kind::Cards
        | Kind::Checklist
        | Kind::Coding
        | Kind::Table
        | Kind::Chart
        | Kind::Plan
        | Kind::Conversation
        | Kind::Stakeholders => {
            return None;
        }
    })
}

fn large_task(kind: Kind, at: &At, prompt: &At, sets: Sets, findings: &mut Findings) -> Option<Task> {
    let key = |findings: &mut Findings| at.need("key", findings);
    match kind {
        Kind::Coding => coding::read::task(prompt, &key(findings)?, findings),
        Kind::Table => table::read::task(prompt, &key(findings)?, sets, findings),
        Kind::Chart => chart::read::task(prompt, &key(findings)?, findings),
        Kind::Stakeholders => stakeholders::read::task(prompt, &key(findings)?, findings),
        Kind::Plan => plan::read::task(prompt, &key(findings)?, findings),
        Kind::Conversation => conversation::read::task(prompt, &key(findings)?, findings),
        Kind::Label => label::read::task(prompt, &key(findings)?, findings),
        Kind::Hotspot => hotspot::read::task(prompt, &key(findings)?, findings),
        Kind::Matrix => matrix::read::task(prompt, &key(findings)?, findings),
        Kind::Marking => marking::read::task(prompt, &key(findings)?, findings),
        Kind::Likert => likert::read::prompt(prompt, findings).map(Task::Likert),
        Kind::Cards => cards::read::prompt(prompt, findings).map(Task::Cards),
        Kind::Checklist => checklist::read::prompt(prompt, findings).map(Task::Checklist),
        Kind::Choice
        | Kind::Blanks
        | Kind::Numeric
        | Kind::Matching
        | Kind::Ordering
        | Kind::Categorise
        | Kind::Reflection
        | Kind::Scale => None,
    }
}

/// More parts than this are refused: nobody can answer them, and scoring must stay within a frame.
pub(super) const MOST_PARTS: usize = 200;

/// Whether the list in field `name` is short enough.
pub(super) fn is_bounded(at: &At, name: &str, findings: &mut Findings) -> bool {
    let long = at.field(name).filter(|at| at.value.as_array().is_some_and(|items| items.len() > MOST_PARTS));
    if let Some(at) = &long {
        at.say(findings, Problem::OutOfRange("at most 200 parts"));
    }
    long.is_none()
}

/// Items with unique ids in field `name`; at least one.
pub(super) fn items(at: &At, name: &'static str, findings: &mut Findings) -> Option<Vec<Item>> {
    at.need(name, findings)?;
    if !is_bounded(at, name, findings) {
        return None;
    }
    let item = |at: &At, findings: &mut Findings| {
        let id = at.need("id", findings)?.id(findings)?;
        Some(Item { id, text: at.field("text").map(|at| prose(&at, findings)).unwrap_or_default() })
    };
    let items = at.each_once(name, findings, item, |item| &item.id);
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

/// The right ones of `items` in field `name`: at least one, each once, and one only unless several may be chosen.
pub(super) fn right(
    at: &At,
    name: &str,
    items: &[Item],
    is_multiple: bool,
    findings: &mut Findings,
) -> Option<Vec<Id>> {
    if !is_bounded(at, name, findings) {
        return None;
    }
    let mut right: Vec<Id> = Vec::new();
    for (at, id) in at.each(name, findings, |at, findings| Some((*at, known(at, items, findings)?))) {
        if right.contains(&id) {
            at.say(findings, Problem::DoubleId(id.to_string()));
        } else {
            right.push(id);
        }
    }
    if right.is_empty() {
        at.say(findings, Problem::Missing("right"));
        return None;
    }
    if right.len() > 1 && !is_multiple {
        at.say(findings, Problem::Expected("one right option where only one may be chosen"));
        return None;
    }
    Some(right)
}

/// The exercise in field `after`.
pub(super) fn after(at: &At, findings: &mut Findings) -> Option<Id> {
    at.field("after").and_then(|at| at.id(findings))
}

/// Feedback by part in field `feedback`.
pub(super) fn feedback(at: &At, findings: &mut Findings) -> PartFeedback {
    by_id(at, "feedback", findings)
}

/// Prose by id in field `name`.
pub(super) fn by_id(at: &At, name: &str, findings: &mut Findings) -> PartFeedback {
    let entries = at.field(name).map(|at| at.entries(findings)).unwrap_or_default();
    let said = |(name, at): (&str, At)| {
        let id = Id::new(name);
        if id.is_none() {
            at.say(findings, Problem::BadId(excerpt(name)));
        }
        Some((id?, prose(&at, findings)))
    };
    entries.into_iter().filter_map(said).collect()
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
            let group = map.under(&item.id, findings)?;
            Some((item.id.clone(), known(&group, groups, findings)?))
        })
        .collect()
}

/// A value for each id here.
pub(super) fn pairs<T>(at: &At, findings: &mut Findings, read: fn(&At, &mut Findings) -> Option<T>) -> Vec<(Id, T)> {
    let entries = at.entries(findings);
    let pair = |(name, at): (&str, At)| Some((at.expect(Id::new(name), "an id", findings)?, read(&at, findings)?));
    entries.into_iter().filter_map(pair).collect()
}

/// A value for each id in field `name`; none where it is missing.
pub(super) fn pairs_in<T>(
    at: &At,
    name: &str,
    findings: &mut Findings,
    read: fn(&At, &mut Findings) -> Option<T>,
) -> Vec<(Id, T)> {
    at.field(name).map(|at| pairs(&at, findings, read)).unwrap_or_default()
}

/// A text here, to keep.
pub(super) fn text(at: &At, findings: &mut Findings) -> Option<String> {
    at.text(findings).map(str::to_owned)
}

/// A number, or a text that holds one, so that no digit is lost.
pub(crate) fn decimal(at: &At, findings: &mut Findings) -> Option<Decimal> {
    let digits = at.value.as_str().or(at.value.as_number());
    at.expect(digits.and_then(|digits| Decimal::parse(digits, "")), "a decimal number", findings)
}
