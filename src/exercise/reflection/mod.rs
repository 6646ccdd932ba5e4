//! Reflection: free text, a model answer, a self-check. Never scored.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use super::Item;
use crate::content::Prose;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What to look for in one's own text; may be empty.
    pub criteria: Vec<Item>,
    /// What to judge one's own text by, level by level; may be empty.
    pub rubric: Vec<Criterion>,
}

/// What to judge one's own text by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its id and what it asks.
    pub item: Item,
    /// Levels, from one end to the other.
    pub levels: Vec<Item>,
}

/// What is shown after writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// One good answer among many.
    pub model: Prose,
}
