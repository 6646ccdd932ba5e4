//! Exercises: the card, and the controls of each kind in a file of their own.
//!
//! A card is built by hand (see [`super::prose::element`]): a page may hold a hundred, and a phone has to show feedback
//! in the next frame.

mod blanks;
mod card;
mod categorise;
mod choice;
mod controls;
mod entry;
mod feedback;
mod listen;
mod matching;
mod numeric;
mod ordering;
mod reflection;
mod scale;
mod sheet;
mod typing;
mod words;

use super::player;
use super::prose::element::host;
use crate::content::{Id, Unit};
use card::Card;
use leptos::prelude::*;
use std::rc::Rc;

/// An exercise as a card: question, controls, feedback.
#[component]
pub fn Exercise(
    /// The unit that holds it.
    unit: StoredValue<Rc<Unit>, LocalStorage>,
    /// The exercise.
    id: Id,
    /// Which question of the page it is, from 1.
    number: usize,
    /// How many questions the page has.
    of: usize,
) -> impl IntoView {
    let player = player();
    let card = Rc::new(Card::new(player, unit.get_value(), id, number, of));
    listen::to(&card);
    card.draw();
    let section = card.section.clone();
    Effect::new(move |_| {
        player.changed(&card.id);
        card.draw();
    });
    on_cleanup(typing::now);
    host("div", "", section)
}
