//! Keeps the learner's log: reads what was stored, saves what is new, takes in what other tabs wrote.

use super::parts::Absent;
use super::screen::Told;
use super::state::{Course, State};
use super::ui::spawn;
use crate::content::{Id, Module};
use crate::port::{Desk, Heard, StoreError, Stored, Trust};
use crate::progress::envelope::{self, Opened, Unreadable};
use crate::progress::{Log, Progress, export, fold};
use crate::route::Route;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// How long typing may go unsaved. Leaving the page saves at once.
const PAUSE: Duration = Duration::from_millis(300);

/// Whether what the learner did is saved on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// All of it.
    Saved,
    /// It is not, and why.
    Not(StoreError),
}

/// Where saving stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Saving {
    /// A save is under way.
    is_busy: bool,
    /// Something is new since the last save began.
    is_due: bool,
}

impl State {
    /// Reads what is stored of the module, and becomes a writer of it.
    pub(super) async fn load_log(&self, module: &Module) -> Option<()> {
        let desk = self.open_desk().await?;
        let store = &desk.store;
        let found = store.load(&module.id).await;
        if let Err(error) = &found {
            self.kept.set(Kept::Not(*error));
        }
        let found = found.unwrap_or_default();
        let known = found.iter().filter(|one| owned(one).is_some()).map(|one| one.writer.clone()).collect();
        let writer = desk.writers.claim(&module.id, known).await;
        // Once more: the writer may have been another tab's until just now.
        let stored = store.load(&module.id).await.unwrap_or_default();
        let own = stored.iter().find(|one| one.writer == writer).and_then(owned);
        let seq = own.map_or(0, |opened| opened.envelope.seq);
        let mut records = Vec::new();
        for one in &stored {
            match envelope::read(&one.text) {
                Ok(opened) => {
                    if opened.lost > 0 {
                        self.unreadable.set(Some(Unreadable::Damaged));
                    }
                    records.extend(opened.envelope.records);
                }
                Err(why) => self.unreadable.set(Some(why)),
            }
        }
        self.log.replace(Some(Log::new(&writer, seq, records)));
        Some(())
    }

    /// The desk; `None` where it cannot be fetched.
    pub(super) async fn open_desk(&self) -> Option<&Desk> {
        let opened = async { self.world.memory.open().await.ok_or(Absent) };
        self.desk.get_or_try_init(opened).await.ok()
    }

    /// What asks the second WebAssembly.
    pub(super) async fn trust(&self) -> Result<&dyn Trust, Absent> {
        let fetched = async { (self.world.trust)().await.ok_or(Absent) };
        self.trust.get_or_try_init(fetched).await.map(|trust| &**trust)
    }

    /// What was done in a module of the catalogue.
    pub(super) async fn done(&self, module: &Id) -> Progress {
        let stored = match self.open_desk().await {
            Some(desk) => desk.store.load(module).await.unwrap_or_default(),
            None => Vec::new(),
        };
        let opened = stored.iter().filter_map(|one| envelope::read(&one.text).ok());
        let records: Vec<_> = opened.flat_map(|opened| opened.envelope.records).collect();
        fold(&records)
    }

    /// Saves: at once, or after a pause while the learner is typing.
    pub(super) fn save(self: &Rc<Self>, is_typing: bool) {
        self.saving.set(Saving { is_due: true, ..self.saving.get() });
        if is_typing {
            let state = self.clone();
            set_timeout(move || state.flush(), PAUSE);
        } else {
            self.flush();
        }
    }

    /// Saves what is not saved yet.
    pub(super) fn flush(self: &Rc<Self>) {
        let Saving { is_busy: false, is_due: true } = self.saving.get() else { return };
        self.saving.set(Saving { is_busy: true, is_due: false });
        let state = self.clone();
        spawn(Box::pin(async move {
            let saved = state.write().await;
            state.saving.set(Saving { is_busy: false, ..state.saving.get() });
            match saved {
                Ok(()) => state.keeps(Kept::Saved),
                Err(StoreError::Erased) => state.forget(),
                Err(error) => state.keeps(Kept::Not(error)),
            }
            state.flush();
        }));
    }

