//! What is behind the player: the course, the learner's log, the texts, the screen; and who is told when one changes.

use super::consent::Met;
use super::keep::{Kept, Saving};
use super::screen::{Screen, Told};
use crate::content::catalogue::Catalogue;
use crate::content::unit::Mode;
use crate::content::{Finding, Id, Module, Unit};
use crate::i18n::Texts;
use crate::port::{Moment, World};
use crate::progress::envelope::Unreadable;
use crate::progress::{Event, Log, Progress};
use crate::session::{self, Command, Notice, Scene};
use crate::settings::{self, Settings};
use crate::table::Table;
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
    /// The content's language.
    pub(super) language: RefCell<String>,
    /// The language or the texts changed.
    pub(super) spoke: ArcTrigger,
    /// What this page is about.
    pub(super) course: RefCell<Course>,
    /// The learner's log; `None` before the module is there.
    pub(super) log: RefCell<Option<Log>>,
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
    /// The name for the certificate, as it is typed.
    pub(super) typed: ArcRwSignal<String>,
    /// Progress changed: pages, answers, points, track.
    went: ArcTrigger,
    /// A sitting changed: it began, an answer was entered, it was handed in.
    sat: ArcTrigger,
    /// Exercises were drawn from pools.
    drew: ArcTrigger,
    /// Another tab wrote.
    others: ArcTrigger,
    exercises: RefCell<Table<ArcTrigger>>,
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
        State {
            settings: RefCell::new(settings),
            texts: RefCell::new(Rc::new(Texts::english())),
            language: RefCell::new(world.place.language.clone()),
            world,
            spoke: ArcTrigger::new(),
            course: RefCell::new(Course::None),
            log: RefCell::new(None),
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
        let progress = log.as_ref()?.progress();
        Some(look(&module, module.track_index(progress.track.as_ref()), progress))
    }

    /// Shows the scene of a unit to `look`.
    pub(super) fn scene<R>(&self, unit: &Unit, look: impl FnOnce(Scene<'_>) -> R) -> Option<R> {
        self.progress(|module, track, progress| look(Scene { module, track, unit, progress }))
    }

    /// Does what a learner asked for in a unit.
    pub(super) fn act(self: &Rc<Self>, unit: &Unit, command: Command) -> Option<Notice> {
        let chance = self.world.chance.number();
        let is_typing = matches!(command, Command::Enter(..));
        let decision = self.scene(unit, |scene| session::decide(&scene, command, chance))?;
        self.record(Some(unit), decision.events, is_typing);
        decision.notice
    }

    /// Adds events to the log, tells those who show them, and saves.
    ///
    /// While a learner is typing, the exercise itself is not told: it has what was typed, and would lose the focus.
    pub(super) fn record(self: &Rc<Self>, unit: Option<&Unit>, events: Vec<Event>, is_typing: bool) {
        if events.is_empty() {
            return;
        }
        let touched = unit.filter(|_| !is_typing).map(|unit| touched(unit, &events)).unwrap_or_default();
        let (went, sat) = (events.iter().any(goes_on), events.iter().any(is_sitting));
        let drew = events.iter().any(|event| matches!(event, Event::Began { .. }));
        let now = self.now();
        if let Ok(mut log) = self.log.try_borrow_mut()
            && let Some(log) = log.as_mut()
        {
            log.append(events, now);
        }
        self.save(is_typing);
        for exercise in touched {
            let trigger = self.exercises.borrow().get(&exercise).cloned();
            trigger.inspect(ArcTrigger::notify);
        }
        if went {
            self.went.notify();
        }
        if sat {
            self.sat.notify();
        }
        if drew {
            self.drew.notify();
        }
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

/// Whether an event may change what is outstanding.
fn goes_on(event: &Event) -> bool {
    match event {
        Event::Seen { .. } | Event::Answered { .. } | Event::HandedIn { .. } | Event::Revealed { .. } => true,
        Event::Chosen { .. } | Event::Certified { .. } => true,
        Event::Draft { .. } | Event::Hinted { .. } | Event::Shown { .. } | Event::Began { .. } => false,
    }
}

/// Whether an event belongs to a sitting.
fn is_sitting(event: &Event) -> bool {
    match event {
        Event::Began { .. } | Event::HandedIn { .. } | Event::Revealed { .. } => true,
        Event::Draft { sitting, .. } => *sitting > 0,
        Event::Seen { .. } | Event::Answered { .. } | Event::Hinted { .. } | Event::Shown { .. } => false,
        Event::Chosen { .. } | Event::Certified { .. } => false,
    }
}

/// The exercises that events of a unit change.
fn touched(unit: &Unit, events: &[Event]) -> Vec<Id> {
    let assessed = || {
        let all = unit.exercises.iter().filter(|exercise| exercise.mode == Mode::Assessment);
        all.map(|exercise| exercise.id.clone()).collect::<Vec<_>>()
    };
    let of = |event: &Event| match event {
        Event::Answered { answer, .. } => vec![answer.exercise.clone()],
        Event::Draft { exercise, .. } | Event::Hinted { exercise, .. } | Event::Shown { exercise } => {
            vec![exercise.clone()]
        }
        Event::Began { .. } | Event::HandedIn { .. } | Event::Revealed { .. } => assessed(),
        Event::Seen { .. } | Event::Chosen { .. } | Event::Certified { .. } => Vec::new(),
    };
    events.iter().flat_map(of).collect()
}
