//! Responses: what a learner gave, and how a record carries it.

use super::read::{pairs, pairs_in, text};
use super::{Kind, Task, chart, coding, conversation, plan, stakeholders, table};
use crate::content::Id;
use crate::content::read::{At, Findings};
use crate::json::{self, Value};

/// A response, by kind. Everything in it uses ids, so it survives a change of language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// Chosen options.
    Choice(Vec<Id>),
    /// Gap → what was typed, or the id of the chosen option.
    Blanks(Vec<(Id, String)>),
    /// What was typed.
    Numeric(String),
    /// Left → right.
    Matching(Vec<(Id, Id)>),
    /// Items in the order given.
    Ordering(Vec<Id>),
    /// Item → group.
    Categorise(Vec<(Id, Id)>),
    /// Text, and the criteria that the learner finds met.
    Reflection {
        /// What was written.
        text: String,
        /// Criteria found met.
        met: Vec<Id>,
        /// Criterion of the rubric → level found reached.
        levels: Vec<(Id, Id)>,
    },
    /// The point on the scale; `None` before one was chosen.
    Scale(Option<i32>),
    /// Codes on sentences.
    Coding(coding::Given),
    /// A table, and what was read from it.
    Table(table::Given),
    /// A chart, and what was read from it.
    Chart(chart::Given),
    /// Row → chosen columns.
    Matrix(Vec<(Id, Vec<Id>)>),
    /// Statement → level.
    Likert(Vec<(Id, Id)>),
    /// Marked words.
    Marking(Vec<Id>),
    /// Cards that were looked at.
    Cards {
        /// Those that are known.
        known: Vec<Id>,
        /// Those that come again, in the order in which they come.
        again: Vec<Id>,
    },
    /// Things ticked off.
    Checklist(Vec<Id>),
    /// Place → label.
    Label(Vec<(Id, Id)>),
    /// Chosen places.
    Hotspot(Vec<Id>),
    /// What is written in a plan, and the criteria that the learner finds met.
    Plan {
        /// Field → what stands in it.
        entries: Vec<(Id, plan::Entry)>,
        /// Criteria found met.
        met: Vec<Id>,
    },
    /// What was said, in order.
    Conversation(Vec<Id>),
    /// Places on a map.
    Stakeholders(stakeholders::Given),
}

impl Response {
    /// The response with which every learner begins.
    pub fn empty(task: &Task) -> Response {
        match task {
            Task::Choice(..) => Response::Choice(Vec::new()),
            Task::Blanks(..) => Response::Blanks(Vec::new()),
            Task::Numeric(..) => Response::Numeric(String::new()),
            Task::Matching(..) => Response::Matching(Vec::new()),
            Task::Ordering(prompt, _) => Response::Ordering(prompt.items.iter().map(|item| item.id.clone()).collect()),
            Task::Categorise(..) => Response::Categorise(Vec::new()),
            Task::Reflection(..) => Response::Reflection { text: String::new(), met: Vec::new(), levels: Vec::new() },
            Task::Scale(_) => Response::Scale(None),
            Task::Coding(..) => Response::Coding(coding::Given::default()),
            Task::Table(..) => Response::Table(table::Given::default()),
            Task::Chart(..) => Response::Chart(chart::Given::default()),
            Task::Matrix(..) => Response::Matrix(Vec::new()),
            Task::Likert(_) => Response::Likert(Vec::new()),
            Task::Marking(..) => Response::Marking(Vec::new()),
            Task::Cards(_) => Response::Cards { known: Vec::new(), again: Vec::new() },
            Task::Checklist(_) => Response::Checklist(Vec::new()),
            Task::Label(..) => Response::Label(Vec::new()),
            Task::Hotspot(..) => Response::Hotspot(Vec::new()),
            Task::Plan(..) => Response::Plan { entries: Vec::new(), met: Vec::new() },
            Task::Conversation(..) => Response::Conversation(Vec::new()),
            Task::Stakeholders(..) => Response::Stakeholders(stakeholders::Given::default()),
        }
    }

