//! Scoring of coding: of all codes that learner or expert gave to a sentence, those that both gave.
//!
//! Agreement by chance and kappa are shown beside it, and are never in the points.

use super::{By, Given, Key, Prompt, compare};
use crate::content::Prose;
use crate::exercise::score::{Marks, NotReady, Part, Verdict};
use crate::table::Table;

pub(in crate::exercise) fn readiness(given: &Given) -> Option<NotReady> {
    given.marks.is_empty().then_some(NotReady::Empty)
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, given: &Given) -> Marks<'a> {
    let placed = compare(prompt, key, given).placed;
    // A long transcript has hundreds of reasons; the first of a sentence counts, as everywhere.
    let mut why: Table<&Prose> = Table::new();
    key.why.iter().rev().for_each(|(sentence, text)| _ = why.insert(sentence, text));
    let held = placed.iter().filter(|placed| placed.by == By::Both).count() as u32;
    let of_sentence = placed.chunk_by(|a, b| a.sentence == b.sentence).filter_map(|all| {
        let count = |by: By| all.iter().filter(|placed| placed.by == by).count();
        let verdict = match (count(By::Both), count(By::Learner), count(By::Expert)) {
            (_, 0, 0) => Verdict::Right,
            (0, 0, _) => Verdict::Missed,
            (0, ..) => Verdict::Wrong,
            _ => Verdict::Near,
        };
        let sentence = all.first()?.sentence;
        Some(Part { id: Some(sentence), verdict, feedback: why.get(sentence).copied() })
    });
    Marks { held, of: placed.len() as u32, parts: of_sentence.collect() }
}
