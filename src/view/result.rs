//! The result of a unit: what was done, what earned points, what to repeat, where to go on.

use super::Player;
use super::assessment;
use super::lattice::{Group, Knot, lattice};
use super::outline::{of_unit, outline, progress_words};
use super::page::unit_label;
use super::prose::element::{Build, el, refill};
use super::state::Loaded;
use super::ui::{follow, link, list, p, section, text, title};
use super::words::{Way, unit_after, ways};
use crate::content::prose::words;
use crate::content::unit::Exercise;
use crate::content::{Page, Unit};
use crate::route::Route;
use crate::session::{PageView, Tally, overview, sure_and_wrong};
use std::rc::Rc;
use web_sys::Element;

/// The screen of a unit's result.
pub(super) fn screen(player: Player, loaded: &Rc<Loaded>) -> Vec<Element> {
    let nav = el("nav", "outline side").set("aria-label", &player.t("Course"));
    let heading = title(&player.t("What you did in this unit"));
    let (body, panel) = (el("div", ""), el("section", "assessment"));
    let article = el("article", "").put(unit_label(player, loaded)).put(heading).put(body.clone()).put(panel.clone());
    let unit = loaded.unit.clone();
    follow(Box::new(move || {
        let state = player.state();
        state.follow_progress();
        state.follow_sitting();
        let shown = state.scene(&unit, |scene| content(player, &unit, &overview(&scene), &sure_and_wrong(&scene)));
        refill(&body, shown.unwrap_or_default());
        assessment::draw(player, &unit, &panel);
    }));
    let main = el("main", "read").set("id", "main");
    vec![main.put(nav.all(outline(player, Some((loaded, None))))).put(article), foot(player, loaded)]
}

fn content(player: Player, unit: &Unit, pages: &[PageView], surprised: &[(&Page, &Exercise)]) -> Vec<Element> {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let seen = pages.iter().filter(|page| page.seen).count();
    let practice = sum(pages, |page| page.practice);
    let assessed = sum(pages, |page| page.assessment);
    let share = |done: usize, all: usize| [done.to_string(), all.to_string()].join(" / ");
    let mut rows = vec![row(&player.t("Pages opened"), &share(seen, pages.len()))];
    if practice.exercises > 0 {
        rows.push(row(&player.t("Practice exercises answered"), &share(practice.answered, practice.exercises)));
    }
    if practice.of > 0 {
        rows.push(row(&player.t("Points in practice"), &player.points(practice.earned, practice.of)));
    }
    if assessed.exercises > 0 && assessed.of == 0 {
        rows.push(row(&player.t("Assessment questions answered"), &share(assessed.answered, assessed.exercises)));
    }
    if assessed.of > 0 {
        rows.push(row(&player.t("Points in the assessment"), &player.points(assessed.earned, assessed.of)));
    }
    let line = |page: &PageView, words_of: String| {
        let route = Route::Page(unit.id.clone(), Some(page.page.id.clone()));
        el("span", "").put(link("", &route, &words(&page.page.title))).say(": ").say(&words_of)
    };
    let weak = pages.iter().filter_map(|page| {
        let (practice, assessed) = (page.practice, page.assessment);
        let (earned, of) = (practice.earned + assessed.earned, practice.of + assessed.of);
        (earned < of).then(|| line(page, player.points(earned, of)))
    });
    let open = pages.iter().filter_map(|page| {
        let n = count(page.practice.open());
        match (page.seen, n) {
            (false, _) => Some(line(page, player.t("not opened yet"))),
            (true, 0) => None,
            (true, n) => Some(line(page, player.count("{n} exercise is open", "{n} exercises are open", n))),
        }
    });
    let lists = |all: Vec<Element>| if all.is_empty() { all } else { vec![list("ul", "", all)] };
    let (weak, open) = (lists(weak.collect()), lists(open.collect()));
    let all_well = weak.is_empty() && open.is_empty();
    let mut shown: Vec<Element> = wall(player, unit, pages).into_iter().collect();
    shown.push(el("dl", "facts").all(rows.into_iter().flatten().collect()));
    shown.extend(section(&player.t("You were sure, and it does not hold"), lists(surprises(unit, surprised))));
    shown.extend(section(&player.t("Worth repeating"), weak));
    shown.extend(section(&player.t("Still open"), open));
    if all_well {
        shown.push(p(&player.t("Everything in this unit is done.")));
    }
    shown
}

/// The wall of the whole course, where no outline beside the text has it.
fn wall(player: Player, unit: &Unit, pages: &[PageView]) -> Option<Element> {
    let tied = |page: &PageView| if page.seen { Knot::Tied } else { Knot::Open };
    let to = |(at, page): (usize, &PageView)| {
        (at, Route::Page(unit.id.clone(), Some(page.page.id.clone())), words(&page.page.title))
    };
    player.state().progress(|module, track, progress| {
        let ways = ways(module, track, progress);
        let group = |way: &Way| match way.entry.id == unit.id {
            true => {
                Group { knots: pages.iter().map(tied).collect(), links: pages.iter().enumerate().map(to).collect() }
            }
            false => of_unit(player, way),
        };
        let (seen, all) = (ways.iter().map(|way| way.seen).sum(), ways.iter().map(|way| way.counts.pages).sum());
        lattice(544, ways.iter().map(group).collect(), &progress_words(player, seen, all))
    })
}

/// The questions whose answers surprised the learner, each with a way back to it.
fn surprises(unit: &Unit, surprised: &[(&Page, &Exercise)]) -> Vec<Element> {
    let line = |(page, exercise): &(&Page, &Exercise)| {
        let route = Route::Page(unit.id.clone(), Some(page.id.clone()));
        el("span", "").put(link("", &route, &words(&page.title))).say(": ").say(&words(&exercise.text))
    };
    surprised.iter().map(line).collect()
}

/// A fact: what, and how much.
pub(super) fn row(what: &str, how_much: &str) -> [Element; 2] {
    [text("dt", "", what), text("dd", "", how_much)]
}

fn sum(pages: &[PageView], of: fn(&PageView) -> Tally) -> Tally {
    pages.iter().map(of).fold(Tally::default(), |sum, one| Tally {
        exercises: sum.exercises + one.exercises,
        answered: sum.answered + one.answered,
        earned: sum.earned + one.earned,
        of: sum.of + one.of,
    })
}

fn foot(player: Player, loaded: &Loaded) -> Element {
    let unit = &loaded.unit.id;
    let last = loaded.unit.pages.last().map(|page| page.id.clone());
    let row = el("div", "row-of-two").put(link("button", &Route::Page(unit.clone(), last), &player.t("Back")));
    let next = match unit_after(&player.state(), unit) {
        Some(next) => link("button primary", &Route::Page(next, None), &player.t("Next unit")),
        None => link("button primary", &Route::Certificate, &player.t("To the certificate")),
    };
    el("footer", "foot").put(row.put(next))
}
