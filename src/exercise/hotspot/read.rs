//! Reads hotspot.

use super::{Key, Prompt};
use crate::content::read::{At, Findings};
use crate::exercise::picture::picture;
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let picture = picture(prompt, findings)?;
    let multiple = prompt.field("multiple").and_then(|at| at.truth(findings)).unwrap_or(false);
    let right = read::right(key, "right", &picture.spots, multiple, findings)?;
    let feedback = read::feedback(key, findings);
    Some(Task::Hotspot(Prompt { picture, multiple }, Key { right, feedback }))
}
