//! The catalogue: every course as a card.

use super::Player;
use super::bar::language_name;
use super::lattice::{Group, Knot, lattice};
use super::outline::progress_words;
use super::prose::element::{Build, el};
use super::ui::{link, p, text, title};
use crate::content::catalogue::{Catalogue, CatalogueModule, Course};
use crate::progress::Progress;
use crate::route::Route;
use web_sys::Element;

/// The screen of the catalogue; `done` is what was done in each of its modules.
pub(super) fn screen(player: Player, catalogue: &Catalogue, done: &[Progress]) -> Vec<Element> {
    let words = player.t("What you answer stays on this device.");
    let head = el("header", "intro").put(title(&player.of(&catalogue.title))).put(text("p", "muted", &words));
    let main = el("main", "").set("id", "main").put(head);
    let cards: Vec<Element> =
        catalogue.courses.iter().flat_map(|course| cards(player, catalogue, done, course)).collect();
    if cards.is_empty() {
        let empty = player.t("There is no course here yet. When the organiser puts one on this site, it appears here.");
        return vec![main.put(p(&empty)).put(verifying(player))];
    }
    vec![main.put(el("div", "grid").all(cards)).put(verifying(player))]
}

/// The way for those who came with somebody's certificate.
fn verifying(player: Player) -> Element {
    text("p", "verifying", &player.t("Did somebody show you a certificate?")).say(" ").put(link(
        "",
        &Route::Verify(None),
        &player.t("Verify a certificate"),
    ))
}

/// The modules of a course that are there; the course itself while it has none yet.
fn cards(player: Player, catalogue: &Catalogue, done: &[Progress], course: &Course) -> Vec<Element> {
    let all = catalogue.modules.iter().zip(done).filter(|(module, _)| course.modules.contains(&module.id));
    let all: Vec<Element> = all.map(|(module, done)| card(player, course, module, done)).collect();
    if all.is_empty() { vec![coming(player, course)] } else { all }
}

fn card(player: Player, course: &Course, module: &CatalogueModule, done: &Progress) -> Element {
    let seen = u32::try_from(done.seen.len()).unwrap_or(u32::MAX).min(module.pages);
    let state = progress_words(player, seen, module.pages);
    let names: Vec<String> = module.languages.iter().map(|tag| language_name(player, tag)).collect();
    let pages = player.count("{n} page", "{n} pages", module.pages);
    let chips = [names.join(" · "), player.minutes(module.minutes), pages];
    let root = &player.state().world.place.root;
    let go = |route: &Route| [root, &module.slug, "/", &route.href()].concat();
    let resume = match &done.last {
        Some((unit, page)) => go(&Route::Page(unit.clone(), Some(page.clone()))),
        None => go(&Route::Home),
    };
    let (action, address, note) = match done.certified.last() {
        Some(made) => {
            let day = player.state().outlet(|out| out.day(made.at, &player.language()));
            (player.t("Certificate"), go(&Route::Certificate), player.fill("Finished: {date}", &[("date", &day)]))
        }
        None if done.last.is_some() => (player.t("Continue"), resume, state.clone()),
        None => (player.t("Look inside"), resume, price(player, course)),
    };
    let button = text("a", "button primary", &action).set("href", &address);
    let name = player.of(&module.title);
    let button = button.set("aria-label", &[&action, ": ", &name].concat());
    let body = el("div", "body")
        .put(text("h2", "", &name))
        .put(text("p", "muted", &player.of(&module.summary)))
        .put(el("p", "chips").all(chips.iter().map(|chip| text("span", "chip", chip)).collect()))
        .put(el("div", "actions").put(text("span", "small muted", &note)).put(button));
    el("article", "card").put(el("div", "top").put(lattice(340, groups(module, seen), &state))).put(body)
}

/// The pages that were opened, counted from the first.
fn groups(module: &CatalogueModule, seen: u32) -> Vec<Group> {
    let mut left = seen;
    let group = |pages: &u32| {
        let tied = left.min(*pages);
        left -= tied;
        let knots = (0..*pages).map(|number| if number < tied { Knot::Tied } else { Knot::Open }).collect();
        Group { knots, links: Vec::new() }
    };
    module.units.iter().map(group).collect()
}

fn coming(player: Player, course: &Course) -> Element {
    let when = match &course.release {
        Some(day) => player.fill("Coming on {date}", &[("date", &player.date(day))]),
        None => player.t("Coming soon"),
    };
    let body = el("div", "body")
        .put(text("h2", "", &player.of(&course.title)))
        .put(text("p", "muted", &player.of(&course.summary)))
        .put(el("div", "actions").put(text("span", "small muted", &when)));
    el("article", "card").put(body)
}

fn price(player: Player, course: &Course) -> String {
    let Some(price) = &course.price else { return player.t("Free") };
    player.state().outlet(|out| out.money(&price.amount, &price.currency, &player.language()))
}
