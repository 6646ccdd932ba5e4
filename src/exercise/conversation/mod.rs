//! Conversation: a branching talk with a client. What is said changes how the client feels, and that changes where the
//! talk leads.
//!
//! Turns only lead to later turns, so that every conversation ends.

mod best;
pub(super) mod read;
pub(super) mod score;
pub mod walk;
#[cfg(feature = "author")]
pub mod wire;

pub use best::{Survey, answer, full, survey};
pub use walk::{Step, Walk, walk};

use super::{Item, PartFeedback};
use crate::content::{Id, Prose};
use crate::table::Table;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Who speaks with the learner; empty where it was left out.
    pub with: String,
    /// What a conversation changes.
    pub variables: Vec<Variable>,
    /// Ways of speaking, to name choices by.
    pub techniques: Vec<Item>,
    /// Turns; the first one begins. At least one.
    pub turns: Vec<Turn>,
}

/// Something that builds up, such as trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub text: Prose,
    /// What it is at the beginning.
    pub start: i32,
    /// It never falls below this.
    pub from: i32,
    /// It never rises above this.
    pub to: i32,
    /// Whether it is shown only when the learner looks back.
    pub is_hidden: bool,
}

/// What the client says, and what may be answered. A turn without choices is an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its id.
    pub id: Id,
    /// How the client seems.
    pub state: Prose,
    /// What the client says.
    pub says: Prose,
    /// What an ending is called.
    pub ending: Prose,
    /// What may be answered; at least one of them always.
    pub choices: Vec<Choice>,
}

/// Something that the learner may say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id, unique in the conversation.
    pub id: Id,
    /// What is said.
    pub text: Prose,
    /// The way of speaking that it is, by place in the prompt.
    pub technique: Option<usize>,
    /// What it changes: the variable, by place, and by how much.
    pub effects: Vec<(usize, i32)>,
    /// When it may be said; empty for always.
    pub when: Vec<Condition>,
    /// Where it leads: the first route whose conditions hold. The last one has none.
    pub routes: Vec<Route>,
}

/// A way to a later turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// When it is taken; empty for always.
    pub when: Vec<Condition>,
    /// The turn, by place.
    pub to: usize,
}

/// A variable lies between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The variable, by place.
    pub variable: usize,
    /// It is at least this.
    pub least: i32,
    /// It is at most this.
    pub most: i32,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What a choice or an ending is worth, by its id; 0 where it is not named.
    pub worth: Table<u32>,
    /// Feedback by choice, and by ending.
    pub feedback: PartFeedback,
}

/// More turns than this are refused.
pub const MOST_TURNS: usize = 80;

/// More variables than this are refused.
pub const MOST_VARIABLES: usize = 4;

/// More choices in a turn are refused.
pub const MOST_CHOICES: usize = 8;

/// Variables lie between these.
pub const WIDEST: std::ops::RangeInclusive<i32> = -100..=100;

/// Nothing is worth more than this.
pub const MOST_WORTH: u32 = 100;

/// More situations (a turn with the values of all variables) than this are refused: all of them are looked at when a
/// conversation is scored.
pub const MOST_SITUATIONS: usize = 4000;
