//! Every screen but a page, and what stands around one: a part of the player that comes later (see [`super::parts`]).

use super::actions::Touched;
use super::failure::Failure;
use super::outline::outline;
use super::parts::Absent;
use super::screen::Screen;
use super::state::{Course, Loaded, State};
use super::{
    Player, assessment, bar, catalogue, certificate, consent, failure, home, later, lists, reach, result, settings,
    verify, words,
};
use crate::content::{Finding, Id, Unit};
use crate::port::Soon;
use crate::route::Route;
use std::rc::Rc;
use wasm_split_helpers::wasm_split;
use web_sys::Element;

/// The way into the part.
#[derive(Clone, Copy)]
pub(super) struct Screens {
    /// Draws a screen that is no page.
    pub(super) draw: fn(Player, &Screen, &Course) -> Vec<Element>,
    /// What stands in the menu.
    pub(super) menu: fn(Player) -> Vec<Element>,
    /// The outline beside a page.
    pub(super) outline: fn(Player, &Loaded, &Id) -> Vec<Element>,
    /// Draws the panel of a unit's assessment.
    pub(super) assessment: fn(Player, &Rc<Unit>, &Element),
    /// Does what a control is for.
    pub(super) act: fn(&Rc<State>, Touched),
    /// Listens to the page around the frame.
    pub(super) meet: fn(&Rc<State>),
    /// Keeps the page around the frame informed, as far as the learner lets it.
    pub(super) inform: fn(Player),
    /// The question whether the page around may know how far the learner is.
    pub(super) question: fn(Player) -> Element,
    /// Loads the catalogue.
    pub(super) load_catalogue: fn(Rc<State>) -> Soon<'static, Result<(), Failure>>,
    /// Makes the screen of a route that is no page.
    pub(super) make: fn(Rc<State>, Route) -> Soon<'static, Made>,
    /// Puts the meaning of a term there.
    pub(super) explain: fn(Player, Id, Element) -> Soon<'static, ()>,
    /// What is wrong with a file, for those who can mend it.
    pub(super) details: fn(Player, &[Finding]) -> Vec<Element>,
}

/// A screen; `None` where its route leads nowhere.
pub(super) type Made = Result<Option<Screen>, Failure>;

/// Fetches the part.
#[wasm_split(screens, fallible)]
pub(super) fn part() -> Result<Screens, Absent> {
    Ok(Screens {
        draw,
        menu: bar::menu,
        outline: |player, loaded, page| outline(player, Some((loaded, Some(page)))),
        assessment: assessment::draw,
        act: later::act,
        meet: consent::meet,
        inform: consent::inform,
        question: consent::question,
        load_catalogue: reach::catalogue,
        make: reach::screen,
        explain: reach::explain,
        details: words::details,
    })
}

/// What opens with a licence, where the module shows its card only: nobody knows what of it there is.
fn of_card(player: Player, route: &Route) -> Option<Vec<Element>> {
    let state = player.state();
    let is_card = state.module().is_some_and(|module| module.outline.is_some());
    let is_of_course = !matches!(route, Route::Unknown(_));
    let licences = state.licence_part().filter(|_| is_card && is_of_course)?;
    Some((licences.locked)(player, route))
}

fn draw(player: Player, screen: &Screen, course: &Course) -> Vec<Element> {
    match (screen, course) {
        (Screen::Home, Course::Module(module, findings)) => home::screen(player, module, findings),
        (Screen::Home, Course::Catalogue(all, done)) => catalogue::screen(player, all, done),
        (Screen::Home, Course::None) => failure::unknown(player, ""),
        (Screen::Result(loaded), _) => result::screen(player, loaded),
        (Screen::Certificate, _) => of_card(player, &Route::Certificate).unwrap_or_else(|| certificate::screen(player)),
        (Screen::Verify(brought), _) => verify::screen(player, brought),
        (Screen::Glossary(terms), _) => lists::glossary(player, terms),
        (Screen::Sources(sources), _) => lists::sources(player, sources),
        (Screen::Settings, _) => settings::screen(player),
        (Screen::Licence, _) => player.state().licence_part().map(|part| (part.screen)(player)).unwrap_or_default(),
        (Screen::Unknown(path), _) => {
            of_card(player, &Route::parse(path)).unwrap_or_else(|| failure::unknown(player, path))
        }
        (Screen::Failed(failed, route), _) => match player.state().licence_part() {
            Some(licences) if failed.is_locked() => (licences.locked)(player, route),
            _ => failure::screen(player, failed),
        },
        // A page is in the first part.
        (Screen::Page(..), _) => Vec::new(),
    }
}
