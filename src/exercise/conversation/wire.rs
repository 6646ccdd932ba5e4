//! Conversation, as written.

use crate::content::wire::{Id, Prose, no, none};
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Who speaks with the learner.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub with: String,
    /// What the conversation changes.
    #[serde(default, skip_serializing_if = "none")]
    #[schemars(length(max = super::MOST_VARIABLES))]
    pub variables: Vec<Variable>,
    /// Ways of speaking, to name choices by.
    #[serde(default, skip_serializing_if = "none")]
    pub techniques: Vec<Item>,
    /// Turns; the first one begins.
    #[schemars(length(min = 1, max = super::MOST_TURNS))]
    pub turns: Vec<Turn>,
}

/// Something that builds up, such as trust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Variable {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub text: Prose,
    /// What it is at the beginning.
    #[schemars(range(min = -100, max = 100))]
    pub start: i32,
    /// It never falls below this.
    #[schemars(range(min = -100, max = 100))]
    pub from: i32,
    /// It never rises above this.
    #[schemars(range(min = -100, max = 100))]
    pub to: i32,
    /// Whether it is shown only when the learner looks back.
    #[serde(default, skip_serializing_if = "no")]
    pub hidden: bool,
}

/// What the client says, and what may be answered. A turn without choices is an ending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// Its id, unique among turns and choices.
    pub id: Id,
    /// How the client seems.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub state: Prose,
    /// What the client says.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub says: Prose,
    /// What an ending is called.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub ending: Prose,
    /// What may be answered; one of them without conditions.
    #[serde(default, skip_serializing_if = "none")]
    #[schemars(length(max = super::MOST_CHOICES))]
    pub choices: Vec<Choice>,
}

/// Something that the learner may say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its id, unique among turns and choices.
    pub id: Id,
    /// What is said.
    pub text: Prose,
    /// The way of speaking that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technique: Option<Id>,
    /// By how much it changes which variable.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub effects: BTreeMap<Id, i32>,
    /// When it may be said: all of these hold.
    #[serde(default, rename = "if", skip_serializing_if = "none")]
    pub when: Vec<Condition>,
    /// Where it leads: the first of these whose conditions hold; the last one has none.
    #[schemars(length(min = 1, max = super::MOST_CHOICES))]
    pub next: Vec<Route>,
}

/// A way to a later turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// When it is taken: all of these hold.
    #[serde(default, rename = "if", skip_serializing_if = "none")]
    pub when: Vec<Condition>,
    /// The turn.
    pub to: Id,
}

/// A variable lies between two values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The variable.
    pub variable: Id,
    /// It is at least this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<i32>,
    /// It is at most this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<i32>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// What a choice or an ending is worth; left out for nothing.
    pub worth: BTreeMap<Id, u32>,
    /// Feedback by choice, and by ending.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
