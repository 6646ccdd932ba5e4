//! Exercises: tasks, responses and their scoring. One folder a kind, the same few files in each:
//! `mod.rs` (prompt, key, response), `score.rs`, `read.rs`, and `wire.rs` for writing (feature `author`).

pub mod answer;
pub mod ask;
pub mod blanks;
pub mod cards;
pub mod categorise;
pub mod chart;
pub mod checklist;
pub mod choice;
pub mod coding;
pub mod conversation;
pub mod draw;
pub mod hotspot;
pub mod label;
pub mod likert;
pub mod marking;
pub mod matching;
pub mod matrix;
pub mod numeric;
pub mod ordering;
pub mod pairs;
pub mod picture;
pub mod plan;
pub mod read;
pub mod reflection;
pub mod response;
pub mod scale;
pub mod score;
pub mod stakeholders;
pub mod table;
#[cfg(feature = "author")]
pub mod wire;

pub use answer::answer;
pub use response::Response;
pub use score::{NotReady, Outcome, Part, Score, Verdict, mark, readiness, score};

use crate::content::{Id, Prose};

/// What is asked and what is right, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Choose one or several options.
    Choice(choice::Prompt, choice::Key),
    /// Fill gaps in text.
    Blanks(blanks::Prompt, blanks::Key),
    /// Give a number.
    Numeric(numeric::Prompt, numeric::Key),
    /// Match items on the left with items on the right.
    Matching(matching::Prompt, matching::Key),
    /// Put items in order.
    Ordering(ordering::Prompt, ordering::Key),
    /// Sort items into groups.
    Categorise(categorise::Prompt, categorise::Key),
    /// Write freely, then compare with a model answer.
    Reflection(reflection::Prompt, reflection::Key),
    /// Say where one stands.
    Scale(scale::Prompt),
    /// Give codes to the sentences of a transcript.
    Coding(coding::Prompt, coding::Key),
    /// Make a table from data, and answer from it.
    Table(table::Prompt, table::Key),
    /// Read a chart, build one, or mend one that misleads.
    Chart(chart::Prompt, chart::Key),
    /// Choose columns for each row.
    Matrix(matrix::Prompt, matrix::Key),
    /// Say how far one agrees with each statement.
    Likert(likert::Prompt),
    /// Mark words in a text.
    Marking(marking::Prompt, marking::Key),
    /// Learn cards.
    Cards(cards::Prompt),
    /// Tick things off.
    Checklist(checklist::Prompt),
    /// Give places on a picture their labels.
    Label(label::Prompt, label::Key),
    /// Choose places on a picture.
    Hotspot(hotspot::Prompt, hotspot::Key),
    /// Fill in a plan that becomes a document.
    Plan(plan::Prompt, plan::Key),
    /// Lead a conversation.
    Conversation(conversation::Prompt, conversation::Key),
    /// Place stakeholders on a map of power and interest.
    Stakeholders(stakeholders::Prompt, stakeholders::Key),
}

