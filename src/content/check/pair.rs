//! Pairs: an exercise that shows what has changed since an earlier one needs one that asks for the same.

use super::{Fault, Remark, Subject, say};
use crate::content::unit::Exercise;
use crate::content::{Id, Unit};
use crate::exercise::{Item, Task};

pub(super) fn check(units: &[Unit], remarks: &mut Vec<Remark>) {
    let all = || units.iter().flat_map(|unit| &unit.exercises);
    for exercise in all() {
        let Some(after) = exercise.task.after() else { continue };
        let fault = match all().find(|one| one.id == *after) {
            None => Fault::UnknownExercise(after.clone()),
            Some(earlier) if earlier.id == exercise.id || !is_alike(earlier, exercise) => {
                Fault::NotAlike(after.clone())
            }
            Some(_) => continue,
        };
        say(remarks, Subject::Exercise(exercise.id.clone()), fault);
    }
}

/// Whether an answer to one can be compared with an answer to the other.
fn is_alike(earlier: &Exercise, later: &Exercise) -> bool {
    match (&earlier.task, &later.task) {
        (Task::Scale(earlier), Task::Scale(later)) => (earlier.from, earlier.to) == (later.from, later.to),
        (Task::Likert(earlier), Task::Likert(later)) => {
            let has = |item: &Item| earlier.statements.iter().any(|one| one.id == item.id);
            ids(&earlier.levels).eq(ids(&later.levels)) && later.statements.iter().all(has)
        }
        _ => false,
    }
}

fn ids(items: &[Item]) -> impl Iterator<Item = &Id> {
    items.iter().map(|item| &item.id)
}
