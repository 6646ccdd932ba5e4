//! A first answer that nobody sees.
//!
//! Browsers compile a function when it is called for the first time, so that the first answer would take twice as long as
//! the second. It is gone through once beforehand, on a card that is on no page and with a log that is kept nowhere.

use super::card::Card;
use crate::content::unit::Mode;
use crate::content::{Exercise, Unit};
use crate::exercise::answer;
use crate::port::Moment;
use crate::progress::Log;
use crate::session::{self, Command, Scene};
use crate::view::Player;
use crate::view::screen::Screen;
use std::rc::Rc;

/// Answers a question of the page that is open, without a trace.
pub(in crate::view) fn rehearse(player: Player) {
    let state = player.state();
    let screen = state.screen.borrow().clone();
    let Screen::Page(loaded, _) = &*screen else { return };
    let is_plain = |exercise: &&Exercise| exercise.mode == Mode::Practice && !exercise.task.kind().is_large();
    let Some(exercise) = loaded.unit.exercises.iter().find(is_plain) else { return };
    // What an earlier answer of the learner would forbid is rehearsed as well: it is another learner's.
    state.scene(&loaded.unit, |scene| answer_to(player, &loaded.unit, exercise, scene));
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
