//! A chart to be read, built or mended, as written.

use crate::chart::wire::{Chart, Form};
use crate::content::wire::{Id, Prose, none};
use crate::exercise::numeric::wire::Number;
use crate::exercise::wire::{Item, Measure, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The data, and the chart as it is found.
    pub chart: Chart,
    /// Where the axis of numbers may begin.
    #[serde(default, skip_serializing_if = "none")]
    pub starts: Vec<Number>,
    /// How wide the bars of a histogram may be.
    #[serde(default, skip_serializing_if = "none")]
    pub widths: Vec<Number>,
    /// What is asked.
    #[schemars(length(min = 1, max = 200))]
    pub ask: Vec<Question>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id.
    pub id: Id,
    /// Its text.
    pub text: Prose,
    /// How it is answered.
    pub by: By,
    /// A unit that may follow a number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// What may be chosen.
    #[serde(default, skip_serializing_if = "none")]
    pub options: Vec<Item>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// By a number.
    Number,
    /// By pointing at a row of the data.
    Row,
    /// By one of the options.
    Option,
    /// By the shape of one's own chart.
    Shape,
    /// By the columns of one's own chart.
    Columns,
    /// By where its axis begins, and how wide its bars are.
    Scale,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// By question, all but those that one's own chart answers.
    pub answers: BTreeMap<Id, Answer>,
    /// The charts that are good ones, the best first.
    #[serde(default, skip_serializing_if = "none")]
    pub forms: Vec<Form>,
    /// Feedback by question, for what does not hold.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}

/// What is right in a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Answer {
    /// A number.
    Number(Measure),
    /// A row, by place.
    Row(u32),
    /// An option.
    Option(Id),
}
