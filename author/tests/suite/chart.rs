//! The author's form of a chart, as its guide shows it.

use crate::folder::Folder;
use kerege::exercise::{Task, answer, mark};
use kerege_author::check::check;

/// The healthy module with an example of the author's guide on its last page, in which `old` was replaced by `new`: the
/// first example is a figure, the second an exercise.
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
    said_of(1, old, new)
}

#[test]
fn the_examples_of_the_guide_have_nothing_to_mend() {
    assert_eq!(said("", ""), Vec::<String>::new());
    assert_eq!(said_of(2, "", ""), Vec::<String>::new());
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
fn an_exercise_is_built_from_its_chart_and_its_model_earns_full_points() {
    let folder = with(2, "", "");
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
        assert_eq!(said_of(2, old, new), [expected], "{old:?} → {new:?}");
    }
}
