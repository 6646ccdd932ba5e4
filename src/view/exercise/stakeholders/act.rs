//! What is done with a map: somebody is chosen, then a place; the learner's own come and go.

use super::{controls, everybody, map, said};
use crate::exercise::stakeholders::{Given, Place, Prompt, Who};
use crate::exercise::{self, Kind, Response};
use crate::view::exercise::card::Card;
use crate::view::exercise::plan::Pressed;
use crate::view::prose::element::{Build, emptied, focus};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};

/// Does what a button of a map is for.
pub(in crate::view::exercise) fn pressed(card: &Card, button: &Element, what: &str) -> Pressed {
    let Some(exercise) = card.unit.exercise(&card.id) else { return Pressed::Not };
    let exercise::Prompt::Stakeholders(prompt) = exercise.task.prompt() else { return Pressed::Not };
    // A copy: what is drawn anew or takes the focus makes the card look at its response.
    let Response::Stakeholders(mut given) = card.entered.borrow().clone() else { return Pressed::Not };
    let given = &mut given;
    let who = button.get_attribute("data-part").and_then(|who| Who::parse(&who));
    let place = button.get_attribute("data-place").and_then(|place| Place::parse(&place));
    let next = match (what, who, place) {
        ("pick", Some(who), _) => {
            pick(card, prompt, given, &who);
            return Pressed::Done;
        }
        ("put", _, Some(place)) => put(card, prompt, given, place),
        ("drop", Some(Who::Own(at)), _) if at < given.own.len() => {
            given.own.remove(at);
            Some(".own-name".to_owned())
        }
        ("join", ..) => join(card, prompt, given),
        _ => return Pressed::Not,
    };
    let Some(next) = next else { return Pressed::Done };
    card.entered.replace(Response::Stakeholders(given.clone()));
    controls(&card.sheet(Kind::Stakeholders, None), emptied(&card.body), prompt, given);
    if let Ok(Some(there)) = card.body.query_selector(&next) {
        focus(&there);
    }
    Pressed::Changed
}

/// After a place was chosen in the list: the map shows it as well.
pub(in crate::view::exercise) fn entered(card: &Card) {
    let Some(exercise) = card.unit.exercise(&card.id) else { return };
    let (prompt, response) = (exercise.task.prompt(), card.entered.borrow());
    if let (exercise::Prompt::Stakeholders(prompt), Response::Stakeholders(given)) = (prompt, &*response)
        && let Ok(Some(place)) = card.body.query_selector(".map")
    {
        let sheet = card.sheet(Kind::Stakeholders, None);
        emptied(&place).put(map(&sheet, prompt.levels, &everybody(prompt, given)));
    }
}

/// Chooses somebody, to be placed next.
fn pick(card: &Card, prompt: &Prompt, given: &Given, who: &Who) {
    let all = everybody(prompt, given);
    for one in &all {
        let selector = ["[data-do=pick][data-part=\"", &one.who.name(), "\"]"].concat();
        if let Ok(Some(button)) = card.body.query_selector(&selector) {
            let _ = button.set("aria-pressed", if one.who == *who { "true" } else { "false" });
        }
    }
    if let Some(one) = all.iter().find(|one| one.who == *who) {
        card.player.say(card.player.fill("Choose a place for: {name}", &[("name", &one.name)]));
    }
}

/// Places who is chosen; gives back where the focus goes.
fn put(card: &Card, prompt: &Prompt, given: &mut Given, place: Place) -> Option<String> {
    let chosen = card.body.query_selector("[data-do=pick][aria-pressed=true]").ok().flatten();
    let who = chosen.and_then(|button| Who::parse(&button.get_attribute("data-part")?));
    let Some(who) = who else {
        card.player.say(card.player.t("Choose somebody in the list first."));
        return None;
    };
    given.set(&who, Some(place));
    let all = everybody(prompt, given);
    if let Some(one) = all.iter().find(|one| one.who == who) {
        let place = said(&card.sheet(Kind::Stakeholders, None), prompt, place);
        card.player.say([one.name.as_str(), ": ", &place].concat());
    }
    let next = all.iter().find(|one| one.place.is_none()).map(|one| one.who.name());
    Some(match next {
        Some(next) => ["[data-do=pick][data-part=\"", &next, "\"]"].concat(),
        None => ["[data-place=\"", &super::value(place), "\"]"].concat(),
    })
}

/// Adds one of the learner's own.
fn join(card: &Card, prompt: &Prompt, given: &mut Given) -> Option<String> {
    let field = card.body.query_selector(".own-name").ok().flatten()?;
    let name = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default();
    if given.add(&name, prompt.own) {
        return Some(["[data-do=pick][data-part=\"+", &(given.own.len() - 1).to_string(), "\"]"].concat());
    }
    focus(&field);
    card.player.say(card.player.t("Write a name that is not in the list yet."));
    None
}
