//! Reads conversation.

use super::{
    Choice, Condition, Key, MOST_CHOICES, MOST_TURNS, MOST_VARIABLES, MOST_WORTH, Prompt, Route, Turn, Variable,
    WIDEST, full,
};
use crate::content::read::{At, Findings, excerpt, prose};
use crate::content::{Id, Problem, Prose};
use crate::exercise::{Item, Task, read};
use crate::table::{Set, Table};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let variables = if is_short(prompt, "variables", MOST_VARIABLES, findings) {
        prompt.each_once("variables", findings, variable, |variable| &variable.id)
    } else {
        Vec::new()
    };
    let techniques =
        if prompt.field("techniques").is_some() { read::items(prompt, "techniques", findings)? } else { Vec::new() };
    prompt.need("turns", findings)?;
    if !is_short(prompt, "turns", MOST_TURNS, findings) {
        return None;
    }
    let names: Vec<Id> = prompt.each("turns", findings, |at, findings| at.need("id", findings)?.id(findings));
    let known = Known { variables: &variables, techniques: &techniques, turns: &names };
    let mut place = 0;
    let turns = prompt.each("turns", findings, |at, findings| {
        place += 1;
        turn(at, place - 1, &known, findings)
    });
    let all = prompt.field("turns").and_then(|at| at.value.as_array()).map_or(0, <[_]>::len);
    if turns.is_empty() || turns.len() != all {
        prompt.say(findings, Problem::Expected("turns that can be read, each one"));
        return None;
    }
    if turns.first().is_some_and(|turn| turn.choices.is_empty()) {
        prompt.say(findings, Problem::Expected("a first turn with choices"));
        return None;
    }
    let choices = turns.iter().flat_map(|turn| &turn.choices).map(|choice| &choice.id);
    let ids: Vec<&Id> = names.iter().chain(choices).collect();
    if Set::of(ids.iter().copied()).len() != ids.len() {
        prompt.say(findings, Problem::Expected("each turn and each choice with an id of its own"));
        return None;
    }
    let worth = worth(key, &ids, findings)?;
    let prompt_read = Prompt { with: prompt.text_or_empty("with", findings), variables, techniques, turns };
    let key_read = Key { worth, feedback: read::feedback(key, findings) };
    match full(&prompt_read, &key_read) {
        None => prompt.say(findings, Problem::OutOfRange("at most 4000 situations")),
        Some(0) => key.say(findings, Problem::Expected("a conversation that is worth something")),
        Some(_) => return Some(Task::Conversation(prompt_read, key_read)),
    }
    None
}

/// What the parts of a conversation may name.
struct Known<'a> {
    variables: &'a [Variable],
    techniques: &'a [Item],
    turns: &'a [Id],
}

impl Known<'_> {
    fn variable(&self, at: &At, name: &str, findings: &mut Findings) -> Option<usize> {
        let found = self.variables.iter().position(|variable| variable.id.as_str() == name);
        if found.is_none() {
            at.say(findings, Problem::UnknownId(excerpt(name)));
        }
        found
    }
}

fn variable(at: &At, findings: &mut Findings) -> Option<Variable> {
    let found = Variable {
        id: at.need("id", findings)?.id(findings)?,
        text: said(at, "text", findings),
        start: whole(&at.need("start", findings)?, findings)?,
        from: whole(&at.need("from", findings)?, findings)?,
        to: whole(&at.need("to", findings)?, findings)?,
        is_hidden: at.field("hidden").and_then(|at| at.truth(findings)).unwrap_or(false),
    };
    let fits = (found.from..=found.to).contains(&found.start);
    at.expect(fits.then_some(found), "a start between `from` and `to`", findings)
}

fn turn(at: &At, place: usize, known: &Known, findings: &mut Findings) -> Option<Turn> {
    if !is_short(at, "choices", MOST_CHOICES, findings) {
        return None;
    }
    let choices = at.each("choices", findings, |at, findings| choice(at, place, known, findings));
    let all = at.field("choices").and_then(|at| at.value.as_array()).map_or(0, <[_]>::len);
    let has_way = all == 0 || choices.iter().any(|choice| choice.when.is_empty());
    if choices.len() != all || !has_way {
        at.say(findings, Problem::Expected("a choice that is always there"));
        return None;
    }
    let id = at.need("id", findings)?.id(findings)?;
    let [state, says, ending] = ["state", "says", "ending"].map(|name| said(at, name, findings));
    Some(Turn { id, state, says, ending, choices })
}

