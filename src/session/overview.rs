//! How far each page of the open unit is: for outline, foot, hand-in and result.

use super::drawn::in_block;
use super::sitting::{current, entered, handed_in};
use super::{Scene, exercises_on};
use crate::content::unit::{Exercise, Mode};
use crate::content::{Id, Page, Rule};
use crate::exercise::readiness;
use crate::progress::page_key;

/// How far a page is.
#[derive(Clone, Debug)]
pub struct PageView<'a> {
    /// The page.
    pub page: &'a Page,
    /// Whether it was opened.
    pub seen: bool,
    /// Its practice exercises.
    pub practice: Tally,
    /// Its part of the unit's assessment.
    pub assessment: Tally,
}

/// Exercises and their points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub exercises: usize,
    /// How many of them are answered; checked, where it is practice.
    pub answered: usize,
    /// Points earned with those that were scored.
    pub earned: u32,
    /// Full points of those that were scored.
    pub of: u32,
}

/// The pages of the track in the open unit, in order.
pub fn overview<'a>(scene: &Scene<'a>) -> Vec<PageView<'a>> {
    let Some(track) = scene.track_id() else { return Vec::new() };
    scene.unit.pages_in(track).map(|page| page_view(scene, page)).collect()
}

/// How far a page is.
pub fn page_view<'a>(scene: &Scene<'a>, page: &'a Page) -> PageView<'a> {
    let key = page_key(&scene.unit.id, page.id.as_str());
    let mut view = PageView {
        page,
        seen: scene.progress.seen.contains(&key),
        practice: Tally::default(),
        assessment: Tally::default(),
    };
    for exercise in exercises_on(scene, page) {
        match exercise.mode {
            Mode::Practice => view.practice.add(practised(scene, &exercise.id)),
            Mode::Assessment => view.assessment.add(assessed(scene, exercise)),
        }
    }
    view
}

/// How many exercises of a page wait for an answer. What was handed in waits no longer.
pub fn waiting(scene: &Scene, page: &Page) -> usize {
    let view = page_view(scene, page);
    let is_handed_in = current(scene).1.is_some_and(|sitting| sitting.handed_in.is_some());
    view.practice.open() + if is_handed_in { 0 } else { view.assessment.open() }
}

/// The last stage of a page's case that is open: the first one with a question that is still to be answered.
pub fn open_stage(scene: &Scene, page: &Page) -> u32 {
    let Some(track) = scene.track_id() else { return 0 };
    let is_open = |exercise: &&Exercise| match exercise.mode {
        Mode::Practice => !practised(scene, &exercise.id).0,
        Mode::Assessment => handed_in(scene, exercise).is_none() && !assessed(scene, exercise).0,
    };
    let waits = page.blocks_in(track).filter(|block| block.stage > 0 && in_block(scene, block).iter().any(is_open));
    let last = page.blocks_in(track).map(|block| block.stage).max().unwrap_or(0);
    waits.map(|block| block.stage).min().unwrap_or(last)
}

/// Whether a rule asks for answers to exercises, not only for pages.
pub fn asks_for_answers(rule: &Rule) -> bool {
    match rule {
        Rule::Pages { .. } => false,
        Rule::Answered { .. } | Rule::Score { .. } => true,
        Rule::All(rules) | Rule::Any(rules) | Rule::AtLeast { of: rules, .. } => rules.iter().any(asks_for_answers),
    }
}

impl Tally {
    /// Adds an exercise: whether it is answered, and its points where it was scored.
    fn add(&mut self, (is_answered, points): (bool, Option<(u32, u32)>)) {
        let (earned, of) = points.unwrap_or_default();
        self.exercises += 1;
        self.answered += usize::from(is_answered);
        self.earned += earned;
        self.of += of;
    }

    /// How many are without an answer.
    pub fn open(&self) -> usize {
        self.exercises - self.answered
    }
}

fn practised(scene: &Scene, exercise: &Id) -> (bool, Option<(u32, u32)>) {
    let latest = scene.progress.exercises.get(exercise).and_then(|done| done.latest.as_ref());
    (latest.is_some(), latest.map(|given| (given.answer.earned, given.answer.of)))
}

fn assessed(scene: &Scene, exercise: &Exercise) -> (bool, Option<(u32, u32)>) {
    match handed_in(scene, exercise) {
        Some(answer) => (answer.response.is_some(), Some((answer.earned, answer.of))),
        None => (entered(scene, exercise).is_some_and(|response| readiness(exercise, response) == Ok(None)), None),
    }
}
