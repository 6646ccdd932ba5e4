//! Reads cards.

use super::{Card, Prompt};
use crate::content::Problem;
use crate::content::read::{At, Findings, prose};
use crate::exercise::read;

pub(in crate::exercise) fn prompt(at: &At, findings: &mut Findings) -> Option<Prompt> {
    if !read::is_bounded(at, "cards", findings) {
        return None;
    }
    let card = |at: &At, findings: &mut Findings| {
        let id = at.need("id", findings)?.id(findings)?;
        let front = prose(&at.need("front", findings)?, findings);
        Some(Card { id, front, back: prose(&at.need("back", findings)?, findings) })
    };
    let cards = at.each_once("cards", findings, card, |card| &card.id);
    if cards.is_empty() {
        at.say(findings, Problem::Missing("cards"));
        return None;
    }
    Some(Prompt { cards })
}
