//! The card of a sealed module: what it costs, where to get it, and whether it is open.

use super::super::Player;
use super::super::failure::Failure;
use super::super::prose::element::{Build, el, refill};
use super::super::state::State;
use super::super::ui::{follow, link, p, spawn, text, title};
use super::check::{know, signed};
use super::unlock::refusal;
use super::words;
use crate::content::catalogue::Course;
use crate::content::read;
use crate::port::Moment;
use crate::route::Route;
use crate::trust::About;
use leptos::prelude::{Notify as _, Track as _, untrack};
use std::rc::Rc;
use web_sys::Element;

/// What the signed catalogue offers: the courses that the module belongs to.
pub(super) struct Offer(Vec<Course>);

/// The card on the module's own page.
pub(super) fn card(player: Player) -> Element {
    let place = el("section", "locked").set("aria-label", &player.t("Licence"));
    let into = place.clone();
    load_offer(player);
    follow(Box::new(move || {
        let state = player.state();
        state.lock.changed.track();
        untrack(|| refill(&into, if state.lock.is_open.get() { opened(player) } else { closed(player) }));
    }));
    place
}

/// The screen in the place of one that needs a licence.
pub(super) fn locked(player: Player, route: &Route) -> Vec<Element> {
    let state = player.state();
    state.lock.wanted.replace(Some(route.clone()));
    let name = match route {
        Route::Page(unit, _) | Route::Result(unit) => {
            state.module().and_then(|module| module.unit(unit).map(|(_, entry)| player.of(&entry.title)))
        }
        _ => None,
    };
    let main = el("main", "column").set("id", "main");
    let main = main.put(title(&name.unwrap_or_else(|| player.t("This part opens with a licence"))));
    let safe = player.t("What you have done so far is safe on this device.");
    let home = link("", &Route::Home, &player.t("About this course"));
    vec![
        main.put(p(&player.t("This part of the course opens with a licence.")))
            .put(card(player))
            .put(p(&safe))
            .put(el("p", "").put(home)),
    ]
}

/// What is said where a licence opened the module.
pub(super) fn opened(player: Player) -> Vec<Element> {
    let state = player.state();
    let said = state.lock.said.borrow().clone();
    let Some(said) = said else { return Vec::new() };
    let about = said.get("licence").and_then(About::read).unwrap_or_default();
    let mut shown = vec![heading(&player.t("Open with your licence")), facts(player, &about)];
    shown.extend(certifies(player, &about));
    shown.push(text("p", "small muted", &words::standing(player, &said)));
    shown.extend(forgotten(player));
    shown
}

/// The heading of what came of a licence; it takes the focus when that is there.
pub(super) fn heading(words: &str) -> Element {
    text("h2", "", words).set("tabindex", "-1")
}

/// For whom a licence is, from whom, and until when.
pub(super) fn facts(player: Player, about: &About) -> Element {
    let mut facts = Vec::new();
    facts.extend(about.label.clone());
    facts.push(words::until(player, about));
    facts.push(about.organiser.clone());
    p(&facts.join(" · "))
}

/// Until when certificates can be made, where that is not as long as the course is open: to be known before the work.
fn certifies(player: Player, about: &About) -> Option<Element> {
    let until = about.certifies_until?;
    let day = words::day(player, Moment(until.0 - 1));
    Some(if player.state().now() >= until {
        let ended = player.fill(
            "Certificates could be made under this licence until {date}: it opens the course, and signs nothing any more. If you need a certificate, turn to the organiser before you begin.",
            &[("date", &day)],
        );
        text("p", "notice", &ended)
    } else {
        p(&player.fill("Certificates can be made under it until {date}.", &[("date", &day)]))
    })
}

/// That the device does not keep a licence.
pub(super) fn forgotten(player: Player) -> Option<Element> {
    let words = player.t(
        "This browser did not keep the licence: it has no room, or forbids it. The course is open until you close the page; keep the link, the file or the card.",
    );
    player.state().lock.is_forgotten.get().then(|| text("p", "notice", &words))
}

fn closed(player: Player) -> Vec<Element> {
    let state = player.state();
    let offer = state.lock.offers.borrow().clone();
    let course = offer.as_ref().and_then(|offer| offer.0.first());
    let price = course.and_then(|course| course.price.as_ref());
    let price = price.map(|price| {
        let amount = state.outlet(|out| out.money(&price.amount, &price.currency, &player.language()));
        text("p", "price", &amount)
    });
    let mut shown = vec![text("h2", "", &player.t("Opens with a licence"))];
    shown.extend(price);
    let said = state.lock.said.borrow().clone();
    let said = said.filter(|said| !matches!(refusal(said), "" | "other-course" | "unreadable" | "needs-code"));
    if let Some(said) = &said {
        shown.push(el("div", "notice").all(words::refused(player, said)));
    }
    let have = link("button primary", &Route::Licence, &player.t("I have a licence"));
    let checkout = course.and_then(|course| course.checkout.as_ref());
    let buy = checkout.map(|address| {
        let buy = text("a", "button", &player.t("Get a licence")).set("href", address);
        buy.set("rel", "noreferrer")
    });
    shown.push(el("p", "actions").put(have).all(buy.into_iter().collect()));
    shown.extend(who(player));
    shown
}

/// Whom to ask for a licence.
fn who(player: Player) -> Option<Element> {
    let module = player.state().module()?;
    let name = player.of(&module.card.organiser);
    let line = el("p", "small muted").say(&player.t("Licences come from:")).say(" ");
    Some(match &module.card.url {
        Some(url) => line.put(text("a", "", &name).set("href", url).set("rel", "noreferrer")),
        None => line.say(&name),
    })
}

/// Fetches what the course costs, unless it is there. A catalogue that is not what the organiser signed names no price.
fn load_offer(player: Player) {
    let state = player.state();
    if state.lock.offers.borrow().is_some() {
        return;
    }
    spawn(Box::pin(async move {
        if let Ok(offer) = offer(&state).await {
            state.lock.offers.replace(Some(Rc::new(offer)));
            state.lock.changed.notify();
        }
    }));
}

async fn offer(state: &State) -> Result<Offer, Failure> {
    let bytes = state.fetch("catalogue.json", None).await?;
    know(state).await?;
    signed(state, "catalogue", "catalogue.json", &bytes).await?;
    let courses = read::catalogue(&bytes).value.map(|catalogue| catalogue.courses).unwrap_or_default();
    let id = state.module().map(|module| module.id.clone());
    let is_of = |course: &Course| id.as_ref().is_some_and(|id| course.modules.contains(id));
    Ok(Offer(courses.into_iter().filter(is_of).collect()))
}
