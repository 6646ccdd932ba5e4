//! Reads a unit's file: front matter, pages, exercises, pools.

use super::page::{self, Page, Parts, Pool};
use crate::exercise::Exercise;
use crate::finding::Findings;
use crate::markdown::{self, Document, Leaf, plain_leaf};
use crate::passage::{Passage, Place};
use crate::yaml::{self, Fields};
use kerege::content::Id;
use std::collections::BTreeMap;

/// A unit.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its id.
    pub id: Id,
    /// Where the id stands.
    pub place: Place,
    /// Title.
    pub title: Leaf,
    /// Minutes it takes.
    pub minutes: u32,
    /// How often its assessment may be handed in.
    pub attempts: u32,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// All its exercises, in order.
    pub exercises: Vec<Exercise>,
    /// Its pools.
    pub pools: Vec<Pool>,
    /// The text's footnotes.
    pub notes: Document,
}

/// Facilitator's notes of a unit.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The unit.
    pub unit: Id,
    /// The unit's title.
    pub title: Leaf,
    /// The text.
    pub text: Document,
}

pub(super) fn read(source: &Passage, findings: &mut Findings) -> Option<Unit> {
    let (front, body) = front_matter(source, findings)?;
    let node = yaml::parse(&front, findings)?;
    let mut fields = Fields::of(&node, "the front matter", findings)?;
    let id = fields.need_id("id", findings);
    let title = fields.need_text("title", findings).map(plain_leaf);
    let minutes = fields.count("minutes", findings).unwrap_or_default();
    let attempts = assessment(&mut fields, findings);
    fields.finish(findings);
    let document = markdown::parse(&body, findings);
    // A page without an id is never built; some id only keeps what follows apart.
    let fallback = id.clone().map(|(id, _)| id).or_else(|| Id::new("unit"))?;
    let Parts { pages, exercises, pools } = page::read(document.blocks, body.file().start(), fallback, findings);
    let (id, place) = id?;
    let notes = Document { blocks: Vec::new(), notes: document.notes };
    let mut unit = Unit { id, place, title: title?, minutes, attempts, pages, exercises, pools, notes };
    super::plan::place(&mut unit);
    Some(unit)
}

/// Facilitator's notes: a text without pages.
pub(super) fn notes(source: &Passage, unit: &Unit, findings: &mut Findings) -> Notes {
    Notes { unit: unit.id.clone(), title: unit.title.clone(), text: markdown::parse(source, findings) }
}

/// Says which ids of pages, units and exercises stand twice in the module.
pub(super) fn check_ids(units: &[Unit], findings: &mut Findings) {
    let mut once = |what: &str, ids: Vec<(&Id, Place)>| {
        let mut seen: BTreeMap<&Id, Place> = BTreeMap::new();
        for (id, place) in ids {
            if seen.insert(id, place).is_some() {
                let problem = format!("the id `{id}` is another {what}'s");
                findings.wrong(
                    place,
                    problem,
                    "give it an id of its own; ids of units, pages and exercises are unique in the module",
                );
            }
        }
    };
    once("unit", units.iter().map(|unit| (&unit.id, unit.place)).collect());
    once(
        "page",
        units
            .iter()
            .flat_map(|unit| &unit.pages)
            .filter(|page| page.has_id)
            .map(|page| (&page.id, page.place))
            .collect(),
    );
    once("exercise", units.iter().flat_map(|unit| &unit.exercises).map(|one| (&one.id, one.place)).collect());
}

/// The YAML between the first two lines of hyphens, and what follows.
fn front_matter(source: &Passage, findings: &mut Findings) -> Option<(Passage, Passage)> {
    let text = &source.text;
    let end = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.find("\n---\n").map(|at| at + 4).or(rest.starts_with("---\n").then_some(3)));
    let Some(end) = end else {
        let help = "begin the file with a line `---`, then `id:` and `title:`, then `---`";
        findings.wrong(source.place(0..text.find('\n').unwrap_or(text.len())), "the unit has no front matter", help);
        return None;
    };
    Some((source.part(4..end + 1), source.part((end + 5).min(text.len())..text.len())))
}

fn assessment(fields: &mut Fields<'_>, findings: &mut Findings) -> u32 {
    let Some(mut inner) = fields.get("assessment").and_then(|node| Fields::of(node, "`assessment`", findings)) else {
        return 0;
    };
    let attempts = inner.count("attempts", findings);
    let place = inner.place;
    inner.finish(findings);
    if attempts.is_none_or(|attempts| attempts == 0) {
        findings.wrong(place, "an assessment has at least one attempt", "write `assessment: { attempts: 3 }`");
    }
    attempts.unwrap_or_default()
}
