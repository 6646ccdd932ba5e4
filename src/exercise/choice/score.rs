//! Scoring of choice: right options less wrong ones.

use super::{Key, Prompt};
use crate::content::Id;
use crate::exercise::score::{Marks, NotReady, Part, Verdict, feedback};

pub(in crate::exercise) fn readiness(_: &Prompt, response: &[Id]) -> Option<NotReady> {
    response.is_empty().then_some(NotReady::Empty)
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, response: &[Id]) -> Marks<'a> {
    let (mut hits, mut slips) = (0u32, 0u32);
    let mut parts = Vec::with_capacity(prompt.options.len());
    for option in &prompt.options {
        let right = key.right.contains(&option.id);
        let chosen = response.contains(&option.id);
        let verdict = match (chosen, right) {
            (true, true) => Verdict::Right,
            (true, false) => Verdict::Wrong,
            (false, true) => Verdict::Missed,
            (false, false) => continue,
        };
        match verdict {
            Verdict::Right => hits += 1,
            Verdict::Wrong => slips += 1,
            Verdict::Missed | Verdict::Near => {}
        }
        parts.push(Part { id: Some(&option.id), verdict, feedback: feedback(&key.feedback, &option.id) });
    }
    // A single choice with two options marked is a damaged response, not a lucky one.
    let held = if !prompt.multiple && hits + slips > 1 { 0 } else { hits.saturating_sub(slips) };
    let of = if prompt.multiple { key.right.len() as u32 } else { 1 };
    Marks { held, of, parts }
}
