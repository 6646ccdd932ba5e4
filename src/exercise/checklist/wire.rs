//! Checklist, as written.

use crate::exercise::wire::Item;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Things to tick off.
    #[schemars(length(min = 1))]
    pub items: Vec<Item>,
}
