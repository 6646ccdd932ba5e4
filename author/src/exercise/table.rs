//! Data table: questions answered from a data set, with keys that are computed from it where the author wants that.

mod setup;
mod write;

pub(crate) use setup::{no_column, table, tests};

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::{Leaf, plain_leaf};
use crate::passage::Place;
use crate::source::Sheet;
use crate::yaml::{Fields, Node};
use kerege::content::Id;
use kerege::exercise::numeric::Decimal;
use kerege::exercise::table::{Answer, Setup};

/// A data table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The data set, and where it is named.
    pub data: (Id, Place),
    columns: Vec<(Id, Place)>,
    questions: Vec<Question>,
    /// What is right; nothing before [`Table::resolve`].
    key: Vec<Answer>,
    setup: Setup,
}

#[derive(Clone, Debug)]
struct Question {
    part: Part,
    unit: Option<Leaf>,
    how: How,
    tolerance: Option<Decimal>,
}

/// How a question is answered, as written.
#[derive(Clone, Debug)]
enum How {
    Value(Decimal),
    Find(Node),
    Cell(Node),
    Table(Node),
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Table> {
    let data = fields.need_id("data", findings);
    let columns = fields.ids("columns", findings);
    fields.need("ask", findings);
    let before = findings.len();
    let questions = part::list(fields, "ask", "this question", findings, question, |question| &question.part);
    let n_tables = questions.iter().filter(|question| matches!(question.how, How::Table(_))).count();
    if n_tables > 1 {
        let help = "a learner has one table: make several exercises of it";
        findings.wrong(fields.place, "several questions ask for a table", help);
    }
    if questions.is_empty() && findings.len() == before {
        findings.wrong(fields.place, "there is nothing to answer", "give at least one question below `ask:`");
    }
    if questions.is_empty() || n_tables > 1 {
        return None;
    }
    Some(Table { data: data?, columns, questions, key: Vec::new(), setup: Setup::default() })
}

fn question(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Question> {
    let found = Part::read(fields, "text", findings);
    let unit = fields.text("unit", findings).map(plain_leaf);
    let feedback = part::markdown(fields, "feedback", findings);
    let value = decimal(fields, "value", findings);
    let tolerance = decimal(fields, "tolerance", findings);
    let has_value = fields.get("value").is_some();
    let nodes = [fields.get("find"), fields.get("cell"), fields.get("table")];
    let n_ways = usize::from(has_value) + nodes.iter().flatten().count();
    if n_ways != 1 {
        let help = "give one of `value` (a number), `find` (a number computed from the data), `cell`, `table`";
        let problem = if n_ways == 0 { "the question has no answer" } else { "the question has several answers" };
        findings.wrong(fields.place, problem, help);
        return None;
    }
    let how = match nodes {
        [Some(node), ..] => How::Find(node.clone()),
        [_, Some(node), _] => How::Cell(node.clone()),
        [.., Some(node)] => How::Table(node.clone()),
        [None, None, None] => How::Value(value?),
    };
    Some(Question { part: Part { feedback, ..found? }, unit, how, tolerance })
}

fn decimal(fields: &mut Fields<'_>, name: &'static str, findings: &mut Findings) -> Option<Decimal> {
    let text = fields.text(name, findings)?;
    let found = Decimal::parse(&text.text, "");
    if found.is_none() {
        findings.wrong(text.all(), format!("`{name}` has to be a number"), "write digits and a point, such as 47.6");
    }
    found
}

impl Table {
    /// How many questions there are.
    pub(super) fn parts(&self) -> u32 {
        self.questions.len() as u32
    }

    /// The questions.
    pub fn questions(&self) -> impl Iterator<Item = &Part> {
        self.questions.iter().map(|question| &question.part)
    }

    /// Works out what is right from the data set; false, with findings, where that cannot be.
    pub(crate) fn resolve(&mut self, sheet: &Sheet, findings: &mut Findings) -> bool {
        let before = findings.len();
        for (id, place) in self.columns.iter().filter(|(id, _)| sheet.data.column(id).is_none()) {
            setup::no_column(&sheet.data, id.as_str(), *place, findings);
        }
        let mut found: Option<Setup> = None;
        let mut key = Vec::new();
        for question in &self.questions {
            match &question.how {
                How::Value(value) => key.push(Answer::Number(*value, question.tolerance.unwrap_or(Decimal::ZERO))),
                How::Find(node) => {
                    let Some((setup, value, usual)) = setup::find(node, &sheet.data, findings) else { continue };
                    found.get_or_insert(setup);
                    key.push(Answer::Number(value, question.tolerance.unwrap_or(usual)));
                }
                How::Cell(node) => key.extend(setup::tests(node, &sheet.data, findings).map(Answer::Cell)),
                How::Table(node) => {
                    let Some(setup) = setup::table(node, &sheet.data, findings) else { continue };
                    found = Some(setup);
                    key.push(Answer::Table);
                }
            }
        }
        // The learner's table is that of the question for one; else that of the first number looked up.
        (self.key, self.setup) = (key, found.unwrap_or_default());
        findings.len() == before
    }
}
