//! Where everything of a chart stands, in units of its drawing: a sheet [`Plot::WIDE`] wide.

use super::histogram::{Bin, bins};
use super::measure::{five, step, tidy};
use super::{Chart, Heights, Order, Shape};

/// A chart as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// How high the sheet is.
    pub high: f64,
    /// What stands on it, from behind to the front.
    pub marks: Vec<Mark>,
    /// The series by name, where there are several.
    pub legend: Vec<String>,
    /// What belongs to which row of the data, to be pointed at: left, top, width, height. None where rows are drawn
    /// together.
    pub areas: Vec<(usize, [f64; 4])>,
}

/// Something on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A rectangle of a series: left, top, width, height.
    Bar(usize, [f64; 4]),
    /// A dot of a series: across, down.
    Dot(usize, [f64; 2]),
    /// A line of a series through points.
    Line(usize, Vec<[f64; 2]>),
    /// A straight line; a strong one carries data, the others guide the eye.
    Rule([f64; 4], bool),
    /// Words: across, down, which end of them stands there.
    Words([f64; 2], Anchor, Words),
}

/// Which end of words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Their beginning.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

/// Words on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// A name.
    Name(String),
    /// A number, to be written as readers write it.
    Number(f64),
}

/// The axis of numbers.
struct Axis {
    least: f64,
    most: f64,
    step: f64,
    /// Where it begins and ends on the sheet.
    ends: [f64; 2],
}

impl Plot {
    /// How wide every sheet is.
    pub const WIDE: f64 = 360.0;
}

impl Axis {
    /// An axis for numbers up to `most` that begins at `from`, or lower where a number is lower than zero.
    fn new(numbers: &[f64], from: Option<f64>, ends: [f64; 2]) -> Axis {
        let lowest = numbers.iter().copied().fold(0.0, f64::min);
        let highest = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let least = from.unwrap_or(lowest);
        let span = if highest > least { highest - least } else { 1.0 };
        let step = step(span, 4.0);
        let least = if from.is_some() { least } else { (least / step).floor() * step };
        let most = least + ((span / step) - 1e-9).ceil().max(1.0) * step;
        Axis { least, most, step, ends }
    }

    /// Where a number stands; what lies outside stands at the end.
    fn at(&self, number: f64) -> f64 {
        let share = ((number - self.least) / (self.most - self.least)).clamp(0.0, 1.0);
        tidy(self.ends[0] + share * (self.ends[1] - self.ends[0]))
    }

    fn marks(&self) -> Vec<f64> {
        let count = ((self.most - self.least) / self.step).round().clamp(1.0, 20.0) as usize;
        (0..=count).map(|at| tidy(self.least + at as f64 * self.step)).collect()
    }
}

