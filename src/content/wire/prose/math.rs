//! Formulas, as written: a small subset of MathML Core as a tree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An element: an object with one member, named after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Math {
    /// An identifier.
    Mi(MathContent),
    /// A number.
    Mn(MathContent),
    /// An operator.
    Mo(MathContent),
    /// Words.
    MText(MathContent),
    /// Space.
    MSpace(MathContent),
    /// A row.
    MRow(MathContent),
    /// A fraction.
    MFrac(MathContent),
    /// A square root.
    MSqrt(MathContent),
    /// A subscript.
    MSub(MathContent),
    /// A superscript.
    MSup(MathContent),
    /// Both.
    MSubSup(MathContent),
    /// Something under and over.
    MUnderOver(MathContent),
    /// Something over.
    MOver(MathContent),
    /// Something under.
    MUnder(MathContent),
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum MathContent {
    /// The text of a token element.
    Text(String),
    /// The children of a layout element.
    Children(Vec<Math>),
}

impl Math {
    /// The element of this name; `None` where it may not be used.
    pub fn named(name: &str, content: MathContent) -> Option<Math> {
        Some(match name {
            "mi" => Math::Mi(content),
            "mn" => Math::Mn(content),
            "mo" => Math::Mo(content),
            "mtext" => Math::MText(content),
            "mspace" => Math::MSpace(content),
            "mrow" => Math::MRow(content),
            "mfrac" => Math::MFrac(content),
            "msqrt" => Math::MSqrt(content),
            "msub" => Math::MSub(content),
            "msup" => Math::MSup(content),
            "msubsup" => Math::MSubSup(content),
            "munderover" => Math::MUnderOver(content),
            "mover" => Math::MOver(content),
            "munder" => Math::MUnder(content),
            _ => return None,
        })
    }
}
