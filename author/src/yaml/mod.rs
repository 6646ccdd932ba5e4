//! YAML with places: a small tree in which everything knows where it stands.

mod fields;
mod parse;
mod scalar;

pub use fields::Fields;
pub(crate) use fields::{closest, id, items, text};
pub use parse::parse;

use crate::passage::{Passage, Place};

/// A node of a YAML document.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing was written.
    Nothing,
    /// A text or number, as written.
    Scalar(Passage),
    /// A list.
    List(Vec<Node>),
    /// Fields in the order of the file.
    Map(Vec<(Passage, Node)>),
}

impl Node {
    /// The text here, where it is one.
    pub fn scalar(&self) -> Option<&Passage> {
        match &self.value {
            Value::Scalar(text) => Some(text),
            Value::Nothing | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// What it is, for messages.
    pub fn shape(&self) -> &'static str {
        match &self.value {
            Value::Nothing => "nothing",
            Value::Scalar(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "fields",
        }
    }
}
