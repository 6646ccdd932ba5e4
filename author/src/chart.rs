//! Charts as an author writes them: a few lines of data, and how they are drawn.

mod set;

use crate::finding::Findings;
use crate::markdown::{Fence, Leaf, empty, plain_leaf};
use crate::passage::{Passage, Place};
use crate::write::Writer;
use crate::yaml::{self, Fields, closest};
use kerege::chart as core;
use kerege::chart::{Edges, Form, Heights, MOST_COLUMNS, MOST_ROWS, Order, Shape, wire};
use kerege::content::Id;
use kerege::exercise::numeric::Decimal;
use kerege::exercise::numeric::wire::Number;
use kerege::i18n::decimal_mark;

/// A chart.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Where it stands.
    pub place: Place,
    title: Leaf,
    text: Leaf,
    columns: Vec<Column>,
    /// How it is drawn.
    pub form: Form,
}

#[derive(Clone, Debug)]
struct Column {
    /// Its id in a data set, which authors may name it by.
    id: Option<Id>,
    name: Label,
    cells: Cells,
}

#[derive(Clone, Debug)]
enum Cells {
    Words(Vec<Label>),
    Numbers(Vec<Option<Decimal>>),
}

/// What a column or a row is called.
#[derive(Clone, Debug)]
enum Label {
    /// Words of which each is translated by itself: several where values were merged.
    Words(Vec<Leaf>),
    /// Numbers and the signs between them, with a point before decimals, which some languages write as a comma.
    Numbers(String),
    /// What is the same in every language.
    Plain(String),
}

impl Label {
    fn of(leaf: &Leaf) -> Label {
        Label::Words(vec![leaf.clone()])
    }

    /// In the language of the source.
    fn source(&self) -> String {
        match self {
            Label::Words(words) => words.iter().map(|word| word.source.text.as_str()).collect::<Vec<_>>().join(" + "),
            Label::Numbers(text) | Label::Plain(text) => text.clone(),
        }
    }

    fn write(&self, writer: &mut Writer<'_>) -> String {
        match self {
            Label::Words(words) => words.iter().map(|word| writer.words(word)).collect::<Vec<_>>().join(" + "),
            Label::Numbers(text) => text.replace('.', &decimal_mark(writer.language()).to_string()),
            Label::Plain(text) => text.clone(),
        }
    }
}

/// Reads a chart from its block.
pub fn read(fence: &Fence, findings: &mut Findings) -> Option<Chart> {
    let node = yaml::parse(&fence.body, findings).or_else(|| empty(fence, findings))?;
    let mut fields = Fields::of(&node, "this `chart`", findings)?;
    let place = fence.name.all();
    let found = chart(&mut fields, place, findings);
    fields.finish(findings);
    found.map(|chart| Chart { place: fence.place, ..chart })
}

/// Reads a chart from its fields; what it has to say about the whole, it says at `place`.
pub fn chart(fields: &mut Fields<'_>, place: Place, findings: &mut Findings) -> Option<Chart> {
    let title = fields.need_text("title", findings).map(plain_leaf);
    let text = fields.need_text("text", findings).map(plain_leaf);
    let of_set = set::Written::of(fields, findings);
    let columns = fields.need_text("data", findings).and_then(|text| {
        if set::is_named(text) {
            return of_set.columns(text, findings);
        }
        of_set.none(findings);
        columns(text, findings)
    });
    let Some(columns) = columns else {
        // What is written of the form is known, even where nothing can be said about it.
        for name in ["shape", "by", "of", "from", "order", "width", "edges", "heights"] {
            fields.get(name);
        }
        return None;
    };
    let form = form(fields, &columns, findings);
    let chart = Chart { place, title: title?, text: text?, columns, form: form? };
    chart.may_be(&chart.form, place, findings).then_some(chart)
}

/// How a chart of these columns is drawn.
fn form(fields: &mut Fields<'_>, columns: &[Column], findings: &mut Findings) -> Option<Form> {
    let shape = fields.need_text("shape", findings);
    let shape = shape.and_then(|text| named(text, "shape", &Shape::ALL, findings));
    let order = match fields.text("order", findings) {
        Some(text) => named(text, "order", &Order::ALL, findings),
        None => Some(Order::Given),
    };
    let [from, width] =
        ["from", "width"].map(|name| fields.text(name, findings).map(|text| decimal(text, name, findings)));
    let by = fields.text("by", findings);
    let of_nodes = fields.list("of", findings);
    let of: Vec<&Passage> = of_nodes.iter().filter_map(|node| yaml::text(node, "of", findings)).collect();
    let by = match by {
        Some(name) => Some(column(name, columns, findings)?),
        None => columns.iter().position(|column| matches!(column.cells, Cells::Words(_))),
    };
    let of: Vec<usize> = if of.is_empty() {
        let numbers = columns.iter().enumerate().filter(|(_, column)| matches!(column.cells, Cells::Numbers(_)));
        numbers.map(|(at, _)| at).collect()
    } else {
        of.into_iter().map(|name| column(name, columns, findings)).collect::<Option<_>>()?
    };
    let from = from.map_or(Some(None), |from| from.map(Some))?;
    let width = width.map_or(Some(None), |width| width.map(Some))?;
    let (edges, heights) = bars(fields, findings)?;
    Some(Form { shape: shape?, by, of, from, order: order?, width, edges, heights })
}

