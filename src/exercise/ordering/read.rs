//! Reads ordering.

use super::{Key, Prompt};
use crate::content::Problem;
use crate::content::read::{At, Findings};
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let items = read::items(prompt, "items", findings)?;
    if items.len() < 2 {
        prompt.say(findings, Problem::OutOfRange("at least two items to put in order"));
        return None;
    }
    if !read::is_bounded(key, "order", findings) {
        return None;
    }
    let order = key.each("order", findings, |at, findings| read::known(at, &items, findings));
    let complete = order.len() == items.len() && items.iter().all(|item| order.contains(&item.id));
    if !complete {
        key.say(findings, Problem::Expected("every item once"));
        return None;
    }
    Some(Task::Ordering(Prompt { items }, Key { order }))
}
