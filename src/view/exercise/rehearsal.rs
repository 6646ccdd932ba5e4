//! A first answer that nobody sees.
//!
//! Browsers compile a function when it is called for the first time, so that the first answer would take twice as long as
//! the second. It is gone through once beforehand, on a card that is on no page and with a log that is kept nowhere.

use super::card::Card;
use crate::content::unit::{BlockContent, Mode};
use crate::content::{Exercise, Id, Unit};
use crate::exercise::coding::{Key, Prompt};
use crate::exercise::{Task, answer};
use crate::port::Moment;
use crate::progress::Log;
use crate::session::{self, Command, Scene};
use crate::view::Player;
use crate::view::screen::Screen;
use std::cell::Cell;
use std::rc::Rc;

thread_local! {
    /// Whether a plain question and a coding were gone through.
    static DONE: Cell<(bool, bool)> = const { Cell::new((false, false)) };
}

/// Answers a question of the unit that is open, and a coding that stands on the page, without a trace; each kind once.
pub(in crate::view) fn rehearse(player: Player) {
    let state = player.state();
    let screen = state.screen.borrow().clone();
    let Screen::Page(loaded, page) = &*screen else { return };
    let unit = &loaded.unit;
    let practice = || unit.exercises.iter().filter(|exercise| exercise.mode == Mode::Practice);
    let (plain, coding) = DONE.get();
    let one = practice().find(|exercise| !plain && !exercise.task.kind().is_large()).cloned();
    let page = unit.pages.iter().find(|one| one.id == *page);
    let is_here = |exercise: &&Exercise| {
        let mut blocks = page.into_iter().flat_map(|page| &page.blocks);
        blocks.any(|block| matches!(&block.content, BlockContent::Exercise { exercise: id, .. } if *id == exercise.id))
    };
    let other = practice().filter(|_| !coding).filter(is_here).find_map(short_coding);
    DONE.set((plain || one.is_some(), coding || other.is_some()));
    for exercise in one.iter().chain(&other) {
        // What an earlier answer of the learner would forbid is rehearsed as well: it is another learner's.
        state.scene(unit, |scene| answer_to(player, unit, exercise, scene));
    }
}

/// A coding with no more of its transcript than one turn, in which something is coded: the rest takes the same ways.
fn short_coding(exercise: &Exercise) -> Option<Exercise> {
    let Task::Coding(prompt, key) = &exercise.task else { return None };
    let (first, _) = key.codes.first()?;
    let turn = prompt.turns.iter().find(|turn| turn.sentences.iter().any(|sentence| sentence.id == *first))?;
    let is_there = |id: &Id| turn.sentences.iter().any(|sentence| sentence.id == *id);
    let key = Key {
        codes: key.codes.iter().filter(|(id, _)| is_there(id)).cloned().collect(),
        why: key.why.iter().filter(|(id, _)| is_there(id)).cloned().collect(),
    };
    let (codes, means) = (prompt.codes.clone(), prompt.means.clone());
    let prompt = Prompt { codes, means, may_add: prompt.may_add, turns: vec![turn.clone()] };
    Some(Exercise { task: Task::Coding(prompt, key), ..exercise.clone() })
}

fn answer_to(player: Player, unit: &Rc<Unit>, exercise: &Exercise, scene: Scene<'_>) {
    let Some(response) = answer(exercise) else { return };
    let mut log = Log::new("", 0, Vec::new());
    let nothing = log.progress().clone();
    let scene = Scene { progress: &nothing, ..scene };
    let card = Card::new(player, unit.clone(), exercise.id.clone(), None, (1, 1));
    card.draw_view(&session::present(&scene, exercise));
    let decision = session::decide(&scene, Command::Check(exercise.id.clone(), response), 0);
    log.append(decision.events, Moment::default());
    card.draw_view(&session::present(&Scene { progress: log.progress(), ..scene }, exercise));
}
