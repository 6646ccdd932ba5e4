//! Objectives: each is exercised, and each that is named exists.

use super::{Fault, Remark, Subject, say};
use crate::content::{Id, Module, Unit};

pub(super) fn check(module: &Module, units: &[Unit], remarks: &mut Vec<Remark>) {
    let exercises = || units.iter().flat_map(|unit| &unit.exercises);
    for objective in &module.objectives {
        if !exercises().any(|exercise| exercise.objectives.contains(&objective.id)) {
            say(remarks, Subject::Objective(objective.id.clone()), Fault::IdleObjective);
        }
    }
    for exercise in exercises() {
        let known = |id: &Id| module.objectives.iter().any(|objective| objective.id == *id);
        for id in exercise.objectives.iter().filter(|id| !known(id)) {
            say(remarks, Subject::Exercise(exercise.id.clone()), Fault::UnknownObjective(id.clone()));
        }
    }
}
