//! Matrix, as written.

use crate::content::wire::{Id, no};
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Columns, the same for each row.
    #[schemars(length(min = 1))]
    pub columns: Vec<Item>,
    /// Rows.
    #[schemars(length(min = 1))]
    pub rows: Vec<Item>,
    /// Whether several columns may be chosen in a row.
    #[serde(default, skip_serializing_if = "no")]
    pub multiple: bool,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Row → its right columns, complete.
    pub rows: BTreeMap<Id, Vec<Id>>,
    /// Feedback by row.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