/// Draws a chart; `None` where its form does not fit its data.
pub fn plot(chart: &Chart) -> Option<Plot> {
    let form = &chart.form;
    form.of.first()?;
    let of: Option<Vec<_>> =
        form.of.iter().map(|at| chart.columns.get(*at).filter(|one| one.word(0).is_none())).collect();
    let of = of?;
    let by = match form.by {
        Some(at) => Some(chart.columns.get(at)?),
        None => None,
    };
    let from = form.from.map(crate::exercise::numeric::Decimal::to_f64);
    let number = |row: usize, column: usize| of.get(column).and_then(|column| column.number(row));
    let rows = of.first()?.rows();
    let name = |row: usize| by.and_then(|by| by.word(row)).unwrap_or_default().to_owned();
    let series = of.len();
    let legend = if series > 1 { of.iter().map(|column| column.name.clone()).collect() } else { Vec::new() };
    let numbers = |row: usize| (0..series).filter_map(move |column| number(row, column));
    let mut order: Vec<usize> = (0..rows).collect();
    let sum = |row: &usize| numbers(*row).sum::<f64>();
    match form.order {
        Order::Given => {}
        Order::Rising => order.sort_by(|a, b| sum(a).total_cmp(&sum(b))),
        Order::Falling => order.sort_by(|a, b| sum(b).total_cmp(&sum(a))),
    }
    let all: Vec<f64> = order.iter().flat_map(|row| numbers(*row)).collect();
    match form.shape {
        Shape::Bar | Shape::Dot | Shape::Stacked => {
            by?;
            let stacked: Vec<f64> = order.iter().map(sum).collect();
            let is_stacked = form.shape == Shape::Stacked;
            let axis = Axis::new(if is_stacked { &stacked } else { &all }, from, ACROSS);
            let lines = if form.shape == Shape::Bar { series } else { 1 };
            let each = lines as f64 * BAR;
            let mut plot = lying(&axis, order.len(), each, legend, |at, top, marks| {
                let Some(row) = order.get(at) else { return String::new() };
                let mut end = axis.least.max(0.0);
                for column in 0..series {
                    let Some(value) = number(*row, column) else { continue };
                    match form.shape {
                        Shape::Dot => marks.push(Mark::Dot(column, [axis.at(value), top + BAR / 2.0])),
                        Shape::Stacked => {
                            let (a, b) = (axis.at(end), axis.at(end + value));
                            end += value;
                            marks.push(Mark::Bar(column, [a.min(b), top + 1.0, tidy((b - a).abs()), BAR - 2.0]));
                        }
                        Shape::Bar | Shape::Histogram | Shape::Line | Shape::Box => {
                            let zero = axis.at(axis.least.max(0.0));
                            let (a, b) = (zero.min(axis.at(value)), zero.max(axis.at(value)));
                            let top = top + column as f64 * BAR;
                            marks.push(Mark::Bar(column, [a, top + 1.0, tidy(b - a), BAR - 2.0]));
                        }
                    }
                }
                name(*row)
            });
            let area = |(at, row): (usize, &usize)| (*row, [0.0, at as f64 * band(each), Plot::WIDE, band(each)]);
            plot.areas = order.iter().enumerate().map(area).collect();
            Some(plot)
        }
        Shape::Box => {
            let mut groups: Vec<(String, Vec<f64>)> = Vec::new();
            for row in 0..rows {
                let Some(value) = number(row, 0) else { continue };
                let name = name(row);
                match groups.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, numbers)) => numbers.push(value),
                    None => groups.push((name, vec![value])),
                }
            }
            let axis = Axis::new(&all, from, ACROSS);
            let count = groups.len();
            (count > 0).then(|| {
                lying(&axis, count, BAR, Vec::new(), |at, top, marks| {
                    let Some((name, numbers)) = groups.get(at) else { return String::new() };
                    if let Some(five) = five(numbers) {
                        let middle = top + BAR / 2.0;
                        let [least, lower, median, upper, most] =
                            [five.least, five.lower, five.median, five.upper, five.most].map(|number| axis.at(number));
                        marks.push(Mark::Rule([least, middle, lower, middle], true));
                        marks.push(Mark::Rule([upper, middle, most, middle], true));
                        marks.push(Mark::Bar(0, [lower, top + 1.0, tidy(upper - lower), BAR - 2.0]));
                        for end in [least, median, most] {
                            marks.push(Mark::Rule([end, top, end, top + BAR], true));
                        }
                    }
                    name.clone()
                })
            })
        }
        Shape::Line => {
            by?;
            let axis = Axis::new(&all, from, UP);
            let mut plot = standing(&axis, legend);
            let place = |at: usize| tidy(LEFT + 12.0 + (RIGHT - LEFT - 24.0) * at as f64 / (rows.max(2) - 1) as f64);
            for column in 0..series {
                let value = |(at, row): (usize, &usize)| Some([place(at), axis.at(number(*row, column)?)]);
                let points: Vec<[f64; 2]> = order.iter().enumerate().filter_map(value).collect();
                let dots: Vec<Mark> = points.iter().map(|point| Mark::Dot(column, *point)).collect();
                plot.marks.push(Mark::Line(column, points));
                plot.marks.extend(dots);
            }
            let wide = (RIGHT - LEFT - 24.0) / (rows.max(2) - 1) as f64;
            let area = |(at, row): (usize, &usize)| {
                let [left, right] = [-0.5, 0.5].map(|half| (place(at) + half * wide).clamp(LEFT, RIGHT));
                (*row, [left, 0.0, right - left, FOOT])
            };
            plot.areas = order.iter().enumerate().map(area).collect();
            let every = rows.div_ceil(6).max(1);
            for (at, row) in order.iter().enumerate().step_by(every) {
                plot.marks.push(Mark::Words([place(at), FOOT], Anchor::Middle, Words::Name(name(*row))));
            }
            Some(plot)
        }
        Shape::Histogram => Some(histogram(&bins(chart)?, form.heights, from)),
    }
}

