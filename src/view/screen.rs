//! The screens, and the way from one to the next: what a screen needs is fetched before the old one goes.

use super::failure::Failure;
use super::state::{Course, Loaded, State};
use super::ui::spawn;
use crate::content::resource::{Reference, Term};
use crate::content::{Id, Page};
use crate::route::Route;
use crate::session::Command;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// A screen, with what it shows.
pub(super) enum Screen {
    /// The catalogue, or the module's own page.
    Home,
    /// A page of a unit.
    Page(Rc<Loaded>, Id),
    /// The result of a unit.
    Result(Rc<Loaded>),
    /// The certificate.
    Certificate,
    /// Where certificates are verified; what was brought last to be looked at.
    Verify(Rc<RefCell<Vec<u8>>>),
    /// The glossary.
    Glossary(Vec<Term>),
    /// The bibliography.
    Sources(Vec<Reference>),
    /// Where a licence is taken in.
    Licence,
    /// Settings.
    Settings,
    /// A link that leads nowhere.
    Unknown(String),
    /// Something could not be loaded, on the way to a route.
    Failed(Failure, Route),
}

/// Why a screen appears, where that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// It is the first: the focus stays where the browser put it.
    First,
    /// The learner went there: it is announced, and the focus goes to its heading.
    Went,
    /// The language changed: the focus stays with the switch, the place in the text stays.
    Language,
    /// Everything was erased.
    Erased,
}

impl State {
    /// Goes to the route in the address.
    pub(super) fn follow_address(self: &Rc<Self>) {
        self.open(self.address(), Told::Went);
    }

    /// The route in the address. A licence has left it before: the page's first script sees to that.
    pub(super) fn address(&self) -> Route {
        Route::parse(&self.world.window.hash())
    }

    /// Shows a route as soon as everything that it needs is there.
    pub(super) fn open(self: &Rc<Self>, route: Route, told: Told) {
        let state = self.clone();
        spawn(Box::pin(async move { state.show(route, told).await }));
    }

    /// Shows the present screen in the language that was chosen.
    pub(super) fn open_in_language(self: &Rc<Self>, told: Told) {
        let state = self.clone();
        spawn(Box::pin(async move {
            state.load_texts().await;
            if let Course::Module(module, _) = &*state.course.borrow() {
                state.language.replace(state.speak(&module.languages));
            }
            if let Course::Catalogue(catalogue, _) = &*state.course.borrow() {
                state.language.replace(state.speak(&catalogue.languages()));
            }
            state.show(state.address(), told).await;
            state.spoke.notify();
        }));
    }

    /// Fetches what a route needs, then shows it, unless another was asked for meanwhile.
    pub(super) async fn show(self: &Rc<Self>, route: Route, told: Told) {
        let number = self.asked.get() + 1;
        self.asked.set(number);
        self.waiting.set(true);
        let screen = match self.screen_of(&route).await {
            Ok(screen) => screen,
            Err(failure) => Screen::Failed(failure, route),
        };
        if !matches!(screen, Screen::Page(..)) {
            // Where they cannot be had, the first part says so.
            let _ = self.load_screens().await;
        }
        if self.asked.get() != number {
            return;
        }
        self.waiting.set(false);
        if let Screen::Page(loaded, page) = &screen {
            self.act(&loaded.unit, Command::Open(page.clone()));
        }
        self.screen.replace(Rc::new(screen));
        self.told.set(told);
        self.turned.notify();
    }

    async fn screen_of(self: &Rc<Self>, route: &Route) -> Result<Screen, Failure> {
        let course = self.load_course().await;
        if !matches!(route, Route::Verify(_)) {
            // Without it, nothing can be shown but a certificate that somebody came to verify.
            course?;
        }
        let is_module = self.module().is_some();
        Ok(match route {
            Route::Home => Screen::Home,
            Route::Settings => Screen::Settings,
            Route::Licence => {
                self.load_licences().await?;
                Screen::Licence
            }
            Route::Page(unit, page) if is_module => {
                let Some(loaded) = self.load_unit(unit).await? else { return Ok(nowhere(route)) };
                match self.page(&loaded, page.as_ref()) {
                    Some(page) => Screen::Page(loaded, page),
                    None => nowhere(route),
                }
            }
            Route::Page(..) => nowhere(route),
            Route::Result(_) | Route::Certificate | Route::Glossary | Route::Sources | Route::Verify(_) => {
                let make = self.load_screens().await?.make;
                make(self.clone(), route.clone()).await?.unwrap_or_else(|| nowhere(route))
            }
            Route::Unknown(path) => Screen::Unknown(path.clone()),
        })
    }

    /// The page that a route names, or the first of the track.
    fn page(&self, loaded: &Loaded, named: Option<&Id>) -> Option<Id> {
        let pages = &loaded.unit.pages;
        let of_track = |page: &&Page| {
            let track = self.progress(|module, track, _| module.tracks.get(track).map(|track| track.id.clone()));
            track.flatten().is_none_or(|track| page.tracks.is_empty() || page.tracks.contains(&track))
        };
        let found = match named {
            Some(named) => pages.iter().find(|page| page.id == *named),
            None => pages.iter().find(of_track),
        };
        found.map(|page| page.id.clone())
    }

    /// Where a learner begins: at the page that was open last, or at the first.
    pub(super) fn beginning(&self) -> Route {
        if let Course::Catalogue(..) | Course::None = &*self.course.borrow() {
            return Route::Home;
        }
        let found = self.progress(|module, track, progress| match &progress.last {
            Some((unit, page)) if module.unit(unit).is_some() => Some(Route::Page(unit.clone(), Some(page.clone()))),
            _ => module.units_in(track).next().map(|(unit, _)| Route::Page(unit.id.clone(), None)),
        });
        found.flatten().unwrap_or(Route::Home)
    }
}

fn nowhere(route: &Route) -> Screen {
    Screen::Unknown(route.href().trim_start_matches(['#', '/']).to_owned())
}
