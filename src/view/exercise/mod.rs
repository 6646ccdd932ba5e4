//! Exercises: the card, and the controls of each kind in a file of their own.
//!
//! A card is built by hand (see [`super::prose::element`]): a page may hold a hundred, and a phone has to show feedback
//! in the next frame.

mod bank;
mod blanks;
mod card;
mod cards;
mod categorise;
mod chart;
mod checklist;
mod choice;
mod coding;
mod controls;
mod conversation;
mod entry;
pub(super) mod feedback;
pub(super) mod front;
mod hotspot;
mod kinds;
mod label;
mod likert;
pub(super) mod listen;
mod marking;
mod matching;
mod matrix;
mod numeric;
mod ordering;
mod picture;
mod pieces;
mod plan;
mod reflection;
pub(super) mod rehearsal;
mod scale;
mod sheet;
mod stakeholders;
mod table;
mod typing;
mod whole;
mod words;

use super::player;
use super::ui::follow;
use crate::content::{Id, Unit};
pub(super) use card::Card;
use leptos::prelude::on_cleanup;
pub(super) use listen::Touch;
pub(super) use sheet::Sheet;
use std::rc::Rc;
use web_sys::Element;

/// An exercise as a card: question, controls, feedback. It lives as long as the owner that it is made under.
/// Of a plan it may be one section, `part`.
pub(super) fn exercise(unit: Rc<Unit>, id: Id, part: Option<Id>, place: (usize, usize)) -> Element {
    let player = player();
    let card = Rc::new(Card::new(player, unit, id, part, place));
    listen::to(&card);
    card.draw();
    let section = card.section.clone();
    follow(Box::new(move || {
        player.changed(&card.id);
        card.draw();
    }));
    on_cleanup(typing::now);
    section
}
