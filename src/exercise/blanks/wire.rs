//! Blanks, as written.

use crate::content::wire::{Id, Prose};
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Text with `blank` nodes.
    pub body: Prose,
    /// The gaps, in the order of the source language.
    #[schemars(length(min = 1))]
    pub blanks: Vec<Blank>,
    /// Words for all the gaps; left out where each gap is typed or has options of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bank: Vec<Item>,
}

/// A gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Blank {
    /// Its id.
    pub id: Id,
    /// Options of a drop-down gap; left out for a typed one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Item>,
    /// How many characters a typed gap should have room for; 8 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 60))]
    pub width: Option<u32>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// By gap.
    pub blanks: BTreeMap<Id, BlankKey>,
    /// Feedback by gap (typed) or by option (drop-down).
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}

/// What is right in one gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum BlankKey {
    /// Any of these typed forms.
    Forms(#[schemars(length(min = 1))] Vec<String>),
    /// This option.
    Option(Id),
}
