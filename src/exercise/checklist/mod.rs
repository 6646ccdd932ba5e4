//! Checklist: things to tick off. No right answer.

pub(super) mod read;
#[cfg(feature = "author")]
pub mod wire;

use super::Item;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Things to tick off.
    pub items: Vec<Item>,
}
