//! What begins with the learner's first answer: deciding, scoring, keeping, saying what came of it. A part of the player
//! that comes later (see [`super::parts`]); where something is stored already, it comes before the first screen.

use super::brought::Came;
use super::exercise::{Card, Sheet, Touch, feedback, listen, rehearsal};
use super::parts::Absent;
use super::screen::Screen;
use super::stages::Staged;
use super::state::State;
use super::{Player, notices, stages};
use crate::content::unit::Mode;
use crate::content::{Exercise, Id, Module, Unit};
use crate::exercise::Response;
use crate::port::Soon;
use crate::progress::{Event, Progress};
use crate::session::{self, Command, Feedback, Notice, Scene, View, asks_for_answers, waiting};
use leptos::prelude::{ArcTrigger, Notify as _};
use std::rc::Rc;
use wasm_split_helpers::wasm_split;
use web_sys::{Element, Event as Happened};

/// The way into the part.
#[derive(Clone, Copy)]
pub(super) struct Work {
    /// Reads what is stored of the module, and becomes a writer of it, unless that was done.
    pub(super) begin: fn(Rc<State>) -> Soon<'static, Result<(), Absent>>,
    /// What was done in a module of the catalogue.
    pub(super) done: for<'a> fn(&'a State, &'a Id) -> Soon<'a, Progress>,
    /// Does what a learner asked for in a unit.
    pub(super) act: fn(&Rc<State>, &Unit, Command) -> Option<Notice>,
    /// Shows an exercise as the learner left it.
    pub(super) present: fn(&Scene<'_>, &Exercise, Look<'_>),
    /// Whether two responses are the same.
    pub(super) same: fn(&Response, &Response) -> bool,
    /// Does what a learner does with a card.
    pub(super) touch: fn(&Rc<Card>, Touch, &Element, &Happened),
    /// Draws what is said to an answer.
    pub(super) feedback: fn(&Card, &Sheet, &View, &Feedback),
    /// Goes through a first answer that nobody sees.
    pub(super) rehearse: fn(Player),
    /// How many exercises of a page are open, where the track asks for answers.
    pub(super) left: fn(&State, &Unit, &Id) -> Option<u32>,
    /// Shows a block of a page's case when its stage opens.
    pub(super) stage: fn(Player, Rc<Staged>),
    /// What a learner has to know beside the screen.
    pub(super) notices: fn(Player) -> Vec<String>,
    /// Takes in a file of progress.
    pub(super) bring: fn(Rc<State>, Vec<u8>) -> Soon<'static, Came>,
}

/// Who looks at an exercise.
pub(super) type Look<'a> = &'a mut dyn FnMut(View<'_>);

/// Fetches the part.
#[wasm_split(work, fallible)]
pub(super) fn part() -> Result<Work, Absent> {
    Ok(Work {
        begin,
        done: |state, module| Box::pin(state.done(module)),
        act,
        present: |scene, exercise, look| look(session::present(scene, exercise)),
        same: Response::eq,
        touch: listen::touch,
        feedback: feedback::draw,
        rehearse: rehearsal::rehearse,
        left,
        stage: stages::follow_stage,
        notices: notices::words,
        bring: |state, bytes| Box::pin(async move { state.bring(&bytes).await }),
    })
}

fn begin(state: Rc<State>) -> Soon<'static, Result<(), Absent>> {
    Box::pin(async move {
        let Some(module) = state.module() else { return Ok(()) };
        let begin = async { start(&state, &module).await.ok_or(Absent) };
        state.begun.get_or_try_init(begin).await.copied()
    })
}

/// Reads the log and listens to the other tabs; then the page that is open is opened for the log as well.
async fn start(state: &Rc<State>, module: &Module) -> Option<()> {
    state.load_log(module).await?;
    let here = state.clone();
    state.world.window.on_leave(Box::new(move || here.flush()));
    let here = state.clone();
    state.desk.get()?.others.listen(Box::new(move |heard| here.hear(heard)));
    state.merged();
    let screen = state.screen.borrow().clone();
    if let Screen::Page(loaded, page) = &*screen {
        act(state, &loaded.unit, Command::Open(page.clone()));
    }
    Some(())
}

fn act(state: &Rc<State>, unit: &Unit, command: Command) -> Option<Notice> {
    let chance = state.world.chance.number();
    let is_typing = matches!(command, Command::Enter(..));
    let decision = state.scene(unit, |scene| session::decide(&scene, command, chance))?;
    state.record(Some(unit), decision.events, is_typing);
    decision.notice
}

fn left(state: &State, unit: &Unit, page: &Id) -> Option<u32> {
    let left = state.scene(unit, |scene| {
        let asks = scene.module.tracks.get(scene.track).is_some_and(|track| asks_for_answers(&track.rule));
        let page = scene.unit.pages.iter().find(|one| one.id == *page).filter(|_| asks)?;
        u32::try_from(waiting(&scene, page)).ok()
    });
    left.flatten()
}

impl State {
    /// Tells the views of an exercise.
    pub(super) fn stir(&self, exercise: &Id) {
        let trigger = self.exercises.borrow().get(exercise).cloned();
        trigger.inspect(ArcTrigger::notify);
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
        touched.iter().for_each(|exercise| self.stir(exercise));
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
}

/// Whether an event may change what is outstanding.
fn goes_on(event: &Event) -> bool {
    match event {
        Event::Seen { .. } | Event::Answered { .. } | Event::HandedIn { .. } | Event::Revealed { .. } => true,
        Event::Chosen { .. } | Event::Certified { .. } => true,
        Event::Draft { .. } | Event::Hinted { .. } | Event::Shown { .. } | Event::Began { .. } => false,
        Event::Rated { .. } | Event::Mixed { .. } => false,
    }
}

/// Whether an event belongs to a sitting.
fn is_sitting(event: &Event) -> bool {
    match event {
        Event::Began { .. } | Event::HandedIn { .. } | Event::Revealed { .. } => true,
        Event::Draft { sitting, .. } => *sitting > 0,
        Event::Seen { .. } | Event::Answered { .. } | Event::Hinted { .. } | Event::Shown { .. } => false,
        Event::Chosen { .. } | Event::Certified { .. } | Event::Rated { .. } | Event::Mixed { .. } => false,
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
        Event::Draft { exercise, .. }
        | Event::Rated { exercise, .. }
        | Event::Hinted { exercise, .. }
        | Event::Shown { exercise } => {
            vec![exercise.clone()]
        }
        Event::Began { .. } | Event::HandedIn { .. } | Event::Revealed { .. } => assessed(),
        Event::Seen { .. } | Event::Mixed { .. } | Event::Chosen { .. } | Event::Certified { .. } => Vec::new(),
    };
    events.iter().flat_map(of).collect()
}
