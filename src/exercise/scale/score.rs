//! A scale has no points; it is answered once a point is chosen.

use super::Prompt;
use crate::exercise::score::NotReady;

pub(in crate::exercise) fn readiness(prompt: &Prompt, response: Option<i32>) -> Option<NotReady> {
    let chosen = response.is_some_and(|point| (prompt.from..=prompt.to).contains(&point));
    (!chosen).then_some(NotReady::Empty)
}
