//! What the screens' controls do: each names its action in `data-act`, and its subject in `data-arg` or its value.
//!
//! One listener stands for all of them, so that a screen is nothing but elements. What the first part cannot do itself,
//! the other screens' part does ([`super::later`]).

use super::Player;
use super::screen::{Screen, Told};
use super::state::State;
use super::ui::{close, open};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// What was done with a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Touch {
    /// It was pressed.
    Click,
    /// Another choice was made.
    Change,
    /// Something was typed.
    Input,
}

/// A control that was touched, with its action and its subject.
pub(super) struct Touched {
    /// What was done with it.
    pub(super) touch: Touch,
    /// The name of its action.
    pub(super) name: String,
    /// What it is about: its value where it has one, else what it names.
    pub(super) arg: String,
    /// The control.
    pub(super) control: Element,
    /// For whom it acts.
    pub(super) player: Player,
}

/// Does what the control at `target` is for, if it is one of ours.
pub(super) fn act(player: Player, touch: Touch, target: &Element) {
    let Ok(Some(control)) = target.closest("[data-act]") else { return };
    let state = player.state();
    let name = control.get_attribute("data-act").unwrap_or_default();
    let arg = subject(&control);
    match (touch, name.as_str()) {
        (Touch::Click, "open") => {
            open(&arg);
            // Where it could not be fetched before, it is asked for again.
            player.load_parts();
        }
        (Touch::Click, "close") => close(&control),
        (Touch::Click, "again") => state.again(),
        (Touch::Click, "parts") => player.load_parts(),
        (Touch::Click, "skip") => super::app::focus_soon("h1"),
        (Touch::Click, "language") if control.tag_name() == "BUTTON" => state.switch(arg),
        (Touch::Change, "language") => state.switch(arg),
        _ => state.touch(Touched { touch, name, arg, control, player }),
    }
}

/// What a control is about: its value where it has one, else what it names.
fn subject(control: &Element) -> String {
    let input = control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let list = || control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    input.or_else(list).or_else(|| control.get_attribute("data-arg")).unwrap_or_default()
}

impl State {
    /// Tries once more what failed.
    fn again(self: &Rc<Self>) {
        let screen = self.screen.borrow().clone();
        match &*screen {
            Screen::Failed(_, route) => self.open(route.clone(), Told::Went),
            _ => self.follow_address(),
        }
    }

    /// Speaks another language from now on.
    fn switch(self: &Rc<Self>, language: String) {
        self.set(|settings| settings.language = Some(language));
        self.open_in_language(Told::Language);
    }
}
