//! Reads matching.

use super::{Key, Prompt};
use crate::content::read::{At, Findings};
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let left = read::items(prompt, "left", findings)?;
    let right = read::items(prompt, "right", findings)?;
    let pairs = read::assignment(key, "pairs", &left, &right, findings)?;
    let feedback = read::feedback(key, findings);
    Some(Task::Matching(Prompt { left, right }, Key { pairs, feedback }))
}
