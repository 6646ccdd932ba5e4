//! Options, items and pairs: parts of an exercise with an id, a text and perhaps feedback.

use crate::finding::Findings;
use crate::markdown::{self, Block, Document, Figure, plain_leaf};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::{Fields, Node};
use kerege::content::Id;
use kerege::exercise::wire::{Item, PartFeedback};
use std::collections::BTreeMap;

/// A part of an exercise.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its id.
    pub id: Id,
    /// Where the id stands.
    pub place: Place,
    /// Its text.
    pub text: Document,
    /// What is said to it.
    pub feedback: Document,
}

impl Part {
    /// Reads id, text (in field `text`) and feedback.
    pub(super) fn read(fields: &mut Fields<'_>, text: &'static str, findings: &mut Findings) -> Option<Part> {
        let id = fields.need_id("id", findings);
        fields.need(text, findings);
        let text = markdown(fields, text, findings);
        let (id, place) = id?;
        Some(Part { id, place, text, feedback: Document::default() })
    }

    /// Reads a part that may be a picture: `image` and `alt`, then perhaps a text below it.
    pub(super) fn pictured(fields: &mut Fields<'_>, text: &'static str, findings: &mut Findings) -> Option<Part> {
        if fields.get("image").is_none() {
            return Part::read(fields, text, findings);
        }
        let id = fields.need_id("id", findings);
        let image = image(fields, findings);
        let below = markdown(fields, text, findings);
        let (id, place) = id?;
        let blocks = std::iter::once(Block::Figure(image?)).chain(below.blocks).collect();
        Some(Part { id, place, text: Document { blocks, notes: below.notes }, feedback: Document::default() })
    }

    /// It as an item in the writer's language.
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Item {
        Item { id: (&self.id).into(), text: writer.short(&self.text) }
    }
}

/// The picture in the fields `image` and `alt`.
pub(super) fn image(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Figure> {
    let path = fields.text("image", findings).cloned();
    let alt = fields.need_text("alt", findings).map(plain_leaf);
    Some(Figure { path: path?, alt: alt?, caption: None })
}

/// Markdown of a field; empty where there is none.
pub fn markdown(fields: &mut Fields<'_>, name: &'static str, findings: &mut Findings) -> Document {
    fields.text(name, findings).map(|text| markdown::parse(text, findings)).unwrap_or_default()
}

/// More parts than this are refused by the player: nobody can answer them.
const MOST: usize = 200;

/// Says where an exercise has too many parts; false then.
pub(super) fn bounded(number: usize, place: Place, findings: &mut Findings) -> bool {
    if number > MOST {
        findings.wrong(
            place,
            format!("the exercise has {number} parts, more than {MOST}"),
            "make several exercises of it",
        );
    }
    number <= MOST
}

/// Parts in the list of a field, each read by `read`; a second one with the same id is left out.
pub(super) fn list<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    what: &'static str,
    findings: &mut Findings,
    mut read: impl FnMut(&mut Fields<'_>, &mut Findings) -> Option<T>,
    part: fn(&T) -> &Part,
) -> Vec<T> {
    let nodes: &[Node] = fields.list(name, findings);
    if !bounded(nodes.len(), fields.place, findings) {
        return Vec::new();
    }
    let mut seen = BTreeMap::new();
    let mut found = Vec::new();
    for node in nodes {
        let Some(mut inner) = Fields::of(node, what, findings) else { continue };
        let Some(one) = read(&mut inner, findings) else {
            inner.finish(findings);
            continue;
        };
        inner.finish(findings);
        if once(&mut seen, part(&one), findings) {
            found.push(one);
        }
    }
    found
}

/// A whole number of these in a field.
pub(super) fn within(
    fields: &mut Fields<'_>,
    name: &'static str,
    these: std::ops::RangeInclusive<u32>,
    findings: &mut Findings,
) -> Option<u32> {
    let number = fields.count(name, findings)?;
    if these.contains(&number) {
        return Some(number);
    }
    let place = fields.text(name, findings).map_or(fields.place, |text| text.all());
    let problem = format!("`{name}` is {} to {} here", these.start(), these.end());
    findings.wrong(place, problem, "write another number, or remove the line");
    None
}

/// Whether a part's id is new; else says that it stands twice.
pub(super) fn once(seen: &mut BTreeMap<Id, ()>, part: &Part, findings: &mut Findings) -> bool {
    let new = seen.insert(part.id.clone(), ()).is_none();
    if !new {
        let problem = format!("the id `{}` stands twice in this exercise", part.id);
        findings.wrong(part.place, problem, "give each part an id of its own");
    }
    new
}

/// Feedback of several parts, by id.
pub(super) fn feedback<'a>(parts: impl Iterator<Item = &'a Part>, writer: &mut Writer<'_>) -> PartFeedback {
    let with = parts.filter(|part| !part.feedback.is_empty());
    with.map(|part| ((&part.id).into(), writer.short(&part.feedback))).collect()
}
