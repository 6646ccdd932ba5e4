//! Groups: what the values of a column are counted as, after recoding.

use super::setup::{Recode, Test};
use crate::content::data::{Cells, Column};
use crate::exercise::numeric::Decimal;

/// A group of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// One of these words.
    Words(Vec<u16>),
    /// One number, in units of the column.
    Number(i64),
    /// A number that is at least the first and below the second, in units of the column.
    Range(Option<i64>, Option<i64>),
}

/// The groups of a column and where each case belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// The groups that there are, in order.
    pub groups: Vec<Group>,
    /// The position of each case's group; `None` where its value is missing.
    pub of: Vec<Option<u32>>,
}

/// Groups the cases of a column.
pub fn group(column: &Column, recode: Option<&Recode>) -> Grouping {
    match &column.cells {
        Cells::Words(values, cells) => {
            let numbers: Vec<u16> = match recode {
                Some(Recode::Merge(groups)) if groups.len() == values.len() => groups.clone(),
                _ => (0..).take(values.len()).collect(),
            };
            // In the order of their first words.
            let mut order: Vec<u16> = Vec::new();
            numbers.iter().for_each(|number| {
                if !order.contains(number) {
                    order.push(*number)
                }
            });
            let words = |number: &u16| {
                let these = (0..).zip(&numbers).filter(|(_, other)| *other == number);
                Group::Words(these.map(|(word, _)| word).collect())
            };
            let place = |word: u16| order.iter().position(|number| Some(number) == numbers.get(usize::from(word)));
            let places: Vec<Option<u32>> =
                (0..).take(values.len()).map(|word| place(word).map(|at| at as u32)).collect();
            let of = cells.iter().map(|cell| places.get(usize::from((*cell)?)).copied().flatten()).collect();
            Grouping { groups: order.iter().map(words).collect(), of }
        }
        Cells::Numbers(decimals, cells) => match recode {
            Some(Recode::Cut(points)) => {
                let mut ends: Vec<i64> = points.iter().map(|point| units(*point, *decimals)).collect();
                ends.sort_unstable();
                ends.dedup();
                let of = |units: i64| ends.partition_point(|end| *end <= units) as u32;
                let from = std::iter::once(None).chain(ends.iter().copied().map(Some));
                let below = ends.iter().copied().map(Some).chain([None]);
                let groups = from.zip(below).map(|(from, below)| Group::Range(from, below)).collect();
                Grouping { groups, of: cells.iter().map(|cell| cell.map(of)).collect() }
            }
            _ => {
                let mut numbers: Vec<i64> = cells.iter().flatten().copied().collect();
                numbers.sort_unstable();
                numbers.dedup();
                let place = |units: i64| numbers.binary_search(&units).ok().map(|at| at as u32);
                let of = cells.iter().map(|cell| cell.and_then(place)).collect();
                Grouping { groups: numbers.iter().map(|number| Group::Number(*number)).collect(), of }
            }
        },
    }
}

impl Group {
    /// What holds for the values of the group.
    pub fn test(&self, decimals: u32) -> Test {
        match self {
            Group::Words(words) => Test::Is(words.clone()),
            Group::Number(units) => {
                Test::Range(Some(Decimal::new(*units, decimals)), Some(Decimal::new(units + 1, decimals)))
            }
            Group::Range(from, below) => {
                let end = |end: &Option<i64>| end.map(|units| Decimal::new(units, decimals));
                Test::Range(end(from), end(below))
            }
        }
    }
}

/// A number in units of a column; one between two units counts as the larger, so that "below" stays what it is.
pub fn units(number: Decimal, decimals: u32) -> i64 {
    number.ceiling(decimals)
}

/// Which cases a test holds for.
pub fn holds(column: &Column, test: &Test) -> Vec<bool> {
    match (&column.cells, test) {
        (Cells::Words(_, cells), Test::Known) => cells.iter().map(Option::is_some).collect(),
        (Cells::Numbers(_, cells), Test::Known) => cells.iter().map(Option::is_some).collect(),
        (Cells::Words(_, cells), Test::Is(words)) => {
            cells.iter().map(|cell| cell.is_some_and(|word| words.contains(&word))).collect()
        }
        (Cells::Numbers(decimals, cells), Test::Range(from, below)) => {
            let [from, below] = [from, below].map(|end| end.map(|end| units(end, *decimals)));
            let is_in = |n: i64| from.is_none_or(|from| n >= from) && below.is_none_or(|below| n < below);
            cells.iter().map(|cell| cell.is_some_and(is_in)).collect()
        }
        // A test of another kind of column holds for nothing.
        (Cells::Words(_, cells), Test::Range(..)) => vec![false; cells.len()],
        (Cells::Numbers(_, cells), Test::Is(_)) => vec![false; cells.len()],
    }
}
