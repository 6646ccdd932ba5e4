//! Conversations: every turn, choice and way can be come to.
//!
//! That each way leads to an ending needs no proof: only turns without choices have none to go on to, and every way
//! leads to a later turn.

use super::exercise::{equal, feedback};
use super::{Fault, Remark, Subject, say};
use crate::content::Id;
use crate::content::unit::Exercise;
use crate::exercise::Item;
use crate::exercise::conversation::{Choice, Key, Prompt, survey};

pub(super) fn check(exercise: &Exercise, prompt: &Prompt, key: &Key, remarks: &mut Vec<Remark>) {
    let survey = survey(prompt);
    let mut part = |id: &Id, fault: Fault| say(remarks, Subject::Part(exercise.id.clone(), id.clone()), fault);
    for turn in &prompt.turns {
        if !survey.turns.contains(&turn.id) {
            part(&turn.id, Fault::NeverReached);
            continue;
        }
        for choice in &turn.choices {
            if !survey.choices.contains(&choice.id) {
                part(&choice.id, Fault::NeverOffered);
                continue;
            }
            for (place, route) in choice.routes.iter().enumerate() {
                let is_taken = survey.routes.contains(format!("{}/{place}", choice.id).as_str());
                if let Some(to) = prompt.turns.get(route.to).filter(|_| !is_taken) {
                    part(&choice.id, Fault::NeverTaken(to.id.clone()));
                }
            }
        }
    }
    let choices = || prompt.turns.iter().flat_map(|turn| &turn.choices);
    for (at, variable) in prompt.variables.iter().enumerate() {
        if !choices().any(|choice| choice.effects.iter().any(|(changed, _)| *changed == at)) {
            part(&variable.id, Fault::Unused);
        }
    }
    for (at, technique) in prompt.techniques.iter().enumerate() {
        if !choices().any(|choice| choice.technique == Some(at)) {
            part(&technique.id, Fault::Unused);
        }
    }
    for turn in &prompt.turns {
        let item = |choice: &Choice| Item { id: choice.id.clone(), text: choice.text.clone() };
        equal(exercise, &turn.choices.iter().map(item).collect::<Vec<_>>(), remarks);
    }
    equal(exercise, &prompt.techniques, remarks);
    let endings = prompt.turns.iter().filter(|turn| turn.choices.is_empty()).map(|turn| &turn.id);
    let known: Vec<&Id> = choices().map(|choice| &choice.id).chain(endings).collect();
    feedback(exercise, &key.feedback, &known, remarks);
}
