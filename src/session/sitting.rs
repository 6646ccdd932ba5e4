//! The state of a unit's assessment, as a view may see it.

use super::{Scene, assessment_exercises};
use crate::content::Exercise;
use crate::exercise::{Response, readiness};
use crate::progress::{Answer, Sitting};

/// A unit's assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingView {
    /// The open sitting, or the last one; counts from 1.
    pub number: u32,
    /// How often it may be handed in.
    pub attempts: u32,
    /// How often it was.
    pub handed_in: u32,
    /// Exercises of this sitting.
    pub exercises: usize,
    /// How many of them are answered.
    pub answered: usize,
    /// Full points of this sitting.
    pub of: u32,
    /// Where it stands.
    pub phase: SittingPhase,
    /// Points of the sitting that counts: earned, full.
    pub counts: Option<(u32, u32)>,
    /// Whether the model answers were shown, so that no later sitting counts.
    pub revealed: bool,
}

/// Where a sitting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SittingPhase {
    /// It is being answered.
    Open,
    /// It was handed in: points earned.
    HandedIn {
        /// Points earned.
        earned: u32,
        /// Full points.
        of: u32,
    },
}

impl SittingView {
    /// Whether a new sitting may begin.
    pub fn may_retake(&self) -> bool {
        self.phase != SittingPhase::Open && !self.revealed && self.handed_in < self.attempts
    }
}

/// The number and state of the open or last sitting; 1 and nothing before the first.
pub(super) fn current<'a>(scene: &Scene<'a>) -> (u32, Option<&'a Sitting>) {
    let sittings = scene.progress.sittings.get(&scene.unit.id);
    sittings.and_then(|all| all.last()).map_or((1, None), |(number, sitting)| (number, Some(sitting)))
}

/// Whether the open or last sitting has begun.
pub(super) fn has_begun(scene: &Scene) -> bool {
    current(scene).1.is_some_and(|sitting| sitting.seed.is_some() || sitting.handed_in.is_some())
}

/// The answer to an exercise as it was handed in with the last sitting; `None` while that is open.
pub(super) fn handed_in<'a>(scene: &Scene<'a>, exercise: &Exercise) -> Option<&'a Answer> {
    let handed_in = current(scene).1?.handed_in.as_ref()?;
    handed_in.answers.iter().find(|answer| answer.exercise == exercise.id)
}

/// What was entered for an exercise in the open or last sitting.
pub(super) fn entered<'a>(scene: &Scene<'a>, exercise: &Exercise) -> Option<&'a Response> {
    let sitting = current(scene).1?;
    match &sitting.handed_in {
        Some(_) => handed_in(scene, exercise)?.response.as_ref(),
        None => sitting.drafts.get(&exercise.id),
    }
}

/// The state of the unit's assessment; `None` where it has none in this track.
pub fn sitting(scene: &Scene) -> Option<SittingView> {
    let (number, sitting) = current(scene);
    let exercises = assessment_exercises(scene);
    let unit = scene.module.unit(&scene.unit.id)?.1;
    let points = unit.counts.get(scene.track).map_or(0, |counts| counts.points);
    if points == 0 && exercises.is_empty() {
        return None;
    }
    let answered = exercises
        .iter()
        .filter(|exercise| entered(scene, exercise).is_some_and(|response| readiness(exercise, response) == Ok(None)))
        .count();
    let handed_in = sitting.and_then(|sitting| sitting.handed_in.as_ref());
    Some(SittingView {
        number,
        attempts: unit.attempts,
        handed_in: scene.progress.attempts(&scene.unit.id),
        exercises: exercises.len(),
        answered,
        of: exercises.iter().map(|exercise| exercise.points).sum(),
        phase: match handed_in.map(|handed_in| handed_in.points()) {
            Some((earned, of)) => SittingPhase::HandedIn { earned, of },
            None => SittingPhase::Open,
        },
        counts: scene.progress.counting(&scene.unit.id).map(|handed_in| handed_in.points()),
        revealed: scene.progress.revealed.contains(&scene.unit.id),
    })
}
