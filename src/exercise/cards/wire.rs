//! Cards, as written.

use crate::content::wire::{Id, Prose};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The cards, in the order in which they come first.
    #[schemars(length(min = 1))]
    pub cards: Vec<Card>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its id.
    pub id: Id,
    /// What is asked.
    pub front: Prose,
    /// What is answered.
    pub back: Prose,
}