/// Where the bars of a histogram meet, and what their heights say: where they are not equally wide, the density, unless
/// the author wants it otherwise.
fn bars(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<(Edges, Heights)> {
    let heights = fields.text("heights", findings).map(|text| named(text, "heights", &Heights::ALL, findings));
    let Some(node) = fields.get("edges") else { return Some((Edges::NONE, heights.unwrap_or(Some(Heights::Counts))?)) };
    let texts = yaml::items(node, "edges", findings).iter().filter_map(|node| yaml::text(node, "edges", findings));
    let texts: Vec<&Passage> = texts.collect();
    let edges: Vec<Decimal> = texts.iter().map(|text| decimal(text, "edges", findings)).collect::<Option<_>>()?;
    let mut pairs = texts.iter().zip(edges.windows(2).map(|pair| matches!(pair, [a, b] if a.to_f64() < b.to_f64())));
    if let Some((text, _)) = pairs.find(|(_, is_rising)| !is_rising) {
        let help = "write them from the smallest to the largest, each once, such as [0, 18, 30, 60]";
        findings.wrong(text.all(), "`edges` do not rise from here", help);
        return None;
    }
    if edges.len() < 2 || edges.len() > Edges::MOST {
        let help = format!("give 2 to {} numbers; of many bars, let all be equally wide with `width`", Edges::MOST);
        findings.wrong(node.place, "there are too few or too many `edges`", help);
        return None;
    }
    let Some(found) = Edges::new(&edges) else {
        findings.wrong(node.place, "these `edges` are too large, or have too many digits", "write at most nine digits");
        return None;
    };
    if fields.get("width").is_some() {
        findings.wrong(node.place, "`width` and `edges` both say where bars meet", "give one of them");
        return None;
    }
    let widths: Vec<i64> = edges.windows(2).map(width).collect();
    let usual =
        if widths.windows(2).all(|pair| pair.first() == pair.last()) { Heights::Counts } else { Heights::Density };
    Some((found, heights.unwrap_or(Some(usual))?))
}

/// How wide a bar is, in billionths.
fn width(ends: &[Decimal]) -> i64 {
    let [from, to] = [ends.first(), ends.last()].map(|end| end.map_or(0, |end| end.ceiling(9)));
    to.saturating_sub(from)
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
            None => Cells::Words(cells().map(|cell| Label::of(&leaf(cell))).collect()),
        };
        Column { id: None, name: Label::of(&leaf(name)), cells }
    };
    Some(head.iter().enumerate().map(column).collect())
}

