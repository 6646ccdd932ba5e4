//! Numeric: a number with a tolerance.

pub mod decimal;
pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

pub use decimal::Decimal;

use crate::content::Prose;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Unit, shown behind the field and accepted when typed; empty for none.
    pub unit: String,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The number.
    pub value: Decimal,
    /// How far off is still right.
    pub tolerance: Decimal,
    /// How far off is close, worth half the points.
    pub near: Option<Near>,
}

/// A wider tolerance for half the points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// How far off is close.
    pub tolerance: Decimal,
    /// What is said to a close number.
    pub feedback: Prose,
}
