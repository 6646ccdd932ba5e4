//! What the controls of the other screens do (see [`super::actions`]).

use super::actions::{Touch, Touched};
use super::screen::{Screen, Told};
use super::state::{Loaded, State};
use super::ui::close;
use super::{brought, consent};
use crate::content::Id;
use crate::embed::Consent;
use crate::progress::Event;
use crate::session::Command;
use leptos::prelude::untrack;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};

/// Does what a control is for.
pub(super) fn act(state: &Rc<State>, touched: Touched) {
    if untrack(|| state.licence_part()).is_some_and(|part| (part.act)(state, &touched)) {
        return;
    }
    let Touched { touch, name, arg, control, player } = touched;
    match (touch, name.as_str()) {
        (Touch::Change, "track") => state.choose(&arg),
        (Touch::Change, "size") => state.set(|settings| settings.size = arg.parse().unwrap_or(0)),
        (Touch::Change, "theme") => state.set(|settings| settings.theme = arg.parse().unwrap_or(0)),
        (Touch::Change, "still") => state.set(|settings| settings.still = is_checked(&control)),
        (Touch::Click, "hand-in") => sitting(state, &control, Command::HandIn),
        (Touch::Click, "retake") => sitting(state, &control, Command::Retake),
        (Touch::Click, "reveal") => sitting(state, &control, Command::Reveal),
        (Touch::Click, "export") => state.export(),
        (Touch::Change, "bring") => brought::bring(&Touched { touch, name, arg, control, player }),
        (Touch::Click, "erase") => state.erase(),
        (Touch::Click, "share") => consent::answer(player, Consent::Given),
        (Touch::Click, "share-not") => consent::answer(player, Consent::Refused),
        (_, "verify" | "verify-again" | "verify-file") => verify(state, &Touched { touch, name, arg, control, player }),
        _ => {}
    }
}

/// Does something on the verify screen, if that is the one.
fn verify(state: &State, touched: &Touched) {
    let screen = state.screen.borrow().clone();
    if let Screen::Verify(brought) = &*screen {
        super::verify::act(touched, brought);
    }
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

impl State {
    /// Chooses a track.
    fn choose(self: &Rc<Self>, track: &str) {
        let event = Id::new(track).map(|track| Event::Chosen { track });
        self.record(None, event.into_iter().collect(), false);
        self.open(crate::route::Route::Home, Told::Language);
    }
}
