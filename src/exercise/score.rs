//! Scoring: a pure function of exercise and response, in whole points.

use super::{
    Response, Task, blanks, cards, categorise, chart, choice, coding, conversation, matching, matrix, numeric,
    ordering, plan, reflection, scale, stakeholders, table,
};
use crate::content::unit::{Credit, Exercise};
use crate::content::{Id, Prose};
use std::fmt;

/// What scoring gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// The response cannot be scored yet. This is not zero points.
    NotReady(NotReady),
    /// It was scored.
    Scored(Score<'a>),
}

/// Why a response cannot be scored yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotReady {
    /// Nothing was answered.
    Empty,
    /// So many parts are still open.
    Open(usize),
    /// What was typed is not a number.
    NotANumber,
    /// The learner has not said how sure they are.
    HowSure,
}

/// Points, and how each part did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score<'a> {
    /// Points earned, `0..=of`.
    pub earned: u32,
    /// Full points.
    pub of: u32,
    /// How each part did, in the order of the prompt.
    pub parts: Vec<Part<'a>>,
}

/// How a part of a response did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The part: an option, a gap, an item. `None` where the exercise has one part only.
    pub id: Option<&'a Id>,
    /// How it did.
    pub verdict: Verdict,
    /// What is said to it.
    pub feedback: Option<&'a Prose>,
}

/// How a part did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Right,
    /// Close, and worth some of the points.
    Near,
    /// It does not hold.
    Wrong,
    /// It would have been right, and was not given.
    Missed,
}

/// How partial credit is given, to be shown to the learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditRule {
    /// There are no points.
    None,
    /// All the points or none.
    AllOrNothing,
    /// A share for each part that holds.
    PerPart,
    /// A share for each right option, less one for each that does not hold; never below zero.
    RightLessWrong,
    /// A share for each step of the longest run that is in order.
    LongestRun,
    /// Half the points for a number that is close.
    Near,
    /// The share of what both coders gave in all that either gave.
    Shared,
    /// A share for each field that is filled in, whatever is written.
    PerField,
    /// What each step is worth, measured by the best way through.
    Worth,
    /// A share for each place near the author's.
    PerPlace,
}

/// A response of another kind than its exercise: a fault of the caller, never a wrong answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch;

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the response is of another kind than its exercise")
    }
}

impl std::error::Error for Mismatch {}

/// What a kind's marking gives before points are made of it: so many of so many shares.
#[derive(Debug)]
pub(super) struct Marks<'a> {
    pub(super) held: u32,
    pub(super) of: u32,
    pub(super) parts: Vec<Part<'a>>,
}

/// Scores a response, or says why it is not ready.
///
/// # Errors
/// [`Mismatch`] where the response is of another kind.
pub fn score<'a>(exercise: &'a Exercise, response: &Response) -> Result<Outcome<'a>, Mismatch> {
    Ok(match readiness(exercise, response)? {
        Some(not_ready) => Outcome::NotReady(not_ready),
        None => Outcome::Scored(mark(exercise, response)?),
    })
}

