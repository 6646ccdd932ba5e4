//! Reads categorise.

use super::{Key, Prompt};
use crate::content::read::{At, Findings};
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let groups = read::items(prompt, "groups", findings)?;
    let items = read::items(prompt, "items", findings)?;
    let right = read::assignment(key, "groups", &items, &groups, findings)?;
    let feedback = read::feedback(key, findings);
    Some(Task::Categorise(Prompt { groups, items }, Key { groups: right, feedback }))
}
