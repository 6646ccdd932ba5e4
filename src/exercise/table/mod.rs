//! Data table: a small data set to filter, sort, recode and cross-tabulate, and questions answered from it.

pub mod compute;
pub mod given;
pub mod group;
pub(super) mod read;
pub(super) mod score;
pub mod setup;
#[cfg(feature = "author")]
pub mod wire;

pub use compute::{Crosstab, Figure, Summary};
pub use given::Given;
pub use group::Group;
pub use score::{Judged, judge};
pub use setup::{Recode, Setup, Show, Test, Tests};

use super::{PartFeedback, ask};
use crate::content::Id;
use crate::content::data::Data;
use crate::exercise::numeric::Decimal;
use std::sync::Arc;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The data set, shared by the exercises of a unit.
    pub data: Arc<Data>,
    /// The columns to work with, in order.
    pub columns: Vec<Id>,
    /// What is asked.
    pub questions: Vec<Question>,
}

/// A question that the table answers.
pub type Question = ask::Question<Ask>;

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// By a number, which may be followed by this unit.
    Number(String),
    /// By naming a cell of one's own table.
    Cell,
    /// By one's own table.
    Table,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What is right, by question, complete.
    pub answers: Vec<(Id, Answer)>,
    /// The table that answers the questions.
    pub setup: Setup,
    /// Feedback by question, for what does not hold.
    pub feedback: PartFeedback,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A number, and how far off is still right.
    Number(Decimal, Decimal),
    /// A cell: what holds for its cases.
    Cell(Tests),
    /// The table of the key.
    Table,
}

impl Prompt {
    /// Whether one of the questions asks for the learner's own table.
    pub fn asks_for_a_table(&self) -> bool {
        self.questions.iter().any(|question| question.ask == Ask::Table)
    }
}

/// A response that is right in everything.
pub(super) fn model(key: &Key) -> Given {
    let mut given = Given { setup: key.setup.clone(), ..Given::default() };
    for (id, answer) in &key.answers {
        match answer {
            Answer::Number(value, _) => given.numbers.push((id.clone(), value.to_string())),
            Answer::Cell(tests) => given.cells.push((id.clone(), tests.clone())),
            Answer::Table => {}
        }
    }
    given
}
