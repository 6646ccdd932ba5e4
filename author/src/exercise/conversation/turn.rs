//! A turn: what the client says, and what may be answered.

use super::condition::{self, Condition};
use super::{Variable, most};
use crate::exercise::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::Document;
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::{self, Fields, Node, Value};
use kerege::content::Id;
use kerege::exercise::conversation::{MOST_CHOICES, MOST_WORTH, WIDEST, wire};
use std::collections::BTreeMap;

/// What a turn may name.
pub(super) struct Known<'a> {
    pub(super) variables: &'a [Variable],
    pub(super) techniques: &'a [Part],
}

/// A turn. Its part's text is what the client says.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    pub(super) part: Part,
    state: Document,
    /// What an ending is called; `None` for a turn that goes on.
    ending: Option<Document>,
    worth: u32,
    pub(super) choices: Vec<Choice>,
}

/// Something that the learner may say.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) part: Part,
    technique: Option<Id>,
    pub(super) effects: Vec<(Id, i32)>,
    pub(super) when: Vec<Condition>,
    worth: u32,
    pub(super) routes: Vec<Route>,
}

/// A way to a later turn.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) when: Vec<Condition>,
    pub(super) to: Id,
    place: Place,
}

pub(super) fn read(fields: &mut Fields<'_>, known: &Known<'_>, findings: &mut Findings) -> Option<Turn> {
    let found = Part::read(fields, "says", findings);
    let state = part::markdown(fields, "state", findings);
    let ending = fields.get("ends").is_some().then(|| part::markdown(fields, "ends", findings));
    let feedback = part::markdown(fields, "feedback", findings);
    let worth = worth(fields, findings);
    let read = |fields: &mut Fields<'_>, findings: &mut Findings| choice(fields, known, findings);
    let choices = part::list(fields, "choices", "this choice", findings, read, |choice| &choice.part);
    let has_choices = fields.get("choices").is_some();
    most(choices.len(), MOST_CHOICES, "choices", fields.place, findings);
    if ending.is_some() == has_choices {
        let problem = if has_choices { "an ending has no choices" } else { "the conversation stops here" };
        let help = "give the turn `choices`, or call it an ending: `ends: They agree on a next step`";
        findings.wrong(fields.place, problem, help);
    } else if ending.is_none() && (worth > 0 || !feedback.is_empty()) {
        let help = "give them to the choices; a turn has them only where it is an ending";
        findings.wrong(fields.place, "a turn that goes on has no `worth` and no `feedback`", help);
    } else if !choices.is_empty() && choices.iter().all(|choice| !choice.when.is_empty()) {
        let help = "let one choice be without `if`, so that there is always something to say";
        findings.wrong(fields.place, "every choice here has a condition", help);
    }
    Some(Turn { part: Part { feedback, ..found? }, state, ending, worth, choices })
}

fn choice(fields: &mut Fields<'_>, known: &Known<'_>, findings: &mut Findings) -> Option<Choice> {
    let found = Part::read(fields, "text", findings);
    let technique = fields.id("technique", findings);
    let feedback = part::markdown(fields, "feedback", findings);
    if let Some((id, place)) = technique.as_ref().filter(|(id, _)| known.techniques.iter().all(|one| one.id != *id)) {
        findings.wrong(*place, format!("there is no technique `{id}`"), "name one of the `techniques`");
    }
    let effects = fields.get("effects").map(|node| effects(node, known, findings)).unwrap_or_default();
    let when = conditions(fields, known, findings);
    let worth = worth(fields, findings);
    let routes = fields.need("next", findings).map(|node| routes(node, known, findings)).unwrap_or_default();
    let technique = technique.map(|(id, _)| id);
    Some(Choice { part: Part { feedback, ..found? }, technique, effects, when: when?, worth, routes })
}

fn worth(fields: &mut Fields<'_>, findings: &mut Findings) -> u32 {
    let found = fields.count("worth", findings).unwrap_or(0);
    if let Some(text) = fields.text("worth", findings).filter(|_| found > MOST_WORTH) {
        findings.wrong(text.all(), "nothing is worth more than 100", "0 to 3 tell choices apart well enough");
    }
    found
}

fn effects(node: &Node, known: &Known<'_>, findings: &mut Findings) -> Vec<(Id, i32)> {
    let Value::Map(entries) = &node.value else {
        findings.wrong(node.place, "`effects` has to hold fields", "write `effects: { trust: 1 }`");
        return Vec::new();
    };
    let effect = |(name, node): &(crate::passage::Passage, Node)| {
        let text = yaml::text(node, "effects", findings)?;
        let Some(variable) = known.variables.iter().find(|one| one.part.id.as_str() == name.text) else {
            findings.wrong(name.all(), format!("there is no variable `{}`", name.text), "name one of the `variables`");
            return None;
        };
        let by = text.text.trim().trim_start_matches('+').parse().ok();
        let by = by.filter(|by| *by != 0 && WIDEST.contains(by));
        if by.is_none() {
            findings.wrong(text.all(), "an effect is a whole number other than 0", "write such as 1 or -2");
        }
        Some((variable.part.id.clone(), by?))
    };
    entries.iter().filter_map(effect).collect()
}

