//! What is computed from a data set: cases, summaries, cross-tabulations. Pure, in one pass over typed columns.

use super::group::{Group, Grouping, group, holds};
use super::setup::{Setup, Show};
use crate::content::Id;
use crate::content::data::{Cells, Column, Data};
use crate::exercise::numeric::Decimal;

/// A column at a glance, over some cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Cases with a value.
    pub known: u32,
    /// Cases without one.
    pub missing: u32,
    /// Of numbers: mean, median, smallest and largest; `None` where there is none.
    pub numbers: Option<[Decimal; 4]>,
    /// Groups of words or recoded numbers, with their cases; empty for plain numbers.
    pub groups: Vec<(Group, u32)>,
}

/// A cross-tabulation. A table by one column only has one nameless row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosstab {
    /// The groups of the rows; `None` where no column was chosen for them.
    pub rows: Option<Vec<Group>>,
    /// The groups of the columns; `None` where no column was chosen for them.
    pub columns: Option<Vec<Group>>,
    /// Cells, totals included: row by row, the last of each row and the last row are totals.
    pub figures: Vec<Vec<Figure>>,
    /// Cases that are left out, because a value is missing.
    pub missing: u32,
}

/// A cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// How many cases.
    pub cases: u32,
    /// What is shown; `None` where it is undefined, because there is no case to divide by.
    pub value: Option<Decimal>,
}

/// The cases that a setup keeps, in its order.
pub fn cases(data: &Data, setup: &Setup) -> Vec<u32> {
    let mut keeps = vec![true; data.cases];
    for (id, test) in &setup.filter {
        if let Some(column) = data.column(id) {
            keeps.iter_mut().zip(holds(column, test)).for_each(|(keep, holds)| *keep &= holds);
        }
    }
    let mut cases: Vec<u32> = (0..).zip(&keeps).filter(|(_, keeps)| **keeps).map(|(case, _)| case).collect();
    if let Some((column, is_down)) = setup.sort.as_ref().and_then(|(id, is_down)| Some((data.column(id)?, *is_down))) {
        // Words are sorted in the order in which the file first has them: any other depends on the language.
        let rank = |case: &u32| match &column.cells {
            Cells::Words(_, cells) => cells.get(*case as usize).copied().flatten().map(i64::from),
            Cells::Numbers(_, cells) => cells.get(*case as usize).copied().flatten(),
        };
        // Missing values come last in both directions.
        cases.sort_by_cached_key(|case| {
            let rank = rank(case);
            (rank.is_none(), rank.map(|rank| if is_down { -rank } else { rank }))
        });
    }
    cases
}

/// A column at a glance.
pub fn summary(column: &Column, setup: &Setup, cases: &[u32]) -> Summary {
    let recode = setup.recoded(&column.id);
    let is_plain = matches!(column.cells, Cells::Numbers(..)) && recode.is_none();
    let numbers = match &column.cells {
        Cells::Numbers(decimals, cells) => {
            let mut known: Vec<i64> = cases.iter().filter_map(|case| *cells.get(*case as usize)?).collect();
            known.sort_unstable();
            numbers(&known, *decimals)
        }
        Cells::Words(..) => None,
    };
    let Grouping { groups, of } = group(column, recode);
    let mut counts = vec![0; groups.len()];
    let known = cases.iter().filter_map(|case| *of.get(*case as usize)?);
    known.for_each(|at| counts.get_mut(at as usize).into_iter().for_each(|n| *n += 1));
    let known: u32 = counts.iter().sum();
    let groups = if is_plain { Vec::new() } else { groups.into_iter().zip(counts).collect() };
    Summary { known, missing: cases.len() as u32 - known, numbers, groups }
}

/// Mean, median, smallest and largest of sorted numbers.
fn numbers(sorted: &[i64], decimals: u32) -> Option<[Decimal; 4]> {
    let (first, last) = (*sorted.first()?, *sorted.last()?);
    let plain = |units: i64| Decimal::new(units, decimals);
    Some([mean(sorted, decimals)?, median(sorted, decimals)?, plain(first), plain(last)])
}