fn column(name: &Passage, columns: &[Column], findings: &mut Findings) -> Option<usize> {
    let is_it = |column: &Column| {
        column.id.as_ref().is_some_and(|id| id.as_str() == name.text) || column.name.source() == name.text
    };
    let found = columns.iter().position(is_it);
    if found.is_none() {
        let names: Vec<String> = columns.iter().map(|column| column.name.source()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let near = closest(&name.text, &names).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let help = "name a column by the word in the first line of `data`, or by its id in the data set";
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

/// A number in a field.
pub fn decimal(text: &Passage, name: &str, findings: &mut Findings) -> Option<Decimal> {
    let found = Decimal::parse(&text.text, "");
    if found.is_none() {
        findings.wrong(text.all(), format!("`{name}` has to be a number"), "write digits and a point, such as 47.6");
    }
    found
}

impl Chart {
    /// Another way to draw its data.
    pub fn other(&self, fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Form> {
        let form = form(fields, &self.columns, findings)?;
        self.may_be(&form, fields.place, findings).then_some(form)
    }

    /// The row of this name, in the column that names what is compared.
    pub fn row(&self, name: &Passage, findings: &mut Findings) -> Option<usize> {
        let words = self.form.by.and_then(|at| self.columns.get(at)).map(|column| &column.cells);
        let names: Vec<String> = match words {
            Some(Cells::Words(words)) => words.iter().map(Label::source).collect(),
            Some(Cells::Numbers(_)) | None => Vec::new(),
        };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let rows: Vec<usize> = (0..names.len()).filter(|at| names.get(*at) == Some(&name.text.as_str())).collect();
        if let [row] = rows[..] {
            return Some(row);
        }
        let near = closest(&name.text, &names).filter(|_| rows.is_empty());
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        let help = "name a row by its word in the column of `by`; each word has to stand there once";
        findings.wrong(name.all(), format!("there is not one row `{}`{near}", name.text), help);
        None
    }

    /// The chart for the core, without its texts.
    pub fn plain(&self) -> core::Chart {
        let column = |column: &Column| core::Column {
            name: String::new(),
            cells: match &column.cells {
                Cells::Words(words) => core::Cells::Words(words.iter().map(Label::source).collect()),
                Cells::Numbers(numbers) => core::Cells::Numbers(numbers.clone()),
            },
        };
        let columns = self.columns.iter().map(column).collect();
        core::Chart { title: String::new(), text: String::new(), columns, form: Box::new(self.form.clone()) }
    }

    /// Whether the core can draw its data in this way.
    fn may_be(&self, form: &Form, place: Place, findings: &mut Findings) -> bool {
        if let Some((name, number)) = self.outside(form) {
            let help = "let the first edge be as small as the smallest number, and the last as large as the largest";
            findings.wrong(place, format!("{number} in `{name}` lies outside the `edges` of the histogram"), help);
            return false;
        }
        if form.of.is_empty() {
            let help = "draw a column of numbers, or count the words of a data set with `table: { rows: … }`";
            findings.wrong(place, "there is no column of numbers to draw", help);
            return false;
        }
        let words = form.of.iter().filter_map(|at| self.columns.get(*at));
        let mut words = words.filter(|column| matches!(column.cells, Cells::Words(_)));
        if let Some(column) = words.next() {
            let help = "draw a column of numbers, or count the words of a data set with `table: { rows: … }`";
            findings.wrong(place, format!("`{}` holds words, and only numbers are drawn", column.name.source()), help);
            return false;
        }
        let is_drawn = core::plot(&core::Chart { form: Box::new(form.clone()), ..self.plain() }).is_some();
        if !is_drawn {
            let help = "`of` names columns of numbers, `by` a column of words; bars, lines and dots need both, and a \
                        histogram at most 60 bars";
            findings.wrong(place, "this chart cannot be drawn from its data", help);
        }
        is_drawn
    }

    /// A number that would be in no bar of a histogram, and its column.
    fn outside(&self, form: &Form) -> Option<(String, Decimal)> {
        let (first, last) = (form.edges.numbers().next()?.to_f64(), form.edges.numbers().last()?.to_f64());
        let column = self.columns.get(*form.of.first()?).filter(|_| form.shape == Shape::Histogram)?;
        let Cells::Numbers(numbers) = &column.cells else { return None };
        let found = numbers.iter().flatten().find(|number| number.to_f64() < first || number.to_f64() > last)?;
        Some((column.name.source(), *found))
    }

    /// Writes it in the writer's language.
    pub fn write(&self, writer: &mut Writer<'_>) -> wire::Chart {
        let mut columns = Vec::new();
        let (title, text) = (writer.words(&self.title), writer.words(&self.text));
        for column in &self.columns {
            let name = column.name.write(writer);
            let (words, numbers) = match &column.cells {
                Cells::Words(words) => (words.iter().map(|word| word.write(writer)).collect(), Vec::new()),
                Cells::Numbers(numbers) => (Vec::new(), numbers.iter().map(|cell| cell.map(number)).collect()),
            };
            columns.push(wire::Column { name, words, numbers });
        }
        let wire::Form { shape, by, of, from, order, width, edges, heights } = written(&self.form);
        wire::Chart { title, text, columns, shape, by, of, from, order, width, edges, heights }
    }
}

/// How a chart is drawn, as written.
pub fn written(form: &Form) -> wire::Form {
    wire::Form {
        shape: match form.shape {
            Shape::Bar => wire::Shape::Bar,
            Shape::Stacked => wire::Shape::Stacked,
            Shape::Histogram => wire::Shape::Histogram,
            Shape::Line => wire::Shape::Line,
            Shape::Box => wire::Shape::Box,
            Shape::Dot => wire::Shape::Dot,
        },
        by: form.by.map(|at| at as u32),
        of: form.of.iter().map(|at| *at as u32).collect(),
        from: form.from.map(number),
        order: match form.order {
            Order::Given => wire::Order::Given,
            Order::Rising => wire::Order::Rising,
            Order::Falling => wire::Order::Falling,
        },
        width: form.width.map(number),
        edges: form.edges.numbers().map(number).collect(),
        heights: match form.heights {
            Heights::Counts => wire::Heights::Counts,
            Heights::Density => wire::Heights::Density,
        },
    }
}

/// A number, as written.
pub fn number(decimal: Decimal) -> Number {
    Number(decimal.to_string())
}
