//! What is behind the player: the course, the learner's log, the texts, the screen; and who is told when one changes.

use super::consent::Met;
use super::keep::{Kept, Saving};
use super::licence::Lock;
use super::parts::Parts;
use super::screen::{Screen, Told};
use crate::content::catalogue::Catalogue;
use crate::content::{Finding, Id, Module, Unit};
use crate::i18n::Texts;
use crate::port::{Desk, Moment, Outlet, Trust, World};
use crate::progress::envelope::Unreadable;
use crate::progress::{Log, Progress};
use crate::session::{Command, Notice, Scene};
use crate::settings::{self, Settings};
use crate::table::Table;
use async_once_cell::OnceCell;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The state of the application: plain values, and triggers that say when they change.
pub(super) struct State {
    /// The world around.
    pub(super) world: World,
    /// The learner's settings.
    pub(super) settings: RefCell<Settings>,
    /// Interface texts.
    pub(super) texts: RefCell<Rc<Texts>>,
    /// Whether these are all of them.
    pub(super) has_all_texts: Cell<bool>,
    /// The content's language.
    pub(super) language: RefCell<String>,
    /// What of the player comes later.
    pub(super) parts: Parts,
    /// The language or the texts changed.
    pub(super) spoke: ArcTrigger,
    /// What this page is about.
    pub(super) course: RefCell<Course>,
    /// The learner's log; `None` before it was read. Where nothing is stored, that is after the first screen.
    pub(super) log: RefCell<Option<Log>>,
    /// Whether the work has read what is stored of the module.
    pub(super) begun: OnceCell<()>,
    /// Where progress is read and written, once that was needed.
    pub(super) desk: OnceCell<Desk>,
    /// What asks the second WebAssembly, once that was needed.
    pub(super) trust: OnceCell<Box<dyn Trust>>,
    /// The progress of somebody who begins.
    fresh: Progress,
    /// What options are mixed with as long as nothing is recorded.
    pub(super) mix: u32,
    /// Stored progress that this player cannot read, and leaves alone.
    pub(super) unreadable: Cell<Option<Unreadable>>,
    /// Units that were opened last, with their language.
    pub(super) units: RefCell<Vec<Rc<Loaded>>>,
    /// The screen, and what is told about it when it appears.
    pub(super) screen: RefCell<Rc<Screen>>,
    /// The screen changed.
    pub(super) turned: ArcTrigger,
    /// What the screen's change is to do beyond showing it.
    pub(super) told: Cell<Told>,
    /// Counts the screens that were asked for: only the last one is shown.
    pub(super) asked: Cell<u32>,
    /// Whether something is being fetched.
    pub(super) waiting: ArcRwSignal<bool>,
    /// Whether everything is saved.
    pub(super) kept: ArcRwSignal<Kept>,
    /// Where saving stands.
    pub(super) saving: Cell<Saving>,
    /// What is being said to screen readers.
    pub(super) said: ArcRwSignal<String>,
    /// The page around.
    pub(super) met: Met,
    /// What is sealed, and who may open it.
    pub(super) lock: Lock,
    /// The name for the certificate, as it is typed.
    pub(super) typed: ArcRwSignal<String>,
    /// Progress changed: pages, answers, points, track.
    pub(super) went: ArcTrigger,
    /// A sitting changed: it began, an answer was entered, it was handed in.
    pub(super) sat: ArcTrigger,
    /// Exercises were drawn from pools.
    pub(super) drew: ArcTrigger,
    /// Another tab wrote.
    others: ArcTrigger,
    /// An exercise changed.
    pub(super) exercises: RefCell<Table<ArcTrigger>>,
}

/// What a page is about.
#[derive(Clone)]
pub(super) enum Course {
    /// Nothing was loaded yet.
    None,
    /// The catalogue, and what was done in each of its modules.
    Catalogue(Rc<Catalogue>, Rc<Vec<Progress>>),
    /// A module, and what could not be read of it.
    Module(Rc<Module>, Rc<Vec<Finding>>),
}

/// A unit in the language that was asked for.
pub(super) struct Loaded {
    /// The unit.
    pub(super) unit: Rc<Unit>,
    /// The language that was asked for; the unit's own may be another, where there is no translation.
    pub(super) asked: String,
    /// What could not be read of it.
    pub(super) findings: Vec<Finding>,
}

