//! Scoring of matching: one share for each pair.

use super::{Key, Prompt};
use crate::content::Id;
use crate::exercise::pairs;
use crate::exercise::score::{Marks, NotReady, Part, Verdict, feedback, open_parts};
use crate::exercise::{Item, PartFeedback};

pub(in crate::exercise) fn readiness(prompt: &Prompt, response: &[(Id, Id)]) -> Option<NotReady> {
    placed(&prompt.left, response)
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, response: &[(Id, Id)]) -> Marks<'a> {
    assigned(&prompt.left, &key.pairs, &key.feedback, response)
}

/// Readiness where each of `items` has to be given a partner or a group.
pub(in crate::exercise) fn placed(items: &[Item], response: &[(Id, Id)]) -> Option<NotReady> {
    let given = items.iter().filter(|item| pairs::get(response, &item.id).is_some()).count();
    open_parts(given, items.len())
}

/// Marks where each of `items` is right or wrong by itself.
pub(in crate::exercise) fn assigned<'a>(
    items: &'a [Item],
    right: &[(Id, Id)],
    said: &'a PartFeedback,
    response: &[(Id, Id)],
) -> Marks<'a> {
    let mut held = 0;
    let parts = items
        .iter()
        .map(|item| {
            let given = pairs::get(response, &item.id);
            let holds = given.is_some() && given == pairs::get(right, &item.id);
            held += u32::from(holds);
            let verdict = if holds { Verdict::Right } else { Verdict::Wrong };
            Part { id: Some(&item.id), verdict, feedback: feedback(said, &item.id) }
        })
        .collect();
    Marks { held, of: items.len() as u32, parts }
}
