//! Histograms: how many numbers lie in which range, and how densely.

use super::measure::{step, tidy};
use super::{Chart, Heights, MOST_BARS};
use crate::exercise::numeric::Decimal;

/// A range of a histogram, and what lies in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How many numbers lie in it.
    pub count: u32,
}

impl Bin {
    /// How wide it is.
    pub fn width(&self) -> f64 {
        tidy(self.to - self.from)
    }

    /// How many numbers lie in it for each unit of its width.
    pub fn density(&self) -> f64 {
        f64::from(self.count) / (self.to - self.from)
    }

    /// How high it is drawn.
    pub(super) fn height(&self, heights: Heights) -> f64 {
        match heights {
            Heights::Counts => f64::from(self.count),
            Heights::Density => self.density(),
        }
    }
}

/// The ranges of a histogram of a chart's first column, from the lowest. A number where two of them meet lies in the
/// upper one; where the last one ends, in that. `None` without numbers, with too many ranges, or where a number would
/// lie in none.
pub fn bins(chart: &Chart) -> Option<Vec<Bin>> {
    let column = chart.columns.get(*chart.form.of.first()?)?;
    let values: Vec<f64> = (0..column.rows()).filter_map(|row| column.number(row)).map(tidy).collect();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let edges: Vec<f64> = match chart.form.edges.is_empty() {
        _ if values.is_empty() => return None,
        true => {
            let width = chart.form.width.map(Decimal::to_f64).filter(|width| *width > 0.0);
            equal(least, most, width.unwrap_or_else(|| step(most - least, 6.0)))?
        }
        false => chart.form.edges.numbers().map(|edge| tidy(edge.to_f64())).collect(),
    };
    let (first, last) = (*edges.first()?, *edges.last()?);
    if least < first || most > last || edges.len() > MOST_BARS + 1 {
        return None;
    }
    let count = |from: f64, to: f64| {
        let is_within = |value: &&f64| **value >= from && (**value < to || (to >= last && **value <= to));
        values.iter().filter(is_within).count() as u32
    };
    let bin = |ends: &[f64]| match ends {
        [from, to] if from < to => Some(Bin { from: *from, to: *to, count: count(*from, *to) }),
        _ => None,
    };
    edges.windows(2).map(bin).collect::<Option<Vec<Bin>>>().filter(|bins| !bins.is_empty())
}

/// Where bars of one width meet that begin at multiples of it.
fn equal(least: f64, most: f64, width: f64) -> Option<Vec<f64>> {
    let mut start = (least / width).floor();
    // Dividing may have rounded up.
    if tidy(start * width) > least {
        start -= 1.0;
    }
    let mut count = (most / width - start).floor() + 1.0;
    if tidy((start + count) * width) <= most {
        count += 1.0;
    }
    let is_fit = count <= MOST_BARS as f64;
    is_fit.then(|| (0..=count as usize).map(|at| tidy((start + at as f64) * width)).collect())
}
