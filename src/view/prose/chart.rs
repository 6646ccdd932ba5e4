//! Charts: drawn, named and described, with patterns beside colour and the table of their data behind them.

use super::bins;
use super::element::{Build, el, emptied};
use crate::chart::{Anchor, Chart, Mark, Plot, Words, plot};
use crate::view::Player;
use crate::view::ui::svg;
use std::cell::Cell;
use web_sys::Element;

thread_local! {
    /// Names of the patterns, which have to differ from chart to chart.
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// A chart as a figure: title, drawing, legend, table.
pub(in crate::view) fn chart(player: Player, made: &Element, chart: &Chart) {
    pointed(player, made, chart, None);
}

/// A chart as a figure, at whose rows one may point where `chosen` says so; the chosen row is marked.
pub(in crate::view) fn pointed(player: Player, made: &Element, chart: &Chart, chosen: Option<Option<usize>>) {
    let made = emptied(made).set("class", "chart").put(el("figcaption", "").say(&chart.title));
    let made = match plot(chart) {
        Some(plot) => made
            .each(legend(player, &plot))
            .each(bins::heights(player, chart).map(|words| el("p", "axis").say(&words)))
            .put(drawing(player, chart, &plot).each(areas(&plot, chosen))),
        None => made.put(el("p", "missing").say(&player.t("These data cannot be drawn in this way."))),
    };
    let summary = el("summary", "").say(&player.t("The numbers as a table"));
    made.put(el("details", "").put(summary).put(table(player, chart)));
}

fn drawing(player: Player, chart: &Chart, plot: &Plot) -> Element {
    let number = NEXT.replace(NEXT.get().wrapping_add(1)).to_string();
    let name = [chart.title.as_str(), ". ", &chart.text].concat();
    let size = ["0 0 ", &Plot::WIDE.to_string(), " ", &plot.high.to_string()].concat();
    let sheet = svg("svg").set("viewBox", &size).set("role", "img").set("aria-label", &name);
    let sheet = sheet.put((1..PATTERNS).fold(svg("defs"), |defs, at| defs.put(pattern(&number, at))));
    plot.marks.iter().fold(sheet, |sheet, mark| sheet.put(drawn(player, &number, mark)))
}

/// How many series look different.
const PATTERNS: usize = 4;

/// What fills the marks of a series: the first is plain, the others have a pattern too.
fn pattern(chart: &str, series: usize) -> Element {
    let at = series.to_string();
    let pattern = svg("pattern").set("id", &["chart", chart, "-", &at].concat());
    let pattern = pattern.set("patternUnits", "userSpaceOnUse").set("width", "8").set("height", "8");
    let ground = svg("rect").set("width", "8").set("height", "8").set("class", &["s", &at].concat());
    let lines = match series {
        1 => "M-2 2 2-2M0 8 8 0M6 10 10 6",
        2 => "M0 4H8",
        _ => "M4 0V8M0 4H8",
    };
    pattern.put(ground).put(svg("path").set("d", lines).set("class", "on"))
}

/// What may be pointed at. It is for hands only: the list beside the chart does the same.
fn areas(plot: &Plot, chosen: Option<Option<usize>>) -> Vec<Element> {
    let Some(chosen) = chosen else { return Vec::new() };
    let area = |(row, place): &(usize, [f64; 4])| {
        let class = if chosen == Some(*row) { "area on" } else { "area" };
        let area = svg("rect").set("class", class).set("data-row", &row.to_string());
        let names = ["x", "y", "width", "height"].iter().zip(place);
        names.fold(area, |area, (name, number)| area.set(name, &number.to_string()))
    };
    plot.areas.iter().map(area).collect()
}

fn drawn(player: Player, chart: &str, mark: &Mark) -> Element {
    let text = |number: f64| number.to_string();
    let put = |made: Element, names: &[&str], numbers: &[f64]| {
        names.iter().zip(numbers).fold(made, |made, (name, number)| made.set(name, &text(*number)))
    };
    match mark {
        Mark::Bar(series, place) => {
            let bar = put(svg("rect"), &["x", "y", "width", "height"], place).set("class", &class("slab", *series));
            match series % PATTERNS {
                0 => bar,
                at => bar.set("fill", &["url(#chart", chart, "-", &at.to_string(), ")"].concat()),
            }
        }
        Mark::Dot(series, place) => {
            let [across, down] = *place;
            match series % PATTERNS {
                0 => put(svg("circle"), &["cx", "cy", "r"], &[across, down, 5.0]),
                1 => put(svg("rect"), &["x", "y", "width", "height"], &[across - 4.5, down - 4.5, 9.0, 9.0]),
                at => {
                    let way = if at == 2 { "l5 9h-10z" } else { "l5 5-5 5-5-5z" };
                    svg("path").set("d", &["M", &text(across), " ", &text(down - 5.0), way].concat())
                }
            }
            .set("class", &class("pt", *series))
        }
        Mark::Line(series, points) => {
            let points = points.iter().flatten().map(|number| text(*number)).collect::<Vec<_>>().join(" ");
            svg("polyline").set("points", &points).set("class", &class("line", *series))
        }
        Mark::Rule(ends, is_strong) => {
            put(svg("line"), &["x1", "y1", "x2", "y2"], ends).set("class", if *is_strong { "strong" } else { "rule" })
        }
        Mark::Words(place, anchor, words) => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let words = match words {
                Words::Name(name) => name.clone(),
                Words::Number(number) => player.number(*number),
            };
            put(svg("text"), &["x", "y"], place).set("text-anchor", anchor).say(&words)
        }
    }
}

