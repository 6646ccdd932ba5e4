//! Sizes that must not grow: what is stored, and what has to be fetched before the first page.

use crate::support::{id, large};
use kerege::completion::{Outstanding, Standing, awards, standing};
use kerege::content::module::UnitSource;
use kerege::content::read;
use kerege::content::unit::Unit;
use kerege::content::{Exercise, Finding};
use kerege::exercise::{Response, Task, answer, mark};
use kerege::port::Moment;
use kerege::progress::{Answer, Event, Log, Place, compact, envelope, fold};

/// A learner who types everything in three steps, asks for hints, shows the answer and checks, over and over.
fn work(log: &mut Log, unit: &Unit, n_times: i64) {
    let place = Place { unit: unit.id.clone(), tracks: Vec::new() };
    let mut now = 0;
    let mut append = |log: &mut Log, event| {
        now += 1000;
        log.append(vec![event], Moment(now));
    };
    for _ in 0..n_times {
        for page in &unit.pages {
            append(log, Event::Seen { place: place.clone(), page: page.id.clone() });
        }
        for exercise in &unit.exercises {
            for step in 1..=3 {
                let (unit, exercise, response) = (unit.id.clone(), exercise.id.clone(), entered(exercise, step));
                append(log, Event::Draft { unit, exercise, sitting: 0, response });
            }
            append(log, Event::Hinted { exercise: exercise.id.clone(), count: 1 });
            let response = entered(exercise, 3);
            let earned = mark(exercise, &response).map_or(0, |score| score.earned);
            let (id, of) = (exercise.id.clone(), exercise.points);
            let answer = Answer { exercise: id, revision: 1, response: Some(response), earned, of };
            append(log, Event::Answered { place: place.clone(), n: 0, answer });
            append(log, Event::Shown { exercise: exercise.id.clone() });
            let (unit, exercise, response) = (unit.id.clone(), exercise.id.clone(), entered(exercise, 1));
            append(log, Event::Draft { unit, exercise, sitting: 0, response });
        }
    }
}

/// What is entered after so many steps: reflections are a page long.
fn entered(exercise: &Exercise, step: usize) -> Response {
    match (&exercise.task, answer(exercise)) {
        (_, Some(response)) => response,
        (Task::Reflection(..), None) => {
            let text = "Как люди в нашем городе решают, где пройти тест? ".repeat(10 * step);
            Response::Reflection { text, met: vec![id("a")], levels: Vec::new() }
        }
        (task, None) => Response::empty(task),
    }
}

#[test]
fn a_course_done_ten_times_over_stays_small() {
    let reading = read::unit(&large::unit("u0", 20, 2));
    assert_eq!(reading.findings, Vec::<Finding>::new());
    let unit = reading.value.expect("a unit");
    assert_eq!((unit.pages.len(), unit.exercises.len()), (20, 40));
    let size = |n_times| {
        let mut log = Log::new("f3a9", 0, Vec::new());
        work(&mut log, &unit, n_times);
        envelope::write(&id("k7m2q9x4ta"), log.writer(), log.seq(), &compact(log.own())).len()
    };
    let (once, ten) = (size(1), size(10));
    assert!(ten < 200_000, "{ten} bytes");
    assert!(ten < once + once / 20, "{ten} bytes, {once} after the first time");
}

#[test]
fn an_outline_does_not_grow_with_pages_and_exercises() {
    let (small, large) = (large::module(40, 1, 1), large::module(40, 50, 250));
    assert!(large.len() < 30_000, "{} bytes", large.len());
    assert!(large.len() - small.len() < 600, "{} bytes more", large.len() - small.len());
    let module = read::module(&large).value.expect("a module");
    let all = module
        .units_in(0)
        .fold((0, 0), |(pages, exercises), (_, counts)| (pages + counts.pages, exercises + counts.exercises));
    assert_eq!(all, (2_000, 10_000));
    assert!(module.units.iter().all(|unit| matches!(&unit.source, UnitSource::Files(files) if files.len() == 2)));
}

#[test]
fn a_course_of_two_thousand_pages_is_completed_by_its_outline_alone() {
    let module = read::module(&large::module(40, 50, 250)).value.expect("a module");
    let records = large::records(40, 50, 200, 1);
    let progress = fold(&records);
    let Standing::Open(Outstanding::Score { share, attempts }) =
        standing(&module.tracks[0].rule, &module, 0, &progress)
    else {
        panic!("only points are outstanding");
    };
    assert_eq!((share.have, share.of, attempts), (0, 10_000, 120));
    assert!(awards(&module, 0, &progress).is_empty());
}
