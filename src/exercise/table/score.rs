//! Scoring of a data table: one share for each question. A learner's own table is compared by what it computes, not by
//! how it was clicked together.

use super::group::{group, holds};
use super::setup::{Setup, Show, Tests};
use super::{Answer, Ask, Given, Key, Prompt, compute};
use crate::content::Id;
use crate::content::data::Data;
use crate::exercise::score::{Marks, NotReady};
use crate::exercise::{ask, pairs};

/// What of a learner's table is as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The same cases.
    pub cases: bool,
    /// The same columns of the data set in rows and columns, whichever stands where.
    pub variables: bool,
    /// The same groups of their values.
    pub groups: bool,
    /// The same figures in the cells, also where rows and columns have changed places.
    pub show: bool,
}

impl Judged {
    /// Whether all of it is.
    pub fn holds(self) -> bool {
        self.cases && self.variables && self.groups && self.show
    }
}

pub(in crate::exercise) fn readiness(prompt: &Prompt, given: &Given) -> Option<NotReady> {
    ask::readiness(&prompt.questions, |question| match &question.ask {
        Ask::Number(unit) => ask::is_typed(&given.numbers, &question.item.id, unit),
        Ask::Cell => Ok(pairs::get(&given.cells, &question.item.id).is_some()),
        Ask::Table => Ok(given.setup.rows.is_some() || given.setup.columns.is_some()),
    })
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, given: &Given) -> Marks<'a> {
    ask::marks(&prompt.questions, &key.feedback, |question| {
        let id = &question.item.id;
        match (pairs::get(&key.answers, id), &question.ask) {
            (Some(Answer::Number(value, tolerance)), Ask::Number(unit)) => {
                ask::is_near(&given.numbers, id, unit, (*value, *tolerance))
            }
            (Some(Answer::Cell(right)), Ask::Cell) => {
                pairs::get(&given.cells, id).is_some_and(|cell| same_cell(&prompt.data, right, cell))
            }
            (Some(Answer::Table), Ask::Table) => judge(&prompt.data, &key.setup, &given.setup).holds(),
            (Some(Answer::Number(..) | Answer::Cell(_) | Answer::Table) | None, _) => false,
        }
    })
}

/// Compares a learner's table with that of the key.
pub fn judge(data: &Data, key: &Setup, given: &Setup) -> Judged {
    let sorted = |setup: &Setup| {
        let mut cases = compute::cases(data, &Setup { sort: None, ..setup.clone() });
        cases.sort_unstable();
        cases
    };
    let (right, mine) = (Upright::of(key), Upright::of(given));
    let is_turned = right.rows != mine.rows && right.rows == mine.columns;
    let mine = if is_turned { mine.turned() } else { mine };
    let is_same = |(one, other): (&Option<&Id>, &Option<&Id>)| match (one, other) {
        (Some(one), Some(other)) => partition(data, key, one) == partition(data, given, other),
        (one, other) => one == other,
    };
    Judged {
        cases: sorted(key) == sorted(given),
        variables: (right.rows, right.columns) == (mine.rows, mine.columns),
        groups: [(&right.rows, &mine.rows), (&right.columns, &mine.columns)].into_iter().all(is_same),
        show: right.show == mine.show && (!key.show.averages() || key.of == given.of),
    }
}

/// A table without what makes no difference: by one column only, that one stands in the rows, and its share in "all" is
/// its share in the one column.
struct Upright<'a> {
    rows: Option<&'a Id>,
    columns: Option<&'a Id>,
    show: Show,
}

impl<'a> Upright<'a> {
    fn of(setup: &'a Setup) -> Upright<'a> {
        let made = Upright { rows: setup.rows.as_ref(), columns: setup.columns.as_ref(), show: setup.show };
        let made = if made.rows.is_none() { made.turned() } else { made };
        match (made.columns, made.show) {
            (None, Show::Column) => Upright { show: Show::All, ..made },
            _ => made,
        }
    }

    fn turned(self) -> Upright<'a> {
        let show = match self.show {
            Show::Row => Show::Column,
            Show::Column => Show::Row,
            show @ (Show::Count | Show::All | Show::Mean | Show::Median) => show,
        };
        Upright { rows: self.columns, columns: self.rows, show }
    }
}

/// Which cases belong together: groups numbered in the order of the cases, however they came about.
fn partition(data: &Data, setup: &Setup, id: &Id) -> Vec<Option<usize>> {
    let Some(column) = data.column(id) else { return Vec::new() };
    let mut seen: Vec<u32> = Vec::new();
    let number = |group: Option<u32>| {
        let group = group?;
        let at = seen.iter().position(|known| *known == group);
        Some(at.unwrap_or_else(|| {
            seen.push(group);
            seen.len() - 1
        }))
    };
    group(column, setup.recoded(id)).of.into_iter().map(number).collect()
}

/// Whether two cells are of the same columns and hold the same cases.
fn same_cell(data: &Data, one: &Tests, other: &Tests) -> bool {
    let names = |tests: &Tests| {
        let mut ids: Vec<&str> = tests.iter().map(|(id, _)| id.as_str()).collect();
        ids.sort_unstable();
        ids.join(" ")
    };
    names(one) == names(other) && cell_cases(data, one) == cell_cases(data, other)
}

/// Which cases are in a cell.
fn cell_cases(data: &Data, tests: &Tests) -> Vec<bool> {
    let mut all = vec![true; data.cases];
    for (id, test) in tests {
        match data.column(id) {
            Some(column) => all.iter_mut().zip(holds(column, test)).for_each(|(all, holds)| *all &= holds),
            None => all.fill(false),
        }
    }
    all
}
