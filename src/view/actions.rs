//! What the screens' controls do: each names its action in `data-act`, and its subject in `data-arg` or its value.
//!
//! One listener stands for all of them, so that a screen is nothing but elements.

use super::Player;
use super::consent;
use super::screen::{Screen, Told};
use super::state::{Loaded, State};
use super::ui::{close, open};
use crate::content::Id;
use crate::embed::Consent;
use crate::progress::Event;
use crate::session::Command;
use leptos::prelude::Set as _;
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

/// Does what the control at `target` is for, if it is one of ours.
pub(super) fn act(player: Player, touch: Touch, target: &Element) {
    let Ok(Some(control)) = target.closest("[data-act]") else { return };
    let state = player.state();
    let name = control.get_attribute("data-act").unwrap_or_default();
    let arg = subject(&control);
    match (touch, name.as_str()) {
        (Touch::Click, "open") => open(&arg),
        (Touch::Click, "close") => close(&control),
        (Touch::Click, "again") => state.again(),
        (Touch::Click, "skip") => super::app::focus_soon("h1"),
        (Touch::Click, "language") if control.tag_name() == "BUTTON" => state.switch(arg),
        (Touch::Change, "language") => state.switch(arg),
        (Touch::Change, "track") => state.choose(&arg),
        (Touch::Change, "size") => state.set(|settings| settings.size = arg.parse().unwrap_or(0)),
        (Touch::Change, "theme") => state.set(|settings| settings.theme = arg.parse().unwrap_or(0)),
        (Touch::Change, "still") => state.set(|settings| settings.still = is_checked(&control)),
        (Touch::Click, "hand-in") => sitting(&state, &control, Command::HandIn),
        (Touch::Click, "retake") => sitting(&state, &control, Command::Retake),
        (Touch::Click, "reveal") => sitting(&state, &control, Command::Reveal),
        (Touch::Click, "export") => state.export(),
        (Touch::Click, "erase") => state.erase(),
        (Touch::Click, "share") => consent::answer(player, Consent::Given),
        (Touch::Click, "share-not") => consent::answer(player, Consent::Refused),
        (Touch::Input, "name") => state.typed.set(arg),
        (Touch::Click, "print") => made(&state, |_| state.world.window.print()),
        (Touch::Click, "save-sheet") => made(&state, |made| state.save_sheet(player, made)),
        (Touch::Click, "save-fields") => made(&state, |made| state.save_fields(made)),
        _ => {}
    }
}

/// What a control is about: its value where it has one, else what it names.
fn subject(control: &Element) -> String {
    let input = control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let list = || control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    input.or_else(list).or_else(|| control.get_attribute("data-arg")).unwrap_or_default()
}

fn is_checked(control: &Element) -> bool {
    control.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}

/// Does something with the assessment of the unit that is open.
fn sitting(state: &Rc<State>, control: &Element, command: Command) {
    close(control);
    let screen = state.screen.borrow().clone();
    let loaded: &Loaded = match &*screen {
        Screen::Page(loaded, _) | Screen::Result(loaded) => loaded,
        _ => return,
    };
    // The panel is drawn anew, so the focus would be lost with the button.
    state.act(&loaded.unit, command);
    super::app::focus_soon(".assessment h2");
}

fn made(state: &Rc<State>, then: impl FnOnce(&crate::certificate::Certificate)) {
    match state.certify() {
        Some(made) => then(&made),
        None => super::app::focus_soon("#name"),
    }
}

impl State {
    /// Tries once more what failed.
    fn again(self: &Rc<Self>) {
        let screen = self.screen.borrow().clone();
        if let Screen::Failed(_, route) = &*screen {
            self.open(route.clone(), Told::Went);
        }
    }

    /// Speaks another language from now on.
    fn switch(self: &Rc<Self>, language: String) {
        self.set(|settings| settings.language = Some(language));
        self.open_in_language(Told::Language);
    }

    /// Chooses a track.
    fn choose(self: &Rc<Self>, track: &str) {
        let event = Id::new(track).map(|track| Event::Chosen { track });
        self.record(None, event.into_iter().collect(), false);
        self.open(crate::route::Route::Home, Told::Language);
    }
}