/// Why the response is not ready to be scored; `None` where it is.
///
/// # Errors
/// [`Mismatch`] where the response is of another kind.
pub fn readiness(exercise: &Exercise, response: &Response) -> Result<Option<NotReady>, Mismatch> {
    Ok(match (&exercise.task, response) {
        (Task::Choice(..), Response::Choice(response))
        | (Task::Marking(..), Response::Marking(response))
        | (Task::Hotspot(..), Response::Hotspot(response))
        | (Task::Checklist(_), Response::Checklist(response)) => choice::score::readiness(response),
        (Task::Blanks(prompt, _), Response::Blanks(response)) => blanks::score::readiness(prompt, response),
        (Task::Numeric(prompt, _), Response::Numeric(response)) => numeric::score::readiness(prompt, response),
        (Task::Matching(prompt, _), Response::Matching(response)) => matching::score::readiness(prompt, response),
        (Task::Ordering(prompt, _), Response::Ordering(response)) => ordering::score::readiness(prompt, response),
        (Task::Categorise(prompt, _), Response::Categorise(response)) => categorise::score::readiness(prompt, response),
        (Task::Reflection(..), Response::Reflection { text, .. }) => reflection::score::readiness(text),
        (Task::Scale(prompt), Response::Scale(response)) => scale::score::readiness(prompt, *response),
        (Task::Coding(..), Response::Coding(given)) => coding::score::readiness(given),
        (Task::Table(prompt, _), Response::Table(given)) => table::score::readiness(prompt, given),
        (Task::Chart(prompt, _), Response::Chart(given)) => chart::score::readiness(prompt, given),
        (Task::Matrix(prompt, _), Response::Matrix(response)) => matrix::score::readiness(prompt, response),
        (Task::Label(prompt, _), Response::Label(response)) => matching::score::placed(&prompt.picture.spots, response),
        (Task::Likert(prompt), Response::Likert(response)) => matching::score::placed(&prompt.statements, response),
        (Task::Cards(prompt), Response::Cards { known, .. }) => cards::score::readiness(prompt, known),
        (Task::Plan(prompt, _), Response::Plan { entries, .. }) => plan::score::readiness(prompt, entries),
        (Task::Conversation(prompt, _), Response::Conversation(path)) => conversation::score::readiness(prompt, path),
        (Task::Stakeholders(prompt, _), Response::Stakeholders(given)) => stakeholders::score::readiness(prompt, given),
        _ => return Err(Mismatch),
    })
}

/// Scores a response as it stands: what is open earns nothing. For handing in an assessment.
///
/// # Errors
/// [`Mismatch`] where the response is of another kind.
pub fn mark<'a>(exercise: &'a Exercise, response: &Response) -> Result<Score<'a>, Mismatch> {
    let marks = match (&exercise.task, response) {
        (Task::Choice(prompt, key), Response::Choice(response)) => choice::score::marks(prompt, key, response),
        (Task::Blanks(prompt, key), Response::Blanks(response)) => blanks::score::marks(prompt, key, response),
        (Task::Numeric(prompt, key), Response::Numeric(response)) => numeric::score::marks(prompt, key, response),
        (Task::Matching(prompt, key), Response::Matching(response)) => matching::score::marks(prompt, key, response),
        (Task::Ordering(prompt, key), Response::Ordering(response)) => ordering::score::marks(prompt, key, response),
        (Task::Categorise(prompt, key), Response::Categorise(response)) => {
            categorise::score::marks(prompt, key, response)
        }
        (Task::Coding(prompt, key), Response::Coding(given)) => coding::score::marks(prompt, key, given),
        (Task::Table(prompt, key), Response::Table(given)) => table::score::marks(prompt, key, given),
        (Task::Chart(prompt, key), Response::Chart(given)) => chart::score::marks(prompt, key, given),
        (Task::Matrix(prompt, key), Response::Matrix(response)) => matrix::score::marks(prompt, key, response),
        (Task::Plan(prompt, _), Response::Plan { entries, .. }) => plan::score::marks(prompt, entries),
        (Task::Conversation(prompt, key), Response::Conversation(path)) => {
            conversation::score::marks(prompt, key, path)
        }
        (Task::Stakeholders(prompt, key), Response::Stakeholders(given)) => {
            stakeholders::score::marks(prompt, key, given)
        }
        (Task::Label(prompt, key), Response::Label(response)) => {
            matching::score::assigned(&prompt.picture.spots, &key.labels, &key.feedback, response)
        }
        (Task::Hotspot(prompt, key), Response::Hotspot(response)) => {
            choice::score::picked(&prompt.picture.spots, &key.right, prompt.multiple, &key.feedback, response)
        }
        (Task::Marking(prompt, key), Response::Marking(response)) => {
            choice::score::picked(&prompt.words, &key.right, true, &key.feedback, response)
        }
        (Task::Reflection(..), Response::Reflection { .. })
        | (Task::Scale(_), Response::Scale(_))
        | (Task::Likert(_), Response::Likert(_))
        | (Task::Cards(_), Response::Cards { .. })
        | (Task::Checklist(_), Response::Checklist(_)) => Marks { held: 0, of: 0, parts: Vec::new() },
        _ => return Err(Mismatch),
    };
    Ok(Score { earned: points(exercise, marks.held, marks.of), of: exercise.points, parts: marks.parts })
}

