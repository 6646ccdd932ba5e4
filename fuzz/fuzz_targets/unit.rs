//! A unit, from any bytes: whatever is read of it can be answered, and its model answers earn full points.
#![no_main]

use kerege::content::read;
use kerege::exercise::{Response, answer, mark, readiness};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(unit) = read::unit(bytes).value else { return };
    for exercise in &unit.exercises {
        let empty = Response::empty(&exercise.task);
        assert!(readiness(exercise, &empty).is_ok());
        assert!(mark(exercise, &empty).is_ok_and(|score| score.earned <= score.of));
        if let Some(model) = answer(exercise) {
            assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points));
        }
    }
});
