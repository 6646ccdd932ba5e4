//! Decides what a command leads to.

use super::present::is_mixed;
use super::sitting::{current, has_begun};
use super::sure::rated;
use super::{Scene, SittingPhase, assessment_exercises, sitting};
use crate::content::Id;
use crate::content::unit::{Exercise, Mode, Page};
use crate::exercise::{NotReady, Outcome, Response, answer, mark, readiness, score};
use crate::progress::{Answer, Event, Place, SURE, page_key};

/// What a learner does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Opens a page.
    Open(Id),
    /// Enters something without checking it.
    Enter(Id, Response),
    /// Says how sure they are of an answer: from 1 for a guess to 3 for sure.
    Rate(Id, u32),
    /// Checks an answer to a practice exercise.
    Check(Id, Response),
    /// Opens the practice exercise again, with the answer as it was.
    Retry(Id),
    /// Asks for the next hint.
    Hint(Id),
    /// Asks for the model answer of a practice exercise.
    Show(Id),
    /// Hands in the unit's assessment.
    HandIn,
    /// Begins a new sitting of the unit's assessment.
    Retake,
    /// Asks for the model answers of the unit's assessment: later sittings will not count.
    Reveal,
}

/// What a command leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// To be appended to the log.
    pub events: Vec<Event>,
    /// To be said.
    pub notice: Option<Notice>,
}

/// What has to be said at once; feedback itself is in the exercise's view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The answer cannot be scored yet.
    NotReady(NotReady),
    /// The answer was checked.
    Checked,
    /// A hint was opened.
    Hint,
    /// The model answer is shown.
    Shown,
    /// The assessment was handed in.
    HandedIn,
    /// A new sitting began.
    Began,
}

/// Decides. `chance` is a random number, used to draw from pools again. A command that makes no sense here (an unknown
/// exercise, a hand-in twice) leads to nothing.
pub fn decide(scene: &Scene, command: Command, chance: u32) -> Decision {
    let decision = match command {
        Command::Open(page) => open(scene, &page),
        Command::Enter(id, response) => enter(scene, &id, response),
        Command::Rate(id, sure) => rate(scene, &id, sure),
        Command::Check(id, response) => check(scene, &id, response),
        Command::Retry(id) => retry(scene, &id),
        Command::Hint(id) => hint(scene, &id),
        Command::Show(id) => show(scene, &id),
        Command::HandIn => hand_in(scene),
        Command::Retake => retake(scene, chance),
        Command::Reveal => reveal(scene),
    };
    decision.unwrap_or_default()
}

fn open(scene: &Scene, page: &Id) -> Option<Decision> {
    let page = scene.unit.pages.iter().find(|one| one.id == *page)?;
    let mut events = Vec::new();
    let key = (scene.unit.id.clone(), page.id.clone());
    let place = place(scene, page);
    let known =
        scene.progress.seen.get(&page_key(&key.0, key.1.as_str())).is_some_and(|places| places.contains(&place));
    if !known || scene.progress.last.as_ref() != Some(&key) {
        events.push(Event::Seen { place, page: page.id.clone() });
    }
    if scene.attempts() > 0 && !has_begun(scene) && assesses(scene, page) {
        events.push(Event::Began { unit: scene.unit.id.clone(), sitting: current(scene).0, seed: scene.mix });
    }
    // What is seen first is what stays: it was mixed with this number already.
    if scene.progress.mix.is_none() && scene.unit.exercises.iter().any(is_mixed) {
        events.push(Event::Mixed { seed: scene.mix });
    }
    Some(Decision { events, notice: None })
}

/// Whether a page holds a part of the unit's assessment.
pub fn assesses(scene: &Scene, page: &Page) -> bool {
    use crate::content::unit::BlockContent;
    let Some(track) = scene.track_id() else { return false };
    page.blocks_in(track).any(|block| match &block.content {
        BlockContent::Prose(_) => false,
        BlockContent::Pool(_) => true,
        BlockContent::Exercise { exercise, .. } => {
            scene.unit.exercise(exercise).is_some_and(|exercise| exercise.mode == Mode::Assessment)
        }
    })
}

fn enter(scene: &Scene, id: &Id, response: Response) -> Option<Decision> {
    let exercise = fitting(scene, id, &response)?;
    let sitting = match exercise.mode {
        Mode::Practice => 0,
        Mode::Assessment => open_sitting(scene)?,
    };
    let (unit, exercise) = (scene.unit.id.clone(), exercise.id.clone());
    Some(Decision { events: vec![Event::Draft { unit, exercise, sitting, response }], notice: None })
}

fn rate(scene: &Scene, id: &Id, sure: u32) -> Option<Decision> {
    let exercise = scene.unit.exercise(id).filter(|exercise| exercise.confidence && (1..=SURE).contains(&sure))?;
    let sitting = match exercise.mode {
        Mode::Practice => 0,
        Mode::Assessment => open_sitting(scene)?,
    };
    (rated(scene, exercise) != Some(sure)).then(|| {
        let event = Event::Rated { exercise: exercise.id.clone(), sitting, sure };
        Decision { events: vec![event], notice: None }
    })
}

