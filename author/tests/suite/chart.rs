//! The author's form of a chart, as its guide shows it.

use crate::folder::Folder;
use kerege::chart::{Heights, Shape};
use kerege::content::NodeKind;
use kerege::content::unit::BlockContent;
use kerege::exercise::{Task, answer, mark};
use kerege_author::check::check;

/// The examples of the author's guide, in their order.
const FIGURE: usize = 1;
const UNEVEN: usize = 2;
const EXERCISE: usize = 3;

/// The healthy module with an example of the author's guide on its last page, in which `old` was replaced by `new`.
fn with(example: usize, old: &str, new: &str) -> Folder {
    let guide = include_str!("../../../docs/authors/kinds/chart.md");
    let example = guide.split("````markdown\n").nth(example).and_then(|rest| rest.split("````").next());
    let example = example.expect("the guide has an example");
    assert!(example.contains(old), "{old}");
    let folder = Folder::healthy();
    folder.write("1-start.md", folder.read("1-start.md") + "\n" + &example.replacen(old, new, 1));
    folder
}

/// What the checker says to it.
fn said_of(example: usize, old: &str, new: &str) -> Vec<String> {
    let findings = with(example, old, new).findings().into_iter();
    let said = findings.filter(|finding| !finding.ends_with("not translated into `ru`"));
    said.map(|finding| finding.splitn(4, ':').nth(3).unwrap_or_default().trim().to_owned()).collect()
}

fn said(old: &str, new: &str) -> Vec<String> {
    said_of(FIGURE, old, new)
}

#[test]
fn the_examples_of_the_guide_have_nothing_to_mend() {
    for example in [FIGURE, UNEVEN, EXERCISE] {
        assert_eq!(said_of(example, "", ""), Vec::<String>::new(), "{example}");
    }
}

#[test]
fn what_is_wrong_with_a_chart_is_said_where_it_is() {
    for (old, new, expected) in [
        ("shape: bar", "shape: pie", "`shape` cannot be `pie`"),
        ("shape: bar", "shape: bar\nof: [Tasted]", "there is no column `Tasted`; did you mean `Tested`?"),
        ("shape: bar", "shape: bar\nof: [Living in]", "this chart cannot be drawn from its data"),
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
        let (_, units) = check(folder.path(), false).built.and_then(|built| built.read).expect("a module");
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
        ("[0, 10, 20, 60]", "[0, ten]", "`edges` has to be a number"),
        ("[0, 10, 20, 60]", "[5, 10, 60]", "3 in `Minutes` lies outside the `edges` of the histogram"),
        ("[0, 10, 20, 60]", "[0, 10, 40]", "48 in `Minutes` lies outside the `edges` of the histogram"),
        ("shape: histogram", "shape: histogram\nwidth: 10", "`width` and `edges` both say where bars meet"),
        ("shape: histogram", "shape: histogram\nheights: tall", "`heights` cannot be `tall`"),
    ] {
        assert_eq!(said_of(UNEVEN, old, new), [expected], "{old:?} → {new:?}");
    }
}

#[test]
fn an_exercise_is_built_from_its_chart_and_its_model_earns_full_points() {
    let folder = with(EXERCISE, "", "");
    let (_, units) = check(folder.path(), false).built.and_then(|built| built.read).expect("a module");
    let exercise = units[0].exercises.iter().find(|exercise| exercise.id.as_str() == "cut-axis").expect("the exercise");
    let Task::Chart(prompt, key) = &exercise.task else { panic!("a chart") };
    assert_eq!((prompt.questions.len(), key.forms.len(), exercise.points), (5, 2, 5));
    assert_eq!((prompt.chart.rows(), prompt.starts.len(), key.feedback.len()), (3, 2, 1));
    let model = answer(exercise).expect("a model answer");
    assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(5));
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
