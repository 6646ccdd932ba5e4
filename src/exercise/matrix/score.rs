//! Scoring of matrix: one share for each right column of a row, less one for each other one; never below zero in a row.

use super::{Key, Prompt};
use crate::content::Id;
use crate::exercise::score::{Marks, NotReady, Part, Verdict, feedback, open_parts};
use crate::exercise::{choice, pairs};

pub(in crate::exercise) fn readiness(prompt: &Prompt, response: &[(Id, Vec<Id>)]) -> Option<NotReady> {
    let is_given = |row: &Id| pairs::get(response, row).is_some_and(|chosen| !chosen.is_empty());
    open_parts(prompt.rows.iter().filter(|row| is_given(&row.id)).count(), prompt.rows.len())
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, response: &[(Id, Vec<Id>)]) -> Marks<'a> {
    let mut all = Marks { held: 0, of: 0, parts: Vec::with_capacity(prompt.rows.len()) };
    for row in &prompt.rows {
        let right = pairs::get(&key.rows, &row.id).map_or(&[][..], Vec::as_slice);
        let given = pairs::get(response, &row.id).map_or(&[][..], Vec::as_slice);
        let (held, of) = choice::score::shares(&prompt.columns, right, prompt.multiple, given);
        all.held += held;
        all.of += of;
        let verdict = match held {
            held if held == of => Verdict::Right,
            0 => Verdict::Wrong,
            _ => Verdict::Near,
        };
        all.parts.push(Part { id: Some(&row.id), verdict, feedback: feedback(&key.feedback, &row.id) });
    }
    all
}
