//! The author's form of a chart, as its guide shows it.

use crate::folder::{Folder, example, wounded};
use kerege::chart::{Chart, Heights, Shape};
use kerege::content::NodeKind;
use kerege::content::unit::BlockContent;
use kerege::exercise::{Task, answer, mark};
use std::sync::Arc;

/// The examples of the author's guide, in their order.
const FIGURE: usize = 0;
const UNEVEN: usize = 1;
const OF_A_SET: usize = 2;
const EXERCISE: usize = 3;

/// A data set for the example that is drawn from one.
const SURVEY: &str = "Place,Age,Tested\nCity,31,yes\nCity,24,yes\nTown,19,no\nTown,47,yes\nVillage,,no\nCity,62,no\n";

/// The healthy module with an example of the author's guide on its last page, in which `old` was replaced by `new`.
fn with(at: usize, old: &str, new: &str) -> Folder {
    let folder = Folder::with(&wounded(example(include_str!("../../../docs/authors/kinds/chart.md"), at), old, new));
    folder.write("data/survey.csv", SURVEY);
    folder
}

/// What the checker says to it.
fn said_of(example: usize, old: &str, new: &str) -> Vec<String> {
    with(example, old, new).said()
}

fn said(old: &str, new: &str) -> Vec<String> {
    said_of(FIGURE, old, new)
}

#[test]
fn the_examples_of_the_guide_have_nothing_to_mend() {
    for example in [FIGURE, UNEVEN, OF_A_SET, EXERCISE] {
        assert_eq!(said_of(example, "", ""), Vec::<String>::new(), "{example}");
    }
}

#[test]
fn what_is_wrong_with_a_chart_is_said_where_it_is() {
    for (old, new, expected) in [
        ("shape: bar", "shape: pie", "`shape` cannot be `pie`"),
        ("shape: bar", "shape: bar\nof: [Tasted]", "there is no column `Tasted`; did you mean `Tested`?"),
        ("shape: bar", "shape: bar\nof: [Living in]", "`Living in` holds words, and only numbers are drawn"),
        ("shape: bar", "shape: bar\nfrom: low", "`from` has to be a number"),
        ("shape: bar", "shape: bar\norder: up", "`order` cannot be `up`"),
        ("  City, 75\n", "  City, 75, 3\n", "`data` is no table"),
        ("title: Tested", "titel: Tested", "this `chart` has no field `titel`; did you mean `title`?"),
    ] {
        assert_eq!(said(old, new), [expected], "{old:?} → {new:?}");
    }
}

#[test]
fn a_histogram_of_uneven_bars_is_drawn_by_density_unless_its_author_wants_it_to_mislead() {
    let heights = |old: &str, new: &str| {
        let folder = with(UNEVEN, old, new);
        let units = folder.units();
        let mut nodes = units[0].pages.iter().flat_map(|page| &page.blocks).filter_map(|block| match &block.content {
            BlockContent::Prose(nodes) => nodes.iter().rev().find_map(|node| match &node.kind {
                NodeKind::Chart(chart) if chart.form.shape == Shape::Histogram => Some(chart.form.heights),
                _ => None,
            }),
            _ => None,
        });
        nodes.next_back().expect("the histogram")
    };
    assert_eq!(heights("", ""), Heights::Density);
    assert_eq!(heights("[0, 10, 20, 60]", "[0, 30, 60]"), Heights::Counts);
    assert_eq!(heights("shape: histogram", "shape: histogram\nheights: counts"), Heights::Counts);
}

#[test]
fn what_is_wrong_with_uneven_bars_is_said_where_it_is() {
    for (old, new, expected) in [
        ("[0, 10, 20, 60]", "[0, 10, 10, 60]", "`edges` do not rise from here"),
        ("[0, 10, 20, 60]", "[0]", "there are too few or too many `edges`"),
        ("[0, 10, 20, 60]", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 60]", "there are too few or too many `edges`"),
        ("[0, 10, 20, 60]", "[0, 12345678901]", "these `edges` are too large, or have too many digits"),
        ("[0, 10, 20, 60]", "[0, ten]", "`edges` has to be a number"),
        ("[0, 10, 20, 60]", "[5, 10, 60]", "3 in `Minutes` lies outside the `edges` of the histogram"),
        ("[0, 10, 20, 60]", "[0, 10, 40]", "48 in `Minutes` lies outside the `edges` of the histogram"),
        ("shape: histogram", "shape: histogram\nwidth: 10", "`width` and `edges` both say where bars meet"),
        ("shape: histogram", "shape: histogram\nheights: tall", "`heights` cannot be `tall`"),
    ] {
        assert_eq!(said_of(UNEVEN, old, new), [expected], "{old:?} → {new:?}");
    }
}

