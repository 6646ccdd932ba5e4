//! Scoring of a plan: one share for each field that has to be filled in. What is written is not judged.

use super::{Entry, Prompt, entry};
use crate::content::Id;
use crate::exercise::score::{Marks, NotReady, Part, Verdict};

pub(in crate::exercise) fn readiness(prompt: &Prompt, entries: &[(Id, Entry)]) -> Option<NotReady> {
    let is_blank = prompt.fields().all(|field| entry::is_blank(entries, &field.id));
    is_blank.then_some(NotReady::Empty)
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, entries: &[(Id, Entry)]) -> Marks<'a> {
    let needed = prompt.fields().filter(|field| !field.optional);
    let part = |field: &'a super::Field| {
        let verdict = if entry::is_complete(field, entries) { Verdict::Right } else { Verdict::Wrong };
        Part { id: Some(&field.id), verdict, feedback: None }
    };
    let parts: Vec<Part<'a>> = needed.map(part).collect();
    let held = parts.iter().filter(|part| part.verdict == Verdict::Right).count();
    Marks { held: held as u32, of: parts.len() as u32, parts }
}
