//! Scoring of conversation: what was said is worth something, measured by the best conversation.
//!
//! A choice holds where the best ending is still within reach after it.

use super::best::Best;
use super::walk::{Walk, after, next, offered, start, walk};
use super::{Key, Prompt};
use crate::content::Id;
use crate::exercise::score::{Marks, NotReady, Part, Verdict, feedback};

pub(in crate::exercise) fn readiness(prompt: &Prompt, path: &[Id]) -> Option<NotReady> {
    match walk(prompt, path) {
        Some(walk) if walk.has_ended() => None,
        Some(walk) if !walk.steps.is_empty() => Some(NotReady::Open(1)),
        _ => Some(NotReady::Empty),
    }
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, path: &[Id]) -> Marks<'a> {
    let mut parts = Vec::new();
    let Some(walk) = walk(prompt, path) else { return Marks { held: 0, of: 0, parts } };
    let mut best = Best::new(prompt, key);
    let of = best.from(0, &start(prompt));
    let mut held = 0u32;
    for step in &walk.steps {
        let aim = best.from(step.at, &step.before);
        let mut is_best = false;
        let mut better = Vec::new();
        for choice in offered(step.turn, &step.before) {
            let after = after(prompt, choice, &step.before);
            let rest = next(choice, &after).map_or(0, |to| best.from(to, &after));
            let reaches = best.worth(&choice.id).saturating_add(rest) >= aim;
            if choice.id == step.choice.id {
                is_best = reaches;
            } else if reaches {
                better.push(part(key, &choice.id, Verdict::Missed));
            }
        }
        let worth = best.worth(&step.choice.id);
        held = held.saturating_add(worth);
        let verdict = match (is_best, worth) {
            (true, _) => Verdict::Right,
            (false, 0) => Verdict::Wrong,
            (false, _) => Verdict::Near,
        };
        parts.push(part(key, &step.choice.id, verdict));
        if !is_best {
            parts.append(&mut better);
        }
    }
    held = held.saturating_add(end(&walk, key, &best, &mut parts));
    // A conversation that was broken off is never a full one.
    let held = if walk.has_ended() { held } else { held.min(of.saturating_sub(1)) };
    Marks { held, of, parts }
}

/// What the end adds.
fn end<'a>(walk: &Walk<'a>, key: &'a Key, best: &Best, parts: &mut Vec<Part<'a>>) -> u32 {
    if !walk.has_ended() {
        parts.push(Part { id: None, verdict: Verdict::Missed, feedback: None });
        return 0;
    }
    // What led here was judged already; the ending itself is only spoken of.
    if let Some(said) = feedback(&key.feedback, &walk.turn.id) {
        let is_full = parts.iter().all(|part| part.verdict == Verdict::Right);
        let verdict = if is_full { Verdict::Right } else { Verdict::Near };
        parts.push(Part { id: Some(&walk.turn.id), verdict, feedback: Some(said) });
    }
    best.worth(&walk.turn.id)
}

fn part<'a>(key: &'a Key, id: &'a Id, verdict: Verdict) -> Part<'a> {
    Part { id: Some(id), verdict, feedback: feedback(&key.feedback, id) }
}
