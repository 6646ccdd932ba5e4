//! Reflection, as written.

use crate::content::wire::{Id, Prose};
use crate::exercise::wire::Item;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// What to look for in one's own text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Item>,
    /// What to judge one's own text by, level by level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rubric: Vec<Criterion>,
}

/// What to judge one's own text by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id.
    pub id: Id,
    /// What it asks.
    pub text: Prose,
    /// Levels, from one end to the other.
    #[schemars(length(min = 1))]
    pub levels: Vec<Item>,
}

/// What is shown after writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// One good answer among many.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub model: Prose,
}
