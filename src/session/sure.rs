//! How sure a learner is of their answers, and which of those they were sure of do not hold.

use super::sitting::{current, handed_in};
use super::{Scene, exercises_on};
use crate::content::unit::{Exercise, Mode};
use crate::content::{Id, Page};
use crate::progress::SURE;

/// How sure the learner says they are of the answer at hand: from 1 for a guess to 3 for sure.
pub(super) fn rated(scene: &Scene, exercise: &Exercise) -> Option<u32> {
    let (sitting, sure) = *scene.progress.sure.get(&exercise.id)?;
    (sitting == sitting_of(scene, exercise)).then_some(sure)
}

/// The sitting that an answer to this exercise belongs to now; 0 for practice.
pub(super) fn sitting_of(scene: &Scene, exercise: &Exercise) -> u32 {
    match exercise.mode {
        Mode::Practice => 0,
        Mode::Assessment => current(scene).0,
    }
}

/// The exercises of the unit that the learner was sure of and that do not hold, with their pages, in order. Of an
/// assessment only what was handed in.
pub fn sure_and_wrong<'a>(scene: &Scene<'a>) -> Vec<(&'a Page, &'a Exercise)> {
    let Some(track) = scene.track_id() else { return Vec::new() };
    let is_wrong = |exercise: &Exercise| {
        let (earned, of) = points(scene, exercise).unwrap_or_default();
        exercise.confidence && earned < of && rated(scene, exercise) == Some(SURE)
    };
    let mut found: Vec<(&Page, &Exercise)> = Vec::new();
    for page in scene.unit.pages_in(track) {
        let wrong = exercises_on(scene, page).into_iter().filter(|exercise| is_wrong(exercise));
        for exercise in wrong {
            let is_new = |id: &Id| found.iter().all(|(_, known)| known.id != *id);
            if is_new(&exercise.id) {
                found.push((page, exercise));
            }
        }
    }
    found
}

/// The points of the latest answer that was scored.
fn points(scene: &Scene, exercise: &Exercise) -> Option<(u32, u32)> {
    let answer = match exercise.mode {
        Mode::Practice => &scene.progress.exercises.get(&exercise.id)?.latest.as_ref()?.answer,
        Mode::Assessment => handed_in(scene, exercise)?,
    };
    Some((answer.earned, answer.of))
}
