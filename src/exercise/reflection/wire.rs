//! Reflection, as written.

use crate::content::wire::Prose;
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
}

/// What is shown after writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// One good answer among many.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub model: Prose,
}
