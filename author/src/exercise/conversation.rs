//! Conversation: a branching talk whose consequences build up.

mod condition;
mod graph;
mod turn;

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::{Leaf, plain_leaf};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::content::Id;
use kerege::exercise::conversation as core;
use kerege::exercise::conversation::wire;
use kerege::exercise::wire::Task;
use turn::Turn;

/// A conversation.
#[derive(Clone, Debug)]
pub struct Conversation {
    with: Option<Leaf>,
    variables: Vec<Variable>,
    techniques: Vec<Part>,
    turns: Vec<Turn>,
    /// What the best conversation is worth.
    full: u32,
}

/// Something that builds up.
#[derive(Clone, Debug)]
struct Variable {
    part: Part,
    start: i32,
    from: i32,
    to: i32,
    is_hidden: bool,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Conversation> {
    let before = findings.len();
    let with = fields.text("with", findings).map(plain_leaf);
    let variables = part::list(fields, "variables", "this variable", findings, variable, |one| &one.part);
    most(variables.len(), core::MOST_VARIABLES, "variables", fields.place, findings);
    let named = |fields: &mut Fields<'_>, findings: &mut Findings| Part::read(fields, "text", findings);
    let techniques = part::list(fields, "techniques", "this technique", findings, named, |one| one);
    fields.need("turns", findings);
    let known = turn::Known { variables: &variables, techniques: &techniques };
    let read = |fields: &mut Fields<'_>, findings: &mut Findings| turn::read(fields, &known, findings);
    let turns = part::list(fields, "turns", "this turn", findings, read, |turn| &turn.part);
    most(turns.len(), core::MOST_TURNS, "turns", fields.place, findings);
    turn::check(&turns, findings);
    if findings.len() > before || turns.is_empty() {
        if findings.len() == before {
            findings.wrong(
                fields.place,
                "nobody says anything",
                "give `turns`: what the client says, and the `choices`",
            );
        }
        return None;
    }
    let mut read = Conversation { with, variables, techniques, turns, full: 0 };
    let (prompt, key) = read.graph();
    match core::full(&prompt, &key) {
        None => {
            let help =
                "use fewer variables, or a narrower `from` and `to`: every turn counts once for each of their values";
            let problem = format!("more than {} things can happen in this conversation", core::MOST_SITUATIONS);
            findings.wrong(fields.place, problem, help);
        }
        Some(0) => {
            let help = "give the choices that help a `worth` of 1 or more";
            findings.wrong(fields.place, "nothing in this conversation is worth anything", help);
        }
        Some(full) => {
            read.full = full;
            return Some(read);
        }
    }
    None
}

fn variable(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Variable> {
    let found = Part::read(fields, "text", findings);
    let [start, from, to] = ["start", "from", "to"].map(|name| {
        fields.need(name, findings);
        whole(fields, name, findings)
    });
    let is_hidden = fields.truth("hidden", findings).unwrap_or(false);
    if let (Some(start), Some(from), Some(to)) = (start, from, to)
        && (!(from..=to).contains(&start) || from == to)
    {
        findings.wrong(fields.place, "a variable starts between `from` and `to`", "let `from` be less than `to`");
    }
    // A variable that has a name is known below, whatever is wrong with its numbers.
    let [start, from, to] = [start, from, to].map(Option::unwrap_or_default);
    Some(Variable { part: found?, start, from, to, is_hidden })
}

/// A small whole number in a field, perhaps negative.
fn whole(fields: &mut Fields<'_>, name: &'static str, findings: &mut Findings) -> Option<i32> {
    let text = fields.text(name, findings)?;
    let found = text.text.trim().parse().ok().filter(|number| core::WIDEST.contains(number));
    if found.is_none() {
        let help = "write digits only, such as 2 or -1, between -100 and 100";
        findings.wrong(text.all(), format!("`{name}` has to be a whole number"), help);
    }
    found
}

/// Says where there is more of something than the player reads.
fn most(number: usize, most: usize, what: &str, place: Place, findings: &mut Findings) {
    if number > most {
        findings.wrong(place, format!("there are {number} {what}, more than {most}"), "make two conversations of it");
    }
}

impl Conversation {
    /// What the best conversation is worth.
    pub(super) fn full(&self) -> u32 {
        self.full
    }

    /// Everything in it that has an id.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let named = self.variables.iter().map(|one| &one.part).chain(&self.techniques);
        named.chain(self.turns.iter().flat_map(Turn::parts))
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let with = self.with.as_ref().map(|leaf| writer.words(leaf)).unwrap_or_default();
        let variable = |one: &Variable, writer: &mut Writer<'_>| wire::Variable {
            id: (&one.part.id).into(),
            text: writer.short(&one.part.text),
            start: one.start,
            from: one.from,
            to: one.to,
            hidden: one.is_hidden,
        };
        let variables = self.variables.iter().map(|one| variable(one, writer)).collect();
        let techniques = self.techniques.iter().map(|part| part.write(writer)).collect();
        let turns = self.turns.iter().map(|turn| turn.write(writer)).collect();
        let worth = self.worths().filter(|(_, worth)| *worth > 0).map(|(id, worth)| (id.into(), worth)).collect();
        let feedback = part::feedback(self.turns.iter().flat_map(Turn::parts), writer);
        let prompt = wire::Prompt { with, variables, techniques, turns };
        Task::Conversation { prompt, key: wire::Key { worth, feedback } }
    }

    /// What each choice and each ending is worth.
    fn worths(&self) -> impl Iterator<Item = (&Id, u32)> {
        self.turns.iter().flat_map(Turn::worths)
    }
}
