//! Loads what only the other screens show: catalogue, glossary, bibliography.

use super::Player;
use super::failure::Failure;
use super::load::enough;
use super::prose::Writer;
use super::prose::element::{Build, el, emptied};
use super::screen::Screen;
use super::screens::Made;
use super::state::{Course, State};
use crate::content::resource::{Reference, Term};
use crate::content::{Catalogue, Id, read};
use crate::port::Soon;
use crate::route::Route;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// Loads the catalogue, and what was done in each of its modules.
pub(super) fn catalogue(state: Rc<State>) -> Soon<'static, Result<(), Failure>> {
    Box::pin(async move {
        let work = state.load_work().await?;
        let bytes = state.fetch("catalogue.json", None).await?;
        let (catalogue, _): (Catalogue, _) = enough(read::catalogue(&bytes))?;
        state.language.replace(state.speak(&catalogue.languages()));
        let mut done = Vec::new();
        for module in &catalogue.modules {
            done.push((work.done)(&state, &module.id).await);
        }
        state.course.replace(Course::Catalogue(Rc::new(catalogue), Rc::new(done)));
        Ok(())
    })
}

/// Makes the screen of a route that is no page; `None` where the route leads nowhere.
pub(super) fn screen(state: Rc<State>, route: Route) -> Soon<'static, Made> {
    Box::pin(async move {
        if let Route::Verify(code) = route {
            return Ok(Some(Screen::Verify(state.brought(code.as_deref()))));
        }
        if state.module().is_none() {
            return Ok(None);
        }
        Ok(match route {
            Route::Result(unit) => state.load_unit(&unit).await?.map(Screen::Result),
            Route::Certificate => Some(Screen::Certificate),
            Route::Glossary => Some(Screen::Glossary(state.load_glossary().await?)),
            Route::Sources => Some(Screen::Sources(state.load_sources().await?)),
            Route::Home | Route::Settings | Route::Licence | Route::Verify(_) => None,
            Route::Page(..) | Route::Unknown(_) => None,
        })
    })
}

/// Puts the meaning of a term there; the way to the glossary where it cannot be had.
pub(super) fn explain(player: Player, id: Id, words: Element) -> Soon<'static, ()> {
    Box::pin(async move {
        let terms = player.state().load_glossary().await.unwrap_or_default();
        let meaning = terms.iter().find(|term| term.id == id).map(|term| {
            let name = el("b", "").say(&term.term).say(". ");
            Writer::new(player).line(el("span", "").put(name), &term.text)
        });
        let all = el("a", "").set("href", &Route::Glossary.href()).say(&player.t("Glossary"));
        emptied(&words).each(meaning).put(el("span", "paragraph").put(all));
    })
}

impl State {
    /// What was brought to be verified: with the address, or before on the same screen.
    fn brought(&self, code: Option<&str>) -> Rc<RefCell<Vec<u8>>> {
        match (&**self.screen.borrow(), code) {
            (Screen::Verify(brought), None) => brought.clone(),
            (_, code) => Rc::new(RefCell::new(code.unwrap_or_default().into())),
        }
    }

    /// The glossary; empty where the module has none.
    async fn load_glossary(self: &Rc<Self>) -> Result<Vec<Term>, Failure> {
        let file = self.module().and_then(|module| self.of_language(&module.resources.glossary));
        match file {
            Some(file) => {
                let bytes = self.fetch_of_module(&file).await?;
                Ok(enough(read::glossary(&bytes))?.0)
            }
            None => Ok(Vec::new()),
        }
    }

    /// The bibliography; empty where the module has none.
    async fn load_sources(self: &Rc<Self>) -> Result<Vec<Reference>, Failure> {
        let file = self.module().and_then(|module| self.of_language(&module.resources.bibliography));
        match file {
            Some(file) => {
                let bytes = self.fetch_of_module(&file).await?;
                Ok(enough(read::bibliography(&bytes))?.0)
            }
            None => Ok(Vec::new()),
        }
    }
}
