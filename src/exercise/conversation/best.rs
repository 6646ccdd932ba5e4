//! The best way through a conversation, and everything that can happen in it.

use super::walk::{after, next, offered, route, start};
use super::{Key, MOST_SITUATIONS, Prompt};
use crate::content::Id;
use crate::table::{Set, Table};

/// The most that can still be gained, for every situation that was looked at.
pub(super) struct Best<'a> {
    prompt: &'a Prompt,
    key: &'a Key,
    known: Table<u32>,
    /// Whether there are more situations than may be.
    is_endless: bool,
}

impl<'a> Best<'a> {
    pub(super) fn new(prompt: &'a Prompt, key: &'a Key) -> Best<'a> {
        Best { prompt, key, known: Table::new(), is_endless: false }
    }

    /// The most that can be gained from a turn on.
    pub(super) fn from(&mut self, at: usize, values: &[i32]) -> u32 {
        let situation = situation(at, values);
        if let Some(known) = self.known.get(situation.as_str()) {
            return *known;
        }
        let prompt = self.prompt;
        let Some(turn) = prompt.turns.get(at) else { return 0 };
        if self.known.len() >= MOST_SITUATIONS {
            self.is_endless = true;
            return 0;
        }
        let mut most = if turn.choices.is_empty() { self.worth(&turn.id) } else { 0 };
        for choice in offered(turn, values) {
            let after = after(prompt, choice, values);
            // Only later turns: a conversation never turns back.
            let to = next(choice, &after).filter(|to| *to > at);
            let rest = to.map_or(0, |to| self.from(to, &after));
            most = most.max(self.worth(&choice.id).saturating_add(rest));
        }
        self.known.insert(situation.as_str(), most);
        most
    }

    /// What a choice or an ending is worth.
    pub(super) fn worth(&self, id: &Id) -> u32 {
        self.key.worth.get(id).copied().unwrap_or(0)
    }
}

/// What the best conversation is worth; `None` where more can happen than may be.
pub fn full(prompt: &Prompt, key: &Key) -> Option<u32> {
    let mut best = Best::new(prompt, key);
    let full = best.from(0, &start(prompt));
    (!best.is_endless).then_some(full)
}

/// The path of the best conversation; the first one where there are several.
pub fn answer(prompt: &Prompt, key: &Key) -> Vec<Id> {
    let mut best = Best::new(prompt, key);
    let (mut at, mut values) = (0, start(prompt));
    let mut path = Vec::new();
    while let Some(turn) = prompt.turns.get(at) {
        let aim = best.from(at, &values);
        let found = offered(turn, &values).find_map(|choice| {
            let after = after(prompt, choice, &values);
            let to = next(choice, &after).filter(|to| *to > at)?;
            (best.worth(&choice.id).saturating_add(best.from(to, &after)) == aim).then_some((choice, to, after))
        });
        let Some((choice, to, after)) = found else { break };
        path.push(choice.id.clone());
        (at, values) = (to, after);
    }
    path
}

/// What can happen in a conversation.
#[derive(Debug, Default)]
pub struct Survey {
    /// Turns that some path comes to.
    pub turns: Set,
    /// Choices that are offered on some path.
    pub choices: Set,
    /// Routes that some path takes: the choice's id and the place of the route, as `id/0`.
    pub routes: Set,
}

/// Everything that can happen in a conversation, with regard to its conditions.
pub fn survey(prompt: &Prompt) -> Survey {
    let mut survey = Survey::default();
    let mut seen = Set::new();
    let mut open = vec![(0, start(prompt))];
    while let Some((at, values)) = open.pop() {
        let is_new = seen.len() < MOST_SITUATIONS && seen.insert(situation(at, &values).as_str(), ());
        let Some(turn) = prompt.turns.get(at).filter(|_| is_new) else { continue };
        survey.turns.insert(&turn.id, ());
        for choice in offered(turn, &values) {
            survey.choices.insert(&choice.id, ());
            let after = after(prompt, choice, &values);
            let Some(place) = route(choice, &after) else { continue };
            survey.routes.insert([choice.id.as_str(), "/", &place.to_string()].concat().as_str(), ());
            open.extend(next(choice, &after).filter(|to| *to > at).map(|to| (to, after)));
        }
    }
    survey
}

/// A turn with the values of all variables, as a key.
fn situation(at: usize, values: &[i32]) -> String {
    let mut key = at.to_string();
    for value in values {
        key.push('/');
        key.push_str(&value.to_string());
    }
    key
}
