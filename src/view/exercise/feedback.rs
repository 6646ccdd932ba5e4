//! What is said to an answer: verdict, points, teaching; the model answer; the criteria of a reflection.

use super::card::Card;
use super::sheet::Sheet;
use super::{controls, reflection, words};
use crate::content::Node;
use crate::exercise::{NotReady, Prompt, Response};
use crate::session::{Feedback, View};
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el, refill};
use web_sys::Element;

/// Draws what is said to an answer; nothing while it is open.
pub(super) fn draw(card: &Card, sheet: &Sheet, view: &View, feedback: Option<&Feedback>) {
    let Some(feedback) = feedback else {
        return [&card.panel, &card.model, &card.after].into_iter().for_each(|part| refill(part, Vec::new()));
    };
    let (class, sign, words) = words::grade(card.player, feedback.grade, feedback.earned, feedback.of);
    let verdict = el("p", "verdict").put(el("span", "").set("aria-hidden", "true").say(sign)).say(" ").say(&words);
    let mut said = vec![verdict];
    // What is said to the only part has no row of its own.
    let whole = feedback.parts.iter().filter(|part| part.id.is_none()).filter_map(|part| part.feedback);
    said.extend(whole.chain([feedback.text]).filter_map(|text| block(sheet, text)));
    let why = feedback.model.as_ref().map(|model| model.why);
    let is_shown = feedback.model.as_ref().is_some_and(|model| model.response.is_some() || model.text.is_some());
    if !is_shown {
        said.extend(why.and_then(|why| block(sheet, why)));
    }
    let _ = card.panel.clone().set("class", class);
    refill(&card.panel, said);
    refill(&card.model, if is_shown { model(sheet, view, feedback) } else { Vec::new() });
    refill(&card.after, after(sheet, view));
}

/// Says why it cannot be checked yet.
pub(super) fn wait(card: &Card, why: NotReady) {
    let text = words::not_ready(card.player, card.entered.borrow().kind(), why);
    let _ = card.panel.clone().set("class", "panel wait");
    refill(&card.panel, vec![el("p", "").say(&text)]);
}

fn model(sheet: &Sheet, view: &View, feedback: &Feedback) -> Vec<Element> {
    let Some(model) = &feedback.model else { return Vec::new() };
    let heading = match model.text {
        Some(_) => sheet.player.t("One good answer among many"),
        None => sheet.player.t("The answer"),
    };
    let mut shown = vec![el("p", "verdict").say(&heading)];
    // Nothing on it is marked: it is not the learner's.
    let plain = Sheet { parts: &[], ..*sheet };
    shown.extend(model.response.iter().flat_map(|response| controls::model(&plain, &view.prompt, response)));
    shown.extend(model.text.and_then(|text| block(sheet, text)));
    shown.extend(block(sheet, model.why));
    shown
}

/// The criteria stay open: they are ticked after reading the example.
fn after(sheet: &Sheet, view: &View) -> Vec<Element> {
    match (&view.prompt, &view.response) {
        (Prompt::Reflection(prompt), Response::Reflection { met, .. }) => {
            reflection::criteria(&Sheet { is_locked: false, ..*sheet }, prompt, met)
        }
        _ => Vec::new(),
    }
}

fn block(sheet: &Sheet, text: &[Node]) -> Option<Element> {
    (!text.is_empty()).then(|| Writer::new(sheet.player).all(el("div", "prose"), text))
}
