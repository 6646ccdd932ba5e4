//! A page of a unit: its blocks, and what stands around them.

use super::Player;
use super::exercise::exercise;
use super::parts::{fill, fill_soon};
use super::prose::element::{Build, el, refill};
use super::prose::{inline, prose};
use super::screens::Screens;
use super::stages::Staged;
use super::state::Loaded;
use super::ui::{follow, link, text};
use crate::content::prose::words;
use crate::content::unit::BlockContent;
use crate::content::{Block, Id, Page, Unit};
use crate::route::Route;
use crate::session::{assesses, drawn, is_section};
use leptos::prelude::{Owner, request_animation_frame, untrack};
use std::rc::Rc;
use web_sys::Element;

/// So many blocks are made before the page is shown; the others follow, twice as many in each frame.
const FIRST: usize = 4;

/// The screen of a page.
pub(super) fn screen(player: Player, loaded: &Rc<Loaded>, id: &Id) -> Vec<Element> {
    let Some(page) = loaded.unit.pages.iter().find(|page| page.id == *id) else { return Vec::new() };
    let nav = el("nav", "outline side").set("aria-label", &player.t("Course"));
    let article = el("article", "").set("lang", &loaded.unit.language).put(unit_label(player, loaded));
    let article = article.put(inline("h1", "", &page.title).set("tabindex", "-1"));
    let article = article.all(partial(player, loaded));
    blocks(player, loaded, page, &article);
    let main = el("main", "read").set("id", "main");
    let (place, of, here) = (nav.clone(), loaded.clone(), id.clone());
    fill(player, Box::new(move |screens| refill(&place, (screens.outline)(player, &of, &here))));
    vec![main.put(nav).put(article), foot(player, loaded, id)]
}

/// Number and title of the unit, above the heading.
pub(super) fn unit_label(player: Player, loaded: &Loaded) -> Element {
    let words = player.state().progress(|module, track, _| {
        let number = module.units_in(track).position(|(entry, _)| entry.id == loaded.unit.id)? + 1;
        let (_, entry) = module.unit(&loaded.unit.id)?;
        let values = [("n", number.to_string()), ("title", player.of(&entry.title))];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Some(player.fill("Unit {n} · {title}", &values))
    });
    text("p", "label", &words.flatten().unwrap_or_default())
}

/// What could not be read of the unit.
fn partial(player: Player, loaded: &Rc<Loaded>) -> Vec<Element> {
    if loaded.findings.is_empty() {
        return Vec::new();
    }
    let words = player.t("Parts of this unit could not be read and are left out. What is here works as usual.");
    let notice = el("div", "notice").put(text("p", "", &words));
    let (place, of) = (notice.clone(), loaded.clone());
    fill(player, Box::new(move |screens| drop(place.clone().all((screens.details)(player, &of.findings)))));
    vec![notice]
}

/// Fills the article with the page's blocks, then with what closes them.
fn blocks(player: Player, loaded: &Rc<Loaded>, page: &Page, article: &Element) {
    let plan = player.state().scene(&loaded.unit, |scene| {
        let Some(track) = scene.track_id() else { return Vec::new() };
        let blocks = page.blocks.iter().enumerate().filter(|(_, block)| block.is_in(track));
        blocks.map(|(at, block)| (at, count(loaded, block))).collect::<Vec<_>>()
    });
    let plan = plan.unwrap_or_default();
    let of = plan.iter().map(|(_, count)| count).sum();
    let rest = Rest { player, loaded: loaded.clone(), page: page.id.clone(), article: article.clone(), plan, of };
    rest.make(0, 0, FIRST);
}

/// The panel of the unit's assessment; nothing on a page without assessment exercises.
fn assessment(player: Player, loaded: &Loaded, page: &Id) -> Vec<Element> {
    let here = player
        .state()
        .scene(&loaded.unit, |scene| scene.unit.pages.iter().any(|one| one.id == *page && assesses(&scene, one)));
    if here != Some(true) {
        return Vec::new();
    }
    let panel = el("section", "assessment").set("aria-label", &player.t("Assessment"));
    let (unit, into) = (loaded.unit.clone(), panel.clone());
    let draw = move |screens: Screens| {
        let (unit, into) = (unit.clone(), into.clone());
        follow(Box::new(move || {
            player.state().follow_sitting();
            (screens.assessment)(player, &unit, &into);
        }));
    };
    fill_soon(player, &panel, Box::new(draw));
    vec![panel]
}

/// How many exercises stand in a block.
fn count(loaded: &Loaded, block: &Block) -> usize {
    match &block.content {
        BlockContent::Prose(_) | BlockContent::Exercise { unit: Some(_), .. } => 0,
        BlockContent::Exercise { exercise, .. } => {
            usize::from(loaded.unit.exercise(exercise).is_none_or(|exercise| !is_section(block, exercise)))
        }
        BlockContent::Pool(pool) => {
            loaded.unit.pool(pool).map_or(0, |pool| pool.exercises.len().min(pool.draw as usize))
        }
    }
}

/// The blocks of a page that are still to be made.
struct Rest {
    player: Player,
    loaded: Rc<Loaded>,
    page: Id,
    article: Element,
    /// The places of the blocks on the page, and how many exercises stand in each.
    plan: Vec<(usize, usize)>,
    of: usize,
}

