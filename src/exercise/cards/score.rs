//! Cards have no points; they are done once every one is known.

use super::Prompt;
use crate::content::Id;
use crate::exercise::score::{NotReady, open_parts};

pub(in crate::exercise) fn readiness(prompt: &Prompt, known: &[Id]) -> Option<NotReady> {
    let is_known = prompt.cards.iter().filter(|card| known.contains(&card.id)).count();
    open_parts(is_known, prompt.cards.len())
}
