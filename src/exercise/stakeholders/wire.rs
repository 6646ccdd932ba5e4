//! Stakeholders, as written.

use crate::content::wire::Id;
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The named stakeholders.
    #[schemars(length(min = 1))]
    pub named: Vec<Item>,
    /// How many steps each axis has; 4 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 2, max = 5))]
    pub levels: Option<u32>,
    /// How many stakeholders a learner may add; 5 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 20))]
    pub own: Option<u32>,
}

/// The author's places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Stakeholder → power and interest, from 1; complete.
    pub places: BTreeMap<Id, [u8; 2]>,
    /// So many steps off still holds, in each direction; 1 where it is left out. Some place has to be wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 1))]
    pub tolerance: Option<u32>,
    /// The author's reasons by stakeholder.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