/// Draws a histogram: bars as wide as their ranges.
fn histogram(bins: &[Bin], heights: Heights, from: Option<f64>) -> Plot {
    let highs: Vec<f64> = bins.iter().map(|bin| bin.height(heights)).collect();
    let axis = Axis::new(&highs, from, UP);
    let mut plot = standing(&axis, Vec::new());
    let (first, last) = (bins.first().map_or(0.0, |bin| bin.from), bins.last().map_or(1.0, |bin| bin.to));
    let place = |number: f64| tidy(LEFT + (RIGHT - LEFT) * (number - first) / (last - first));
    for (bin, high) in bins.iter().zip(&highs) {
        let (left, top) = (place(bin.from), axis.at(*high));
        plot.marks.push(Mark::Bar(0, [left, top, tidy(place(bin.to) - left), tidy(UP[0] - top)]));
    }
    let edges: Vec<f64> = bins.iter().map(|bin| bin.from).chain([last]).collect();
    let mut free = f64::NEG_INFINITY;
    for edge in edges.iter().step_by(bins.len().div_ceil(8).max(1)) {
        let across = place(*edge);
        // Edges that lie close together would stand in each other's words.
        if across >= free {
            plot.marks.push(Mark::Words([across, FOOT], Anchor::Middle, Words::Number(*edge)));
            free = across + APART;
        }
    }
    plot
}

/// How far the middles of two numbers below an axis are apart at least.
const APART: f64 = 26.0;

/// How high a bar is.
const BAR: f64 = 18.0;
/// The ends of an axis that lies.
const ACROSS: [f64; 2] = [8.0, 346.0];
/// The ends of an axis that stands.
const UP: [f64; 2] = [196.0, 12.0];
/// Where a standing chart begins and ends across.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 352.0;
/// Where words below a standing chart stand.
const FOOT: f64 = 214.0;

/// How high a row of a lying chart is, with its name, where its bars are so high.
fn band(high: f64) -> f64 {
    20.0 + high + 6.0
}

/// A chart whose numbers go across: rows with their names above them, the axis below.
fn lying(
    axis: &Axis,
    rows: usize,
    high: f64,
    legend: Vec<String>,
    mut row: impl FnMut(usize, f64, &mut Vec<Mark>) -> String,
) -> Plot {
    let each = band(high);
    let bottom = rows as f64 * each + 4.0;
    let mut marks = Vec::new();
    for number in axis.marks() {
        let across = axis.at(number);
        marks.push(Mark::Rule([across, 4.0, across, bottom], false));
        marks.push(Mark::Words([across, bottom + 16.0], Anchor::Middle, Words::Number(number)));
    }
    for at in 0..rows {
        let top = at as f64 * each;
        let name = row(at, top + 20.0, &mut marks);
        marks.push(Mark::Words([ACROSS[0] + 2.0, top + 15.0], Anchor::Start, Words::Name(name)));
    }
    Plot { high: bottom + 24.0, marks, legend, areas: Vec::new() }
}

/// A chart whose numbers go up, with its axis at the left.
fn standing(axis: &Axis, legend: Vec<String>) -> Plot {
    let mut marks = Vec::new();
    for number in axis.marks() {
        let down = axis.at(number);
        marks.push(Mark::Rule([LEFT, down, RIGHT, down], false));
        marks.push(Mark::Words([LEFT - 6.0, down + 4.0], Anchor::End, Words::Number(number)));
    }
    Plot { high: FOOT + 8.0, marks, legend, areas: Vec::new() }
}
