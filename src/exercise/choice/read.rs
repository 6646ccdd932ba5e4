//! Reads choice.

use super::{Key, Prompt};
use crate::content::read::{At, Findings};
use crate::content::{Id, Problem};
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let options = read::items(prompt, "options", findings)?;
    let multiple = prompt.field("multiple").and_then(|at| at.truth(findings)).unwrap_or(false);
    if !read::is_bounded(key, "right", findings) {
        return None;
    }
    let mut right: Vec<Id> = Vec::new();
    for (at, id) in key.each("right", findings, |at, findings| Some((*at, read::known(at, &options, findings)?))) {
        if right.contains(&id) {
            at.say(findings, Problem::DoubleId(id.to_string()));
        } else {
            right.push(id);
        }
    }
    if right.is_empty() {
        key.say(findings, Problem::Missing("right"));
        return None;
    }
    if right.len() > 1 && !multiple {
        key.say(findings, Problem::Expected("one right option where only one may be chosen"));
        return None;
    }
    let feedback = read::feedback(key, findings);
    Some(Task::Choice(Prompt { options, multiple }, Key { right, feedback }))
}