    /// No response at all, which earns nothing: items that nobody touched are in no order.
    pub fn none(task: &Task) -> Response {
        match Response::empty(task) {
            Response::Ordering(_) => Response::Ordering(Vec::new()),
            empty => empty,
        }
    }

    /// The response that another try begins with: a conversation begins anew, everything else stays as it was.
    pub fn again(self) -> Response {
        match self {
            Response::Conversation(_) => Response::Conversation(Vec::new()),
            same => same,
        }
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Response::Choice(_) => Kind::Choice,
            Response::Blanks(_) => Kind::Blanks,
            Response::Numeric(_) => Kind::Numeric,
            Response::Matching(_) => Kind::Matching,
            Response::Ordering(_) => Kind::Ordering,
            Response::Categorise(_) => Kind::Categorise,
            Response::Reflection { .. } => Kind::Reflection,
            Response::Scale(_) => Kind::Scale,
            Response::Coding(_) => Kind::Coding,
            Response::Table(_) => Kind::Table,
            Response::Chart(_) => Kind::Chart,
            Response::Matrix(_) => Kind::Matrix,
            Response::Likert(_) => Kind::Likert,
            Response::Marking(_) => Kind::Marking,
            Response::Cards { .. } => Kind::Cards,
            Response::Checklist(_) => Kind::Checklist,
            Response::Label(_) => Kind::Label,
            Response::Hotspot(_) => Kind::Hotspot,
            Response::Plan { .. } => Kind::Plan,
            Response::Conversation(_) => Kind::Conversation,
            Response::Stakeholders(_) => Kind::Stakeholders,
        }
    }

    /// Writes the form that records carry: a JSON object with one member, named after the kind.
    pub fn write(&self, out: &mut String) {
        let ids = |out: &mut String, ids: &[Id]| json::list(out, ids, |out, id| json::text(out, id.as_str()));
        out.push('{');
        json::text(out, self.kind().name());
        out.push(':');
        match self {
            Response::Choice(all) | Response::Ordering(all) | Response::Conversation(all) => ids(out, all),
            Response::Marking(chosen) | Response::Checklist(chosen) | Response::Hotspot(chosen) => ids(out, chosen),
            Response::Blanks(pairs) => json::object(out, once(pairs), |out, typed| json::text(out, typed)),
            Response::Matching(pairs)
            | Response::Categorise(pairs)
            | Response::Likert(pairs)
            | Response::Label(pairs) => {
                json::object(out, once(pairs), |out, id| json::text(out, id.as_str()));
            }
            Response::Matrix(rows) => json::object(out, once(rows), |out, chosen| ids(out, chosen)),
            Response::Numeric(typed) => json::text(out, typed),
            Response::Cards { known, again } => {
                out.push_str("{\"known\":");
                ids(out, known);
                out.push_str(",\"again\":");
                ids(out, again);
                out.push('}');
            }
            Response::Reflection { text, met, levels } => {
                out.push_str("{\"text\":");
                json::text(out, text);
                out.push_str(",\"met\":");
                ids(out, met);
                // What was written before there were rubrics is written as it was.
                if !levels.is_empty() {
                    out.push_str(",\"levels\":");
                    json::object(out, once(levels), |out, id| json::text(out, id.as_str()));
                }
                out.push('}');
            }
            Response::Scale(Some(point)) => json::number(out, point),
            Response::Scale(None) => out.push_str("null"),
            Response::Coding(given) => given.write(out),
            Response::Table(given) => given.write(out),
            Response::Chart(given) => given.write(out),
            Response::Stakeholders(given) => given.write(out),
            Response::Plan { entries, met } => {
                out.push_str("{\"fields\":");
                json::object(out, once(entries), entry);
                out.push_str(",\"met\":");
                ids(out, met);
                out.push('}');
            }
        }
        out.push('}');
    }

    /// Reads the form that records carry; `None` where it is damaged.
    pub fn from_json(value: &Value) -> Option<Response> {
        let mut findings = Findings::default();
        let entries = At::root(value).entries(&mut findings);
        let [(name, at)] = entries.as_slice() else { return None };
        let read = match Kind::named(name)? {
            Kind::Choice => Response::Choice(ids(at, &mut findings)),
            Kind::Ordering => Response::Ordering(ids(at, &mut findings)),
            Kind::Marking => Response::Marking(ids(at, &mut findings)),
            Kind::Checklist => Response::Checklist(ids(at, &mut findings)),
            Kind::Conversation => Response::Conversation(ids(at, &mut findings)),
            Kind::Hotspot => Response::Hotspot(ids(at, &mut findings)),
            Kind::Label => Response::Label(pairs(at, &mut findings, |at, f| at.id(f))),
            Kind::Blanks => Response::Blanks(pairs(at, &mut findings, text)),
            Kind::Matching => Response::Matching(pairs(at, &mut findings, |at, f| at.id(f))),
            Kind::Categorise => Response::Categorise(pairs(at, &mut findings, |at, f| at.id(f))),
            Kind::Likert => Response::Likert(pairs(at, &mut findings, |at, f| at.id(f))),
            Kind::Matrix => Response::Matrix(pairs(at, &mut findings, |at, f| Some(ids(at, f)))),
            Kind::Cards => {
                Response::Cards { known: at.ids("known", &mut findings), again: at.ids("again", &mut findings) }
            }
            Kind::Numeric => Response::Numeric(at.text(&mut findings)?.to_owned()),
            Kind::Reflection => Response::Reflection {
                text: at.text_or_empty("text", &mut findings),
                met: at.ids("met", &mut findings),
                levels: pairs_in(at, "levels", &mut findings, |at, f| at.id(f)),
            },
            Kind::Coding => Response::Coding(coding::Given::from_json(at, &mut findings)),
            Kind::Table => Response::Table(table::Given::from_json(at, &mut findings)?),
            Kind::Chart => Response::Chart(chart::Given::from_json(at, &mut findings)?),
            Kind::Stakeholders => Response::Stakeholders(stakeholders::Given::from_json(at, &mut findings)),
            Kind::Plan => Response::Plan {
                entries: pairs(&at.field("fields")?, &mut findings, read_entry),
                met: at.ids("met", &mut findings),
            },
            Kind::Scale if at.value.is_null() => Response::Scale(None),
            Kind::Scale => Response::Scale(Some(at.value.as_i64()?.try_into().ok()?)),
        };
        findings.is_empty().then_some(read)
    }

    /// Whether this response still speaks of things that the task has: ids may have gone with a later edition.
    pub fn fits(&self, task: &Task) -> bool {
        let known = |items: &[super::Item], id: &Id| items.iter().any(|item| item.id == *id);
        match (task, self) {
            (Task::Choice(prompt, _), Response::Choice(ids)) => ids.iter().all(|id| known(&prompt.options, id)),
            (Task::Blanks(prompt, _), Response::Blanks(pairs)) => pairs.iter().all(|(id, text)| {
                prompt.blanks.iter().any(|blank| {
                    blank.id == *id
                        && prompt
                            .choices(blank)
                            .is_none_or(|choices| choices.iter().any(|o| o.id.as_str() == text.as_str()))
                })
            }),
            (Task::Numeric(..), Response::Numeric(_)) | (Task::Reflection(..), Response::Reflection { .. }) => true,
            // What was written outlives the fields that it was written in.
            (Task::Plan(..), Response::Plan { .. }) => true,
            (Task::Stakeholders(prompt, _), Response::Stakeholders(given)) => {
                let on_map = |place: stakeholders::Place| place.fits(prompt.levels);
                given.placed.iter().all(|(id, place)| known(&prompt.named, id) && on_map(*place))
                    && given.own.iter().all(|own| own.place.is_none_or(on_map))
            }
            (Task::Matching(prompt, _), Response::Matching(pairs)) => {
                pairs.iter().all(|(left, right)| known(&prompt.left, left) && known(&prompt.right, right))
            }
            (Task::Ordering(prompt, _), Response::Ordering(ids)) => {
                ids.len() == prompt.items.len() && prompt.items.iter().all(|item| ids.contains(&item.id))
            }
            (Task::Categorise(prompt, _), Response::Categorise(pairs)) => {
                pairs.iter().all(|(item, group)| known(&prompt.items, item) && known(&prompt.groups, group))
            }
            (Task::Scale(prompt), Response::Scale(point)) => {
                point.is_none_or(|p| (prompt.from..=prompt.to).contains(&p))
            }
            (Task::Coding(prompt, _), Response::Coding(given)) => given.fits(prompt),
            (Task::Table(prompt, _), Response::Table(given)) => given.fits(prompt),
            (Task::Chart(prompt, _), Response::Chart(given)) => given.fits(prompt),
            (Task::Matrix(prompt, _), Response::Matrix(rows)) => rows.iter().all(|(row, chosen)| {
                known(&prompt.rows, row) && chosen.iter().all(|column| known(&prompt.columns, column))
            }),
            (Task::Likert(prompt), Response::Likert(pairs)) => pairs
                .iter()
                .all(|(statement, level)| known(&prompt.statements, statement) && known(&prompt.levels, level)),
            (Task::Marking(prompt, _), Response::Marking(ids)) => ids.iter().all(|id| known(&prompt.words, id)),
            (Task::Label(prompt, _), Response::Label(pairs)) => {
                pairs.iter().all(|(spot, label)| known(&prompt.picture.spots, spot) && known(&prompt.labels, label))
            }
            (Task::Hotspot(prompt, _), Response::Hotspot(ids)) => ids.iter().all(|id| known(&prompt.picture.spots, id)),
            (Task::Checklist(prompt), Response::Checklist(ids)) => ids.iter().all(|id| known(&prompt.items, id)),
            (Task::Cards(prompt), Response::Cards { known, again }) => {
                known.iter().chain(again).all(|id| prompt.cards.iter().any(|card| card.id == *id))
            }
            (Task::Conversation(prompt, _), Response::Conversation(path)) => {
                conversation::walk(prompt, path).is_some_and(|walk| walk.steps.len() == path.len())
            }
            _ => false,
        }
    }
}

