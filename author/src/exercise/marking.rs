//! Marking: words in a running text, some of which are to be marked.

use super::part;
use crate::finding::Findings;
use crate::markdown::{Document, marks};
use crate::passage::{Passage, Place};
use crate::write::Writer;
use crate::yaml::{self, Fields, Node, Value};
use kerege::content::Id;
use kerege::exercise::marking::wire::{Key, Prompt};
use kerege::exercise::wire::{PartFeedback, Task};

/// A text with words to mark.
#[derive(Clone, Debug)]
pub struct Marking {
    text: Document,
    words: Vec<Word>,
}

/// Words that can be marked.
#[derive(Clone, Debug)]
struct Word {
    id: Id,
    is_right: bool,
    feedback: Document,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Marking> {
    let source = fields.need_text("text", findings).cloned();
    let text = part::markdown(fields, "text", findings);
    let node = fields.need("words", findings)?;
    let Value::Map(entries) = &node.value else {
        let help = "write `words:` and below it `  an-id: { right: true }`";
        findings.wrong(node.place, "`words` has to hold one field for each `mark:` of the text", help);
        return None;
    };
    if !part::bounded(entries.len(), node.place, findings) {
        return None;
    }
    let before = findings.len();
    let words: Vec<Word> = entries.iter().filter_map(|(name, node)| word(name, node, findings)).collect();
    compare(&marked(&source?), entries, findings);
    if findings.len() > before {
        return None;
    }
    let right = words.iter().filter(|word| word.is_right).count();
    if right == 0 || right == words.len() {
        let problem = if right == 0 { "nothing is to be marked" } else { "everything is to be marked" };
        let help = "give some of the `words` `right: true`, and leave others that could be taken for right";
        findings.wrong(node.place, problem, help);
        return None;
    }
    Some(Marking { text, words })
}

fn word(name: &Passage, node: &Node, findings: &mut Findings) -> Option<Word> {
    let id = yaml::id(name, findings);
    if matches!(node.value, Value::Nothing) {
        return Some(Word { id: id?.0, is_right: false, feedback: Document::default() });
    }
    let mut fields = Fields::of(node, "these words", findings)?;
    let is_right = fields.truth("right", findings).unwrap_or(false);
    let feedback = part::markdown(&mut fields, "feedback", findings);
    fields.finish(findings);
    Some(Word { id: id?.0, is_right, feedback })
}

/// The marks of a text with their places, as written.
fn marked(text: &Passage) -> Vec<(String, Place)> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.text.split('\n') {
        for id in marks(line).iter().filter_map(|mark| mark.strip_prefix("mark:")) {
            let written = format!("mark:{id}");
            let place = line.find(&written).map(|start| text.place(at + start..at + start + written.len()));
            found.push((id.to_owned(), place.unwrap_or(text.all())));
        }
        at += line.len() + 1;
    }
    found
}

/// Says what the text and the list do not have in common.
fn compare(marked: &[(String, Place)], entries: &[(Passage, Node)], findings: &mut Findings) {
    for (id, place) in marked {
        if !entries.iter().any(|(name, _)| name.text == *id) {
            findings.wrong(
                *place,
                format!("the words `{id}` are not described"),
                format!("add `{id}:` below `words:`"),
            );
        }
        if marked.iter().filter(|(other, _)| other == id).count() > 1 {
            findings.wrong(
                *place,
                format!("`mark:{id}` stands twice in the text"),
                "give each of them an id of its own",
            );
        }
    }
    for (name, _) in entries {
        if !marked.iter().any(|(id, _)| *id == name.text) {
            let help = format!("write [the words](mark:{}) into `text`", name.text);
            findings.wrong(name.all(), format!("the words `{}` do not stand in the text", name.text), help);
        }
    }
}

impl Marking {
    /// How many parts can be right.
    pub(super) fn parts(&self) -> u32 {
        self.words.iter().filter(|word| word.is_right).count() as u32
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let body = writer.with_marks(&self.text);
        let right = self.words.iter().filter(|word| word.is_right).map(|word| (&word.id).into()).collect();
        let with = self.words.iter().filter(|word| !word.feedback.is_empty());
        let feedback: PartFeedback = with.map(|word| ((&word.id).into(), writer.short(&word.feedback))).collect();
        Task::Marking { prompt: Prompt { body }, key: Key { right, feedback } }
    }
}