/// The charts on the last page of a folder's first unit.
fn charts(folder: &Folder) -> Vec<Arc<Chart>> {
    let units = folder.units();
    let blocks = units[0].pages.last().expect("a page").blocks.iter();
    let nodes = blocks.flat_map(|block| match &block.content {
        BlockContent::Prose(nodes) => nodes.clone(),
        BlockContent::Exercise { .. } | BlockContent::Pool(_) => Vec::new(),
    });
    nodes.filter_map(|node| if let NodeKind::Chart(chart) = node.kind { Some(chart) } else { None }).collect()
}

#[test]
fn a_chart_is_counted_from_a_data_set() {
    let drawn = |old: &str, new: &str| {
        let charts = charts(&with(OF_A_SET, old, new));
        let cells = |chart: &Chart| {
            let row = |row: usize| chart.columns.iter().map(|column| column.cell(row)).collect::<Vec<_>>().join(" ");
            (0..chart.rows()).map(row).collect::<Vec<_>>().join(", ")
        };
        let names = |chart: &Chart| chart.columns.iter().map(|one| one.name.clone()).collect::<Vec<_>>().join(" ");
        charts.iter().map(|chart| (names(chart), cells(chart))).collect::<Vec<_>>()
    };
    let text = |names: &str, cells: &str| (names.to_owned(), cells.to_owned());
    let counted = text("Place yes no", "City 2 1, Town 1 1, Village 0 1");
    assert_eq!(drawn("", ""), [counted.clone(), text("Age", "31, 24, 19, 47, 62")]);
    let mean = "{ rows: tested, show: mean, of: age }\nname: Mean age";
    assert_eq!(drawn("{ rows: place, columns: tested }", mean)[0], text("Tested Mean age", "yes 34.00, no 40.50"));
    let cut = "{ rows: age, where: { tested: \"yes\" }, recode: { age: [30, 40] } }\nname: People";
    let cut = drawn("{ rows: place, columns: tested }", cut);
    assert_eq!(cut[0], text("Age People", "< 30 1, 30–39 1, ≥ 40 1"));
    assert_eq!(
        drawn("values: [age]\nwhere: { age: known }", "values: [age, place]")[1].1.split(", ").nth(4),
        Some("– Village")
    );
}

