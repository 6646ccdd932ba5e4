//! Data tables: what is computed from a data set, and how a learner's own table is judged.

use crate::support::{exercise, id, ids, items};
use kerege::content::data::{Cells, Column, Data};
use kerege::exercise::numeric::Decimal;
use kerege::exercise::table::compute::{cases, crosstab, summary};
use kerege::exercise::table::{
    Answer, Ask, Given, Group, Judged, Key, Prompt, Question, Recode, Setup, Show, Test, judge,
};
use kerege::exercise::{Response, Task, Verdict, mark};

/// Ten people: place, age, whether they were tested.
fn survey() -> Data {
    let words = |name: &str, values: &[&str], cells: &str| {
        let cell = |c: char| c.to_digit(10).map(|at| at as u16);
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        Column { id: id(name), name: name.into(), cells: Cells::Words(values, cells.chars().map(cell).collect()) }
    };
    let ages = [Some(18), Some(25), Some(31), Some(42), None, Some(19), Some(25), Some(60), Some(33), Some(20)];
    Data {
        id: id("survey"),
        cases: 10,
        columns: vec![
            words("place", &["City", "Town", "Village"], "0000111122"),
            Column { id: id("age"), name: "Age".into(), cells: Cells::Numbers(0, ages.to_vec()) },
            words("tested", &["yes", "no"], "0010001-10"),
        ],
    }
}

fn number(text: &str) -> Decimal {
    Decimal::parse(text, "").expect("a number")
}

fn by(rows: &str, columns: &str, show: Show) -> Setup {
    let column = |name: &str| (!name.is_empty()).then(|| id(name));
    Setup { rows: column(rows), columns: column(columns), show, ..Setup::default() }
}

