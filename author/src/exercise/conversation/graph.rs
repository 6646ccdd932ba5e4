//! A conversation without its words, as the core follows it.

use super::Conversation;
use super::condition::Condition;
use super::turn::{Choice, Turn};
use kerege::content::Id;
use kerege::exercise::conversation as core;
use kerege::table::Table;

impl Conversation {
    /// The turns and the ways between them, and what they are worth.
    pub(super) fn graph(&self) -> (core::Prompt, core::Key) {
        let variables = self.variables.iter().map(|one| core::Variable {
            id: one.part.id.clone(),
            text: Vec::new(),
            start: one.start,
            from: one.from,
            to: one.to,
            is_hidden: one.is_hidden,
        });
        let prompt = core::Prompt {
            with: String::new(),
            variables: variables.collect(),
            techniques: Vec::new(),
            turns: self.turns.iter().map(|turn| self.turn(turn)).collect(),
        };
        let mut worth = Table::new();
        for (id, number) in self.worths() {
            worth.insert(id, number);
        }
        (prompt, core::Key { worth, feedback: Vec::new() })
    }

    fn turn(&self, turn: &Turn) -> core::Turn {
        core::Turn {
            id: turn.part.id.clone(),
            state: Vec::new(),
            says: Vec::new(),
            ending: Vec::new(),
            choices: turn.choices.iter().map(|choice| self.choice(choice)).collect(),
        }
    }

    fn choice(&self, choice: &Choice) -> core::Choice {
        let effect = |(id, by): &(Id, i32)| Some((self.variable(id)?, *by));
        let place = |id: &Id| self.turns.iter().position(|turn| turn.part.id == *id);
        let routes = choice
            .routes
            .iter()
            .filter_map(|route| Some(core::Route { when: self.conditions(&route.when), to: place(&route.to)? }));
        core::Choice {
            id: choice.part.id.clone(),
            text: Vec::new(),
            technique: None,
            effects: choice.effects.iter().filter_map(effect).collect(),
            when: self.conditions(&choice.when),
            routes: routes.collect(),
        }
    }

    fn conditions(&self, when: &[Condition]) -> Vec<core::Condition> {
        let one = |one: &Condition| {
            let (least, most) = (*core::WIDEST.start(), *core::WIDEST.end());
            Some(core::Condition {
                variable: self.variable(&one.variable)?,
                least: one.least.unwrap_or(least),
                most: one.most.unwrap_or(most),
            })
        };
        when.iter().filter_map(one).collect()
    }

    fn variable(&self, id: &Id) -> Option<usize> {
        self.variables.iter().position(|one| one.part.id == *id)
    }
}
