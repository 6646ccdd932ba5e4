//! The end of a page with assessment exercises: how far the sitting is, handing in, and what comes after.

use super::Player;
use super::prose::element::{Build, el, refill};
use super::ui::{ask, button, link, list, p, text};
use super::words::attempts_left;
use crate::content::prose::words;
use crate::content::{Id, Unit};
use crate::route::Route;
use crate::session::{PageView, SittingPhase, SittingView, overview, sitting};
use std::rc::Rc;
use web_sys::Element;

/// Shows the sitting as it is now. While it is open only words change: pressing *Hand in* may be what ends the typing
/// before it, and has to find its button still there.
pub(super) fn draw(player: Player, unit: &Rc<Unit>, panel: &Element) {
    let parts = content(player, unit);
    let new = el("section", "").all(parts.clone());
    let find = |panel: &Element, part: &str| panel.query_selector(part).ok().flatten();
    if find(panel, "#hand-in").is_none() || find(&new, "#hand-in").is_none() {
        return refill(panel, parts);
    }
    for part in [".actions > b", "#hand-in .left"] {
        if let (Some(old), Some(new)) = (find(panel, part), find(&new, part)) {
            let _ = old.replace_with_with_node_1(&new);
        }
    }
}

/// What the panel says of the unit's sitting.
fn content(player: Player, unit: &Rc<Unit>) -> Vec<Element> {
    let shown = player.state().scene(unit, |scene| {
        let view = sitting(&scene)?;
        Some(match view.phase {
            SittingPhase::Open => open(player, &scene.unit.id, &view, &overview(&scene)),
            SittingPhase::HandedIn { earned, of } => after(player, &view, earned, of),
        })
    });
    shown.flatten().unwrap_or_default()
}

fn open(player: Player, unit: &Id, view: &SittingView, pages: &[PageView]) -> Vec<Element> {
    let (answered, all) = (view.answered.to_string(), view.exercises.to_string());
    let words = player.fill("{n} of {all} answered", &[("n", &answered), ("all", &all)]);
    let left = view.attempts.saturating_sub(view.handed_in);
    let rule = player.count(
        "It can be handed in once. The answers are shown after that.",
        "It can be handed in {n} times, and the best attempt counts.",
        view.attempts,
    );
    let mut body = Vec::new();
    if view.answered < view.exercises {
        body.push(p(&player.t("Without an answer so far:")));
        let open = pages.iter().filter(|page| page.assessment.open() > 0).map(|page| {
            let route = Route::Page(unit.clone(), Some(page.page.id.clone()));
            let n = u32::try_from(page.assessment.open()).unwrap_or(u32::MAX);
            let count = player.count("{n} question", "{n} questions", n);
            el("span", "").put(link("", &route, &words_of(page))).say(": ").say(&count)
        });
        body.push(list("ul", "", open.collect()));
        body.push(p(&player.t("What is left open earns no points.")));
    } else {
        body.push(p(&player.t("Everything is answered.")));
    }
    body.push(p(&attempts_left(player, left)));
    vec![
        text("h2", "", &player.t("Assessment")),
        text("p", "muted", &rule),
        el("p", "actions")
            .put(button("primary", "open", &player.t("Hand in")).set("data-arg", "hand-in"))
            .put(text("b", "", &words)),
        ask(
            player,
            "hand-in",
            &player.t("Hand in the assessment?"),
            vec![el("div", "left").all(body)],
            "hand-in",
            &player.t("Hand in"),
        ),
    ]
}

fn words_of(page: &PageView) -> String {
    words(&page.page.title)
}

/// After handing in: the points, and what may be done now.
fn after(player: Player, view: &SittingView, earned: u32, of: u32) -> Vec<Element> {
    let heading = text("h2", "", &player.t("Handed in")).set("tabindex", "-1");
    let mut shown = vec![heading, text("p", "points", &player.points(earned, of))];
    if let Some((best, of)) = view.counts.filter(|counts| *counts != (earned, of)) {
        shown.push(p(&player.fill("What counts: {points}.", &[("points", &player.points(best, of))])));
    }
    let mut actions = Vec::new();
    if view.may_retake() {
        let n = view.attempts.saturating_sub(view.handed_in);
        shown.push(p(&attempts_left(player, n)));
        actions.push(button("primary", "retake", &player.t("Answer again")));
    }
    if view.revealed {
        shown.push(p(&player.t("The answers are shown above. Later attempts would not count.")));
    } else {
        actions.push(button("quiet", "open", &player.t("Show the answers")).set("data-arg", "reveal"));
        let body = if view.may_retake() {
            player.t("After that, later attempts no longer count.")
        } else {
            player.t("No attempt is left, so nothing is lost.")
        };
        shown.push(ask(
            player,
            "reveal",
            &player.t("Show the answers?"),
            vec![p(&body)],
            "reveal",
            &player.t("Show the answers"),
        ));
    }
    shown.push(el("p", "actions").all(actions));
    shown
}
