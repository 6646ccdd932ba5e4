//! Scoring of a map: one share for each named stakeholder near the author's place. Own ones are nobody's to judge.

use super::{Given, Key, Prompt};
use crate::exercise::pairs;
use crate::exercise::score::{Marks, NotReady, Part, Verdict, feedback, open_parts};

pub(in crate::exercise) fn readiness(prompt: &Prompt, given: &Given) -> Option<NotReady> {
    let placed = prompt.named.iter().filter(|item| pairs::get(&given.placed, &item.id).is_some()).count();
    open_parts(placed, prompt.named.len())
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, given: &Given) -> Marks<'a> {
    let mut held = 0;
    let parts = prompt.named.iter().map(|item| {
        let place = pairs::get(&given.placed, &item.id);
        let right = pairs::get(&key.places, &item.id);
        let holds = place.zip(right).is_some_and(|(place, right)| place.is_near(*right, key.tolerance));
        held += u32::from(holds);
        let verdict = if holds { Verdict::Right } else { Verdict::Wrong };
        Part { id: Some(&item.id), verdict, feedback: feedback(&key.why, &item.id) }
    });
    let parts = parts.collect();
    Marks { held, of: prompt.named.len() as u32, parts }
}
