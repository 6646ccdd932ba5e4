//! Charts as an author writes them: a few lines of data, and how they are drawn.

use crate::finding::Findings;
use crate::markdown::{Fence, Leaf, empty, plain_leaf};
use crate::passage::{Passage, Place};
use crate::write::Writer;
use crate::yaml::{self, Fields, closest};
use kerege::chart::{MOST_COLUMNS, MOST_ROWS, Order as Rank, Shape as Kind, wire};
use kerege::exercise::numeric::Decimal;
use kerege::exercise::numeric::wire::Number;

/// A chart.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Where it stands.
    pub place: Place,
    title: Leaf,
    text: Leaf,
    columns: Vec<Column>,
    shape: Kind,
    by: Option<usize>,
    of: Vec<usize>,
    from: Option<Decimal>,
    order: Rank,
    width: Option<Decimal>,
}

#[derive(Clone, Debug)]
struct Column {
    name: Leaf,
    cells: Cells,
}

#[derive(Clone, Debug)]
enum Cells {
    Words(Vec<Leaf>),
    Numbers(Vec<Option<Decimal>>),
}

/// Reads a chart from its block.
pub fn read(fence: &Fence, findings: &mut Findings) -> Option<Chart> {
    let node = yaml::parse(&fence.body, findings).or_else(|| empty(fence, findings))?;
    let mut fields = Fields::of(&node, "this `chart`", findings)?;
    let title = fields.need_text("title", findings).map(plain_leaf);
    let text = fields.need_text("text", findings).map(plain_leaf);
    let shape = fields.need_text("shape", findings);
    let shape = shape.and_then(|text| named(text, "shape", &Kind::ALL, findings));
    let order = match fields.text("order", findings) {
        Some(text) => named(text, "order", &Rank::ALL, findings),
        None => Some(Rank::Given),
    };
    let columns = fields.need_text("data", findings).and_then(|text| columns(text, findings));
    let [from, width] =
        ["from", "width"].map(|name| fields.text(name, findings).map(|text| decimal(text, name, findings)));
    let by = fields.text("by", findings);
    let of_nodes = fields.list("of", findings);
    let of: Vec<&Passage> = of_nodes.iter().filter_map(|node| yaml::text(node, "of", findings)).collect();
    fields.finish(findings);
    let (columns, shape) = (columns?, shape?);
    let by = match by {
        Some(name) => Some(column(name, &columns, findings)?),
        None => columns.iter().position(|column| matches!(column.cells, Cells::Words(_))),
    };
    let of: Vec<usize> = if of.is_empty() {
        let numbers = columns.iter().enumerate().filter(|(_, column)| matches!(column.cells, Cells::Numbers(_)));
        numbers.map(|(at, _)| at).collect()
    } else {
        of.into_iter().map(|name| column(name, &columns, findings)).collect::<Option<_>>()?
    };
    let from = from.map_or(Some(None), |from| from.map(Some))?;
    let width = width.map_or(Some(None), |width| width.map(Some))?;
    let chart =
        Chart { place: fence.place, title: title?, text: text?, columns, shape, by, of, from, order: order?, width };
    if chart.is_drawn() {
        return Some(chart);
    }
    let help = "`of` names columns of numbers, `by` a column of words; bars, lines and dots need both, and a histogram \
                at most 60 bars";
    findings.wrong(fence.name.all(), "this chart cannot be drawn from its data", help);
    None
}

/// The data: CSV, with names in the first line. A column is one of numbers where nothing else stands in it.
fn columns(text: &Passage, findings: &mut Findings) -> Option<Vec<Column>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.text.as_bytes());
    let head = reader.headers().cloned();
    let rows: Result<Vec<csv::StringRecord>, csv::Error> = reader.records().collect();
    let (Ok(head), Ok(rows)) = (head, rows) else {
        let help = "write names in the first line, then one row a line, as many cells in each: `Town, Tested`";
        findings.wrong(text.all(), "`data` is no table", help);
        return None;
    };
    if rows.is_empty() || rows.len() > MOST_ROWS || head.len() > MOST_COLUMNS {
        let help = format!("a chart has 1 to {MOST_ROWS} rows and at most {MOST_COLUMNS} columns");
        findings.wrong(text.all(), "there are too few or too many data for a chart", help);
        return None;
    }
    let leaf = |cell: &str| plain_leaf(&Passage::at(cell.to_owned(), text.all()));
    let column = |(at, name): (usize, &str)| {
        let cells = || rows.iter().map(|row| row.get(at).unwrap_or_default());
        let numbers: Option<Vec<Option<Decimal>>> =
            cells().map(|cell| if cell.is_empty() { Some(None) } else { Decimal::parse(cell, "").map(Some) }).collect();
        let cells = match numbers {
            Some(numbers) => Cells::Numbers(numbers),
            None => Cells::Words(cells().map(leaf).collect()),
        };
        Column { name: leaf(name), cells }
    };
    Some(head.iter().enumerate().map(column).collect())
}

