//! The learner's coding beside the expert's, sentence by sentence.

use super::{Given, Key, Prompt, Tally};
use crate::content::Id;
use crate::table::Table;

/// Who gave a code to a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Learner and expert.
    Both,
    /// The learner only.
    Learner,
    /// The expert only.
    Expert,
}

/// A code of the codebook on a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    /// The sentence.
    pub sentence: &'a Id,
    /// The code.
    pub code: &'a Id,
    /// Who gave it.
    pub by: By,
}

/// Two codings side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// How far both agree about each code, in the order of the codebook.
    pub codes: Vec<(&'a Id, Tally)>,
    /// Every code that somebody gave to a sentence, in the order of the transcript.
    pub placed: Vec<Placed<'a>>,
}

impl Comparison<'_> {
    /// The comparison without what only the expert gave: for whoever may still try again.
    pub fn without_the_expert(mut self) -> Self {
        self.placed.retain(|placed| placed.by != By::Expert);
        self
    }
}

/// Compares. A code that the learner added counts as the code that it was said to be like; one that is like none is left
/// out. What speaks of sentences or codes that are not there counts for nothing.
pub fn compare<'a>(prompt: &'a Prompt, key: &Key, given: &Given) -> Comparison<'a> {
    const LEARNER: u8 = 1;
    const EXPERT: u8 = 2;
    let mut sentences: Table<usize> = Table::new();
    for (at, sentence) in prompt.sentences().enumerate() {
        sentences.insert(&sentence.id, at);
    }
    let n_codes = prompt.codes.len();
    let column = |id: &Id| prompt.codes.iter().position(|code| code.id == *id);
    let mut grid = vec![0u8; sentences.len() * n_codes];
    let mut put = |sentence: &Id, code: &Id, who: u8| {
        if let (Some(row), Some(column)) = (sentences.get(sentence), column(code))
            && let Some(cell) = grid.get_mut(row * n_codes + column)
        {
            *cell |= who;
        }
    };
    given.marks.iter().for_each(|mark| put(&mark.sentence, given.meant(&mark.code), LEARNER));
    key.codes.iter().for_each(|(sentence, codes)| codes.iter().for_each(|code| put(sentence, code, EXPERT)));
    let mut codes: Vec<(&Id, Tally)> = prompt.codes.iter().map(|code| (&code.id, Tally::default())).collect();
    let mut placed = Vec::new();
    for (sentence, row) in prompt.sentences().zip(grid.chunks(n_codes.max(1))) {
        for ((code, tally), cell) in codes.iter_mut().zip(row) {
            let by = match *cell {
                0 => {
                    tally.neither += 1;
                    continue;
                }
                LEARNER => By::Learner,
                EXPERT => By::Expert,
                _ => By::Both,
            };
            match by {
                By::Both => tally.both += 1,
                By::Learner => tally.learner += 1,
                By::Expert => tally.expert += 1,
            }
            placed.push(Placed { sentence: &sentence.id, code, by });
        }
    }
    Comparison { codes, placed }
}
