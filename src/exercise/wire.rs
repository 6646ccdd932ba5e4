//! Exercises, as written: what all kinds have in common, and the task of its kind.

use super::numeric::wire::Number;
use super::{
    blanks, cards, categorise, chart, checklist, choice, coding, conversation, hotspot, label, likert, marking,
    matching, matrix, numeric, ordering, plan, reflection, scale, stakeholders, table,
};
use crate::content::wire::{Id, Prose, no};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Exercise {
    /// Its id, unique in the module.
    pub id: Id,
    /// Small permanent number, never reused in the module.
    pub ordinal: u32,
    /// Goes up when the structure or the key changes; not when words do.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub revision: u32,
    /// Practice or assessment.
    #[serde(default, skip_serializing_if = "Mode::is_practice")]
    pub mode: Mode,
    /// Full points.
    #[schemars(range(max = 1000))]
    pub points: u32,
    /// How points are given.
    #[serde(default, skip_serializing_if = "Credit::is_parts")]
    pub credit: Credit,
    /// Whether the learner is asked how sure they are.
    #[serde(default, skip_serializing_if = "no")]
    pub confidence: bool,
    /// Objectives that it exercises.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Id>,
    /// The question.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub text: Prose,
    /// Hints, shown one at a time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Prose>,
    /// Feedback by score.
    #[serde(default, skip_serializing_if = "Feedback::is_empty")]
    pub feedback: Feedback,
    /// Why the right answer is right; shown with the model answer.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub answer: Prose,
    /// The task of its kind.
    #[serde(flatten)]
    pub task: Task,
}

fn first() -> u32 {
    1
}

fn is_first(revision: &u32) -> bool {
    *revision == 1
}

/// What an exercise is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Any number of tries, feedback at once, never in the certified score.
    #[default]
    Practice,
    /// Handed in with the unit's assessment; feedback after that.
    Assessment,
}

impl Mode {
    fn is_practice(&self) -> bool {
        *self == Mode::Practice
    }
}

/// How points are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Credit {
    /// A share of the points for each part that holds, by the rule of the kind.
    #[default]
    Parts,
    /// All the points or none.
    AllOrNothing,
}

impl Credit {
    fn is_parts(&self) -> bool {
        *self == Credit::Parts
    }
}

/// What is said to a score.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// All points.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub right: Prose,
    /// Some points.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub partly: Prose,
    /// No points.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub wrong: Prose,
}

impl Feedback {
    fn is_empty(&self) -> bool {
        self.right.is_empty() && self.partly.is_empty() && self.wrong.is_empty()
    }
}

/// What is asked and what is right, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Task {
    /// Choose one or several options.
    Choice {
        /// What is shown.
        prompt: choice::wire::Prompt,
        /// What is right.
        key: choice::wire::Key,
    },
    /// Fill gaps in text.
    Blanks {
        /// What is shown.
        prompt: blanks::wire::Prompt,
        /// What is right.
        key: blanks::wire::Key,
    },
    /// Give a number.
    Numeric {
        /// What is shown.
        prompt: numeric::wire::Prompt,
        /// What is right.
        key: numeric::wire::Key,
    },
    /// Match items on the left with items on the right.
    Matching {
        /// What is shown.
        prompt: matching::wire::Prompt,
        /// What is right.
        key: matching::wire::Key,
    },
    /// Put items in order.
    Ordering {
        /// What is shown.
        prompt: ordering::wire::Prompt,
        /// What is right.
        key: ordering::wire::Key,
    },
    /// Sort items into groups.
    Categorise {
        /// What is shown.
        prompt: categorise::wire::Prompt,
        /// What is right.
        key: categorise::wire::Key,
    },
    /// Write freely, then compare with a model answer.
    Reflection {
        /// What is shown.
        prompt: reflection::wire::Prompt,
        /// What is shown after writing.
        key: reflection::wire::Key,
    },
    /// Say where one stands.
    Scale {
        /// What is shown.
        prompt: scale::wire::Prompt,
    },
    /// Give codes to the sentences of a transcript.
    Coding {
        /// What is shown.
        prompt: coding::wire::Prompt,
        /// The expert's coding.
        key: coding::wire::Key,
    },
    /// Make a table from data, and answer from it.
    Table {
        /// What is shown.
        prompt: table::wire::Prompt,
        /// What is right.
        key: table::wire::Key,
    },
    /// Read a chart, build one, or mend one that misleads.
    Chart {
        /// What is shown.
        prompt: chart::wire::Prompt,
        /// What is right.
        key: chart::wire::Key,
    },
    /// Choose columns for each row.
    Matrix {
        /// What is shown.
        prompt: matrix::wire::Prompt,
        /// What is right.
        key: matrix::wire::Key,
    },
    /// Say how far one agrees with each statement.
    Likert {
        /// What is shown.
        prompt: likert::wire::Prompt,
    },
    /// Mark words in a text.
    Marking {
        /// What is shown.
        prompt: marking::wire::Prompt,
        /// What is right.
        key: marking::wire::Key,
    },
    /// Learn cards.
    Cards {
        /// What is shown.
        prompt: cards::wire::Prompt,
    },
    /// Give places on a picture their labels.
    Label {
        /// What is shown.
        prompt: label::wire::Prompt,
        /// What is right.
        key: label::wire::Key,
    },
    /// Choose places on a picture.
    Hotspot {
        /// What is shown.
        prompt: hotspot::wire::Prompt,
        /// What is right.
        key: hotspot::wire::Key,
    },
    /// Tick things off.
    Checklist {
        /// What is shown.
        prompt: checklist::wire::Prompt,
    },
    /// Fill in a plan that becomes a document.
    Plan {
        /// What is shown.
        prompt: plan::wire::Prompt,
        /// What is shown after writing.
        key: plan::wire::Key,
    },
    /// Lead a conversation.
    Conversation {
        /// What is shown.
        prompt: conversation::wire::Prompt,
        /// What is right.
        key: conversation::wire::Key,
    },
    /// Place stakeholders on a map of power and interest.
    Stakeholders {
        /// What is shown.
        prompt: stakeholders::wire::Prompt,
        /// The author's places.
        key: stakeholders::wire::Key,
    },
}

/// A number that is right in a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The number.
    pub value: Number,
    /// How far off is still right.
    pub tolerance: Number,
}

/// Something with an id and a text: an option, an item, a group, a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id.
    pub id: Id,
    /// Its text.
    pub text: Prose,
}

/// Feedback to parts of an exercise, by id.
pub type PartFeedback = BTreeMap<Id, Prose>;