#[test]
fn a_range_of_decimals_has_the_mark_of_its_language() {
    let cut = "{ rows: age, recode: { age: [30.5, 40] } }\nname: People";
    let folder = with(OF_A_SET, "{ rows: place, columns: tested }", cut);
    folder.write("data/survey.csv", SURVEY.replace("City,31", "City,31.5"));
    assert!(folder.start("en").contains(r#"["< 30.5","30.5–39.9","≥ 40.0"]"#));
    assert!(folder.start("ru").contains(r#"["< 30,5","30,5–39,9","≥ 40,0"]"#));
}

#[test]
fn what_is_wrong_with_a_chart_of_a_data_set_is_said_where_it_is() {
    let table = "table: { rows: place, columns: tested }";
    for (old, new, expected) in [
        ("data: survey", "data: surway", "there is no data set `surway`; did you mean `survey`?"),
        ("rows: place", "rows: plaice", "the data set `survey` has no column `plaice`"),
        ("values: [age]", "values: [aged]", "the data set `survey` has no column `aged`"),
        ("values: [age]", "values: [tested]", "there is no column of numbers to draw"),
        ("values: [age]", "values: [age, tested]\nof: [tested]", "`Tested` holds words, and only numbers are drawn"),
        (table, "table: { rows: place, show: mean, of: tested }\nname: Mean", "`tested` has no numbers to average"),
        (table, "table: { rows: place }", "the numbers of this table have no name"),
        (table, "table: { columns: place }", "the table has no rows"),
        (table, "table: { rows: place, columns: tested }\nname: People", "the columns of the table have names already"),
        (table, "", "what of the data set is drawn?"),
        (table, "table: { rows: place, columns: tested }\nvalues: [age]", "`table` and `values` exclude each other"),
        ("values: [age]", "values: [age]\nname: Years", "columns have their names from the data set"),
        (
            "where: { age: known }",
            "where: { age: { from: 99 } }",
            "0 cases and 1 columns are too few or too many for a chart",
        ),
    ] {
        assert_eq!(said_of(OF_A_SET, old, new), [expected], "{old:?} → {new:?}");
    }
    assert_eq!(
        said("shape: bar", "shape: bar\ntable: { rows: place }"),
        ["this is about a data set, and the chart has data of its own"]
    );
    let folder = with(OF_A_SET, "", "");
    folder.write("data/survey.csv", "Place,Age\nCity\n");
    assert!(folder.findings().iter().any(|said| said.contains("data/survey.csv") && said.contains("this is no table")));
}

#[test]
fn a_learner_points_at_a_row_that_was_counted_from_a_data_set() {
    let data = "data: |\n    Living in, Tested, Asked\n    City, 52, 120\n    Towns, 48, 90\n    Villages, 44, 30\n";
    let counted = "data: survey\n  table: { rows: place, show: row-percent, columns: tested }\n";
    let folder = with(EXERCISE, data, counted);
    let source = folder.read("1-start.md").replace("[Tested]", "[\"yes\"]").replace("row: City", "row: Village");
    folder.write("1-start.md", source);
    let exercise = folder.exercise("cut-axis");
    let model = answer(&exercise).expect("a model answer");
    assert_eq!(mark(&exercise, &model).map(|score| score.earned), Ok(exercise.points));
    let Task::Chart(prompt, _) = &exercise.task else { panic!("a chart") };
    assert_eq!(prompt.chart.columns[1].cell(0), "66.7");
}

#[test]
fn an_exercise_is_built_from_its_chart_and_its_model_earns_full_points() {
    let folder = with(EXERCISE, "", "");
    let exercise = folder.exercise("cut-axis");
    let Task::Chart(prompt, key) = &exercise.task else { panic!("a chart") };
    assert_eq!((prompt.questions.len(), key.forms.len(), exercise.points), (5, 2, 5));
    assert_eq!((prompt.chart.rows(), prompt.starts.len(), key.feedback.len()), (3, 2, 1));
    let model = answer(&exercise).expect("a model answer");
    assert_eq!(mark(&exercise, &model).map(|score| score.earned), Ok(5));
}

#[test]
fn what_is_wrong_with_an_exercise_is_said_where_it_is() {
    let good = "good:\n  - { shape: bar, of: [Tested] }\n  - { shape: dot, of: [Tested] }\n";
    for (old, new, expected) in [
        ("row: City", "row: Citty", "there is not one row `Citty`; did you mean `City`?"),
        ("value: 8", "value: eight", "`value` has to be a number"),
        ("value: 8", "value: 8\n    row: City", "the question has several answers"),
        ("    value: 8\n", "", "the question has no answer"),
        ("    value: 8\n", "    row: Towns\n", "several questions ask for a row"),
        (", right: true", "", "one option has to be right"),
        ("own: scale", "own: size", "`own` cannot be `size`"),
        (good, "", "there is no good chart to compare the learner's with"),
        ("{ shape: bar, of: [Tested] }", "{ shape: bar, from: 40 }", "the chart is a good one from the beginning"),
        (
            "{ shape: bar, of: [Tested] }",
            "{ shape: bar, of: [Tested], from: 30 }",
            "a good chart is out of the learner's reach",
        ),
        ("{ shape: bar, of: [Tested] }", "{ shape: pie, of: [Tested] }", "`shape` cannot be `pie`"),
        ("from: 40", "form: 40", "`chart` has no field `form`; did you mean `from`?"),
    ] {
        assert_eq!(said_of(EXERCISE, old, new), [expected], "{old:?} → {new:?}");
    }
}
