//! Checks what can be read: rules about sense, not about form.
//!
//! A module that was read without findings may still promise what it cannot hold: a rule that nobody can meet, two
//! options with the same words. These rules are pure; whoever wrote the module is told by `kerege check`.

mod award;
mod conversation;
mod exercise;
mod objective;
mod page;
mod pair;
mod pool;
mod rule;
#[cfg(test)]
mod tests;

use super::{Exercise, Id, Module, Unit};

/// One thing that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub subject: Subject,
    /// What makes no sense.
    pub fault: Fault,
}

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A learning objective.
    Objective(Id),
    /// A track.
    Track(Id),
    /// A part of a track's rule, or of an award's: the positions to follow from the outermost rule inwards.
    Rule {
        /// The track.
        track: Id,
        /// The award, where the rule is its own.
        award: Option<Id>,
        /// Positions, outermost first.
        path: Vec<usize>,
    },
    /// An award of a track.
    Award(Id, Id),
    /// A unit.
    Unit(Id),
    /// A page.
    Page(Id),
    /// A pool of a unit.
    Pool(Id, Id),
    /// An exercise.
    Exercise(Id),
    /// A part of an exercise: an option, an item, a gap.
    Part(Id, Id),
}

/// What can make no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This part has the same words as that one.
    EqualParts(Id),
    /// Feedback names a part that the exercise has not.
    FeedbackToNothing(Id),
    /// A close number is not further off than a right one.
    NearIsRight,
    /// No way leads to this turn of a conversation.
    NeverReached,
    /// This choice of a conversation is never offered.
    NeverOffered,
    /// This choice of a conversation never leads to that turn.
    NeverTaken(Id),
    /// Nothing in the conversation uses this.
    Unused,
    /// An exercise without points is part of an assessment.
    NoPoints,
    /// A kind that is never scored is part of an assessment.
    NeverScored,
    /// An exercise is to be compared with one that the module has not.
    UnknownExercise(Id),
    /// An exercise is to be compared with one that asks for something else.
    NotAlike(Id),
    /// An assessment exercise stands in a unit that cannot be handed in.
    NoAttempts,
    /// A unit that can be handed in has no assessment exercise.
    NothingToHandIn,
    /// A page has no blocks.
    EmptyPage,
    /// A track has no pages.
    EmptyTrack,
    /// There is no such track.
    UnknownTrack(Id),
    /// There is no such objective.
    UnknownObjective(Id),
    /// No exercise exercises the objective.
    IdleObjective,
    /// A pool draws more exercises than it has: (draws, has).
    TooFew(u32, u32),
    /// A pool draws nothing.
    DrawsNothing,
    /// A practice exercise is in a pool.
    PracticeInPool(Id),
    /// An exercise of a pool has other points than the pool says: (its points, the pool's).
    UnequalPoints(u32, u32),
    /// No page shows the pool.
    PoolNowhere,
    /// A block names a pool that the unit has not.
    UnknownPool(Id),
    /// The rule names a unit that the module has not.
    UnknownUnit(Id),
    /// The rule names a unit of which the track has no pages.
    UnitNotInTrack(Id),
    /// The rule speaks of points, and there are none.
    NothingToScore,
    /// The rule speaks of exercises, and there are none.
    NothingToAnswer,
    /// The rule asks for more rules than it has: (asks for, has).
    AsksTooMuch(usize, usize),
    /// The rule asks for nothing.
    AsksNothing,
    /// The track has no award.
    NoAward,
    /// A later award has no rule of its own.
    AwardWithoutRule,
    /// A later award asks for nothing that the track or an earlier award does not ask for already.
    AwardNotHarder,
}

/// What can be said of an exercise by itself.
pub fn exercise(exercise: &Exercise) -> Vec<Remark> {
    let mut remarks = Vec::new();
    exercise::check(exercise, &mut remarks);
    remarks
}

/// What can be said only where nothing of the module is missing.
pub fn module(module: &Module, units: &[Unit]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    objective::check(module, units, &mut remarks);
    pair::check(units, &mut remarks);
    for unit in units {
        page::check(module, unit, &mut remarks);
        pool::check(unit, &mut remarks);
    }
    for (index, track) in module.tracks.iter().enumerate() {
        if module.units_in(index).next().is_none() {
            say(&mut remarks, Subject::Track(track.id.clone()), Fault::EmptyTrack);
            continue;
        }
        rule::check(module, index, track, &mut remarks);
        award::check(track, &mut remarks);
    }
    remarks
}

fn say(remarks: &mut Vec<Remark>, subject: Subject, fault: Fault) {
    remarks.push(Remark { subject, fault });
}