impl State {
    /// The state before anything was loaded.
    pub(super) fn new(world: World) -> State {
        let settings = world.window.recall("settings").map(|value| Settings::read(&value)).unwrap_or_default();
        let mix = world.chance.number();
        State {
            settings: RefCell::new(settings),
            texts: RefCell::new(Rc::new(Texts::english())),
            has_all_texts: Cell::new(false),
            language: RefCell::new(world.place.language.clone()),
            world,
            parts: Parts::default(),
            spoke: ArcTrigger::new(),
            course: RefCell::new(Course::None),
            log: RefCell::new(None),
            begun: OnceCell::new(),
            desk: OnceCell::new(),
            trust: OnceCell::new(),
            fresh: Progress::default(),
            mix,
            unreadable: Cell::new(None),
            units: RefCell::default(),
            screen: RefCell::new(Rc::new(Screen::Home)),
            turned: ArcTrigger::new(),
            told: Cell::new(Told::First),
            asked: Cell::new(0),
            waiting: ArcRwSignal::new(false),
            kept: ArcRwSignal::new(Kept::Saved),
            saving: Cell::default(),
            said: ArcRwSignal::new(String::new()),
            met: Met::default(),
            lock: Lock::default(),
            typed: ArcRwSignal::new(String::new()),
            went: ArcTrigger::new(),
            sat: ArcTrigger::new(),
            drew: ArcTrigger::new(),
            others: ArcTrigger::new(),
            exercises: RefCell::default(),
        }
    }

    pub(super) fn texts(&self) -> Rc<Texts> {
        self.spoke.track();
        self.texts.borrow().clone()
    }

    pub(super) fn language(&self) -> String {
        self.spoke.track();
        self.language.borrow().clone()
    }

    /// The languages to speak, best first.
    pub(super) fn wanted(&self) -> Vec<String> {
        let place = &self.world.place;
        let named = place.is_chosen.then(|| place.language.clone());
        let chosen = self.settings.borrow().language.clone();
        let chosen = chosen.or_else(|| self.hosted_language());
        chosen.into_iter().chain(named).chain(place.reads.iter().cloned()).chain([place.language.clone()]).collect()
    }

    /// Changes the settings, shows and keeps them.
    pub(super) fn set(&self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings.borrow_mut());
        let settings = self.settings.borrow();
        self.world.window.keep("settings", &settings.write());
        self.apply();
    }

    /// Puts the settings' classes on the page.
    pub(super) fn apply(&self) {
        for (name, on) in self.settings.borrow().classes() {
            self.world.window.class(name, on);
        }
    }

    /// The best of the languages that are offered, else the first.
    pub(super) fn speak(&self, offered: &[String]) -> String {
        settings::best(&self.wanted(), offered).or(offered.first()).cloned().unwrap_or_else(|| "en".into())
    }

    /// The module that this page is about.
    pub(super) fn module(&self) -> Option<Rc<Module>> {
        match &*self.course.borrow() {
            Course::Module(module, _) => Some(module.clone()),
            Course::None | Course::Catalogue(..) => None,
        }
    }

    pub(super) fn asset(&self, path: &str) -> String {
        [&self.world.place.root, self.folder(), path].concat()
    }

    /// The module's folder from the site's root, with `/` at its end.
    pub(super) fn folder(&self) -> &str {
        let file = self.world.place.module.as_deref().unwrap_or_default();
        file.rfind('/').and_then(|end| file.get(..=end)).unwrap_or_default()
    }

    pub(super) fn now(&self) -> Moment {
        self.world.clock.now()
    }

    /// Shows module, chosen track and progress to `look`; `None` before they are there. Follows nothing by itself.
    pub(super) fn progress<R>(&self, look: impl FnOnce(&Module, usize, &Progress) -> R) -> Option<R> {
        let module = self.module()?;
        let log = self.log.try_borrow().ok()?;
        let progress = log.as_ref().map_or(&self.fresh, Log::progress);
        Some(look(&module, module.track_index(progress.track.as_ref()), progress))
    }

    /// Shows the scene of a unit to `look`.
    pub(super) fn scene<R>(&self, unit: &Unit, look: impl FnOnce(Scene<'_>) -> R) -> Option<R> {
        self.progress(|module, track, progress| look(Scene { module, track, unit, progress, mix: self.mix }))
    }

    /// Does what a learner asked for in a unit, if the part that does it is there.
    pub(super) fn act(self: &Rc<Self>, unit: &Unit, command: Command) -> Option<Notice> {
        self.work().and_then(|work| (work.act)(self, unit, command))
    }

    /// Uses the ways out of the page; they are there before anything that could use them.
    pub(super) fn outlet<R: Default>(&self, with: impl FnOnce(&dyn Outlet) -> R) -> R {
        self.desk.get().map(|desk| with(&*desk.outlet)).unwrap_or_default()
    }

    /// Follows what changes outside of this tab, and everything that is counted.
    pub(super) fn follow_progress(&self) {
        self.others.track();
        self.went.track();
    }

    /// Follows the sittings.
    pub(super) fn follow_sitting(&self) {
        self.others.track();
        self.sat.track();
    }

    /// Follows what is drawn from pools.
    pub(super) fn follow_draw(&self) {
        self.others.track();
        self.drew.track();
    }

    pub(super) fn follow(&self, exercise: &Id) {
        self.spoke.track();
        self.others.track();
        let trigger = self.exercises.borrow_mut().row(exercise).clone();
        trigger.track();
    }

    /// Tells everybody: another tab wrote.
    pub(super) fn merged(&self) {
        self.others.notify();
    }
}
