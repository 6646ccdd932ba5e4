//! Charts: whatever the data, what is drawn stands on the sheet and says what the data say.

use crate::support::arbitrary::{decimal, rising};
use crate::support::cases;
use kerege::chart::{Cells, Chart, Column, Edges, Form, Heights, Mark, Order, Plot, Shape, Words, bins, plot};
use kerege::content::{NodeKind, read};
use kerege::exercise::numeric::Decimal;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

fn chart(shape: Shape, words: &[&str], numbers: Vec<Vec<Option<Decimal>>>) -> Chart {
    let of = (1..=numbers.len()).collect();
    let words = Column { name: "who".into(), cells: Cells::Words(words.iter().map(|&word| word.to_owned()).collect()) };
    let series = numbers.into_iter().map(|all| Column { name: "n".into(), cells: Cells::Numbers(all) });
    let form = Form {
        shape,
        by: Some(0),
        of,
        from: None,
        order: Order::Given,
        width: None,
        edges: Edges::NONE,
        heights: Heights::Counts,
    };
    let columns = std::iter::once(words).chain(series).collect();
    Chart { title: "T".into(), text: "t".into(), columns, form: Box::new(form) }
}

fn number(text: &str) -> Option<Decimal> {
    Decimal::parse(text, "")
}

fn edges_of(numbers: impl IntoIterator<Item = String>) -> Edges {
    Edges::new(&numbers.into_iter().filter_map(|text| number(&text)).collect::<Vec<_>>()).expect("edges")
}

fn bars(plot: &Plot) -> Vec<[f64; 4]> {
    let bar = |mark: &Mark| if let Mark::Bar(_, place) = mark { Some(*place) } else { None };
    plot.marks.iter().filter_map(bar).collect()
}

