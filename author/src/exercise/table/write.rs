//! Writes a data table in the format.

use super::{How, Table};
use crate::exercise::part;
use crate::write::Writer;
use kerege::content::wire::Id as WireId;
use kerege::exercise::numeric::Decimal;
use kerege::exercise::numeric::wire::Number;
use kerege::exercise::table::{Answer, Recode, Setup, Show, Test, wire};
use kerege::exercise::wire::{Measure, Task};
use std::collections::BTreeMap;

impl Table {
    pub(in crate::exercise) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let mut ask = Vec::new();
        for question in &self.questions {
            let by = match &question.how {
                How::Value(_) | How::Find(_) => wire::By::Number,
                How::Cell(_) => wire::By::Cell,
                How::Table(_) => wire::By::Table,
            };
            let item = question.part.write(writer);
            let unit = question.unit.as_ref().map(|unit| writer.words(unit)).unwrap_or_default();
            ask.push(wire::Question { id: item.id, text: item.text, by, unit });
        }
        let answers = self.questions.iter().zip(&self.key).filter_map(|(question, answer)| {
            let right = match answer {
                Answer::Number(value, off) => {
                    wire::Answer::Number(Measure { value: number(*value), tolerance: number(*off) })
                }
                Answer::Cell(tests) => wire::Answer::Cell(written(tests, test)),
                Answer::Table => return None,
            };
            Some(((&question.part.id).into(), right))
        });
        let answers = answers.collect();
        let feedback = part::feedback(self.questions(), writer);
        let columns = self.columns.iter().map(|(id, _)| id.into()).collect();
        Task::Table {
            prompt: wire::Prompt { data: (&self.data.0).into(), columns, ask },
            key: wire::Key { answers, setup: setup(&self.setup), feedback },
        }
    }
}

fn number(decimal: Decimal) -> Number {
    Number(decimal.to_string())
}

fn written<T, W>(pairs: &[(kerege::content::Id, T)], write: fn(&T) -> W) -> BTreeMap<WireId, W> {
    pairs.iter().map(|(id, value)| (id.into(), write(value))).collect()
}

fn test(test: &Test) -> wire::Test {
    match test {
        Test::Is(words) => wire::Test::Is(words.clone()),
        Test::Known => wire::Test::Known(true),
        Test::Range(from, below) => wire::Test::Range(wire::Range { from: from.map(number), below: below.map(number) }),
    }
}

fn recode(recode: &Recode) -> wire::Recode {
    match recode {
        Recode::Merge(groups) => wire::Recode::Merge(groups.clone()),
        Recode::Cut(points) => wire::Recode::Cut(points.iter().copied().map(number).collect()),
    }
}

fn setup(setup: &Setup) -> wire::Setup {
    wire::Setup {
        show: match setup.show {
            Show::Count => wire::Show::Count,
            Show::Row => wire::Show::Row,
            Show::Column => wire::Show::Column,
            Show::All => wire::Show::All,
            Show::Mean => wire::Show::Mean,
            Show::Median => wire::Show::Median,
        },
        rows: setup.rows.as_ref().map(Into::into),
        columns: setup.columns.as_ref().map(Into::into),
        of: setup.of.as_ref().map(Into::into),
        filter: written(&setup.filter, test),
        recode: written(&setup.recode, recode),
    }
}
