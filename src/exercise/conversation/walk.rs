//! The way that a conversation took.

use super::{Choice, Condition, Prompt, Turn};
use crate::content::Id;

/// A conversation as far as it was led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk<'a> {
    /// What was said, in order.
    pub steps: Vec<Step<'a>>,
    /// Where it stands now.
    pub turn: &'a Turn,
    /// The values of the variables now.
    pub values: Vec<i32>,
}

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// What it was an answer to, by place in the prompt.
    pub at: usize,
    /// What it was an answer to.
    pub turn: &'a Turn,
    /// What was said.
    pub choice: &'a Choice,
    /// The values of the variables before it.
    pub before: Vec<i32>,
}

impl Walk<'_> {
    /// Whether it has come to an end.
    pub fn has_ended(&self) -> bool {
        self.turn.choices.is_empty()
    }
}

/// Follows a path as far as it leads: what cannot be said there ends it. `None` only for a prompt without turns.
pub fn walk<'a>(prompt: &'a Prompt, path: &[Id]) -> Option<Walk<'a>> {
    let mut at = 0;
    let mut walk = Walk { steps: Vec::new(), turn: prompt.turns.first()?, values: start(prompt) };
    for id in path {
        let Some(choice) = offered(walk.turn, &walk.values).find(|choice| choice.id == *id) else { break };
        let before = walk.values;
        walk.values = after(prompt, choice, &before);
        walk.steps.push(Step { at, turn: walk.turn, choice, before });
        at = next(choice, &walk.values)?;
        walk.turn = prompt.turns.get(at)?;
    }
    Some(walk)
}

/// The values of the variables at the beginning.
pub(super) fn start(prompt: &Prompt) -> Vec<i32> {
    prompt.variables.iter().map(|variable| variable.start).collect()
}

/// What may be said to a turn with these values.
pub fn offered<'a>(turn: &'a Turn, values: &[i32]) -> impl Iterator<Item = &'a Choice> {
    turn.choices.iter().filter(|choice| holds(&choice.when, values))
}

/// The values after something was said.
pub(super) fn after(prompt: &Prompt, choice: &Choice, before: &[i32]) -> Vec<i32> {
    let mut values = before.to_vec();
    for (variable, by) in &choice.effects {
        if let (Some(value), Some(rule)) = (values.get_mut(*variable), prompt.variables.get(*variable)) {
            *value = value.saturating_add(*by).min(rule.to).max(rule.from);
        }
    }
    values
}

/// The turn that a choice leads to, by place, with the values after it.
pub(super) fn next(choice: &Choice, values: &[i32]) -> Option<usize> {
    choice.routes.get(route(choice, values)?).map(|route| route.to)
}

/// The way that is taken after a choice, by place, with the values after it.
pub(super) fn route(choice: &Choice, values: &[i32]) -> Option<usize> {
    choice.routes.iter().position(|route| holds(&route.when, values))
}

fn holds(when: &[Condition], values: &[i32]) -> bool {
    when.iter().all(|condition| {
        values.get(condition.variable).is_some_and(|value| (condition.least..=condition.most).contains(value))
    })
}
