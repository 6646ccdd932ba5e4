//! Controls and model answers as the card asks for them. Those of all kinds but choice are a part of the player that comes
//! later (see [`crate::view::parts`]): a first question is a choice.

use super::card::Card;
use super::plan::Pressed;
use super::sheet::Sheet;
use super::words::Sign;
use super::{choice, controls, kinds};
use crate::chart::Chart;
use crate::content::prose::Formula;
use crate::exercise::score::CreditRule;
use crate::exercise::{Kind, Prompt, Response, Verdict};
use crate::view::Player;
use crate::view::parts::{Absent, coming};
use crate::view::prose::element::{Build as _, emptied};
use crate::view::prose::{chart, formula};
use wasm_split_helpers::wasm_split;
use web_sys::Element;

/// The way into the part.
#[derive(Clone, Copy)]
pub(in crate::view) struct Controls {
    /// The controls with what was entered.
    draw: fn(&Sheet, &Element, &Prompt, &Response) -> Element,
    /// The model answer.
    model: fn(&Sheet, Element, &Prompt, &Response) -> Element,
    /// What is to be done.
    instruction: fn(Player, &Prompt) -> String,
    /// How points are given.
    credit: fn(Player, CreditRule) -> Option<String>,
    /// A verdict on a part.
    verdict: fn(Player, Kind, Verdict) -> (Sign, String),
    /// What the buttons of a kind's own do.
    pub(super) press: fn(&Card, &Element, &str) -> Pressed,
    /// What follows a change of a control.
    pub(super) entered: fn(&Card, &Element),
    /// Draws a chart there.
    pub(in crate::view) chart: fn(Player, &Element, &Chart),
    /// Writes a formula there.
    pub(in crate::view) formula: fn(&Element, &Formula),
}

/// Fetches the part.
#[wasm_split(controls, fallible)]
pub(in crate::view) fn part() -> Result<Controls, Absent> {
    Ok(Controls {
        draw: controls::controls,
        model: controls::model,
        instruction: kinds::instruction,
        credit: kinds::credit,
        verdict: kinds::verdict,
        press: controls::pressed,
        entered: controls::entered,
        chart: chart::chart,
        formula: formula::formula,
    })
}

/// Whether the controls of a kind can be drawn. Follows their coming, and their not coming.
pub(super) fn readiness(sheet: &Sheet) -> Readiness {
    let state = sheet.player.state();
    if sheet.kind == Kind::Choice || state.controls().is_some() {
        Readiness::Ready
    } else if state.is_missing() {
        Readiness::Missing
    } else {
        Readiness::Coming
    }
}

/// Whether controls can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readiness {
    /// They can.
    Ready,
    /// They are being fetched.
    Coming,
    /// They could not be fetched.
    Missing,
}

/// Puts the controls of an exercise, with what was entered, in place of what is there. A response of another kind shows
/// nothing.
pub(super) fn controls(sheet: &Sheet, place: &Element, prompt: &Prompt, response: &Response) -> Element {
    if let (Prompt::Choice(prompt), Response::Choice(ids)) = (prompt, response) {
        return choice::controls(sheet, emptied(place), prompt, ids);
    }
    match sheet.player.state().controls() {
        Some(controls) => (controls.draw)(sheet, place, prompt, response),
        None => emptied(place).all(coming(sheet.player)),
    }
}

/// The model answer, to be read.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, response: &Response) -> Element {
    if let (Prompt::Choice(prompt), Response::Choice(ids)) = (prompt, response) {
        return choice::model(sheet, into, prompt, ids);
    }
    match sheet.player.state().controls() {
        Some(controls) => (controls.model)(sheet, into, prompt, response),
        None => into,
    }
}

/// What is to be done; nothing where that comes with the controls, until they are there.
pub(super) fn instruction(player: Player, prompt: &Prompt) -> String {
    if let Prompt::Choice(prompt) = prompt {
        return choice::instruction(player, prompt);
    }
    player.state().controls().map(|controls| (controls.instruction)(player, prompt)).unwrap_or_default()
}

/// How points are given, likewise.
pub(super) fn credit(player: Player, kind: Kind, rule: CreditRule) -> Option<String> {
    if kind == Kind::Choice {
        return choice::credit(player, rule);
    }
    player.state().controls().and_then(|controls| (controls.credit)(player, rule))
}

/// A verdict on a part, as a sign and words. None is drawn before the controls are there.
pub(super) fn verdict(player: Player, kind: Kind, verdict: Verdict) -> (Sign, String) {
    match player.state().controls() {
        Some(controls) if kind != Kind::Choice => (controls.verdict)(player, kind, verdict),
        _ => choice::verdict(player, verdict),
    }
}
