//! The numbers as a table of plain text.

use super::{Column, Stats};

/// A table of a module: a title, a row for each thing that is counted, a column for the module and for each track.
pub fn table(stats: &Stats) -> String {
    let mut rows: Vec<Row> = vec![Row::of("", stats, |column| Some(column.name.clone()))];
    let mut row = |name: &str, cell: &dyn Fn(&Column) -> Option<usize>| {
        rows.push(Row::of(name, stats, |column| cell(column).map(grouped)));
    };
    let size = |number: Option<u32>| number.map(|number| number as usize);
    row("units", &|column| Some(column.units));
    row("pages", &|column| Some(column.pages));
    row("words of the pages", &|column| Some(column.words));
    row("minutes", &|column| size(Some(column.minutes)));
    row("exercises", &|column| Some(column.exercises));
    for kind in &stats.kinds {
        row(&format!("  {}", kind.name()), &|column| Some(column.of_kind(*kind)));
    }
    row("exercises to answer", &|column| size(column.met));
    row("assessment points", &|column| size(column.points));
    row("objectives covered", &|column| Some(covered(stats, column)));
    for objective in &stats.objectives {
        row(&format!("  {objective}"), &|column| Some(column.of_objective(objective)));
    }
    format!("{}\n\n{}\n{}", title(stats), aligned(&rows), beside(stats))
}

fn title(stats: &Stats) -> String {
    format!("{}, edition {}, in {}", stats.slug, stats.edition, stats.languages.join(", "))
}

/// Objectives that at least one exercise names.
fn covered(stats: &Stats, column: &Column) -> usize {
    stats.objectives.iter().filter(|objective| column.of_objective(objective) > 0).count()
}

/// What is counted for the module alone.
fn beside(stats: &Stats) -> String {
    let mut lines = vec![
        pair("sources", format!("{}, {} of them cited", grouped(stats.sources.1), grouped(stats.sources.0))),
        pair("glossary", format!("{} terms, {} of them linked", grouped(stats.terms.1), grouped(stats.terms.0))),
        pair("to translate", format!("{} texts, {} words", grouped(stats.texts), grouped(stats.translatable))),
    ];
    for (language, done) in &stats.translated {
        let share = share(*done, stats.texts);
        let text = format!("{} of {} texts, {share} %", grouped(*done), grouped(stats.texts));
        lines.push(pair(&format!("translated ({language})"), text));
    }
    lines.concat()
}

fn pair(name: &str, text: String) -> String {
    format!("{name:NAME$}{text}\n", NAME = 22)
}

/// Whole percent, rounded down: nothing is finished before it is.
fn share(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(100)
}

/// Thousands apart, so that long numbers can be read.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

struct Row {
    name: String,
    cells: Vec<String>,
}

impl Row {
    fn of(name: &str, stats: &Stats, cell: impl Fn(&Column) -> Option<String>) -> Row {
        let cells = stats.columns.iter().map(|column| cell(column).unwrap_or_else(|| "–".to_owned()));
        Row { name: name.to_owned(), cells: cells.collect() }
    }
}

/// Names at the left, numbers at the right of their column.
fn aligned(rows: &[Row]) -> String {
    let width = |text: &String| text.chars().count();
    let name = rows.iter().map(|row| width(&row.name)).max().unwrap_or_default();
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns)
        .map(|at| rows.iter().filter_map(|row| row.cells.get(at)).map(width).max().unwrap_or_default())
        .collect();
    let line = |row: &Row| {
        let cells = row.cells.iter().zip(&widths).map(|(cell, width)| format!("  {cell:>width$}"));
        format!("{:name$}{}", row.name, cells.collect::<String>()).trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{grouped, share};

    #[test]
    fn long_numbers_can_be_read_and_nothing_is_finished_too_early() {
        assert_eq!([0, 7, 999, 1000, 1_234_567].map(grouped), ["0", "7", "999", "1,000", "1,234,567"]);
        assert_eq!([share(0, 3), share(2, 3), share(999, 1000), share(3, 3), share(0, 0)], [0, 66, 99, 100, 100]);
    }
}
