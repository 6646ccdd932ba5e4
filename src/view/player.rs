//! The application's state, as the views see it.

use super::prose::element::Build as _;
use super::state::State;
use crate::content::{File, Id, Unit};
use crate::session::{self, Command, Notice, View};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Element;

/// The player: everything that a view may ask or do. It is in Leptos' context; see [`player`].
#[derive(Clone, Copy)]
pub struct Player(StoredValue<Rc<State>, LocalStorage>);

/// The player of the page.
pub fn player() -> Player {
    expect_context()
}

impl Player {
    /// A player with this state.
    pub(super) fn new(state: Rc<State>) -> Player {
        Player(StoredValue::new_local(state))
    }

    /// The state behind the player.
    pub(super) fn state(self) -> Rc<State> {
        self.0.get_value()
    }

    /// An interface text. Follows the language.
    pub fn t(self, english: &'static str) -> String {
        self.state().texts().text(english).to_owned()
    }

    /// An interface text with its `{places}` filled. Follows the language.
    pub fn fill(self, english: &'static str, values: &[(&str, &str)]) -> String {
        self.state().texts().fill(english, values)
    }

    /// An interface text for a number, which stands at `{n}`. Follows the language.
    pub fn count(self, one: &'static str, many: &'static str, n: u32) -> String {
        self.state().texts().count(one, many, n)
    }

    /// The language of the content (BCP 47). Follows the language.
    pub fn language(self) -> String {
        self.state().language()
    }

    /// A number as the readers of the content's language write it. Follows the language.
    pub fn number(self, n: f64) -> String {
        let state = self.state();
        state.outlet(|out| out.number(n, &state.language()))
    }

    /// Puts the address of one of the module's files into an attribute: at once, or where it is sealed, once it is open.
    pub(super) fn source(self, element: Element, attribute: &'static str, file: &File) -> Element {
        let state = self.state();
        if file.seal.is_none() {
            return element.set(attribute, &state.asset(&file.path));
        }
        state.reveal(&element, attribute, file);
        element
    }

    /// Does what a learner asked for, in a unit: decides, keeps what came of it, and tells the views that show it.
    ///
    /// [`Command::Enter`] does not tell the exercise itself ([`Player::changed`]): its controls have what was entered.
    pub fn act(self, unit: &Rc<Unit>, command: Command) -> Option<Notice> {
        self.state().act(unit, command)
    }

    /// Shows an exercise of a unit to `look`, if the unit has it. `look` must not act.
    pub fn present(self, unit: &Rc<Unit>, exercise: &Id, look: &mut dyn FnMut(View<'_>)) {
        let Some(exercise) = unit.exercise(exercise) else { return };
        let state = self.state();
        match state.work() {
            Some(work) => drop(state.scene(unit, |scene| (work.present)(&scene, exercise, look))),
            None => look(session::untouched(exercise, state.mix)),
        }
    }

    /// Makes the caller follow this exercise: it is called again when the exercise changes, here or in another tab.
    pub fn changed(self, exercise: &Id) {
        self.state().follow(exercise);
    }

    /// Tells the views of this exercise to look again.
    pub(super) fn stir(self, exercise: &Id) {
        self.state().stir(exercise);
    }

    /// Says something to users of screen readers, once they have heard what is being said.
    pub fn say(self, text: String) {
        self.state().said.set(text);
    }
}
