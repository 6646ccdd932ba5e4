//! Reads a chart to be read, built or mended.

use super::given::pick;
use super::{Answer, Ask, Key, Prompt, score};
use crate::chart::{Chart, Form, plot, read as figure};
use crate::content::read::{At, Findings};
use crate::content::{Id, Problem};
use crate::exercise::numeric::Decimal;
use crate::exercise::{Task, ask, read};

/// How questions may be answered.
const WAYS: [ask::Way<Ask>; 6] = [
    ("number", |at, findings| Some(Ask::Number(at.text_or_empty("unit", findings)))),
    ("row", |_, _| Some(Ask::Row)),
    ("option", |at, findings| read::items(at, "options", findings).map(Ask::Option)),
    ("shape", |_, _| Some(Ask::Shape)),
    ("columns", |_, _| Some(Ask::Columns)),
    ("scale", |_, _| Some(Ask::Scale)),
];

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let chart = figure::chart(&prompt.need("chart", findings)?, findings)?;
    let [starts, widths] = ["starts", "widths"].map(|name| prompt.each(name, findings, read::decimal));
    let questions = ask::questions(prompt, &WAYS, findings)?;
    let form = |at: &At, findings: &mut Findings| {
        let form = figure::form(at, chart.columns.len(), findings)?;
        let is_drawn = plot(&Chart { form: Box::new(form.clone()), ..chart.clone() }).is_some();
        at.expect(is_drawn.then_some(form), "a chart that can be drawn from the data", findings)
    };
    let forms: Vec<Form> = key.each("forms", findings, form);
    let answers = key.need("answers", findings)?;
    let right: Option<Vec<(Id, Answer)>> = questions
        .iter()
        .filter(|question| !question.ask.is_own())
        .map(|question| {
            let at = answers.under(&question.item.id, findings)?;
            Some((question.item.id.clone(), answer(&at, &question.ask, findings)?))
        })
        .collect();
    let (answers, feedback) = (right?, read::feedback(key, findings));
    let (prompt, key_read) = (Prompt { chart, starts, widths, questions }, Key { answers, forms, feedback });
    if prompt.is_open() && key_read.forms.is_empty() {
        key.say(findings, Problem::Missing("forms"));
        return None;
    }
    if !super::model(&prompt, &key_read).fits(&prompt) {
        key.say(findings, Problem::Expected("rows and options that are there"));
        return None;
    }
    Some(Task::Chart(prompt, key_read))
}

fn answer(at: &At, ask: &Ask, findings: &mut Findings) -> Option<Answer> {
    Some(match ask {
        Ask::Number(_) => {
            let (value, tolerance) = ask::measure(at, findings)?;
            Answer::Number(value, tolerance)
        }
        Ask::Row | Ask::Option(_) | Ask::Shape | Ask::Columns | Ask::Scale => Answer::Pick(pick(at, findings)?),
    })
}

impl Prompt {
    /// Whether the chart as it is found is already a good one, so that there is nothing to do.
    pub fn is_done(&self, key: &Key) -> bool {
        let asked = || self.questions.iter().filter(|question| question.ask.is_own());
        let is_good = |good: &Form| asked().all(|question| score::is_as(&question.ask, &self.chart.form, good));
        self.is_open() && key.forms.iter().any(is_good)
    }

    /// Whether a learner can draw every good chart with the choices that there are.
    pub fn is_reachable(&self, form: &Form) -> bool {
        let offers = |choices: &[Decimal], found: Option<Decimal>, wanted: Option<Decimal>| {
            wanted == found || wanted.is_none_or(|wanted| choices.contains(&wanted))
        };
        let found = &self.chart.form;
        let is_cut = form.edges.is_empty() || form.edges == found.edges;
        let is_high = form.heights == found.heights || self.has_heights();
        is_cut
            && is_high
            && offers(&self.starts, found.from, form.from)
            && offers(&self.widths, found.width, form.width)
    }
}
