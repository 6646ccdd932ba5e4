//! The parts of the player that come later, each a WebAssembly file of its own: what no first question needs.
//!
//! A part is a handful of functions. `wasm_split` cuts everything that only they reach out of the first file; calling one
//! of them from anywhere else than its part's table would bring it back into the first. Decision 8 says why.

use super::Player;
use super::actions::Touched;
use super::exercise::front::{self, Controls};
use super::licence::{self, Licences};
use super::prose::element::refill;
use super::screens::{self, Screens};
use super::state::State;
use super::ui::{button, follow, p, spawn};
use super::work::{self, Work};
use crate::content::File;
use crate::exercise::read::{self, Large, Reader, Tasks};
use leptos::prelude::{ArcTrigger, Notify as _, Track as _, untrack};
use std::cell::Cell;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

/// The parts, as far as they are there.
#[derive(Default)]
pub(super) struct Parts {
    screens: Cell<Option<Screens>>,
    controls: Cell<Option<Controls>>,
    work: Cell<Option<Work>>,
    common: Cell<Option<Reader>>,
    large: Cell<Option<Large>>,
    licences: Cell<Option<Licences>>,
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
        self.awaits(self.parts.screens.get())
    }

    /// The controls of the other kinds, if they are there. Follows their coming.
    pub(super) fn controls(&self) -> Option<Controls> {
        self.awaits(self.parts.controls.get())
    }

    /// What begins with the first answer, if it is there and has begun. Follows that.
    pub(super) fn work(&self) -> Option<Work> {
        let is_ready = self.begun.get().is_some() || self.module().is_none();
        self.awaits(self.parts.work.get().filter(|_| is_ready))
    }

    /// Whether a part that is waited for could not be had. Follows that.
    pub(super) fn is_missing(&self) -> bool {
        self.parts.changed.track();
        self.parts.is_missing.get()
    }

    /// Follows the coming of what is not there.
    fn awaits<T>(&self, there: Option<T>) -> Option<T> {
        if there.is_none() {
            self.parts.changed.track();
        }
        there
    }

    /// Fetches the other screens, unless they are there.
    pub(super) async fn load_screens(self: &Rc<Self>) -> Result<Screens, Absent> {
        self.load_style();
        // The screens print and save by way of the work's desk.
        self.load_work().await?;
        let come = self.fetch_part(&self.parts.screens, screens::part()).await;
        self.came(come)
    }

    /// Fetches what begins with the first answer, and lets it begin, unless that was done.
    pub(super) async fn load_work(self: &Rc<Self>) -> Result<Work, Absent> {
        self.load_more_texts().await?;
        let come = self.fetch_part(&self.parts.work, work::part()).await;
        let come = match come {
            Ok(work) => (work.begin)(self.clone()).await.map(|()| work),
            Err(absent) => Err(absent),
        };
        self.came(come)
    }

    /// The readers of exercises, as far as they are there.
    pub(super) fn tasks(&self) -> Tasks {
        let tasks = self.parts.common.get().map_or(Tasks::default(), |reader| Tasks::default().with_common(reader));
        self.parts.large.get().map_or(tasks, |reader| tasks.with_large(reader))
    }

    /// Fetches the readers of the common kinds, unless they are there.
    pub(super) async fn load_tasks(&self) -> Result<Tasks, Absent> {
        let come = self.fetch_part(&self.parts.common, common()).await;
        self.came(come).map(|_| self.tasks())
    }

    /// Fetches the readers of the large kinds, unless they are there.
    pub(super) async fn load_large_tasks(&self) -> Result<Tasks, Absent> {
        let come = self.fetch_part(&self.parts.large, large()).await;
        self.came(come).map(|_| self.tasks())
    }

    /// Fetches what opens seals, unless it is there. It needs neither the work nor words: what it shows is shown among the
    /// other screens, which come with both.
    pub(super) async fn load_licences(&self) -> Result<Licences, Absent> {
        let come = self.fetch_part(&self.parts.licences, licence::part()).await;
        self.came(come)
    }

    /// What opens seals, if it is there. Follows its coming.
    pub(super) fn licence_part(&self) -> Option<Licences> {
        self.awaits(self.parts.licences.get())
    }

    /// Puts the address of a sealed file into an attribute, once it is open.
    pub(super) fn reveal(self: &Rc<Self>, element: &Element, attribute: &'static str, file: &File) {
        let (state, element, file) = (self.clone(), element.clone(), file.clone());
        spawn(Box::pin(async move {
            if let Ok(licences) = state.load_licences().await {
                (licences.reveal)(state, element, attribute, file);
            }
        }));
    }

    /// Whether any part is there that speaks.
    pub(super) fn has_parts(&self) -> bool {
        self.parts.work.get().is_some()
    }

    /// Fetches the style of what comes later.
    fn load_style(&self) {
        if let Some((_, path)) = self.world.place.later.iter().find(|(name, _)| name == "style") {
            self.world.window.dress(&[&self.world.place.root, path.as_str()].concat());
        }
    }

    /// Fetches a part, unless it is there.
    async fn fetch_part<T: Copy>(
        &self,
        place: &Cell<Option<T>>,
        part: impl Future<Output = Result<T, Absent>>,
    ) -> Result<T, Absent> {
        if let Some(there) = place.get() {
            return Ok(there);
        }
        let come = part.await?;
        place.set(Some(come));
        Ok(come)
    }

    /// Takes note of a part, and tells those who wait for it.
    fn came<T>(&self, part: Result<T, Absent>) -> Result<T, Absent> {
        self.parts.is_missing.set(part.is_err());
        self.parts.changed.notify();
        part
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
        if let Some(screens) = self.parts.screens.get() {
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

impl Player {
    /// Fetches every part in the background, so that it is there when it is needed, and when the network is not.
    pub(super) fn load_parts(self) {
        let state = self.state();
        spawn(Box::pin(async move {
            let is_first = state.parts.controls.get().is_none();
            state.load_style();
            // What fails now is asked for again by whoever needs it.
            let _ = state.load_work().await;
            if state.module().is_some_and(|module| !module.seal.is_empty())
                && let Ok(licences) = state.load_licences().await
            {
                let _ = (licences.begin)(state.clone()).await;
            }
            let _ = state.load_tasks().await;
            let _ = state.load_large_tasks().await;
            let controls = state.fetch_part(&state.parts.controls, front::part()).await;
            let _ = state.came(controls);
            let _ = state.load_screens().await;
            if is_first && let Some(work) = untrack(|| state.work()) {
                (work.rehearse)(self);
            }
        }));
    }
}

#[wasm_split(tasks, fallible)]
fn common() -> Result<Reader, Absent> {
    Ok(read::common)
}

#[wasm_split(large, fallible)]
fn large() -> Result<Large, Absent> {
    Ok(read::large())
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
