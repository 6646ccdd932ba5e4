//! Reads marking.

use super::{Key, Prompt};
use crate::content::prose::each;
use crate::content::read::{At, Findings, prose};
use crate::content::{NodeKind, Problem};
use crate::exercise::{Item, Task, read};
use crate::table::Set;

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let body = prompt.need("body", findings)?;
    let text = prose(&body, findings);
    let mut words = Vec::new();
    each(&text, &mut |node| {
        if let NodeKind::Mark(id, inner) = &node.kind {
            words.push(Item { id: id.clone(), text: inner.clone() });
        }
    });
    let is_once = Set::of(words.iter().map(|word| &word.id)).len() == words.len();
    if words.is_empty() || !is_once || words.len() > read::MOST_PARTS {
        body.say(findings, Problem::Expected("words to mark, each with an id of its own, at most 200"));
        return None;
    }
    let right = read::right(key, "right", &words, true, findings)?;
    let feedback = read::feedback(key, findings);
    Some(Task::Marking(Prompt { text, words }, Key { right, feedback }))
}
