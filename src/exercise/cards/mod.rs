//! Cards: a question on one side, the answer on the other. Those not known come again. Never scored.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use crate::content::{Id, Prose};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The cards, in the order in which they come first.
    pub cards: Vec<Card>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: Id,
    /// What is asked.
    pub front: Prose,
    /// What is answered.
    pub back: Prose,
}

impl Prompt {
    /// The card that is to be looked at now: first those that never came, then those that come again. `None` where all
    /// are known.
    pub fn next(&self, known: &[Id], again: &[Id]) -> Option<&Card> {
        let is_new = |card: &&Card| !known.contains(&card.id) && !again.contains(&card.id);
        let first = again.iter().find(|id| !known.contains(id));
        self.cards.iter().find(is_new).or_else(|| self.cards.iter().find(|card| Some(&card.id) == first))
    }
}

/// Puts a card among those known, or behind all others that come again.
pub fn put(known: &mut Vec<Id>, again: &mut Vec<Id>, card: &Id, is_known: bool) {
    again.retain(|id| id != card);
    known.retain(|id| id != card);
    if is_known { known.push(card.clone()) } else { again.push(card.clone()) }
}

#[cfg(test)]
mod tests {
    use super::{Card, Prompt, put};
    use crate::content::Id;

    #[test]
    fn cards_that_are_not_known_come_again_after_all_others() {
        let id = |text: &str| Id::new(text).unwrap();
        let card = |name: &str| Card { id: id(name), front: Vec::new(), back: Vec::new() };
        let prompt = Prompt { cards: ["a", "b", "c"].map(card).into() };
        let (mut known, mut again) = (Vec::new(), Vec::new());
        let mut seen = String::new();
        let knows = [false, true, false, false, true, true];
        for is_known in knows {
            let next = prompt.next(&known, &again).unwrap().id.clone();
            seen += next.as_str();
            put(&mut known, &mut again, &next, is_known);
        }
        assert_eq!(seen, "abcaca");
        assert_eq!(prompt.next(&known, &again), None);
    }
}