fn class(what: &str, series: usize) -> String {
    [what, " s", &(series % PATTERNS).to_string()].concat()
}

/// Which series looks how, in the order in which they stand.
fn legend(player: Player, plot: &Plot) -> Option<Element> {
    if plot.legend.is_empty() {
        return None;
    }
    let line = |(at, name): (usize, &String)| {
        let key = NEXT.replace(NEXT.get().wrapping_add(1)).to_string();
        let swatch = svg("svg").set("viewBox", "0 0 16 16").set("aria-hidden", "true");
        let at = at % PATTERNS;
        let patterns = (at > 0).then(|| svg("defs").put(pattern(&key, at)));
        // What is drawn as a line or a dot is named beside one.
        let mut marks: Vec<Mark> = Vec::new();
        if plot.marks.iter().any(|mark| matches!(mark, Mark::Line(..))) {
            marks.push(Mark::Line(at, vec![[0.0, 8.0], [16.0, 8.0]]));
        }
        if plot.marks.iter().any(|mark| matches!(mark, Mark::Dot(..))) {
            marks.push(Mark::Dot(at, [8.0, 8.0]));
        }
        if marks.is_empty() {
            marks.push(Mark::Bar(at, [0.0, 0.0, 16.0, 16.0]));
        }
        let swatch = marks.iter().fold(swatch.each(patterns), |swatch, mark| swatch.put(drawn(player, &key, mark)));
        el("li", "").put(swatch).say(name)
    };
    Some(el("ul", "legend").each(plot.legend.iter().enumerate().map(line)))
}

/// The numbers of a chart, and of a histogram also how many lie in each bar.
pub(in crate::view) fn table(player: Player, chart: &Chart) -> Element {
    let head = chart.columns.iter().map(|column| {
        let cell = el("th", "").set("scope", "col").say(&column.name);
        if column.word(0).is_none() { cell.set("class", "n") } else { cell }
    });
    let row = |row: usize| {
        let cells = chart.columns.iter().map(move |column| match (column.word(row), column.number(row)) {
            (Some(word), _) => el("td", "").say(word),
            (None, Some(number)) => el("td", "n").say(&player.number(number)),
            (None, None) => el("td", "n").say("–"),
        });
        el("tr", "").each(cells)
    };
    let head = el("thead", "").put(el("tr", "").each(head));
    let sheet = el("table", "").put(head).put(el("tbody", "").each((0..chart.rows()).map(row)));
    let bars = bins::table(player, chart);
    let label = player.fill("Table: {columns}", &[("columns", &chart.title)]);
    el("div", "scroll").set("role", "region").set("tabindex", "0").set("aria-label", &label).each(bars).put(sheet)
}
