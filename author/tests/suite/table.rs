//! The author's form of a data table: a CSV file, questions, and keys that are computed from it.

use crate::folder::{Folder, wounded};
use kerege::exercise::{Task, answer, mark, table};
use kerege_author::check::check;

const CSV: &str = "Place,Age,Tested\nCity,18,yes\nCity,25.5,no\nTown,NA,yes\nTown,31,\n";

const TABLE: &str = r#"
```table
id: look-up
prompt: Answer from the people.
data: people
ask:
  - id: share
    text: What share of the city?
    unit: "%"
    find: { rows: place, row: City, columns: tested, column: "yes", show: row-percent }
  - { id: mean, text: How old on average?, find: { show: mean, of: age } }
  - { id: oldest, text: How old is the oldest?, value: 31, feedback: Sort by age. }
  - { id: cell, text: Which cell?, cell: { place: Town, age: { from: 18, below: 40 } } }
  - id: own
    text: Make the table.
    table: { rows: age, columns: place, where: { tested: known }, recode: { age: [20], place: [[City, Town]] } }
```
"#;

/// The healthy module with a data set and a table, in which `old` was replaced by `new`.
fn with(csv: &str, old: &str, new: &str) -> Folder {
    let folder = Folder::with(&wounded(TABLE, old, new));
    folder.write("data/people.csv", csv);
    folder.replace(
        "module.yaml",
        "data: [",
        "data: [{ id: people, file: data/people.csv, title: People, names: { age: Age in years } }, ",
    );
    folder
}

#[test]
fn a_table_is_built_with_its_data_set_and_the_keys_are_computed() {
    let folder = with(CSV, "", "");
    let checked = check(folder.path(), false);
    let built = checked.built.expect("a module");
    assert_eq!(built.drift, Vec::<String>::new());
    let (_, units) = built.read.expect("a module");
    let exercise = units[0].exercises.iter().find(|exercise| exercise.id.as_str() == "look-up").expect("the exercise");
    let Task::Table(prompt, key) = &exercise.task else { panic!("a data table") };
    let names: Vec<&str> = prompt.data.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!((prompt.data.cases, names), (4, vec!["Place", "Age in years", "Tested"]));
    let numbers: Vec<String> = key
        .answers
        .iter()
        .filter_map(|(_, answer)| match answer {
            table::Answer::Number(value, tolerance) => Some(format!("{value} ± {tolerance}")),
            table::Answer::Cell(_) | table::Answer::Table => None,
        })
        .collect();
    assert_eq!(numbers, ["50.0 ± 0.5", "24.833 ± 0.05", "31 ± 0"]);
    assert_eq!((exercise.points, key.setup.recode.len(), key.feedback.len()), (5, 2, 1));
    let model = answer(exercise).expect("a model answer");
    assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(5));
}

#[test]
fn what_is_wrong_with_a_table_is_said_where_it_is() {
    for (old, new, said) in [
        ("data: people", "data: persons", "there is no data set `persons`"),
        ("rows: place, row", "rows: plac, row", "the data set `people` has no column `plac`"),
        ("row: City", "row: Cite", "`Cite` stands nowhere in the column `place`"),
        ("show: row-percent", "show: row", "`show` cannot be `row`"),
        ("show: mean, of: age", "show: mean", "a mean or median of what?"),
        ("of: age", "of: place", "`place` has no numbers to average"),
        ("value: 31", "value: many", "`value` has to be a number"),
        ("value: 31", "cell: { place: City }, value: 31", "the question has several answers"),
        ("value: 31, ", "", "the question has no answer"),
        ("{ from: 18, below: 40 }", "[18, 40]", "`age` cannot be asked for in this way"),
        ("tested: known", "place: City, age: { from: 40 }", "no case of the data set is left in this table"),
        ("rows: age, columns: place, where", "where", "the table has neither rows nor columns"),
        ("column: \"yes\"", "column: maybe", "`maybe` stands nowhere in the column `tested`"),
        ("ask:", "columns: [place, sex]\nask:", "the data set `people` has no column `sex`"),
        ("show: mean", "show: mean, where: { age: { from: 90 } }", "no case of the data set is left in this table"),
        ("id: mean,", "id: share,", "the id `share` stands twice in this exercise"),
    ] {
        let findings = with(CSV, old, new).findings();
        assert!(findings.iter().any(|finding| finding.ends_with(said)), "{old} → {new}: {findings:#?}");
    }
}

#[test]
fn what_is_wrong_with_a_data_set_is_said_where_it_is() {
    for (old, new, said) in [
        ("City,18,yes", "City,18", "data/people.csv:2:1: this is no table"),
        ("Place,", "Место,", "data/people.csv:1:1: the heading `Место` makes no id"),
        ("Tested", "Age", "data/people.csv:1:1: two columns have the heading `Age`"),
        (
            "Place,Age,Tested\nCity,18,yes\nCity,25.5,no\nTown,NA,yes\nTown,31,\n",
            "a,b\n",
            "data/people.csv:1:1: the data set has 0 rows and 2 columns",
        ),
        ("Age", "Years", "module.yaml:34:76: the data set has no column `age`"),
    ] {
        let findings = with(&CSV.replacen(old, new, 1), "", "").findings();
        assert!(findings.iter().any(|finding| finding == said), "{old} → {new}: {findings:#?}");
    }
}
