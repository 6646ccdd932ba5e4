//! Licences: the locked card, the screen that takes a licence in, and what is kept. A part of the player that comes later
//! (see [`super::parts`]), where something is sealed or a licence came.

mod check;
mod kept;
mod panel;
mod reveal;
mod screen;
mod unlock;
mod words;

use super::Player;
use super::actions::Touched;
use super::failure::Failure;
use super::parts::Absent;
use super::state::State;
use crate::content::File;
use crate::json::Value;
use crate::port::Soon;
use crate::route::Route;
use crate::trust::Kept;
use async_once_cell::OnceCell;
use leptos::prelude::{ArcTrigger, Track as _};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_split_helpers::wasm_split;
use web_sys::Element;

/// What is known of the lock of this page's module.
#[derive(Default)]
pub(super) struct Lock {
    /// The outline as it came, until its signature was checked.
    pub(super) outline: RefCell<Vec<u8>>,
    /// Whether the outline is what the organiser signed.
    checked: OnceCell<()>,
    /// Whether the module is open.
    pub(super) is_open: Cell<bool>,
    /// What was said last of a licence for it.
    said: RefCell<Option<Value>>,
    /// The licence that was tried last.
    tried: RefCell<String>,
    /// The screen that was asked for and needs a licence.
    wanted: RefCell<Option<Route>>,
    /// What this device keeps, once it was read.
    kept: RefCell<Option<Kept>>,
    /// Whether the device has refused to keep it.
    is_forgotten: Cell<bool>,
    /// The catalogue's courses of the module, for prices.
    offers: RefCell<Option<Rc<panel::Offer>>>,
    /// Opened figures, sound and data: their path and their address on this page.
    shown: RefCell<Vec<(String, String)>>,
    /// Any of this changed.
    changed: ArcTrigger,
}

impl State {
    /// Whether any of this page's module opens with a licence.
    pub(super) fn is_sealed(&self) -> bool {
        self.module().is_some_and(|module| !module.seal.is_empty())
    }

    /// Whether a licence has opened it. Follows that.
    pub(super) fn is_open(&self) -> bool {
        self.lock.changed.track();
        self.lock.is_open.get()
    }
}

/// The way into the part.
#[derive(Clone, Copy)]
pub(super) struct Licences {
    /// Checks the outline's signature, and opens the module with a licence of this device.
    pub(super) begin: fn(Rc<State>) -> Soon<'static, Result<(), Failure>>,
    /// Fetches a sealed file and opens it.
    pub(super) fetch: fn(Rc<State>, File) -> Fetched,
    /// Puts the address of an opened file into an attribute.
    pub(super) reveal: fn(Rc<State>, Element, &'static str, File),
    /// The card of a module that is sealed, for the module's own page.
    pub(super) card: fn(Player) -> Element,
    /// The screen in the place of one that needs a licence.
    pub(super) locked: fn(Player, &Route) -> Vec<Element>,
    /// The screen that takes a licence in.
    pub(super) screen: fn(Player) -> Vec<Element>,
    /// What the settings say of licences.
    pub(super) setting: fn(Player) -> Vec<Element>,
    /// Does what a control is for; false where it is none of these.
    pub(super) act: fn(&Rc<State>, &Touched) -> bool,
    /// Forgets what was open.
    pub(super) forget: fn(&State),
}

/// The bytes of a file that was opened.
type Fetched = Soon<'static, Result<Vec<u8>, Failure>>;

/// Fetches the part.
#[wasm_split(licence, fallible)]
pub(super) fn part() -> Result<Licences, Absent> {
    Ok(Licences {
        begin: |state| Box::pin(check::begin(state)),
        fetch: |state, file| Box::pin(reveal::fetch(state, file)),
        reveal: reveal::reveal,
        card: panel::card,
        locked: panel::locked,
        screen: screen::screen,
        setting: screen::setting,
        act: screen::act,
        forget: kept::forget,
    })
}