/// The figures of a table as texts, row by row.
fn figures(setup: &Setup) -> Vec<String> {
    let data = survey();
    let table = crosstab(&data, setup, &cases(&data, setup));
    let text = |value: &Option<Decimal>| value.map_or("–".to_owned(), |value| value.to_string());
    table.figures.iter().map(|row| row.iter().map(|cell| text(&cell.value)).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_cross_tabulation_counts_and_divides() {
    let table = |show| figures(&by("place", "tested", show));
    assert_eq!(table(Show::Count), ["3 1 4", "2 1 3", "1 1 2", "6 3 9"]);
    assert_eq!(table(Show::Row), ["75.0 25.0 100.0", "66.7 33.3 100.0", "50.0 50.0 100.0", "66.7 33.3 100.0"]);
    assert_eq!(table(Show::Column), ["50.0 33.3 44.4", "33.3 33.3 33.3", "16.7 33.3 22.2", "100.0 100.0 100.0"]);
    assert_eq!(table(Show::All), ["33.3 11.1 44.4", "22.2 11.1 33.3", "11.1 11.1 22.2", "66.7 33.3 100.0"]);
    let data = survey();
    let setup = by("place", "tested", Show::Count);
    assert_eq!(crosstab(&data, &setup, &cases(&data, &setup)).missing, 1);
}

#[test]
fn means_and_medians_are_those_of_the_cells_cases() {
    let with = |show| Setup { of: Some(id("age")), ..by("place", "", show) };
    assert_eq!(figures(&with(Show::Mean)), ["29.00 29.00", "34.67 34.67", "26.50 26.50", "30.33 30.33"]);
    assert_eq!(figures(&with(Show::Median)), ["28 28", "25 25", "26.5 26.5", "25 25"]);
    assert_eq!(figures(&by("place", "", Show::Mean))[0], "– –");
}

#[test]
fn a_column_at_a_glance() {
    let data = survey();
    let all = cases(&data, &Setup::default());
    let ages = summary(&data.columns[1], &Setup::default(), &all);
    assert_eq!((ages.known, ages.missing, ages.groups.len()), (9, 1, 0));
    assert_eq!(ages.numbers, Some([number("30.33"), number("25"), number("18"), number("60")]));
    let places = summary(&data.columns[0], &Setup::default(), &all);
    let counts: Vec<u32> = places.groups.iter().map(|(_, count)| *count).collect();
    assert_eq!((places.known, places.numbers, counts), (10, None, vec![4, 4, 2]));
    let none = summary(&data.columns[1], &Setup::default(), &[]);
    assert_eq!((none.known, none.numbers), (0, None));
}

#[test]
fn cases_are_filtered_and_sorted_with_missing_values_last() {
    let data = survey();
    let sorted = |is_down| cases(&data, &Setup { sort: Some((id("age"), is_down)), ..Setup::default() });
    assert_eq!(sorted(false), [0, 5, 9, 1, 6, 2, 8, 3, 7, 4]);
    assert_eq!(sorted(true), [7, 3, 8, 2, 1, 6, 9, 5, 0, 4]);
    let filter = |tests: Vec<(&str, Test)>| {
        let filter = tests.into_iter().map(|(name, test)| (id(name), test)).collect();
        cases(&data, &Setup { filter, ..Setup::default() })
    };
    assert_eq!(filter(vec![("place", Test::Is(vec![0, 2])), ("tested", Test::Is(vec![1]))]), [2, 8]);
    assert_eq!(filter(vec![("age", Test::Range(Some(number("19.5")), Some(number("25"))))]), [9]);
    assert_eq!(filter(vec![("tested", Test::Known), ("age", Test::Known)]), [0, 1, 2, 3, 5, 6, 8, 9]);
    assert_eq!(filter(vec![("age", Test::Is(vec![1]))]), [] as [u32; 0]);
}

#[test]
fn values_are_recoded_into_groups() {
    let setup = Setup {
        recode: vec![
            (id("place"), Recode::Merge(vec![0, 7, 7])),
            (id("age"), Recode::Cut(vec![number("30"), number("20"), number("30.0")])),
        ],
        ..by("age", "place", Show::Count)
    };
    assert_eq!(figures(&setup), ["1 1 2", "1 2 3", "2 2 4", "4 5 9"]);
    let data = survey();
    let table = crosstab(&data, &setup, &cases(&data, &setup));
    assert_eq!(table.columns, Some(vec![Group::Words(vec![0]), Group::Words(vec![1, 2])]));
    let range = |from, below| Group::Range(from, below);
    assert_eq!(table.rows, Some(vec![range(None, Some(20)), range(Some(20), Some(30)), range(Some(30), None)]));
}

#[test]
fn a_table_is_judged_by_what_it_says_and_not_by_how_it_was_made() {
    let data = survey();
    let adults = |test| vec![(id("age"), test)];
    let key = Setup { filter: adults(Test::Range(Some(number("19")), None)), ..by("place", "tested", Show::Row) };
    let judged = |given: &Setup| {
        let Judged { cases, variables, groups, show } = judge(&data, &key, given);
        [cases, variables, groups, show]
    };
    assert_eq!(judged(&key), [true; 4]);
    // The same cases by another filter, turned, sorted.
    let other = Setup {
        filter: adults(Test::Range(Some(number("18.1")), Some(number("99")))),
        sort: Some((id("age"), true)),
        ..by("tested", "place", Show::Column)
    };
    assert_eq!(judged(&other), [true; 4]);
    assert_eq!(judged(&Setup { show: Show::Row, ..other.clone() }), [true, true, true, false]);
    assert_eq!(judged(&Setup { filter: Vec::new(), ..key.clone() }), [false, true, true, true]);
    assert_eq!(judged(&Setup { rows: Some(id("age")), ..key.clone() })[1..], [false, false, true]);
    let merged = vec![(id("place"), Recode::Merge(vec![0, 0, 1]))];
    assert_eq!(judged(&Setup { recode: merged, ..key.clone() }), [true, true, false, true]);
    let renamed = vec![(id("place"), Recode::Merge(vec![5, 4, 3]))];
    assert_eq!(judged(&Setup { recode: renamed, ..key.clone() }), [true; 4]);
    assert_eq!(judged(&Setup::default()), [false, false, false, false]);
}

#[test]
fn a_table_by_one_column_may_stand_or_lie() {
    let data = survey();
    let key = by("place", "", Show::All);
    for same in [by("", "place", Show::All), by("place", "", Show::Column), by("", "place", Show::Row)] {
        assert!(judge(&data, &key, &same).holds(), "{same:?}");
    }
    for other in [by("place", "", Show::Row), by("place", "", Show::Count), by("tested", "", Show::All)] {
        assert!(!judge(&data, &key, &other).holds(), "{other:?}");
    }
}

#[test]
fn each_question_earns_its_share() {
    let asks = [Ask::Number("%".into()), Ask::Cell, Ask::Table];
    let questions = items("share cell own").into_iter().zip(asks).map(|(item, ask)| Question { item, ask }).collect();
    let cell = |place: Test, tested: Test| vec![(id("tested"), tested), (id("place"), place)];
    let key = Key {
        answers: vec![
            (id("share"), Answer::Number(number("66.7"), number("0.5"))),
            (id("cell"), Answer::Cell(vec![(id("place"), Test::Is(vec![1])), (id("tested"), Test::Is(vec![1]))])),
            (id("own"), Answer::Table),
        ],
        setup: by("place", "tested", Show::Row),
        feedback: Vec::new(),
    };
    let task = Task::Table(Prompt { data: survey().into(), columns: ids("place age tested"), questions }, key.clone());
    let exercise = kerege::content::Exercise { points: 3, ..exercise("q", task) };
    let score = |given: Given| {
        let score = mark(&exercise, &Response::Table(given)).expect("same kind");
        let verdicts: Vec<bool> = score.parts.iter().map(|part| part.verdict == Verdict::Right).collect();
        (score.earned, verdicts)
    };
    let given = Given {
        setup: key.setup.clone(),
        numbers: vec![(id("share"), "67 %".into())],
        cells: vec![(id("cell"), cell(Test::Is(vec![1]), Test::Is(vec![1])))],
    };
    assert_eq!(score(given.clone()), (3, vec![true, true, true]));
    let cells = vec![(id("cell"), cell(Test::Is(vec![0, 1]), Test::Is(vec![1])))];
    assert_eq!(score(Given { cells, ..given.clone() }), (2, vec![true, false, true]));
    assert_eq!(score(Given { setup: Setup::default(), ..given }), (2, vec![true, true, false]));
}
