//! Coding: a transcript whose sentences are given codes from a codebook, compared with an expert's coding.
//!
//! The segment that is compared is the sentence: it carries a code where a selection touches it.

pub mod agreement;
pub mod compare;
pub mod given;
pub mod pick;
pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

pub use agreement::{Doubt, Tally};
pub use compare::{By, Comparison, Placed, compare};
pub use given::{Given, Mark, Own, Words};

use super::{Item, PartFeedback};
use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The codebook: names of codes.
    pub codes: Vec<Item>,
    /// What each code means, by code.
    pub means: PartFeedback,
    /// Whether a learner may add codes.
    pub may_add: bool,
    /// The transcript.
    pub turns: Vec<Turn>,
}

/// What one person says before another one does, or a paragraph of a field note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Who speaks; empty for nobody.
    pub speaker: String,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
}

/// A sentence: the segment that carries codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its id, the same in all languages.
    pub id: Id,
    /// Its words.
    pub text: String,
}

/// The expert's coding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Sentence → its codes, for those that carry any; at least one, in the order of the transcript.
    pub codes: Vec<(Id, Vec<Id>)>,
    /// Why, by sentence.
    pub why: PartFeedback,
}

impl Prompt {
    /// All sentences in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.turns.iter().flat_map(|turn| &turn.sentences)
    }
}

/// The expert's coding as a response.
pub(super) fn model(key: &Key) -> Given {
    let mark = |sentence: &Id, code: &Id| Mark { sentence: sentence.clone(), code: code.clone(), words: None };
    let marks = key.codes.iter().flat_map(|(sentence, codes)| codes.iter().map(move |code| mark(sentence, code)));
    Given { marks: marks.collect(), own: Vec::new() }
}