/// With two more decimals than the numbers have, rounded.
fn mean(numbers: &[i64], decimals: u32) -> Option<Decimal> {
    let sum: i128 = numbers.iter().map(|n| i128::from(*n)).sum();
    let n = numbers.len() as i128;
    (n > 0).then(|| Decimal::new(rounded(sum * 100, n), decimals + 2))
}

/// Between the two in the middle, where there are two.
fn median(sorted: &[i64], decimals: u32) -> Option<Decimal> {
    let (low, high) = (sorted.get(sorted.len().checked_sub(1)? / 2)?, sorted.get(sorted.len() / 2)?);
    match (low + high) % 2 {
        0 => Some(Decimal::new((low + high) / 2, decimals)),
        _ => Some(Decimal::new((low + high) * 5, decimals + 1)),
    }
}

/// `a / b`, rounded to the nearest, halves away from zero; `b` above zero.
fn rounded(a: i128, b: i128) -> i64 {
    let half = if a < 0 { -b } else { b };
    i64::try_from((2 * a + half) / (2 * b)).unwrap_or(i64::MAX)
}

/// Cross-tabulates some cases.
pub fn crosstab(data: &Data, setup: &Setup, cases: &[u32]) -> Crosstab {
    let by = |id: &Option<Id>| {
        let column = data.column(id.as_ref()?)?;
        Some(group(column, setup.recoded(&column.id)))
    };
    let (rows, columns) = (by(&setup.rows), by(&setup.columns));
    let length = |grouping: &Option<Grouping>| grouping.as_ref().map_or(1, |grouping| grouping.groups.len());
    let (height, width) = (length(&rows), length(&columns));
    let place = |grouping: &Option<Grouping>, case: u32| match grouping {
        Some(grouping) => grouping.of.get(case as usize).copied().flatten().map(|at| at as usize),
        None => Some(0),
    };
    let of = setup.of.as_ref().filter(|_| setup.show.averages()).and_then(|id| data.column(id));
    let averaged = of.and_then(|column| match &column.cells {
        Cells::Numbers(decimals, cells) => Some((*decimals, cells)),
        Cells::Words(..) => None,
    });
    let mut counts = vec![vec![0u32; width + 1]; height + 1];
    let mut numbers = vec![vec![Vec::<i64>::new(); width + 1]; height + 1];
    let mut missing = 0;
    for case in cases {
        let (Some(row), Some(column)) = (place(&rows, *case), place(&columns, *case)) else {
            missing += 1;
            continue;
        };
        let number = averaged.and_then(|(_, cells)| *cells.get(*case as usize)?);
        for (row, column) in [(row, column), (row, width), (height, column), (height, width)] {
            if let Some(count) = counts.get_mut(row).and_then(|row| row.get_mut(column)) {
                *count += 1;
            }
            if let (Some(number), Some(cell)) = (number, numbers.get_mut(row).and_then(|row| row.get_mut(column))) {
                cell.push(number);
            }
        }
    }
    let count = |row: usize, column: usize| counts.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0);
    let figure = |row: usize, column: usize, numbers: &mut Vec<i64>| {
        let n = count(row, column);
        let share = |of: u32| (of > 0).then(|| Decimal::new(rounded(i128::from(n) * 1000, i128::from(of)), 1));
        let decimals = averaged.map_or(0, |(decimals, _)| decimals);
        let value = match setup.show {
            Show::Count => Some(Decimal::new(i64::from(n), 0)),
            Show::Row => share(count(row, width)),
            Show::Column => share(count(height, column)),
            Show::All => share(count(height, width)),
            Show::Mean => mean(numbers, decimals),
            Show::Median => {
                numbers.sort_unstable();
                median(numbers, decimals)
            }
        };
        Figure { cases: n, value }
    };
    let figures = numbers.iter_mut().enumerate().map(|(row, cells)| {
        cells.iter_mut().enumerate().map(|(column, numbers)| figure(row, column, numbers)).collect()
    });
    let figures = figures.collect();
    Crosstab { rows: rows.map(|it| it.groups), columns: columns.map(|it| it.groups), figures, missing }
}