/// How partial credit is given in this exercise.
pub fn credit_rule(exercise: &Exercise) -> CreditRule {
    if exercise.points == 0 {
        return CreditRule::None;
    }
    let all = exercise.credit == Credit::AllOrNothing;
    match &exercise.task {
        Task::Choice(prompt, _) if all || !prompt.multiple => CreditRule::AllOrNothing,
        Task::Matrix(prompt, _) if prompt.multiple && !all => CreditRule::RightLessWrong,
        Task::Marking(..) if !all => CreditRule::RightLessWrong,
        Task::Hotspot(prompt, _) if prompt.multiple && !all => CreditRule::RightLessWrong,
        Task::Label(..) if !all => CreditRule::PerPart,
        Task::Choice(..) => CreditRule::RightLessWrong,
        Task::Numeric(_, key) if key.near.is_some() && !all => CreditRule::Near,
        Task::Numeric(..) => CreditRule::AllOrNothing,
        Task::Ordering(..) if !all => CreditRule::LongestRun,
        Task::Coding(..) if !all => CreditRule::Shared,
        Task::Coding(..) => CreditRule::AllOrNothing,
        Task::Table(..) | Task::Chart(..) if !all => CreditRule::PerPart,
        Task::Table(..) | Task::Chart(..) => CreditRule::AllOrNothing,
        Task::Conversation(..) if !all => CreditRule::Worth,
        Task::Conversation(..) => CreditRule::AllOrNothing,
        Task::Blanks(..) | Task::Matching(..) | Task::Categorise(..) | Task::Matrix(..) if !all => CreditRule::PerPart,
        Task::Blanks(..) | Task::Matching(..) | Task::Categorise(..) | Task::Ordering(..) => CreditRule::AllOrNothing,
        Task::Matrix(..) | Task::Marking(..) | Task::Label(..) | Task::Hotspot(..) => CreditRule::AllOrNothing,
        Task::Plan(..) if !all => CreditRule::PerField,
        Task::Stakeholders(..) if !all => CreditRule::PerPlace,
        Task::Plan(..) | Task::Stakeholders(..) => CreditRule::AllOrNothing,
        Task::Reflection(..) | Task::Scale(_) | Task::Likert(_) | Task::Cards(_) | Task::Checklist(_) => {
            CreditRule::None
        }
    }
}

/// Points for `held` of `of` shares, rounded down: only a full answer earns full points.
fn points(exercise: &Exercise, held: u32, of: u32) -> u32 {
    match exercise.credit {
        Credit::AllOrNothing => {
            if of > 0 && held >= of {
                exercise.points
            } else {
                0
            }
        }
        Credit::Parts if of == 0 => 0,
        Credit::Parts => {
            let earned = u64::from(exercise.points) * u64::from(held.min(of)) / u64::from(of);
            u32::try_from(earned).unwrap_or(exercise.points)
        }
    }
}

/// The feedback to a part, where its author wrote one.
pub(super) fn feedback<'a>(feedback: &'a [(Id, Prose)], id: &Id) -> Option<&'a Prose> {
    super::pairs::get(feedback, id)
}

/// Readiness of a response that has to give each of `all` parts a value.
pub(super) fn open_parts(given: usize, all: usize) -> Option<NotReady> {
    match given {
        0 => Some(NotReady::Empty),
        given if given < all => Some(NotReady::Open(all - given)),
        _ => None,
    }
}
