//! Choice: one right answer, several, or true and false.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::content::wire::{Id as WireId, Prose};
use kerege::exercise::choice::wire::{Key, Prompt};
use kerege::exercise::wire::{Item, Task};

/// A choice.
#[derive(Clone, Debug)]
pub struct Choice {
    options: Options,
    multiple: bool,
    shuffle: bool,
}

#[derive(Clone, Debug)]
enum Options {
    /// Written by the author: each with whether it is right.
    Own(Vec<(Part, bool)>),
    /// True and false, and which of them is right.
    Truth(bool, Place),
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Choice> {
    let truth = fields.truth("answer-true", findings);
    let truth_place = fields.get("answer-true").map(|node| node.place);
    let forced = fields.truth("multiple", findings).unwrap_or(false);
    let shuffle = fields.truth("shuffle", findings).unwrap_or(false);
    if truth_place.is_some() && truth.is_none() {
        return None;
    }
    let options_place = fields.get("options").map(|node| node.place);
    let options = part::list(fields, "options", "this option", findings, option, |(part, _)| part);
    if let (Some(truth), Some(place)) = (truth, truth_place) {
        if let Some(options_place) = options_place {
            let help = "keep `answer-true` for true or false, or `options` with one `right: true`";
            findings.wrong(options_place, "`answer-true` makes its own options", help);
        }
        return Some(Choice { options: Options::Truth(truth, place), multiple: false, shuffle: false });
    }
    let right = options.iter().filter(|(_, right)| *right).count();
    if options.len() < 2 {
        let help = "give at least two `options`, or `answer-true: true` or `false`";
        findings.wrong(fields.place, "there is nothing to choose from", help);
        return None;
    }
    if right == 0 {
        findings.wrong(fields.place, "no option is right", "add `right: true` to the right option, or to each of them");
        return None;
    }
    Some(Choice { options: Options::Own(options), multiple: forced || right > 1, shuffle })
}

fn option(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<(Part, bool)> {
    let found = Part::pictured(fields, "text", findings);
    let right = fields.truth("right", findings).unwrap_or(false);
    let feedback = part::markdown(fields, "feedback", findings);
    Some((Part { feedback, ..found? }, right))
}

impl Choice {
    /// How many parts can be right.
    pub(super) fn parts(&self) -> u32 {
        match &self.options {
            Options::Own(options) if self.multiple => options.iter().filter(|(_, right)| *right).count() as u32,
            Options::Own(_) | Options::Truth(..) => 1,
        }
    }

    /// The options that the author wrote.
    pub fn options(&self) -> Vec<&Part> {
        match &self.options {
            Options::Own(options) => options.iter().map(|(part, _)| part).collect(),
            Options::Truth(..) => Vec::new(),
        }
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        match &self.options {
            Options::Own(options) => {
                let prompt = options.iter().map(|(part, _)| part.write(writer)).collect();
                let right = options.iter().filter(|(_, right)| *right).map(|(part, _)| (&part.id).into()).collect();
                let feedback = part::feedback(options.iter().map(|(part, _)| part), writer);
                Task::Choice {
                    prompt: Prompt { options: prompt, multiple: self.multiple, shuffle: self.shuffle },
                    key: Key { right, feedback },
                }
            }
            Options::Truth(truth, place) => {
                let mut item = |id: &str| {
                    let text = Prose::Text(writer.truth(id == "true", *place));
                    Item { id: WireId(id.to_owned()), text }
                };
                let options = vec![item("true"), item("false")];
                let key = Key { right: vec![WireId(truth.to_string())], feedback: Default::default() };
                Task::Choice { prompt: Prompt { options, multiple: false, shuffle: false }, key }
            }
        }
    }
}
