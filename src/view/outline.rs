//! The outline: where the learner is, as a lattice and as a list.

use super::Player;
use super::lattice::{Group, Knot, lattice};
use super::prose::element::{Build, el, refill};
use super::state::Loaded;
use super::ui::{follow, icon, link, text};
use super::words::{Way, ways};
use crate::content::Id;
use crate::content::module::UnitSource;
use crate::content::prose::words;
use crate::route::Route;
use crate::session::{PageView, overview};
use leptos::prelude::untrack;
use web_sys::Element;

/// What stands in the outline: the units, and the pages of the one that is open.
pub(super) fn outline(player: Player, open: Option<(&Loaded, Option<&Id>)>) -> Vec<Element> {
    let state = player.state();
    let pages = open.and_then(|(loaded, here)| {
        state.scene(&loaded.unit, |scene| {
            let all = overview(&scene);
            let knots = all.iter().map(|view| knot(view, here)).collect();
            let links =
                all.iter().enumerate().map(|(number, view)| (number, route(loaded, view), words(&view.page.title)));
            (Group { knots, links: links.collect() }, list(player, loaded, &all, here))
        })
    });
    let open_unit = open.map(|(loaded, _)| loaded.unit.id.clone());
    let (mut group, mut list) = pages.unzip();
    let drawn = state.progress(|module, track, progress| {
        let ways = ways(module, track, progress);
        let (mut groups, mut items) = (Vec::new(), Vec::new());
        for (number, way) in ways.iter().enumerate() {
            let is_open = open_unit.as_ref() == Some(&way.entry.id);
            let of_pages = if is_open { group.take() } else { None };
            groups.push(of_pages.unwrap_or_else(|| of_unit(player, way)));
            let item = el("li", "").put(unit_line(player, number, way)).all(lock(player, way).into_iter().collect());
            items.push(if is_open { list.take().into_iter().fold(item, Build::put) } else { item });
        }
        let done: u32 = ways.iter().map(|way| way.seen).sum();
        let all: u32 = ways.iter().map(|way| way.counts.pages).sum();
        let words = progress_words(player, done, all);
        vec![lattice(272, groups, &words), text("p", "small muted", &words), el("ol", "units").all(items)]
    });
    let is_card = state.module().is_some_and(|module| module.outline.is_some());
    // Of a module that shows its card only, nothing is known that could be listed.
    let drawn = if is_card { Vec::new() } else { drawn.unwrap_or_default() };
    drawn.into_iter().chain(way_in(player)).collect()
}

/// The way to the licence's screen; empty once a licence has opened the module.
fn way_in(player: Player) -> Option<Element> {
    if !player.state().is_sealed() {
        return None;
    }
    let place = el("p", "way-in");
    let into = place.clone();
    follow(Box::new(move || {
        let is_open = player.state().is_open();
        let have = || untrack(|| link("button", &Route::Licence, &player.t("I have a licence")));
        refill(&into, (!is_open).then(have).into_iter().collect());
    }));
    Some(place)
}

/// Whether a unit is open, where it opens with a licence: a sign, and words.
pub(super) fn lock(player: Player, way: &Way) -> Option<Element> {
    let is_sealed = match &way.entry.source {
        UnitSource::Files(files) => files.iter().any(|(_, file)| file.seal.is_some()),
        UnitSource::Inline(_) => false,
    };
    if !is_sealed {
        return None;
    }
    let mark = el("span", "lock small muted");
    let into = mark.clone();
    follow(Box::new(move || {
        let is_open = player.state().is_open();
        untrack(|| {
            let (bow, words) = match is_open {
                true => ("M8 11V8a4 4 0 0 1 7.5-2", player.t("Open with your licence")),
                false => ("M8 11V8a4 4 0 0 1 8 0v3", player.t("Opens with a licence")),
            };
            refill(&into, vec![icon(&["M6 11h12v9H6z", bow].concat()), text("span", "", &words)]);
        });
    }));
    Some(mark)
}

/// How far the learner is, in words.
pub(super) fn progress_words(player: Player, done: u32, all: u32) -> String {
    player.fill("{done} of {all} pages done", &[("done", &done.to_string()), ("all", &all.to_string())])
}

/// A unit's crossings where its pages are not known: the first are done, one link leads to all of it.
pub(super) fn of_unit(player: Player, way: &Way) -> Group {
    let (all, seen) = (way.counts.pages as usize, way.seen as usize);
    let knots = (0..all).map(|number| if number < seen { Knot::Tied } else { Knot::Open }).collect();
    Group { knots, links: vec![(0, Route::Page(way.entry.id.clone(), None), player.of(&way.entry.title))] }
}

fn unit_line(player: Player, number: usize, way: &Way) -> Element {
    let name = [&(number + 1).to_string(), " · ", &player.of(&way.entry.title)].concat();
    let is_done = way.seen >= way.counts.pages;
    let line = link("unit", &Route::Page(way.entry.id.clone(), None), &name);
    if is_done { line.put(done(player)) } else { line }
}

/// That something is done: a sign, and a word for those who hear it.
fn done(player: Player) -> Element {
    el("span", "done").put(text("span", "unseen", &player.t("done")))
}

fn list(player: Player, loaded: &Loaded, all: &[PageView], here: Option<&Id>) -> Element {
    let item = |view: &PageView| {
        let is_here = here == Some(&view.page.id);
        let dot = if view.seen { "dot tied" } else { "dot" };
        let link = el("a", "").set("href", &route(loaded, view).href()).put(el("span", dot));
        let link = link.put(text("span", "", &words(&view.page.title)));
        let link = if is_here { link.set("aria-current", "page") } else { link };
        el("li", "").put(if view.seen && !is_here { link.put(text("span", "unseen", &player.t("done"))) } else { link })
    };
    el("ol", "pages").all(all.iter().map(item).collect())
}

fn knot(view: &PageView, here: Option<&Id>) -> Knot {
    if here == Some(&view.page.id) {
        Knot::Here
    } else if view.seen {
        Knot::Tied
    } else {
        Knot::Open
    }
}

fn route(loaded: &Loaded, view: &PageView) -> Route {
    Route::Page(loaded.unit.id.clone(), Some(view.page.id.clone()))
}
