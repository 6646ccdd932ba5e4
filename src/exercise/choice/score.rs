//! Scoring of choice: right options less wrong ones.

use super::{Key, Prompt};
use crate::content::Id;
use crate::exercise::score::{Marks, NotReady, Part, Verdict, feedback};
use crate::exercise::{Item, PartFeedback};

pub(in crate::exercise) fn readiness(response: &[Id]) -> Option<NotReady> {
    response.is_empty().then_some(NotReady::Empty)
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, response: &[Id]) -> Marks<'a> {
    picked(&prompt.options, &key.right, prompt.multiple, &key.feedback, response)
}

/// Marks where some of `options` are right, and others not.
pub(in crate::exercise) fn picked<'a>(
    options: &'a [Item],
    right: &[Id],
    is_multiple: bool,
    said: &'a PartFeedback,
    response: &[Id],
) -> Marks<'a> {
    let (held, of) = shares(options, right, is_multiple, response);
    let mut parts = Vec::with_capacity(options.len());
    for option in options {
        let right = right.contains(&option.id);
        let chosen = response.contains(&option.id);
        let verdict = match (chosen, right) {
            (true, true) => Verdict::Right,
            (true, false) => Verdict::Wrong,
            (false, true) => Verdict::Missed,
            (false, false) => continue,
        };
        parts.push(Part { id: Some(&option.id), verdict, feedback: feedback(said, &option.id) });
    }
    Marks { held, of, parts }
}

/// So many of so many shares: right options less others, never below zero.
pub(in crate::exercise) fn shares(options: &[Item], right: &[Id], is_multiple: bool, response: &[Id]) -> (u32, u32) {
    let chosen = options.iter().filter(|option| response.contains(&option.id));
    let (mut hits, mut slips) = (0u32, 0u32);
    chosen.for_each(|option| if right.contains(&option.id) { hits += 1 } else { slips += 1 });
    // A single choice with two options marked is a damaged response, not a lucky one.
    let held = if !is_multiple && hits + slips > 1 { 0 } else { hits.saturating_sub(slips) };
    (held, if is_multiple { right.len() as u32 } else { 1 })
}
