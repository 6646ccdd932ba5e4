//! Blanks: gaps in running text, lists or table cells.

use super::part::{self, Part};
use super::{Seed, bank};
use crate::finding::Findings;
use crate::markdown::{Document, marks};
use crate::passage::{Passage, Place};
use crate::write::Writer;
use crate::yaml::{self, Fields, Node, Value};
use kerege::content::Id;
use kerege::exercise::blanks::wire::{Blank as WireBlank, BlankKey, Key, Prompt};
use kerege::exercise::wire::{Item, PartFeedback, Task};
use std::collections::BTreeMap;

/// A text with gaps.
#[derive(Clone, Debug)]
pub struct Blanks {
    /// The text.
    pub text: Document,
    /// The gaps, in the order of the text.
    pub blanks: Vec<Blank>,
    /// Words for all the gaps; empty where each gap is typed or has options of its own.
    pub bank: Vec<Part>,
}

/// A gap.
#[derive(Clone, Debug)]
pub struct Blank {
    /// Its id.
    pub id: Id,
    /// Where the id stands.
    pub place: Place,
    /// What may stand in it.
    pub source: BlankSource,
    /// What is said to a wrong typed form.
    pub feedback: Document,
}

/// What may stand in a gap.
#[derive(Clone, Debug)]
pub enum BlankSource {
    /// Typed: any of these forms, and where the list of them stands.
    Typed(Vec<String>, Place),
    /// Chosen: options, and which one is right.
    Chosen(Vec<Part>, Id),
    /// From the bank: which word is right.
    Word(Id),
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Blanks> {
    let source = fields.need_text("text", findings).cloned();
    let text = part::markdown(fields, "text", findings);
    let node = fields.need("blanks", findings)?;
    let Value::Map(entries) = &node.value else {
        findings.wrong(
            node.place,
            "`blanks` has to hold one field a gap",
            "write `blanks:` and below it `  gap: { accepts: [\"40\"] }`",
        );
        return None;
    };
    if !part::bounded(entries.len(), node.place, findings) {
        return None;
    }
    let bank = part::list(fields, "bank", "this word", findings, bank::word, |part| part);
    let mut seen: BTreeMap<Id, ()> = bank.iter().map(|part| (part.id.clone(), ())).collect();
    let before = findings.len();
    let mut blanks: Vec<Blank> =
        entries.iter().filter_map(|(name, node)| blank(name, node, &bank, &mut seen, findings)).collect();
    let source = source?;
    let order = gaps(&source);
    for (id, place) in &order {
        if !entries.iter().any(|(name, _)| name.text == *id) {
            findings.wrong(
                *place,
                format!("the gap `{id}` is not described"),
                format!("add `{id}: …` below `blanks:`"),
            );
        }
        if order.iter().filter(|(other, _)| other == id).count() > 1 {
            findings.wrong(
                *place,
                format!("the gap `{id}` stands twice in the text"),
                "give each gap an id of its own",
            );
        }
    }
    for blank in &blanks {
        if !order.iter().any(|(id, _)| id == blank.id.as_str()) {
            findings.wrong(
                blank.place,
                format!("the gap `{}` does not stand in the text", blank.id),
                format!("write [[{}]] into `text`", blank.id),
            );
        }
    }
    if findings.len() > before || blanks.is_empty() {
        return None;
    }
    blanks.sort_by_key(|blank| order.iter().position(|(id, _)| id == blank.id.as_str()));
    Some(Blanks { text, blanks, bank })
}

/// The gaps of a text with their places, as written.
fn gaps(text: &Passage) -> Vec<(String, Place)> {
    // Marks are asked for paragraph by paragraph, so that a gap in code is none.
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.text.split('\n') {
        let mut from = 0;
        for id in marks(line).iter().filter_map(|mark| mark.strip_prefix("[[")?.strip_suffix("]]")) {
            let written = format!("[[{id}]]");
            let place = line.find(&written).map(|start| text.place(at + start..at + start + written.len()));
            from += 1;
            found.push((at + line.find(&written).unwrap_or(from), id.to_owned(), place.unwrap_or(text.all())));
        }
        at += line.len() + 1;
    }
    found.sort_by_key(|(at, ..)| *at);
    found.into_iter().map(|(_, id, place)| (id, place)).collect()
}

fn blank(
    name: &Passage,
    node: &Node,
    bank: &[Part],
    seen: &mut BTreeMap<Id, ()>,
    findings: &mut Findings,
) -> Option<Blank> {
    let id = yaml::id(name, findings);
    let mut fields = Fields::of(node, "this gap", findings)?;
    let accepts = fields.get("accepts").map(|node| (node, node.place));
    let options = part::list(&mut fields, "options", "this option", findings, option, |(part, _)| part);
    let feedback = part::markdown(&mut fields, "feedback", findings);
    let word = fields.id("word", findings);
    fields.finish(findings);
    let (id, place) = id?;
    if !bank.is_empty() {
        let (word, place_of_word) = bank::right(word, accepts.is_some() || !options.is_empty(), place, findings)?;
        if bank.iter().any(|part| part.id == word) {
            return Some(Blank { id, place, source: BlankSource::Word(word), feedback });
        }
        findings.wrong(place_of_word, format!("there is no word `{word}`"), "name one of the words in the `bank`");
        return None;
    }
    if let Some((_, place)) = word {
        findings.wrong(place, "there is no bank of words", "add `bank: [{ id: …, text: … }]` to the exercise");
        return None;
    }
    let source = match accepts {
        Some(_) if !options.is_empty() => {
            findings.wrong(place, "a gap is typed or chosen, not both", "keep `accepts` or `options`");
            return None;
        }
        Some((node, list)) => {
            let forms = yaml::items(node, "accepts", findings).iter();
            let forms: Vec<String> =
                forms.filter_map(|node| Some(yaml::text(node, "accepts", findings)?.text.clone())).collect();
            if forms.iter().all(|form| form.trim().is_empty()) {
                findings.wrong(place, "nothing is right in this gap", "add at least one form to `accepts`");
                return None;
            }
            BlankSource::Typed(forms, list)
        }
        None => {
            let right: Vec<&Id> = options.iter().filter(|(_, right)| *right).map(|(part, _)| &part.id).collect();
            let [right] = right.as_slice() else {
                let problem = if right.is_empty() {
                    "nothing is right in this gap"
                } else {
                    "several options are right in this gap"
                };
                findings.wrong(
                    place,
                    problem,
                    "give `accepts: [\"…\"]`, or `options` with `right: true` on one of them",
                );
                return None;
            };
            let right = (*right).clone();
            let options: Vec<Part> = options.into_iter().map(|(part, _)| part).collect();
            if !options.iter().all(|part| part::once(seen, part, findings)) {
                return None;
            }
            BlankSource::Chosen(options, right)
        }
    };
    Some(Blank { id, place, source, feedback })
}

fn option(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<(Part, bool)> {
    let found = Part::read(fields, "text", findings);
    let right = fields.truth("right", findings).unwrap_or(false);
    let feedback = part::markdown(fields, "feedback", findings);
    Some((Part { feedback, ..found? }, right))
}

impl Blanks {
    /// Whether the words of the bank stand in the order of the gaps.
    fn is_in_order(&self, bank: &[Item]) -> bool {
        let right = self.blanks.iter().filter_map(|blank| match &blank.source {
            BlankSource::Word(word) => bank.iter().position(|item| item.id.0 == word.as_str()),
            BlankSource::Typed(..) | BlankSource::Chosen(..) => None,
        });
        right.is_sorted()
    }

    pub(super) fn write(&self, exercise: &Id, writer: &mut Writer<'_>) -> Task {
        let body = writer.with_gaps(&self.text);
        let mut blanks = Vec::new();
        let mut keys = BTreeMap::new();
        let mut feedback: PartFeedback = part::feedback(self.bank.iter(), writer);
        let mut bank: Vec<Item> = self.bank.iter().map(|part| part.write(writer)).collect();
        // The order of the words must not give away the order of the gaps.
        Seed::new(writer.module(), exercise).shuffle(&mut bank, |bank| self.is_in_order(bank));
        for blank in &self.blanks {
            let (options, width, key) = match &blank.source {
                BlankSource::Typed(forms, place) => {
                    let forms = writer.forms(&format!("{exercise}/{}.accepts", blank.id), forms, *place);
                    let longest = forms.iter().map(|form| form.chars().count() as u32).max().unwrap_or(0);
                    (Vec::new(), Some((longest + 2).clamp(4, 60)), BlankKey::Forms(forms))
                }
                BlankSource::Word(right) => (Vec::new(), None, BlankKey::Option(right.into())),
                BlankSource::Chosen(options, right) => {
                    feedback.extend(part::feedback(options.iter(), writer));
                    (options.iter().map(|option| option.write(writer)).collect(), None, BlankKey::Option(right.into()))
                }
            };
            if !blank.feedback.is_empty() {
                feedback.insert((&blank.id).into(), writer.short(&blank.feedback));
            }
            blanks.push(WireBlank { id: (&blank.id).into(), options, width });
            keys.insert((&blank.id).into(), key);
        }
        Task::Blanks { prompt: Prompt { body, blanks, bank }, key: Key { blanks: keys, feedback } }
    }
}