impl Rest {
    /// Makes `many` blocks from the one at `from` on, and has the next ones made in the next frame.
    fn make(self, from: usize, mut number: usize, many: usize) {
        for (place, (at, count)) in self.plan.iter().enumerate().skip(from).take(many) {
            if let Some(block) = block(&self.loaded, &self.page, *at) {
                let maker = self.maker(number);
                match block.stage {
                    0 => maker.block(&self.article, &block.content),
                    stage => self.staged(maker, place, stage),
                }
            }
            number += count;
        }
        let next = from + many;
        if next >= self.plan.len() {
            let _ = self.article.clone().all(assessment(self.player, &self.loaded, &self.page));
            return;
        }
        let owner = Owner::current();
        request_animation_frame(move || {
            // The learner may have gone on meanwhile.
            if let Some(owner) = owner.filter(|_| self.article.is_connected()) {
                owner.with(|| self.make(next, number, many * 2));
            }
        });
    }

    fn maker(&self, before: usize) -> Maker {
        Maker { player: self.player, unit: self.loaded.unit.clone(), before, of: self.of }
    }

    /// A block of the page's case, by its place in the plan. The first stage is made at once, a later one when it opens.
    fn staged(&self, maker: Maker, at: usize, stage: u32) {
        let here = |(at, _): &(usize, usize)| block(&self.loaded, &self.page, *at).map_or(0, |block| block.stage);
        let stages: Vec<u32> = self.plan.iter().map(here).collect();
        let place = el("div", "staged");
        let _ = self.article.clone().put(place.clone());
        let (into, loaded, page, player) = (place.clone(), self.loaded.clone(), self.page.clone(), self.player);
        let Some((block_at, _)) = self.plan.get(at).copied() else { return };
        let make = Box::new(move || {
            if let Some(block) = block(&loaded, &page, block_at) {
                maker.block(&into, &block.content);
            }
        });
        if stage == 1 {
            make();
        }
        let staged = Staged { place, at, stages, unit: self.loaded.clone(), page: self.page.clone(), make };
        let staged = Rc::new(staged);
        follow(Box::new(move || {
            if let Some(work) = player.state().work() {
                untrack(|| (work.stage)(player, staged.clone()));
            }
        }));
    }
}

/// A block of a page, by its place there.
fn block<'a>(loaded: &'a Loaded, page: &Id, at: usize) -> Option<&'a Block> {
    loaded.unit.pages.iter().find(|one| one.id == *page)?.blocks.get(at)
}

/// Makes a block.
struct Maker {
    player: Player,
    unit: Rc<Unit>,
    /// So many exercises stand before it.
    before: usize,
    /// So many stand on the page.
    of: usize,
}

impl Maker {
    fn block(&self, into: &Element, content: &BlockContent) {
        let (unit, before, into) = (&self.unit, self.before, into.clone());
        match content {
            BlockContent::Prose(nodes) => drop(into.put(prose(nodes))),
            BlockContent::Exercise { unit: Some(_), .. } => {}
            BlockContent::Exercise { exercise: id, part, .. } => {
                into.put(exercise(unit.clone(), id.clone(), part.clone(), (before + 1, self.of)));
            }
            BlockContent::Pool(pool) => {
                let place = el("div", "pool");
                into.put(place.clone());
                let (player, unit, pool, of) = (self.player, unit.clone(), pool.clone(), self.of);
                follow(Box::new(move || {
                    let state = player.state();
                    state.follow_draw();
                    let ids = state.scene(&unit, |scene| drawn(&scene, &pool)).unwrap_or_default();
                    let cards = ids.into_iter().enumerate();
                    let cards = cards.map(|(at, id)| exercise(unit.clone(), id, None, (before + at + 1, of))).collect();
                    refill(&place, cards);
                }));
            }
        }
    }
}

/// Back and Continue, and what is still open on the page.
fn foot(player: Player, loaded: &Rc<Loaded>, id: &Id) -> Element {
    let [back, on] = around(player, loaded, id);
    let open = text("p", "waits small", "").set("role", "status");
    let foot = el("footer", "foot").put(open.clone());
    let (unit, id) = (loaded.unit.clone(), id.clone());
    follow(Box::new(move || {
        let state = player.state();
        state.follow_progress();
        state.follow_sitting();
        let left = state.work().and_then(|work| (work.left)(&state, &unit, &id));
        let words = match left {
            Some(n) if n > 0 => player.count("{n} exercise here is still open", "{n} exercises here are still open", n),
            // Its line stays, so that nothing moves under the finger that leaves the last field.
            _ if open.text_content().is_some_and(|before| !before.is_empty()) => "\u{a0}".to_owned(),
            _ => String::new(),
        };
        open.set_text_content(Some(&words));
    }));
    let row = el("div", "row-of-two").put(link("button", &back, &player.t("Back")));
    foot.put(row.put(link("button primary", &on, &player.t("Continue"))))
}

/// The screens before and after a page.
fn around(player: Player, loaded: &Loaded, id: &Id) -> [Route; 2] {
    let state = player.state();
    let unit = &loaded.unit.id;
    let pages = state.scene(&loaded.unit, |scene| {
        let track = scene.track_id()?;
        let pages: Vec<Id> = scene.unit.pages_in(track).map(|page| page.id.clone()).collect();
        let at = pages.iter().position(|page| page == id)?;
        let page = |at: Option<usize>| at.and_then(|at| pages.get(at)).cloned();
        Some([page(at.checked_sub(1)), page(Some(at + 1))])
    });
    let [before, after] = pages.flatten().unwrap_or_default();
    let to = |page: Id| Route::Page(unit.clone(), Some(page));
    [before.map_or(Route::Home, to), after.map_or(Route::Result(unit.clone()), to)]
}

/// The page's title as text.
pub(super) fn name(loaded: &Loaded, id: &Id) -> String {
    loaded.unit.pages.iter().find(|page| page.id == *id).map(|page| words(&page.title)).unwrap_or_default()
}