fn choice(at: &At, place: usize, known: &Known, findings: &mut Findings) -> Option<Choice> {
    let technique = match at.field("technique") {
        Some(at) => {
            let id = read::known(&at, known.techniques, findings)?;
            known.techniques.iter().position(|item| item.id == id)
        }
        None => None,
    };
    let effects = at.field("effects").map(|at| at.entries(findings)).unwrap_or_default();
    let effects: Option<Vec<_>> = effects
        .into_iter()
        .map(|(name, at)| Some((known.variable(&at, name, findings)?, whole(&at, findings)?)))
        .collect();
    if !is_short(at, "next", MOST_CHOICES, findings) {
        return None;
    }
    let routes = at.each("next", findings, |at, findings| {
        let to_at = at.need("to", findings)?;
        let to = to_at.id(findings)?;
        let to = known.turns.iter().position(|turn| *turn == to).filter(|to| *to > place);
        let to = to_at.expect(to, "a later turn", findings)?;
        Some(Route { when: conditions(at, known, findings)?, to })
    });
    let all = at.field("next").and_then(|at| at.value.as_array()).map_or(0, <[_]>::len);
    if routes.len() != all || !routes.last().is_some_and(|route| route.when.is_empty()) {
        at.say(findings, Problem::Expected("a last way without conditions"));
        return None;
    }
    let id = at.need("id", findings)?.id(findings)?;
    let when = conditions(at, known, findings)?;
    Some(Choice { id, text: said(at, "text", findings), technique, effects: effects?, when, routes })
}

/// The conditions in field `if`; none where there is no such field.
fn conditions(at: &At, known: &Known, findings: &mut Findings) -> Option<Vec<Condition>> {
    let mut all = Vec::new();
    if !is_short(at, "if", MOST_CHOICES, findings) {
        return None;
    }
    let Some(list) = at.field("if") else { return Some(all) };
    for at in list.items(findings) {
        let name = at.need("variable", findings)?;
        let bound = |name: &str, otherwise: i32, findings: &mut Findings| match at.field(name) {
            Some(at) => whole(&at, findings),
            None => Some(otherwise),
        };
        all.push(Condition {
            variable: known.variable(&name, name.text(findings)?, findings)?,
            least: bound("least", *WIDEST.start(), findings)?,
            most: bound("most", *WIDEST.end(), findings)?,
        });
    }
    Some(all)
}

fn worth(key: &At, ids: &[&Id], findings: &mut Findings) -> Option<Table<u32>> {
    let mut worth = Table::new();
    for (name, at) in key.need("worth", findings)?.entries(findings) {
        if !ids.iter().any(|id| id.as_str() == name) {
            at.say(findings, Problem::UnknownId(excerpt(name)));
            return None;
        }
        let number = at.count(findings)?;
        worth.insert(name, at.expect((number <= MOST_WORTH).then_some(number), "at most 100", findings)?);
    }
    Some(worth)
}

fn said(at: &At, name: &str, findings: &mut Findings) -> Prose {
    at.field(name).map(|at| prose(&at, findings)).unwrap_or_default()
}

/// A small whole number, perhaps negative.
fn whole(at: &At, findings: &mut Findings) -> Option<i32> {
    let number = at.value.as_i64().and_then(|number| number.try_into().ok());
    at.expect(number.filter(|number| WIDEST.contains(number)), "a whole number from -100 to 100", findings)
}

/// Whether the list in field `name` has no more members than this.
fn is_short(at: &At, name: &str, most: usize, findings: &mut Findings) -> bool {
    let long = at.field(name).filter(|at| at.value.as_array().is_some_and(|items| items.len() > most));
    if let Some(at) = &long {
        at.say(findings, Problem::OutOfRange("fewer of them"));
    }
    long.is_none()
}