/// What is asked: all that a view may see of a task.
#[derive(Clone, Copy, Debug)]
pub enum Prompt<'a> {
    /// Choose one or several options.
    Choice(&'a choice::Prompt),
    /// Fill gaps in text.
    Blanks(&'a blanks::Prompt),
    /// Give a number.
    Numeric(&'a numeric::Prompt),
    /// Match items on the left with items on the right.
    Matching(&'a matching::Prompt),
    /// Put items in order.
    Ordering(&'a ordering::Prompt),
    /// Sort items into groups.
    Categorise(&'a categorise::Prompt),
    /// Write freely, then compare with a model answer.
    Reflection(&'a reflection::Prompt),
    /// Say where one stands.
    Scale(&'a scale::Prompt),
    /// Give codes to the sentences of a transcript.
    Coding(&'a coding::Prompt),
    /// Make a table from data, and answer from it.
    Table(&'a table::Prompt),
    /// Read a chart, build one, or mend one that misleads.
    Chart(&'a chart::Prompt),
    /// Choose columns for each row.
    Matrix(&'a matrix::Prompt),
    /// Say how far one agrees with each statement.
    Likert(&'a likert::Prompt),
    /// Mark words in a text.
    Marking(&'a marking::Prompt),
    /// Learn cards.
    Cards(&'a cards::Prompt),
    /// Tick things off.
    Checklist(&'a checklist::Prompt),
    /// Give places on a picture their labels.
    Label(&'a label::Prompt),
    /// Choose places on a picture.
    Hotspot(&'a hotspot::Prompt),
    /// Fill in a plan that becomes a document.
    Plan(&'a plan::Prompt),
    /// Lead a conversation.
    Conversation(&'a conversation::Prompt),
    /// Place stakeholders on a map of power and interest.
    Stakeholders(&'a stakeholders::Prompt),
}

/// The name of a kind, as in files and records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `choice`
    Choice,
    /// `blanks`
    Blanks,
    /// `numeric`
    Numeric,
    /// `matching`
    Matching,
    /// `ordering`
    Ordering,
    /// `categorise`
    Categorise,
    /// `reflection`
    Reflection,
    /// `scale`
    Scale,
    /// `coding`
    Coding,
    /// `table`
    Table,
    /// `chart`
    Chart,
    /// `matrix`
    Matrix,
    /// `likert`
    Likert,
    /// `marking`
    Marking,
    /// `cards`
    Cards,
    /// `checklist`
    Checklist,
    /// `label`
    Label,
    /// `hotspot`
    Hotspot,
    /// `plan`
    Plan,
    /// `conversation`
    Conversation,
    /// `stakeholders`
    Stakeholders,
}

/// Something with an id and a text: an option, an item, a group, a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: Id,
    /// Its text.
    pub text: Prose,
}

/// Feedback to parts of an exercise, by id.
pub type PartFeedback = Vec<(Id, Prose)>;

impl Kind {
    /// Whether few pages have it, most of them as a workplace of its own: its code comes last to the learner.
    pub fn is_large(self) -> bool {
        match self {
            Kind::Coding
            | Kind::Table
            | Kind::Chart
            | Kind::Plan
            | Kind::Conversation
            | Kind::Stakeholders
            | Kind::Label
            | Kind::Hotspot
            | Kind::Matrix
            | Kind::Likert
            | Kind::Marking
            | Kind::Cards
            | Kind::Checklist => true,
            Kind::Choice
            | Kind::Blanks
            | Kind::Numeric
            | Kind::Matching
            | Kind::Ordering
            | Kind::Categorise
            | Kind::Reflection
            | Kind::Scale => false,
        }
    }

    /// All kinds.
    pub const ALL: [Kind; 21] = [
        Kind::Choice,
        Kind::Blanks,
        Kind::Numeric,
        Kind::Matching,
        Kind::Ordering,
        Kind::Categorise,
        Kind::Reflection,
        Kind::Scale,
        Kind::Coding,
        Kind::Table,
        Kind::Matrix,
        Kind::Likert,
        Kind::Marking,
        Kind::Cards,
        Kind::Checklist,
        Kind::Label,
        Kind::Hotspot,
        Kind::Plan,
        Kind::Conversation,
        Kind::Stakeholders,
        Kind::Chart,
    ];

    /// The name in files and records.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Choice => "choice",
            Kind::Blanks => "blanks",
            Kind::Numeric => "numeric",
            Kind::Matching => "matching",
            Kind::Ordering => "ordering",
            Kind::Categorise => "categorise",
            Kind::Reflection => "reflection",
            Kind::Scale => "scale",
            Kind::Coding => "coding",
            Kind::Table => "table",
            Kind::Chart => "chart",
            Kind::Matrix => "matrix",
            Kind::Likert => "likert",
            Kind::Marking => "marking",
            Kind::Cards => "cards",
            Kind::Checklist => "checklist",
            Kind::Label => "label",
            Kind::Hotspot => "hotspot",
            Kind::Plan => "plan",
            Kind::Conversation => "conversation",
            Kind::Stakeholders => "stakeholders",
        }
    }

    /// Whether something in it is right, or can be complete, so that it can have points.
    pub fn is_scored(self) -> bool {
        match self {
            Kind::Choice | Kind::Blanks | Kind::Numeric | Kind::Matching | Kind::Ordering | Kind::Categorise => true,
            Kind::Label | Kind::Hotspot => true,
            Kind::Matrix
            | Kind::Marking
            | Kind::Coding
            | Kind::Table
            | Kind::Chart
            | Kind::Plan
            | Kind::Conversation
            | Kind::Stakeholders => true,
            Kind::Reflection | Kind::Scale | Kind::Likert | Kind::Cards | Kind::Checklist => false,
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Task {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Task::Choice(..) => Kind::Choice,
            Task::Blanks(..) => Kind::Blanks,
            Task::Numeric(..) => Kind::Numeric,
            Task::Matching(..) => Kind::Matching,
            Task::Ordering(..) => Kind::Ordering,
            Task::Categorise(..) => Kind::Categorise,
            Task::Reflection(..) => Kind::Reflection,
            Task::Scale(..) => Kind::Scale,
            Task::Coding(..) => Kind::Coding,
            Task::Table(..) => Kind::Table,
            Task::Chart(..) => Kind::Chart,
            Task::Matrix(..) => Kind::Matrix,
            Task::Likert(..) => Kind::Likert,
            Task::Marking(..) => Kind::Marking,
            Task::Cards(..) => Kind::Cards,
            Task::Checklist(..) => Kind::Checklist,
            Task::Label(..) => Kind::Label,
            Task::Hotspot(..) => Kind::Hotspot,
            Task::Plan(..) => Kind::Plan,
            Task::Conversation(..) => Kind::Conversation,
            Task::Stakeholders(..) => Kind::Stakeholders,
        }
    }

    /// What is asked, without what is right.
    pub fn prompt(&self) -> Prompt<'_> {
        match self {
            Task::Choice(prompt, _) => Prompt::Choice(prompt),
            Task::Blanks(prompt, _) => Prompt::Blanks(prompt),
            Task::Numeric(prompt, _) => Prompt::Numeric(prompt),
            Task::Matching(prompt, _) => Prompt::Matching(prompt),
            Task::Ordering(prompt, _) => Prompt::Ordering(prompt),
            Task::Categorise(prompt, _) => Prompt::Categorise(prompt),
            Task::Reflection(prompt, _) => Prompt::Reflection(prompt),
            Task::Scale(prompt) => Prompt::Scale(prompt),
            Task::Coding(prompt, _) => Prompt::Coding(prompt),
            Task::Table(prompt, _) => Prompt::Table(prompt),
            Task::Chart(prompt, _) => Prompt::Chart(prompt),
            Task::Matrix(prompt, _) => Prompt::Matrix(prompt),
            Task::Likert(prompt) => Prompt::Likert(prompt),
            Task::Marking(prompt, _) => Prompt::Marking(prompt),
            Task::Cards(prompt) => Prompt::Cards(prompt),
            Task::Checklist(prompt) => Prompt::Checklist(prompt),
            Task::Label(prompt, _) => Prompt::Label(prompt),
            Task::Hotspot(prompt, _) => Prompt::Hotspot(prompt),
            Task::Plan(prompt, _) => Prompt::Plan(prompt),
            Task::Conversation(prompt, _) => Prompt::Conversation(prompt),
            Task::Stakeholders(prompt, _) => Prompt::Stakeholders(prompt),
        }
    }

    /// The exercise that was to be answered earlier, for one that shows what has changed since.
    pub fn after(&self) -> Option<&Id> {
        match self {
            Task::Scale(prompt) => prompt.after.as_ref(),
            Task::Likert(prompt) => prompt.after.as_ref(),
            Task::Choice(..) | Task::Blanks(..) | Task::Numeric(..) | Task::Matching(..) | Task::Ordering(..) => None,
            Task::Categorise(..) | Task::Reflection(..) | Task::Matrix(..) | Task::Marking(..) => None,
            Task::Label(..) | Task::Hotspot(..) => None,
            Task::Cards(_)
            | Task::Checklist(_)
            | Task::Coding(..)
            | Task::Table(..)
            | Task::Chart(..)
            | Task::Plan(..)
            | Task::Conversation(..)
            | Task::Stakeholders(..) => None,
        }
    }
}