/// Each part once: the first value given to it, which is the one that counts.
fn once<T>(pairs: &[(Id, T)]) -> impl Iterator<Item = (&str, &T)> {
    let is_first = |at: usize, id: &Id| pairs.iter().take(at).all(|(earlier, _)| earlier != id);
    let first = pairs.iter().enumerate().filter(move |(at, (id, _))| is_first(*at, id));
    first.map(|(_, (id, value))| (id.as_str(), value))
}

/// What stands in a field of a plan: a text, or a list of rows.
fn entry(out: &mut String, entry: &plan::Entry) {
    match entry {
        plan::Entry::Text(text) => json::text(out, text),
        plan::Entry::Rows(rows) => json::list(out, rows, |out, row| {
            json::object(out, once(row), |out, text| json::text(out, text));
        }),
    }
}

fn read_entry(at: &At, findings: &mut Findings) -> Option<plan::Entry> {
    if at.value.as_array().is_none() {
        return Some(plan::Entry::Text(at.text(findings)?.to_owned()));
    }
    let row = |at: &At| pairs(at, &mut *findings, text);
    Some(plan::Entry::Rows(at.items(&mut Findings::default()).iter().map(row).collect()))
}

fn ids(at: &At, findings: &mut Findings) -> Vec<Id> {
    at.items(findings).iter().filter_map(|item| item.id(findings)).collect()
}
