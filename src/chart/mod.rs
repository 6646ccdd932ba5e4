//! Charts: drawn from data that stands behind them, so that what is seen can also be read.

mod edges;
mod histogram;
mod layout;
mod measure;
pub(crate) mod read;
#[cfg(feature = "author")]
pub mod wire;

pub use edges::Edges;
pub use histogram::{Bin, bins};
pub use layout::{Anchor, Mark, Plot, Words, plot};
pub use measure::{Five, five};

use crate::exercise::numeric::Decimal;
use crate::json;

/// A chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it shows, in a line.
    pub title: String,
    /// What can be seen in it, in words.
    pub text: String,
    /// The data, a row for each category or each case.
    pub columns: Vec<Column>,
    /// How they are drawn. It lies apart: it would make every exercise and every response larger, also those that the
    /// first WebAssembly moves about.
    pub form: Box<Form>,
}

/// A column of a chart's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its cells.
    pub cells: Cells,
}

/// The cells of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Names.
    Words(Vec<String>),
    /// Numbers; `None` where one is missing.
    Numbers(Vec<Option<Decimal>>),
}

/// How data are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What is drawn.
    pub shape: Shape,
    /// The column that names what is compared, by place.
    pub by: Option<usize>,
    /// The columns that are drawn, by place.
    pub of: Vec<usize>,
    /// Where the axis of numbers begins; `None` for zero.
    pub from: Option<Decimal>,
    /// In which order the rows stand.
    pub order: Order,
    /// How wide the bars of a histogram are; `None` for about six of them.
    pub width: Option<Decimal>,
    /// Where the bars of a histogram meet, in rising order; empty where they are all as wide as `width` says.
    pub edges: Edges,
    /// What the height of a bar of a histogram says.
    pub heights: Heights,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A bar for each number.
    Bar,
    /// Bars on top of each other.
    Stacked,
    /// How many numbers lie in which range.
    Histogram,
    /// Points joined by lines.
    Line,
    /// The middle half of the numbers, the median, the ends.
    Box,
    /// A dot for each number.
    Dot,
}

/// In which order rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the data.
    #[default]
    Given,
    /// The smallest number first.
    Rising,
    /// The largest number first.
    Falling,
}

/// What the height of a bar of a histogram says. Where bars are not equally wide, counts mislead: a wide bar looks like
/// more than it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Heights {
    /// How many numbers lie in its range.
    #[default]
    Counts,
    /// How many for each unit of its width, so that its area says how many.
    Density,
}

/// More columns than this are refused.
pub const MOST_COLUMNS: usize = 6;

/// More rows than this are refused.
pub const MOST_ROWS: usize = 200;

/// More bars than this are not drawn in a histogram.
pub const MOST_BARS: usize = 61;

impl Shape {
    /// All shapes with their names in files.
    pub const ALL: [(Shape, &'static str); 6] = [
        (Shape::Bar, "bar"),
        (Shape::Stacked, "stacked"),
        (Shape::Histogram, "histogram"),
        (Shape::Line, "line"),
        (Shape::Box, "box"),
        (Shape::Dot, "dot"),
    ];
}

impl Order {
    /// All orders with their names in files.
    pub const ALL: [(Order, &'static str); 3] =
        [(Order::Given, "given"), (Order::Rising, "rising"), (Order::Falling, "falling")];
}

impl Heights {
    /// What heights may say, with their names in files.
    pub const ALL: [(Heights, &'static str); 2] = [(Heights::Counts, "counts"), (Heights::Density, "density")];
}

impl Chart {
    /// How many rows its data have.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, Column::rows)
    }
}

impl Form {
    /// Writes it as records carry it; it is read as files are.
    pub(crate) fn write(&self, out: &mut String) {
        let of_shape = Shape::ALL.into_iter().find(|(shape, _)| *shape == self.shape);
        out.push_str("{\"shape\":");
        json::text(out, of_shape.map_or("", |(_, name)| name));
        if let Some(by) = self.by {
            out.push_str(",\"by\":");
            json::number(out, by);
        }
        out.push_str(",\"of\":");
        json::list(out, &self.of, json::number);
        for (name, number) in [("from", self.from), ("width", self.width)] {
            if let Some(number) = number {
                out.extend([",\"", name, "\":"]);
                json::text(out, &number.to_string());
            }
        }
        let order = Order::ALL.into_iter().find(|(order, _)| *order == self.order);
        if let Some((_, name)) = order.filter(|(order, _)| *order != Order::Given) {
            out.push_str(",\"order\":");
            json::text(out, name);
        }
        if !self.edges.is_empty() {
            out.push_str(",\"edges\":");
            let edges: Vec<Decimal> = self.edges.numbers().collect();
            json::list(out, &edges, |out, edge| json::text(out, &edge.to_string()));
        }
        if self.heights == Heights::Density {
            out.push_str(",\"heights\":\"density\"");
        }
        out.push('}');
    }
}

impl Column {
    /// What stands in a row, with a point before decimals; a dash where nothing does.
    pub fn cell(&self, row: usize) -> String {
        let cell = match &self.cells {
            Cells::Words(words) => words.get(row).cloned(),
            Cells::Numbers(numbers) => numbers.get(row).copied().flatten().map(|number| number.to_string()),
        };
        cell.unwrap_or_else(|| "–".to_owned())
    }

    /// Whether it holds numbers.
    pub fn is_numbers(&self) -> bool {
        match &self.cells {
            Cells::Words(_) => false,
            Cells::Numbers(_) => true,
        }
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        match &self.cells {
            Cells::Words(words) => words.len(),
            Cells::Numbers(numbers) => numbers.len(),
        }
    }

    /// The number in a row, where there is one.
    pub fn number(&self, row: usize) -> Option<f64> {
        match &self.cells {
            Cells::Words(_) => None,
            Cells::Numbers(numbers) => numbers.get(row).copied().flatten().map(Decimal::to_f64),
        }
    }

    /// The name in a row, where there is one.
    pub fn word(&self, row: usize) -> Option<&str> {
        match &self.cells {
            Cells::Words(words) => words.get(row).map(String::as_str),
            Cells::Numbers(_) => None,
        }
    }
}