fn conditions(fields: &mut Fields<'_>, known: &Known<'_>, findings: &mut Findings) -> Option<Vec<Condition>> {
    match fields.text("if", findings) {
        Some(text) => condition::read(text, known.variables, findings),
        None => Some(Vec::new()),
    }
}

/// Where a choice leads: the id of a turn, or a list of ways with conditions.
fn routes(node: &Node, known: &Known<'_>, findings: &mut Findings) -> Vec<Route> {
    if let Some(text) = node.scalar() {
        let route = yaml::id(text, findings).map(|(to, place)| Route { when: Vec::new(), to, place });
        return route.into_iter().collect();
    }
    let mut routes = Vec::new();
    for node in yaml::items(node, "next", findings) {
        let Some(mut fields) = Fields::of(node, "this way", findings) else { continue };
        let to = fields.need_id("to", findings);
        let when = conditions(&mut fields, known, findings);
        fields.finish(findings);
        if let (Some((to, place)), Some(when)) = (to, when) {
            routes.push(Route { when, to, place });
        }
    }
    most(routes.len(), MOST_CHOICES, "ways", node.place, findings);
    if routes.last().is_none_or(|route| !route.when.is_empty()) {
        let help = "let the last way have no `if`: it is taken where no other is";
        findings.wrong(node.place, "there may be no way on from here", help);
    }
    if let Some(route) = routes.iter().rev().skip(1).find(|route| route.when.is_empty()) {
        findings.wrong(route.place, "the ways below this one are never taken", "give it an `if`, or move it down");
    }
    routes
}

/// What can be said of turns only together: ids, and where the ways lead.
pub(super) fn check(turns: &[Turn], findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for part in turns.iter().map(|turn| &turn.part).chain(turns.iter().flat_map(|turn| &turn.choices).map(|c| &c.part))
    {
        part::once(&mut seen, part, findings);
    }
    if let Some(first) = turns.first().filter(|turn| turn.choices.is_empty()) {
        findings.wrong(first.part.place, "the first turn is an ending", "begin with a turn that has `choices`");
    }
    for (at, turn) in turns.iter().enumerate() {
        for route in turn.choices.iter().flat_map(|choice| &choice.routes) {
            let (problem, help) = match turns.iter().position(|other| other.part.id == route.to) {
                Some(to) if to > at => continue,
                Some(_) => (
                    format!("`{}` does not stand below this turn", route.to),
                    "a conversation only goes forward: move that turn down, or write one that takes the thought up again",
                ),
                None => (format!("there is no turn `{}`", route.to), "name one of the `turns` by its id"),
            };
            findings.wrong(route.place, problem, help);
        }
    }
}

impl Turn {
    /// The turn and its choices.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        std::iter::once(&self.part).chain(self.choices.iter().map(|choice| &choice.part))
    }

    /// What the choices are worth, and the turn where it is an ending.
    pub(super) fn worths(&self) -> impl Iterator<Item = (&Id, u32)> {
        let choices = self.choices.iter().map(|choice| (&choice.part.id, choice.worth));
        std::iter::once((&self.part.id, self.worth)).chain(choices)
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> wire::Turn {
        wire::Turn {
            id: (&self.part.id).into(),
            state: writer.short(&self.state),
            says: writer.short(&self.part.text),
            ending: self.ending.as_ref().map(|ending| writer.short(ending)).unwrap_or_default(),
            choices: self.choices.iter().map(|choice| choice.write(writer)).collect(),
        }
    }
}

impl Choice {
    fn write(&self, writer: &mut Writer<'_>) -> wire::Choice {
        let route = |route: &Route| wire::Route { when: written(&route.when), to: (&route.to).into() };
        wire::Choice {
            id: (&self.part.id).into(),
            text: writer.short(&self.part.text),
            technique: self.technique.as_ref().map(Into::into),
            effects: self.effects.iter().map(|(id, by)| (id.into(), *by)).collect(),
            when: written(&self.when),
            next: self.routes.iter().map(route).collect(),
        }
    }
}

fn written(when: &[Condition]) -> Vec<wire::Condition> {
    let one = |one: &Condition| wire::Condition { variable: (&one.variable).into(), least: one.least, most: one.most };
    when.iter().map(one).collect()
}