fn column(name: &Passage, columns: &[Column], findings: &mut Findings) -> Option<usize> {
    let found = columns.iter().position(|column| column.name.source.text == name.text);
    if found.is_none() {
        let names: Vec<&str> = columns.iter().map(|column| column.name.source.text.as_str()).collect();
        let near = closest(&name.text, &names).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let help = "name a column by the word in the first line of `data`";
        findings.wrong(name.all(), format!("there is no column `{}`{near}", name.text), help);
    }
    found
}

fn named<T: Copy>(text: &Passage, name: &str, known: &[(T, &str)], findings: &mut Findings) -> Option<T> {
    let found = known.iter().find(|(_, word)| *word == text.text);
    if found.is_none() {
        let words: Vec<String> = known.iter().map(|(_, word)| format!("`{word}`")).collect();
        findings.wrong(
            text.all(),
            format!("`{name}` cannot be `{}`", text.text),
            format!("write {}", words.join(" or ")),
        );
    }
    found.map(|(value, _)| *value)
}

fn decimal(text: &Passage, name: &str, findings: &mut Findings) -> Option<Decimal> {
    let found = Decimal::parse(&text.text, "");
    if found.is_none() {
        findings.wrong(text.all(), format!("`{name}` has to be a number"), "write digits and a point, such as 47.6");
    }
    found
}

impl Chart {
    /// Whether the core can draw it.
    fn is_drawn(&self) -> bool {
        let column = |column: &Column| kerege::chart::Column {
            name: String::new(),
            cells: match &column.cells {
                Cells::Words(words) => {
                    kerege::chart::Cells::Words(words.iter().map(|leaf| leaf.source.text.clone()).collect())
                }
                Cells::Numbers(numbers) => kerege::chart::Cells::Numbers(numbers.clone()),
            },
        };
        let form = kerege::chart::Form {
            shape: self.shape,
            by: self.by,
            of: self.of.clone(),
            from: self.from,
            order: self.order,
            width: self.width,
        };
        let columns = self.columns.iter().map(column).collect();
        kerege::chart::plot(&kerege::chart::Chart { title: String::new(), text: String::new(), columns, form })
            .is_some()
    }

    /// Writes it in the writer's language.
    pub fn write(&self, writer: &mut Writer<'_>) -> wire::Chart {
        let number = |decimal: Decimal| Number(decimal.to_string());
        let mut columns = Vec::new();
        let (title, text) = (writer.words(&self.title), writer.words(&self.text));
        for column in &self.columns {
            let name = writer.words(&column.name);
            let (words, numbers) = match &column.cells {
                Cells::Words(words) => (words.iter().map(|word| writer.words(word)).collect(), Vec::new()),
                Cells::Numbers(numbers) => (Vec::new(), numbers.iter().map(|cell| cell.map(number)).collect()),
            };
            columns.push(wire::Column { name, words, numbers });
        }
        wire::Chart {
            title,
            text,
            columns,
            shape: shape(self.shape),
            by: self.by.map(|at| at as u32),
            of: self.of.iter().map(|at| *at as u32).collect(),
            from: self.from.map(number),
            order: match self.order {
                Rank::Given => wire::Order::Given,
                Rank::Rising => wire::Order::Rising,
                Rank::Falling => wire::Order::Falling,
            },
            width: self.width.map(number),
        }
    }
}

fn shape(shape: Kind) -> wire::Shape {
    match shape {
        Kind::Bar => wire::Shape::Bar,
        Kind::Stacked => wire::Shape::Stacked,
        Kind::Histogram => wire::Shape::Histogram,
        Kind::Line => wire::Shape::Line,
        Kind::Box => wire::Shape::Box,
        Kind::Dot => wire::Shape::Dot,
    }
}
