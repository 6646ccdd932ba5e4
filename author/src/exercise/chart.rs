//! Chart: one to be read, built from data, or mended where it misleads.

use super::part::{self, Part};
use crate::chart::{self, Chart as Figure, number, written};
use crate::finding::Findings;
use crate::markdown::{Leaf, plain_leaf};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::{self, Fields};
use kerege::chart::Form;
use kerege::exercise::chart::{Key, Prompt, wire};
use kerege::exercise::numeric::Decimal;
use kerege::exercise::wire::{Item as WireItem, Measure, Task};

/// A chart to be read, built or mended.
#[derive(Clone, Debug)]
pub struct Chart {
    chart: Figure,
    starts: Vec<Decimal>,
    widths: Vec<Decimal>,
    questions: Vec<Question>,
    forms: Vec<Form>,
}

#[derive(Clone, Debug)]
struct Question {
    part: Part,
    unit: Option<Leaf>,
    how: How,
}

/// How a question is answered, and what is right.
#[derive(Clone, Debug)]
enum How {
    Value(Decimal, Decimal),
    Row(usize),
    Options(Vec<(Part, bool)>),
    Own(wire::By),
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Chart> {
    let place = fields.place;
    let figure = fields.need("chart", findings).and_then(|node| {
        let mut inner = Fields::of(node, "`chart`", findings)?;
        let found = chart::chart(&mut inner, node.place, findings);
        inner.finish(findings);
        found
    });
    let [starts, widths] = ["starts", "widths"].map(|name| numbers(fields, name, findings));
    fields.need("ask", findings);
    let before = findings.len();
    let read = |fields: &mut Fields<'_>, findings: &mut Findings| question(fields, figure.as_ref(), findings);
    let questions = part::list(fields, "ask", "this question", findings, read, |question| &question.part);
    if questions.is_empty() && findings.len() == before {
        findings.wrong(place, "there is nothing to answer", "give at least one question below `ask:`");
    }
    let good = fields.get("good").map(|node| node.place);
    let mut forms = Vec::new();
    for node in fields.list("good", findings) {
        let Some(mut inner) = Fields::of(node, "this good chart", findings) else { continue };
        match &figure {
            Some(figure) => forms.extend(figure.other(&mut inner, findings)),
            None => return None,
        }
        inner.finish(findings);
    }
    let chart = Chart { chart: figure?, starts, widths, questions, forms };
    (!chart.questions.is_empty() && chart.may_stand(good, place, findings)).then_some(chart)
}

fn question(fields: &mut Fields<'_>, figure: Option<&Figure>, findings: &mut Findings) -> Option<Question> {
    let found = Part::read(fields, "text", findings);
    let unit = fields.text("unit", findings).map(plain_leaf);
    let feedback = part::markdown(fields, "feedback", findings);
    let [value, tolerance] = ["value", "tolerance"]
        .map(|name| fields.text(name, findings).and_then(|text| chart::decimal(text, name, findings)));
    let (row, own) = (fields.text("row", findings), fields.text("own", findings));
    let options = part::list(fields, "options", "this option", findings, option, |(part, _)| part);
    let ways = ["value", "row", "options", "own"].map(|name| fields.get(name).is_some());
    let n_ways = ways.iter().filter(|is_there| **is_there).count();
    if n_ways != 1 {
        let help = "give one of `value` (a number), `row` (what is pointed at), `options`, `own` (the learner's chart)";
        let problem = if n_ways == 0 { "the question has no answer" } else { "the question has several answers" };
        findings.wrong(fields.place, problem, help);
        return None;
    }
    let how = if let Some(name) = row {
        How::Row(figure?.row(name, findings)?)
    } else if let Some(what) = own {
        let known = [("shape", wire::By::Shape), ("columns", wire::By::Columns), ("scale", wire::By::Scale)];
        let Some((_, by)) = known.into_iter().find(|(word, _)| *word == what.text) else {
            let help = "write `shape`, `columns` or `scale`";
            findings.wrong(what.all(), format!("`own` cannot be `{}`", what.text), help);
            return None;
        };
        How::Own(by)
    } else if ways[2] {
        if options.iter().filter(|(_, is_right)| *is_right).count() != 1 || options.len() < 2 {
            let help = "give two options or more, one of them with `right: true`";
            findings.wrong(fields.place, "one option has to be right", help);
            return None;
        }
        How::Options(options)
    } else {
        How::Value(value?, tolerance.unwrap_or(Decimal::ZERO))
    };
    Some(Question { part: Part { feedback, ..found? }, unit, how })
}

fn option(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<(Part, bool)> {
    let found = Part::read(fields, "text", findings);
    let is_right = fields.truth("right", findings).unwrap_or(false);
    Some((found?, is_right))
}

/// A list of numbers.
fn numbers(fields: &mut Fields<'_>, name: &'static str, findings: &mut Findings) -> Vec<Decimal> {
    let nodes = fields.list(name, findings).iter();
    nodes.filter_map(|node| chart::decimal(yaml::text(node, name, findings)?, name, findings)).collect()
}

impl Chart {
    /// How many questions there are.
    pub(super) fn parts(&self) -> u32 {
        self.questions.len() as u32
    }

    /// The questions and their options.
    pub fn questions(&self) -> impl Iterator<Item = &Part> {
        self.questions.iter().flat_map(|question| {
            let options: &[(Part, bool)] = match &question.how {
                How::Options(options) => options,
                How::Value(..) | How::Row(_) | How::Own(_) => &[],
            };
            std::iter::once(&question.part).chain(options.iter().map(|(part, _)| part))
        })
    }

    /// Whether there is something to do, and it can be done.
    fn may_stand(&self, good: Option<Place>, place: Place, findings: &mut Findings) -> bool {
        let before = findings.len();
        let n_rows = self.questions.iter().filter(|question| matches!(question.how, How::Row(_))).count();
        if n_rows > 1 {
            let help = "only one question of an exercise is answered by pointing: make several exercises of it";
            findings.wrong(place, "several questions ask for a row", help);
        }
        let is_open = self.questions.iter().any(|question| matches!(question.how, How::Own(_)));
        match (is_open, good) {
            (true, None) => {
                let help = "say below `good:` which charts are good ones, the best first";
                findings.wrong(place, "there is no good chart to compare the learner's with", help);
            }
            (false, Some(good)) => {
                let help = "ask for the learner's own chart: `own: shape`, `own: columns` or `own: scale`";
                findings.wrong(good, "nothing asks for a chart of the learner's own", help);
            }
            (true, Some(good)) => {
                let (prompt, key) = self.core();
                if prompt.is_done(&key) {
                    let help = "let the learner begin with a chart that is not a good one";
                    findings.wrong(good, "the chart is a good one from the beginning", help);
                }
                if !key.forms.iter().all(|form| prompt.is_reachable(form)) {
                    let help = "name where the axis may begin in `starts`, and how wide bars may be in `widths`";
                    findings.wrong(good, "a good chart is out of the learner's reach", help);
                }
            }
            (false, None) => {}
        }
        findings.len() == before
    }

    /// What the core needs to know to judge it.
    fn core(&self) -> (Prompt, Key) {
        let question = |question: &Question| kerege::exercise::chart::Question {
            item: kerege::exercise::Item { id: question.part.id.clone(), text: Vec::new() },
            ask: match &question.how {
                How::Own(wire::By::Shape) => kerege::exercise::chart::Ask::Shape,
                How::Own(wire::By::Columns) => kerege::exercise::chart::Ask::Columns,
                How::Own(wire::By::Scale) => kerege::exercise::chart::Ask::Scale,
                How::Own(_) | How::Value(..) | How::Row(_) | How::Options(_) => kerege::exercise::chart::Ask::Row,
            },
        };
        let prompt = Prompt {
            chart: self.chart.plain(),
            starts: self.starts.clone(),
            widths: self.widths.clone(),
            questions: self.questions.iter().map(question).collect(),
        };
        (prompt, Key { answers: Vec::new(), forms: self.forms.clone(), feedback: Vec::new() })
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let chart = self.chart.write(writer);
        let mut ask = Vec::new();
        let mut answers = std::collections::BTreeMap::new();
        for question in &self.questions {
            let item = question.part.write(writer);
            let unit = question.unit.as_ref().map(|unit| writer.words(unit)).unwrap_or_default();
            let mut options: Vec<WireItem> = Vec::new();
            let (by, answer) = match &question.how {
                How::Value(value, off) => {
                    let right = Measure { value: number(*value), tolerance: number(*off) };
                    (wire::By::Number, Some(wire::Answer::Number(right)))
                }
                How::Row(row) => (wire::By::Row, Some(wire::Answer::Row(*row as u32))),
                How::Options(all) => {
                    options.extend(all.iter().map(|(part, _)| part.write(writer)));
                    let right = all.iter().find(|(_, is_right)| *is_right).map(|(part, _)| &part.id);
                    (wire::By::Option, right.map(|id| wire::Answer::Option(id.into())))
                }
                How::Own(by) => (*by, None),
            };
            answers.extend(answer.map(|answer| (item.id.clone(), answer)));
            ask.push(wire::Question { id: item.id, text: item.text, by, unit, options });
        }
        let feedback = part::feedback(self.questions.iter().map(|question| &question.part), writer);
        let numbers = |numbers: &[Decimal]| numbers.iter().copied().map(number).collect();
        Task::Chart {
            prompt: wire::Prompt { chart, starts: numbers(&self.starts), widths: numbers(&self.widths), ask },
            key: wire::Key { answers, forms: self.forms.iter().map(written).collect(), feedback },
        }
    }
}
