//! Categorise, as written.

use crate::content::wire::Id;
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Groups.
    #[schemars(length(min = 1))]
    pub groups: Vec<Item>,
    /// Items to sort.
    #[schemars(length(min = 1))]
    pub items: Vec<Item>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Item → group, complete.
    pub groups: BTreeMap<Id, Id>,
    /// Feedback by item.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