    async fn write(&self) -> Result<(), StoreError> {
        let Some(module) = self.module() else { return Ok(()) };
        match (self.own(&module.id), self.desk.get()) {
            (Some(own), Some(desk)) => desk.store.save(&module.id, &own.writer, own.text).await,
            _ => Ok(()),
        }
    }

    /// Notes whether everything is saved; tells only where that changed.
    fn keeps(&self, kept: Kept) {
        if self.kept.get_untracked() != kept {
            self.kept.set(kept);
        }
    }

    /// Takes in what another tab did.
    pub(super) fn hear(self: &Rc<Self>, heard: Heard) {
        let Heard::Saved { module, stored } = heard else {
            if let Some(desk) = self.desk.get() {
                desk.store.renew();
            }
            return self.forget();
        };
        if self.module().is_none_or(|here| here.id != module) {
            return;
        }
        let Ok(opened) = envelope::read(&stored.text) else { return };
        if let Some(log) = self.log.borrow_mut().as_mut() {
            log.merge(opened.envelope.records);
        }
        self.merged();
    }

    /// Saves everything that is stored of the module as a file, also what this player cannot read.
    pub(super) fn export(self: &Rc<Self>) {
        let state = self.clone();
        spawn(Box::pin(async move {
            let Some(module) = state.module() else { return };
            let Some(desk) = state.open_desk().await else { return };
            let stored = desk.store.load(&module.id).await.unwrap_or_default();
            let own = state.own(&module.id);
            let others = stored.into_iter().filter(|one| own.as_ref().is_none_or(|own| own.writer != one.writer));
            let stored: Vec<String> = others.chain(own.clone()).map(|one| one.text).collect();
            let text = export::write(&module.id, &stored);
            let name = ["progress-", module.id.as_str(), ".json"].concat();
            desk.outlet.save(&name, "application/json", text.as_bytes());
        }));
    }

    /// What this tab has to store.
    fn own(&self, module: &Id) -> Option<Stored> {
        let log = self.log.borrow();
        let log = log.as_ref()?;
        let text = envelope::write(module, log.writer(), log.seq(), log.own());
        Some(Stored { writer: log.writer().to_owned(), text })
    }

    /// Erases everything on this device.
    pub(super) fn erase(self: &Rc<Self>) {
        let state = self.clone();
        spawn(Box::pin(async move {
            let Some(desk) = state.open_desk().await else { return };
            let erased = desk.store.erase().await;
            state.forget();
            if let Err(error) = erased {
                state.keeps(Kept::Not(error));
            }
        }));
    }

    /// Everything was erased: forgets it here as well.
    fn forget(self: &Rc<Self>) {
        if let Some(log) = self.log.borrow_mut().as_mut() {
            log.clear();
        }
        self.unreadable.set(None);
        if let Some(licences) = untrack(|| self.licence_part()) {
            (licences.forget)(self);
        }
        self.unshare();
        self.saving.set(Saving::default());
        self.keeps(Kept::Saved);
        let course = self.course.borrow().clone();
        if let Course::Catalogue(catalogue, done) = course {
            let none = done.iter().map(|_| Progress::default()).collect();
            self.course.replace(Course::Catalogue(catalogue, Rc::new(none)));
        }
        self.merged();
        // The address goes along, so that a link to where the learner was leads somewhere again.
        self.world.window.go(&Route::Home.href(), true);
        self.open(Route::Home, Told::Erased);
    }
}

/// The envelope of a writer under its own name, whole. One under another's was brought along in a file, and one of which a
/// part cannot be read would lose that part: both are read, and never continued.
fn owned(stored: &Stored) -> Option<Opened> {
    let is_whole = |opened: &Opened| opened.lost == 0 && opened.envelope.writer == stored.writer;
    envelope::read(&stored.text).ok().filter(is_whole)
}
