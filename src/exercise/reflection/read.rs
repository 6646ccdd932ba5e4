//! Reads reflection.

use super::{Key, Prompt};
use crate::content::read::{At, Findings, prose};
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let criteria =
        if prompt.field("criteria").is_some() { read::items(prompt, "criteria", findings)? } else { Vec::new() };
    let model = key.field("model").map(|at| prose(&at, findings)).unwrap_or_default();
    Some(Task::Reflection(Prompt { criteria }, Key { model }))
}
