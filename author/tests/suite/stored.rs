//! What a learner who does a course of the repository over and over leaves on the device.

use crate::folder::courses;
use kerege::content::unit::{Exercise, Mode};
use kerege::content::{Id, Module, Page, Unit};
use kerege::exercise::draw::draw;
use kerege::exercise::plan::{self, Shape};
use kerege::exercise::{Response, Task, answer, mark};
use kerege::port::Moment;
use kerege::progress::{Answer, Event, Log, Place, SURE, compact, envelope};
use kerege::session::{Scene, exercises_on};
use kerege_author::check::check;

/// The most that a course may take, in bytes.
const MOST: usize = 200_000;

/// A paragraph as people write it into free text.
const PARAGRAPH: &str = "Как люди в нашем городе решают, где пройти тест? Мы спросили шестьдесят одного человека, и двое из трёх \
     сказали, что им важнее всего, чтобы об этом никто не узнал. Об этом мы и поговорим с теми, кто принимает решения. ";

/// Everything that can be entered, entered: the model answer, and words where there is none.
fn entered(exercise: &Exercise) -> Response {
    let all = |items: &[kerege::exercise::Item]| items.iter().map(|item| item.id.clone()).collect::<Vec<Id>>();
    match (&exercise.task, answer(exercise)) {
        (_, Some(response)) => response,
        (Task::Reflection(prompt, _), None) => {
            let levels = prompt.rubric.iter().map(|one| (one.item.id.clone(), one.levels[0].id.clone())).collect();
            Response::Reflection { text: PARAGRAPH.repeat(3), met: all(&prompt.criteria), levels }
        }
        (Task::Plan(prompt, _), None) => {
            let entries = prompt.fields().map(|field| (field.id.clone(), filled(field))).collect();
            Response::Plan { entries, met: all(&prompt.criteria) }
        }
        (Task::Cards(prompt), None) => Response::Cards { known: all_cards(prompt), again: Vec::new() },
        (Task::Checklist(prompt), None) => Response::Checklist(all(&prompt.items)),
        (Task::Likert(prompt), None) => {
            let level = |one: &kerege::exercise::Item| (one.id.clone(), prompt.levels[0].id.clone());
            Response::Likert(prompt.statements.iter().map(level).collect())
        }
        (Task::Scale(prompt), None) => Response::Scale(Some(prompt.to)),
        (task, None) => panic!("{:?} has no model answer", task.kind()),
    }
}

fn all_cards(prompt: &kerege::exercise::cards::Prompt) -> Vec<Id> {
    prompt.cards.iter().map(|card| card.id.clone()).collect()
}

/// A field of a plan with a paragraph in it, or three rows.
fn filled(field: &plan::Field) -> plan::Entry {
    match &field.shape {
        Shape::Text { most, .. } => plan::Entry::Text(PARAGRAPH.chars().take(*most as usize).collect()),
        Shape::Rows { columns, least, .. } => {
            let row = columns.iter().map(|column| (column.id.clone(), PARAGRAPH.chars().take(40).collect()));
            plan::Entry::Rows(vec![row.collect(); (*least).max(3) as usize])
        }
    }
}

/// Somebody at work, a second after the other.
struct Learner<'a> {
    log: Log,
    now: i64,
    module: &'a Module,
}

impl Learner<'_> {
    fn does(&mut self, event: Event) {
        self.now += 1000;
        self.log.append(vec![event], Moment(self.now));
    }

    /// Goes through every page of a unit and does everything there is to do.
    fn works_through(&mut self, unit: &Unit, time: u32) {
        for page in &unit.pages {
            let place = Place { unit: unit.id.clone(), tracks: page.tracks.clone() };
            self.does(Event::Seen { place: place.clone(), page: page.id.clone() });
            for exercise in self.on(unit, page).into_iter().filter(|one| one.mode == Mode::Practice) {
                self.practises(unit, &place, exercise);
            }
        }
        let entry = self.module.unit(&unit.id).unwrap().1;
        if time <= entry.attempts {
            self.sits(unit, time);
        }
    }

    fn on<'u>(&self, unit: &'u Unit, page: &Page) -> Vec<&'u Exercise> {
        let progress = self.log.progress().clone();
        let scene = Scene { module: self.module, track: 0, unit, progress: &progress, mix: 1 };
        let ids: Vec<Id> = exercises_on(&scene, page).into_iter().map(|one| one.id.clone()).collect();
        ids.iter().map(|id| unit.exercise(id).unwrap()).collect()
    }

    /// Types, asks for every hint, says how sure, checks, looks at the answer, and begins to change it.
    fn practises(&mut self, unit: &Unit, place: &Place, exercise: &Exercise) {
        let response = entered(exercise);
        let draft = |response: Response| Event::Draft {
            unit: unit.id.clone(),
            exercise: exercise.id.clone(),
            sitting: 0,
            response,
        };
        self.does(draft(response.clone()));
        for count in 1..=exercise.hints.len() as u32 {
            self.does(Event::Hinted { exercise: exercise.id.clone(), count });
        }
        if exercise.confidence {
            self.does(Event::Rated { exercise: exercise.id.clone(), sitting: 0, sure: SURE });
        }
        let answer = answered(exercise, &response);
        self.does(Event::Answered { place: place.clone(), n: 0, answer });
        self.does(Event::Shown { exercise: exercise.id.clone() });
        self.does(draft(response));
    }

    /// Hands in the unit's assessment.
    fn sits(&mut self, unit: &Unit, sitting: u32) {
        let pooled: Vec<&Id> = unit.pools.iter().flat_map(|pool| &pool.exercises).collect();
        let drawn: Vec<Id> = unit.pools.iter().flat_map(|pool| draw(pool, sitting)).collect();
        let is_asked = |one: &&Exercise| !pooled.contains(&&one.id) || drawn.contains(&one.id);
        let asked = unit.exercises.iter().filter(|one| one.mode == Mode::Assessment).filter(is_asked);
        let answers = asked.map(|one| answered(one, &entered(one))).collect();
        let place = Place { unit: unit.id.clone(), tracks: Vec::new() };
        self.does(Event::Began { unit: unit.id.clone(), sitting, seed: sitting });
        self.does(Event::HandedIn { place, sitting, answers });
    }
}

fn answered(exercise: &Exercise, response: &Response) -> Answer {
    let earned = mark(exercise, response).unwrap().earned;
    let response = Some(response.clone());
    Answer { exercise: exercise.id.clone(), revision: exercise.revision, response, earned, of: exercise.points }
}

#[test]
fn a_course_that_was_fully_done_ten_times_over_stays_small() {
    for name in ["data-analysis", "knowledge-into-action", "chemsex-support", "gallery"] {
        let built = check(&courses().join(name), false).built.unwrap();
        let (module, units) = built.read.unwrap();
        let mut learner = Learner { log: Log::new("f3a9c0de", 0, Vec::new()), now: 1_790_000_000_000, module: &module };
        let mut after = Vec::new();
        for time in 1..=10 {
            units.iter().for_each(|unit| learner.works_through(unit, time));
            let log = &learner.log;
            after.push(envelope::write(&module.id, log.writer(), log.seq(), &compact(log.own())).len());
        }
        assert!(after[9] < MOST, "{name}: {after:?}");
        assert!(after[0] * 5 > after[9], "{name}: {after:?}");
    }
}