fn check(scene: &Scene, id: &Id, response: Response) -> Option<Decision> {
    let exercise = fitting(scene, id, &response).filter(|exercise| exercise.mode == Mode::Practice)?;
    let scored = match score(exercise, &response).ok()? {
        Outcome::NotReady(why) => return Some(Decision { events: Vec::new(), notice: Some(Notice::NotReady(why)) }),
        Outcome::Scored(_) if exercise.confidence && rated(scene, exercise).is_none() => {
            return Some(Decision { events: Vec::new(), notice: Some(Notice::NotReady(NotReady::HowSure)) });
        }
        Outcome::Scored(score) => score,
    };
    let answer = Answer {
        exercise: exercise.id.clone(),
        revision: exercise.revision,
        earned: scored.earned,
        of: scored.of,
        response: Some(response),
    };
    let place = place_of(scene, exercise)?;
    Some(Decision { events: vec![Event::Answered { place, n: 0, answer }], notice: Some(Notice::Checked) })
}

fn retry(scene: &Scene, id: &Id) -> Option<Decision> {
    let given = scene.progress.exercises.get(id)?.latest.as_ref()?;
    enter(scene, id, given.answer.response.clone()?.again())
}

fn hint(scene: &Scene, id: &Id) -> Option<Decision> {
    let exercise = scene.unit.exercise(id).filter(|exercise| exercise.mode == Mode::Practice)?;
    let open = scene.progress.exercises.get(id).map_or(0, |done| done.hints);
    if open as usize >= exercise.hints.len() {
        return None;
    }
    let event = Event::Hinted { exercise: id.clone(), count: open + 1 };
    Some(Decision { events: vec![event], notice: Some(Notice::Hint) })
}

fn show(scene: &Scene, id: &Id) -> Option<Decision> {
    let exercise = scene.unit.exercise(id).filter(|exercise| exercise.mode == Mode::Practice)?;
    answer(exercise)?;
    let done = scene.progress.exercises.get(id)?;
    let latest = done.latest.as_ref()?;
    // An exercise that has changed so much that it is asked again was not tried yet.
    latest.answer.response.as_ref().filter(|response| response.fits(&exercise.task))?;
    let mut events = vec![Event::Shown { exercise: id.clone() }];
    // The answer is shown beside what was checked last, so anything entered since is put away.
    if done.draft.is_some() {
        events.push(Event::Answered { place: place_of(scene, exercise)?, n: 0, answer: latest.answer.clone() });
    }
    Some(Decision { events, notice: Some(Notice::Shown) })
}

fn hand_in(scene: &Scene) -> Option<Decision> {
    let sitting = open_sitting(scene)?;
    if scene.progress.attempts(&scene.unit.id) >= scene.attempts() {
        return None;
    }
    let exercises = assessment_exercises(scene);
    let place = place_of(scene, exercises.first()?)?;
    let answers = exercises.iter().map(|exercise| {
        // What was emptied again is no answer.
        let is_answer = |response: &&Response| {
            response.fits(&exercise.task) && readiness(exercise, response) != Ok(Some(NotReady::Empty))
        };
        let entered = super::sitting::entered(scene, exercise).filter(is_answer);
        let earned = entered.and_then(|response| mark(exercise, response).ok()).map_or(0, |score| score.earned);
        Answer {
            exercise: exercise.id.clone(),
            revision: exercise.revision,
            response: entered.cloned(),
            earned,
            of: exercise.points,
        }
    });
    let answers = answers.collect();
    Some(Decision { events: vec![Event::HandedIn { place, sitting, answers }], notice: Some(Notice::HandedIn) })
}

fn retake(scene: &Scene, chance: u32) -> Option<Decision> {
    let state = sitting(scene).filter(super::SittingView::may_retake)?;
    let event = Event::Began { unit: scene.unit.id.clone(), sitting: state.number + 1, seed: chance };
    Some(Decision { events: vec![event], notice: Some(Notice::Began) })
}

fn reveal(scene: &Scene) -> Option<Decision> {
    let state = sitting(scene)?;
    if state.phase == SittingPhase::Open || state.revealed {
        return None;
    }
    let event = Event::Revealed { unit: scene.unit.id.clone() };
    Some(Decision { events: vec![event], notice: Some(Notice::Shown) })
}

/// An exercise of the unit, if the response is one for it.
fn fitting<'a>(scene: &Scene<'a>, id: &Id, response: &Response) -> Option<&'a Exercise> {
    scene.unit.exercise(id).filter(|exercise| response.kind() == exercise.task.kind() && response.fits(&exercise.task))
}

/// The number of the sitting that is open.
fn open_sitting(scene: &Scene) -> Option<u32> {
    let state = sitting(scene)?;
    (has_begun(scene) && state.phase == SittingPhase::Open).then_some(state.number)
}

/// The place of the page that an exercise stands on.
fn place_of(scene: &Scene, exercise: &Exercise) -> Option<Place> {
    let holds = |page: &&Page| super::exercises_on(scene, page).iter().any(|one| one.id == exercise.id);
    scene.unit.pages.iter().find(holds).map(|page| place(scene, page))
}

fn place(scene: &Scene, page: &Page) -> Place {
    Place { unit: scene.unit.id.clone(), tracks: page.tracks.clone() }
}
