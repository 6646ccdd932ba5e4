//! A chart, as written.

use crate::content::wire::none;
use crate::exercise::numeric::wire::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// What it shows, in a line.
    pub title: String,
    /// What can be seen in it, in words.
    pub text: String,
    /// The data, a row for each category or each case.
    #[schemars(length(min = 1, max = super::MOST_COLUMNS))]
    pub columns: Vec<Column>,
    /// What is drawn.
    pub shape: Shape,
    /// The column that names what is compared, by place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<u32>,
    /// The columns that are drawn, by place.
    #[schemars(length(min = 1))]
    pub of: Vec<u32>,
    /// Where the axis of numbers begins; left out for zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Number>,
    /// In which order the rows stand.
    #[serde(default, skip_serializing_if = "Order::is_given")]
    pub order: Order,
    /// How wide the bars of a histogram are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<Number>,
    /// Where the bars of a histogram meet, in rising order; left out where all of them are equally wide.
    #[serde(default, skip_serializing_if = "none")]
    #[schemars(length(max = super::Edges::MOST))]
    pub edges: Vec<Number>,
    /// What the height of a bar of a histogram says.
    #[serde(default, skip_serializing_if = "Heights::is_counts")]
    pub heights: Heights,
}

/// How a chart is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// What is drawn.
    pub shape: Shape,
    /// The column that names what is compared, by place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<u32>,
    /// The columns that are drawn, by place.
    #[schemars(length(min = 1))]
    pub of: Vec<u32>,
    /// Where the axis of numbers begins; left out for zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Number>,
    /// In which order the rows stand.
    #[serde(default, skip_serializing_if = "Order::is_given")]
    pub order: Order,
    /// How wide the bars of a histogram are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<Number>,
    /// Where the bars of a histogram meet, in rising order; left out where all of them are equally wide.
    #[serde(default, skip_serializing_if = "none")]
    #[schemars(length(max = super::MOST_BARS + 1))]
    pub edges: Vec<Number>,
    /// What the height of a bar of a histogram says.
    #[serde(default, skip_serializing_if = "Heights::is_counts")]
    pub heights: Heights,
}

/// A column: words or numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Names, in a column of words.
    #[serde(default, skip_serializing_if = "none")]
    pub words: Vec<String>,
    /// Numbers as texts, in a column of numbers; null where one is missing.
    #[serde(default, skip_serializing_if = "none")]
    pub numbers: Vec<Option<Number>>,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// A bar for each number.
    Bar,
    /// Bars on top of each other.
    Stacked,
    /// How many numbers lie in which range.
    Histogram,
    /// Points joined by lines.
    Line,
    /// The middle half of the numbers, the median, the ends.
    Box,
    /// A dot for each number.
    Dot,
}

/// In which order the rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// As in the data.
    #[default]
    Given,
    /// The smallest number first.
    Rising,
    /// The largest number first.
    Falling,
}

/// What the height of a bar of a histogram says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Heights {
    /// How many numbers lie in its range.
    #[default]
    Counts,
    /// How many for each unit of its width.
    Density,
}

impl Heights {
    fn is_counts(&self) -> bool {
        *self == Heights::Counts
    }
}

impl Order {
    fn is_given(&self) -> bool {
        *self == Order::Given
    }
}
