//! The bar at the top of every screen, and the menu behind it.

use super::Player;
use super::outline::outline;
use super::prose::element::{Build, el};
use super::screen::Screen;
use super::state::Course;
use super::ui::{button, icon, link, text};
use crate::i18n::LANGUAGES;
use crate::route::Route;
use leptos::prelude::untrack;
use web_sys::Element;

/// The bar: menu, title, language, Hide.
pub(super) fn bar(player: Player) -> Element {
    let menu = button("quiet", "open", "").set("data-arg", "menu").set("aria-label", &player.t("Menu"));
    let menu = menu.set("aria-haspopup", "dialog").put(icon("M4 7h16M4 12h16M4 17h16"));
    let home = link("bar-title", &Route::Home, &course_title(player));
    // The hiding itself is done by the page's first script, so that it works whatever becomes of the player.
    let hide = text("button", "hide", &player.t("Hide")).set("type", "button").set("data-hide", "");
    let hide = hide.set("title", &player.t("Covers the page and leaves it. Shift three times does the same."));
    let skip = text("a", "skip", &player.t("To the text")).set("href", "#main").set("data-act", "skip");
    el("header", "bar").put(skip).put(menu).put(home).all(languages(player).into_iter().collect()).put(hide)
}

/// The title of the course that the page is about.
pub(super) fn course_title(player: Player) -> String {
    match &*player.state().course.borrow() {
        Course::Module(module, _) => player.of(&module.card.title),
        Course::Catalogue(catalogue, _) => player.of(&catalogue.title),
        Course::None => player.t("Courses"),
    }
}

/// The languages that the course comes in.
pub(super) fn offered(player: Player) -> Vec<String> {
    match &*player.state().course.borrow() {
        Course::Module(module, _) => module.languages.clone(),
        Course::Catalogue(catalogue, _) => catalogue.languages(),
        Course::None => LANGUAGES.iter().map(|(tag, _)| (*tag).to_owned()).collect(),
    }
}

/// One other language is a button, several are a list.
fn languages(player: Player) -> Option<Element> {
    let (all, now) = (offered(player), player.language());
    let others: Vec<&String> = all.iter().filter(|tag| **tag != now).collect();
    match others.as_slice() {
        [] => None,
        [other] => {
            let short = if *other == "ru" { "ру" } else { other };
            let name = language_name(player, other);
            let switch = button("quiet language", "language", "").set("data-arg", other).set("title", &name);
            let short = text("span", "", short).set("aria-hidden", "true");
            Some(switch.set("lang", other).put(short).put(text("span", "unseen", &name)))
        }
        _ => {
            let option = |tag: &String| {
                let option = text("option", "", &language_name(player, tag)).set("value", tag).set("lang", tag);
                option.flag("selected", *tag == now)
            };
            let list = el("select", "language").set("data-act", "language").set("aria-label", &player.t("Language"));
            Some(list.all(all.iter().map(option).collect()))
        }
    }
}

/// A language's name in itself.
pub(super) fn language_name(player: Player, tag: &str) -> String {
    let known = LANGUAGES.iter().find(|(known, _)| *known == tag);
    known.map_or_else(|| player.state().world.window.language(tag), |(_, name)| (*name).to_owned())
}

/// The menu: the outline, and the ways to everything else.
pub(super) fn menu(player: Player) -> Vec<Element> {
    let state = player.state();
    super::certificate::prepare(&state);
    let screen = state.screen.borrow().clone();
    let open = match &*screen {
        Screen::Page(loaded, page) => Some((&**loaded, Some(page))),
        Screen::Result(loaded) => Some((&**loaded, None)),
        _ => None,
    };
    let close = button("quiet", "close", "").set("aria-label", &player.t("Close")).put(icon("M6 6l12 12M18 6L6 18"));
    let head = el("header", "").put(text("b", "", &course_title(player))).put(close);
    let mut links = Vec::new();
    let root = state.world.place.root.as_str();
    if let Some(module) = state.module() {
        links.push(link("", &Route::Home, &player.t("About this course")));
        links.push(link("", &Route::Certificate, &player.t("Certificate")));
        if !module.resources.glossary.is_empty() {
            links.push(link("", &Route::Glossary, &player.t("Glossary")));
        }
        if !module.resources.bibliography.is_empty() {
            links.push(link("", &Route::Sources, &player.t("Sources")));
        }
        links.push(text("a", "", &player.t("All courses")).set("href", if root.is_empty() { "./" } else { root }));
    } else {
        links.push(link("", &Route::Home, &player.t("All courses")));
    }
    // A module's outline leads there by itself, until a licence has opened it.
    let is_paid = match &*state.course.borrow() {
        Course::Module(..) => state.is_sealed() && untrack(|| state.is_open()),
        Course::Catalogue(catalogue, _) => catalogue.courses.iter().any(|course| course.price.is_some()),
        Course::None => false,
    };
    if is_paid {
        links.push(link("", &Route::Licence, &player.t("I have a licence")));
    }
    links.push(link("", &Route::Verify(None), &player.t("Verify a certificate")));
    links.push(link("", &Route::Settings, &player.t("Settings")));
    let nav = el("nav", "outline").set("aria-label", &player.t("Course")).all(outline(player, open));
    let more = el("nav", "more").set("aria-label", &player.t("More")).all(links);
    vec![head, nav, more]
}
