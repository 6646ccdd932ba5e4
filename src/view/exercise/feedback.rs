//! What is said to an answer: verdict, points, teaching; the model answer; the criteria of a reflection.

use super::card::Card;
use super::sheet::Sheet;
use super::{front, reflection, words};
use crate::content::Node;
use crate::exercise::{NotReady, Prompt, Response};
use crate::session::{Feedback, View};
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el, emptied};
use web_sys::Element;

/// Draws what is said to an answer.
pub(in crate::view) fn draw(card: &Card, sheet: &Sheet, view: &View, feedback: &Feedback) {
    let (class, sign, words) = words::grade(card.player, feedback.grade, feedback.earned, feedback.of);
    let verdict = sign.draw(el("p", "verdict")).say(&words);
    // What is said to the only part has no row of its own.
    let whole = feedback.parts.iter().filter(|part| part.id.is_none()).filter_map(|part| part.feedback);
    let has_text = |text: Option<&Vec<Node>>| text.is_some_and(|text| !text.is_empty());
    let is_shown = feedback.model.as_ref().is_some_and(|model| model.response.is_some() || has_text(model.text));
    let why = feedback.model.as_ref().filter(|_| !is_shown).map(|model| model.why);
    let panel = emptied(&card.panel).set("class", class).put(verdict);
    let summary = words::summary(card.player, view, feedback).map(|words| el("p", "").say(&words));
    let panel = panel.each(summary);
    whole.chain([feedback.text]).chain(why).fold(panel, |panel, text| block(sheet, panel, text));
    let place = emptied(&card.model);
    if is_shown {
        model(sheet, place, view, feedback);
    }
    emptied(&card.after).each(after(sheet, view, feedback));
}

/// Says why it cannot be checked yet.
pub(super) fn wait(card: &Card, why: NotReady) {
    let text = words::not_ready(card.player, card.entered.borrow().kind(), why);
    emptied(&card.panel).set("class", "panel wait").put(el("p", "").say(&text));
}

fn model(sheet: &Sheet, into: Element, view: &View, feedback: &Feedback) -> Element {
    let Some(model) = &feedback.model else { return into };
    let heading = match model.text {
        Some(_) => sheet.player.t("One good answer among many"),
        None => sheet.player.t("The answer"),
    };
    let into = into.put(el("p", "verdict").say(&heading));
    // Nothing on it is marked: it is not the learner's.
    let plain = Sheet { parts: &[], ..*sheet };
    let into = match &model.response {
        Some(response) => front::model(&plain, into, &view.prompt, response),
        None => into,
    };
    model.text.into_iter().chain([model.why]).fold(into, |into, text| block(sheet, into, text))
}

/// The criteria stay open: they are ticked after reading the example.
fn after(sheet: &Sheet, view: &View, feedback: &Feedback) -> Option<Element> {
    let sheet = Sheet { is_locked: !feedback.may_retry, ..*sheet };
    match (&view.prompt, &view.response) {
        (Prompt::Reflection(prompt), Response::Reflection { met, levels, .. }) => {
            reflection::criteria(&sheet, &prompt.criteria, met, &prompt.rubric, levels)
        }
        (Prompt::Plan(prompt), Response::Plan { met, .. }) => {
            reflection::criteria(&sheet, &prompt.criteria, met, &[], &[])
        }
        _ => None,
    }
}

fn block(sheet: &Sheet, into: Element, text: &[Node]) -> Element {
    if text.is_empty() { into } else { into.put(Writer::new(sheet.player).all(el("div", "prose"), text)) }
}
