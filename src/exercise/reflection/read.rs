//! Reads reflection.

use super::{Criterion, Key, Prompt};
use crate::content::read::{At, Findings, prose};
use crate::exercise::{Item, Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let criteria =
        if prompt.field("criteria").is_some() { read::items(prompt, "criteria", findings)? } else { Vec::new() };
    let criterion = |at: &At, findings: &mut Findings| {
        let id = at.need("id", findings)?.id(findings)?;
        let text = at.field("text").map(|at| prose(&at, findings)).unwrap_or_default();
        Some(Criterion { item: Item { id, text }, levels: read::items(at, "levels", findings)? })
    };
    if !read::is_bounded(prompt, "rubric", findings) {
        return None;
    }
    let rubric = prompt.each_once("rubric", findings, criterion, |criterion| &criterion.item.id);
    let model = key.field("model").map(|at| prose(&at, findings)).unwrap_or_default();
    Some(Task::Reflection(Prompt { criteria, rubric }, Key { model }))
}
