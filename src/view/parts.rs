//! The parts of the player that come later, each a WebAssembly file of its own: what no first question needs.
//!
//! A part is a handful of functions. `wasm_split` cuts everything that only they reach out of the first file; calling one
//! of them from anywhere else than its part's table would bring it back into the first. Decision 8 says why.

use super::Player;
use super::actions::Touched;
use super::exercise::front::{self, Controls};
use super::prose::element::refill;
use super::screens::{self, Screens};
use super::state::State;
use super::ui::{button, follow, p, spawn};
use super::work::{self, Work};
use async_once_cell::OnceCell;
use leptos::prelude::{ArcTrigger, Notify as _, Track as _, untrack};
use std::cell::Cell;
use std::rc::Rc;
use wasm_split_helpers::SplitLoaderError;
use web_sys::Element;

/// The parts, as far as they are there.
#[derive(Default)]
pub(super) struct Parts {
    screens: OnceCell<Screens>,
    controls: OnceCell<Controls>,
    work: OnceCell<Work>,
    /// Whether the work has read what is stored of the module.
    begun: OnceCell<()>,
    /// Whether the last one that was asked for could not be had.
    is_missing: Cell<bool>,
    /// A part came, or could not be had.
    changed: ArcTrigger,
}

/// A part could not be fetched. It is asked for again the next time it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Absent;

impl From<SplitLoaderError> for Absent {
    fn from(_: SplitLoaderError) -> Absent {
        Absent
    }
}

impl State {
    /// The other screens, if they are there. Follows their coming.
    pub(super) fn screens(&self) -> Option<Screens> {
        self.part(&self.parts.screens)
    }

    /// The controls of the other kinds, if they are there. Follows their coming.
    pub(super) fn controls(&self) -> Option<Controls> {
        self.part(&self.parts.controls)
    }

    /// What begins with the first answer, if it is there and has begun. Follows that.
    pub(super) fn work(&self) -> Option<Work> {
        let is_ready = self.parts.begun.get().is_some() || self.module().is_none();
        self.part(&self.parts.work).filter(|_| is_ready)
    }

    /// Whether a part that is waited for could not be had. Follows that.
    pub(super) fn is_missing(&self) -> bool {
        self.parts.changed.track();
        self.parts.is_missing.get()
    }

    fn part<T: Copy>(&self, part: &OnceCell<T>) -> Option<T> {
        self.parts.changed.track();
        part.get().copied()
    }

    /// Fetches the other screens, unless they are there.
    pub(super) async fn load_screens(self: &Rc<Self>) -> Result<Screens, Absent> {
        // The screens print and save by way of the work's desk.
        self.load_work().await?;
        let come = self.parts.screens.get_or_try_init(screens::part()).await.copied();
        self.came(come)
    }

    /// Fetches what begins with the first answer, and lets it begin, unless that was done.
    pub(super) async fn load_work(self: &Rc<Self>) -> Result<Work, Absent> {
        let come = self.parts.work.get_or_try_init(work::part()).await.copied();
        let come = match come {
            Ok(work) if self.module().is_some() => {
                let begin = async { (work.begin)(self.clone()).await.ok_or(Absent) };
                self.parts.begun.get_or_try_init(begin).await.map(|()| work)
            }
            come => come,
        };
        self.came(come)
    }

    /// Takes note of a part, and tells those who wait for it.
    fn came<T>(&self, part: Result<T, Absent>) -> Result<T, Absent> {
        self.parts.is_missing.set(part.is_err());
        self.parts.changed.notify();
        part
    }

    /// Fetches every part in the background, so that it is there when it is needed, and when the network is not.
    pub(super) fn load_parts(self: &Rc<Self>) {
        let state = self.clone();
        spawn(Box::pin(async move {
            // What fails now is asked for again by whoever needs it.
            let _ = state.load_work().await;
            let controls = state.parts.controls.get_or_try_init(front::part()).await.copied();
            let _ = state.came(controls);
            let _ = state.load_screens().await;
        }));
    }

    /// Does something with the work, at once where it is there.
    pub(super) fn with_work(self: &Rc<Self>, act: Box<dyn FnOnce(Work)>) {
        if let Some(work) = untrack(|| self.work()) {
            return act(work);
        }
        let state = self.clone();
        spawn(Box::pin(async move {
            if let Ok(work) = state.load_work().await {
                act(work);
            }
        }));
    }

    /// Does what a control of another screen is for, once those are there.
    pub(super) fn touch(self: &Rc<Self>, touched: Touched) {
        if let Some(screens) = self.parts.screens.get().copied() {
            return (screens.act)(self, touched);
        }
        let state = self.clone();
        spawn(Box::pin(async move {
            if let Ok(screens) = state.load_screens().await {
                (screens.act)(&state, touched);
            }
        }));
    }
}

/// Draws a place once the other screens are there.
pub(super) fn fill(player: Player, draw: Box<dyn Fn(Screens)>) {
    follow(Box::new(move || {
        if let Some(screens) = player.state().screens() {
            untrack(|| draw(screens));
        }
    }));
}

/// Draws a place that somebody looks at already: until the other screens are there, it says so.
pub(super) fn fill_soon(player: Player, place: &Element, draw: Box<dyn Fn(Screens)>) {
    let place = place.clone();
    follow(Box::new(move || match player.state().screens() {
        Some(screens) => untrack(|| draw(screens)),
        None => refill(&place, coming(player)),
    }));
}

/// That a part is on its way; that it could not be had, and a way to ask for it again.
pub(super) fn coming(player: Player) -> Vec<Element> {
    if player.state().is_missing() {
        let words = player.t("This part could not be fetched. Check the connection, then try again.");
        vec![p(&words), button("", "parts", &player.t("Try again"))]
    } else {
        vec![p(&player.t("One moment: the next part is being fetched."))]
    }
}
