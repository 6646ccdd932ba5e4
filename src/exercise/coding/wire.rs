//! Coding, as written.

use crate::content::wire::{Id, no};
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Prompt {
    /// The codebook: names of codes. No id begins with `own-`.
    #[schemars(length(min = 1, max = 200))]
    pub codes: Vec<Item>,
    /// What each code means, by code.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub means: PartFeedback,
    /// Whether a learner may add codes.
    #[serde(default, skip_serializing_if = "no")]
    pub may_add: bool,
    /// The transcript; at most 1000 sentences in all.
    #[schemars(length(min = 1))]
    pub turns: Vec<Turn>,
}

/// What one person says, or a paragraph of a field note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// Who speaks; left out for nobody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub speaker: String,
    /// Sentences in order.
    #[schemars(length(min = 1))]
    pub sentences: Vec<Sentence>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// Its id, unique in the exercise.
    pub id: Id,
    /// Its words.
    pub text: String,
}

/// The expert's coding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Sentence → its codes, for those that carry any; at least one code in all.
    #[schemars(extend("minProperties" = 1))]
    pub codes: BTreeMap<Id, Vec<Id>>,
    /// Why, by sentence.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub why: PartFeedback,
}