fn points(mark: &Mark) -> Vec<[f64; 2]> {
    match mark {
        Mark::Bar(_, [left, top, wide, high]) => vec![[*left, *top], [left + wide, top + high]],
        Mark::Dot(_, place) | Mark::Words(place, ..) => vec![*place],
        Mark::Line(_, points) => points.clone(),
        Mark::Rule([a, b, c, d], _) => vec![[*a, *b], [*c, *d]],
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn everything_stands_on_the_sheet(
        shape in prop::sample::select(Shape::ALL.to_vec()), order in prop::sample::select(Order::ALL.to_vec()),
        (rows, series) in (1..30usize, 1..4usize), from in prop::option::of(decimal()), width in prop::option::of(decimal()),
        (edges, heights) in (rising(), prop::sample::select(Heights::ALL.to_vec())),
        seed in vec(prop::option::weighted(0.9, decimal()), 90),
    ) {
        let words: Vec<String> = (0..rows).map(|row| format!("w{}", row % 7)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let numbers = (0..series).map(|at| seed[at * rows..(at + 1) * rows].to_vec()).collect();
        let mut chart = chart(shape.0, &words, numbers);
        *chart.form = Form { order: order.0, from, width, edges, heights: heights.0, ..*chart.form };
        if let Some(plot) = plot(&chart) {
            for [across, down] in plot.marks.iter().flat_map(points) {
                prop_assert!((0.0..=Plot::WIDE).contains(&across), "{across} of {:?}", plot);
                prop_assert!((0.0..=plot.high).contains(&down), "{down} of {:?}", plot);
            }
            for [_, _, wide, high] in bars(&plot) {
                prop_assert!(wide >= 0.0 && high >= 0.0);
            }
        }
    }

    #[test]
    fn a_bar_from_zero_is_as_long_as_its_number_says(numbers in vec(1..1000u32, 1..9)) {
        let words = vec!["x"; numbers.len()];
        let chart = chart(Shape::Bar, &words, vec![numbers.iter().map(|n| number(&n.to_string())).collect()]);
        let bars = bars(&plot(&chart).expect("bars"));
        for (bar, number) in bars.iter().zip(&numbers) {
            let expected = bars[0][2] * f64::from(*number) / f64::from(numbers[0]);
            prop_assert!((bar[2] - expected).abs() < 1e-3 * (1.0 + expected));
        }
    }

    #[test]
    fn a_histogram_counts_every_number_once(numbers in vec(0..60u32, 1..80)) {
        let words = vec!["x"; numbers.len()];
        let chart = chart(Shape::Histogram, &words, vec![numbers.iter().map(|n| number(&n.to_string())).collect()]);
        let plot = plot(&chart).expect("a histogram");
        let rule = |mark: &Mark| if let Mark::Rule([_, down, ..], false) = mark { Some(*down) } else { None };
        let rules: Vec<f64> = plot.marks.iter().filter_map(rule).collect();
        let marks = plot.marks.iter().filter_map(|mark| match mark {
            Mark::Words([across, _], _, Words::Number(number)) if *across < 40.0 => Some(*number),
            _ => None,
        });
        let most = marks.fold(0.0, f64::max);
        let (zero, top) = (rules[0], rules[rules.len() - 1]);
        let counted: f64 = bars(&plot).iter().map(|bar| bar[3] / (zero - top) * most).sum();
        prop_assert!((counted - numbers.len() as f64).abs() < 1e-3, "{counted} of {}", numbers.len());
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_area_of_a_bar_says_how_many_numbers_lie_in_its_range(
        numbers in vec(0..100u32, 1..60), cuts in prop::collection::btree_set(1..100u32, 0..6),
    ) {
        let words = vec!["x"; numbers.len()];
        let mut chart = chart(Shape::Histogram, &words, vec![numbers.iter().map(|n| number(&n.to_string())).collect()]);
        let edges: Vec<u32> = [0].into_iter().chain(cuts).chain([100]).collect();
        chart.form.edges = edges_of(edges.iter().map(u32::to_string));
        chart.form.heights = Heights::Density;
        let bins = bins(&chart).expect("ranges");
        let counted: Vec<u32> = edges
            .windows(2)
            .map(|ends| numbers.iter().filter(|number| (ends[0]..ends[1]).contains(number)).count() as u32)
            .collect();
        prop_assert_eq!(bins.iter().map(|bin| bin.count).collect::<Vec<_>>(), &*counted);
        let bars = bars(&plot(&chart).expect("a histogram"));
        let area: f64 = bars.iter().map(|[.., wide, high]| wide * high).sum();
        for ([.., wide, high], count) in bars.iter().zip(&counted) {
            let share = f64::from(*count) / numbers.len() as f64;
            prop_assert!((wide * high / area - share).abs() < 1e-3, "{share} of {area}");
        }
    }
}

#[test]
fn a_number_where_two_ranges_meet_lies_in_the_upper_one_and_the_last_range_takes_its_end() {
    let numbers = ["0", "9.99", "10", "20", "60"].map(number).to_vec();
    let mut chart = chart(Shape::Histogram, &["x"; 5], vec![numbers]);
    let of = |chart: &Chart| bins(chart).map(|bins| bins.iter().map(|bin| bin.count).collect::<Vec<_>>());
    chart.form.edges = edges_of(["0", "10", "20", "60"].map(str::to_owned));
    assert_eq!(of(&chart), Some(vec![2, 1, 2]));
    let densities: Vec<f64> = bins(&chart).expect("ranges").iter().map(|bin| bin.density()).collect();
    assert_eq!(densities, [0.2, 0.1, 0.05]);
    chart.form.edges = edges_of(["0", "10", "20"].map(str::to_owned));
    assert_eq!(of(&chart), None, "60 lies in no range");
    // 0.3 divided by 0.1 is a little less than 3.
    let mut tenths = Chart { columns: chart.columns.clone(), ..chart };
    tenths.columns[1].cells = Cells::Numbers(["0.3", "0.7", "0.70", "0.07", "0.6"].map(number).to_vec());
    *tenths.form = Form { width: number("0.1"), edges: Edges::NONE, ..*tenths.form };
    assert_eq!(of(&tenths), Some(vec![1, 0, 0, 1, 0, 0, 1, 2]));
}

#[test]
fn an_axis_that_begins_elsewhere_makes_differences_look_larger() {
    let mut chart = chart(Shape::Bar, &["a", "b"], vec![vec![number("48"), number("50")]]);
    let share = |chart: &Chart| {
        let bars = bars(&plot(chart).expect("bars"));
        bars[0][2] / bars[1][2]
    };
    assert!((share(&chart) - 0.96).abs() < 1e-6);
    chart.form.from = number("46");
    assert!((share(&chart) - 0.5).abs() < 1e-6);
}

#[test]
fn what_does_not_fit_is_not_drawn() {
    let mut words_only = chart(Shape::Bar, &["a"], vec![vec![number("1")]]);
    words_only.form.of = vec![0];
    assert_eq!(plot(&words_only), None);
    let mut nameless = chart(Shape::Line, &["a"], vec![vec![number("1")]]);
    nameless.form.by = None;
    assert_eq!(plot(&nameless), None);
    let mut fine = chart(Shape::Histogram, &["a", "b"], vec![vec![number("0"), number("1000")]]);
    fine.form.width = number("1");
    assert_eq!(plot(&fine), None, "a thousand bars");
    fine.form.of = vec![9];
    assert_eq!(plot(&fine), None);
}

#[test]
fn a_chart_is_read_with_what_is_wrong_in_it() {
    let read = |change: &dyn Fn(&mut Value)| {
        let mut chart = json!({
            "title": "T", "text": "t", "shape": "bar", "by": 0, "of": [1],
            "columns": [{ "name": "Town", "words": ["A", "B"] }, { "name": "n", "numbers": ["1.5", null] }],
        });
        change(&mut chart);
        let blocks = json!([{ "prose": [{ "chart": chart }] }]);
        let unit = json!({ "kerege": 1, "type": "unit", "id": "u", "language": "en", "pages": [{ "id": "p", "ordinal": 1, "blocks": blocks }] });
        let reading = read::unit(unit.to_string().as_bytes());
        let unit = reading.value.expect("a unit");
        let is_there = match &unit.pages[0].blocks[0].content {
            kerege::content::unit::BlockContent::Prose(nodes) => {
                nodes.iter().any(|node| matches!(&node.kind, NodeKind::Chart(chart) if plot(chart).is_some()))
            }
            _ => false,
        };
        (is_there, reading.findings.len())
    };
    assert_eq!(read(&|_| {}), (true, 0));
    assert_eq!(read(&|chart| chart["from"] = "40".into()), (true, 0));
    for (name, value) in [
        ("shape", json!("pie")),
        ("of", json!([2])),
        ("by", json!(7)),
        ("columns", json!([])),
        ("order", json!("wild")),
        ("from", json!("low")),
        ("edges", json!(["1", "1"])),
        ("edges", json!(["1"])),
        ("heights", json!("tall")),
        ("columns", json!([{ "words": ["A"] }, { "numbers": ["1", "2"] }])),
    ] {
        let (is_there, findings) = read(&|chart| chart[name] = value.clone());
        assert!(!is_there && findings > 0, "{name}: {value}");
    }
}
