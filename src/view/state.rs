//! What is behind the player: the module, the learner's log, the texts; and who is told when one of them changes.

use crate::content::unit::Mode;
use crate::content::{Id, Module, Unit};
use crate::i18n::Texts;
use crate::port::World;
use crate::progress::{Event, Log, Progress};
use crate::session::Scene;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The state of the application. Plain values; the triggers beside them say when they change.
pub(super) struct State {
    /// The world around.
    pub(super) world: World,
    texts: RefCell<Rc<Texts>>,
    language: RefCell<String>,
    /// The language or the texts changed.
    spoke: ArcTrigger,
    module: RefCell<Option<Rc<Module>>>,
    log: RefCell<Option<Log>>,
    /// Progress changed: pages, answers, points, track.
    went: ArcTrigger,
    /// A sitting changed: it began, an answer was entered, it was handed in.
    sat: ArcTrigger,
    /// Everything may have changed: another tab wrote or erased.
    merged: ArcTrigger,
    exercises: RefCell<BTreeMap<Id, ArcTrigger>>,
    /// What is being said to screen readers.
    pub(super) said: ArcRwSignal<String>,
}

impl State {
    /// The state before anything was loaded.
    pub(super) fn new(world: World, texts: Texts, language: String) -> State {
        State {
            world,
            texts: RefCell::new(Rc::new(texts)),
            language: RefCell::new(language),
            spoke: ArcTrigger::new(),
            module: RefCell::new(None),
            log: RefCell::new(None),
            went: ArcTrigger::new(),
            sat: ArcTrigger::new(),
            merged: ArcTrigger::new(),
            exercises: RefCell::default(),
            said: ArcRwSignal::new(String::new()),
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

    pub(super) fn asset(&self, path: &str) -> String {
        let place = &self.world.place;
        let folder = place.module.as_deref().and_then(|file| file.rsplit_once('/'));
        match folder {
            Some((folder, _)) => [&place.root, folder, "/", path].concat(),
            None => [&place.root, path].concat(),
        }
    }

    /// The scene of a unit; `None` before the module and the log are there.
    pub(super) fn scene<R>(&self, unit: &Unit, look: impl FnOnce(Scene<'_>) -> R) -> Option<R> {
        let module = self.module.borrow().clone()?;
        let log = self.log.try_borrow().ok()?;
        let progress = log.as_ref()?.progress();
        Some(look(Scene { module: &module, track: track(&module, progress), unit, progress }))
    }

    /// Adds events to the log, tells those who show them, and saves.
    ///
    /// While a learner is typing, the exercise itself is not told: it has what was typed, and would lose the focus.
    pub(super) fn record(&self, unit: &Unit, events: Vec<Event>, is_typing: bool) {
        if events.is_empty() {
            return;
        }
        let touched = if is_typing { Vec::new() } else { touched(unit, &events) };
        let (went, sat) = (events.iter().any(goes_on), events.iter().any(is_sitting));
        let now = self.world.clock.now();
        if let Ok(mut log) = self.log.try_borrow_mut()
            && let Some(log) = log.as_mut()
        {
            log.append(events, now);
        }
        for exercise in touched {
            self.notify(&exercise);
        }
        if went {
            self.went.notify();
        }
        if sat {
            self.sat.notify();
        }
    }

    pub(super) fn follow(&self, exercise: &Id) {
        self.spoke.track();
        self.merged.track();
        self.exercises.borrow_mut().entry(exercise.clone()).or_default().track();
    }

    fn notify(&self, exercise: &Id) {
        let trigger = self.exercises.borrow().get(exercise).cloned();
        if let Some(trigger) = trigger {
            trigger.notify();
        }
    }

    pub(super) fn say(&self, text: String) {
        self.said.set(text);
    }
}

/// The track that was chosen, or the first.
fn track(module: &Module, progress: &Progress) -> usize {
    module.track_index(progress.track.as_ref())
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
