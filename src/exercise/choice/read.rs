//! Reads choice.

use super::{Key, Prompt};
use crate::content::read::{At, Findings};
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let options = read::items(prompt, "options", findings)?;
    let mut is = |name| prompt.field(name).and_then(|at| at.truth(findings)).unwrap_or(false);
    let (multiple, shuffle) = (is("multiple"), is("shuffle"));
    let right = read::right(key, "right", &options, multiple, findings)?;
    let feedback = read::feedback(key, findings);
    Some(Task::Choice(Prompt { options, multiple, shuffle }, Key { right, feedback }))
}
