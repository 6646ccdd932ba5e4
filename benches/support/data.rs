//! A transcript of 5,000 words that is coded, and a data set of 2,000 cases and 20 columns: the largest that is promised.

use kerege::content::unit::Exercise;
use kerege::content::{Id, prose, read};
use kerege::exercise::coding::{Given, Key, Prompt, Sentence, Turn};
use kerege::exercise::{Item, Task};

fn id(text: String) -> Id {
    Id::new(&text).expect("an id")
}

/// 500 sentences of ten words, twelve codes, of which the expert gave one to each second sentence and the learner one to
/// each third one; each of the expert's has its reason.
pub(crate) fn transcript() -> (Prompt, Key, Given) {
    let code = |n: usize| id(format!("code-{}", n % 12));
    let codes = (0..12).map(|n| Item { id: code(n), text: prose::plain(&format!("Code {n}")) }).collect();
    let sentence =
        |n: usize| Sentence { id: id(format!("s{n}")), text: "and then I wait for two hours without pay".into() };
    let turn = |n: usize| Turn { speaker: "Rosa".into(), sentences: (n * 10..n * 10 + 10).map(sentence).collect() };
    let prompt = Prompt { codes, means: Vec::new(), may_add: true, turns: (0..50).map(turn).collect() };
    let coded = (0..500).step_by(2).map(|n| (id(format!("s{n}")), vec![code(n)])).collect();
    let mut given = Given::default();
    (0..500).step_by(3).for_each(|n| given.set(&id(format!("s{n}")), &code(n), Some(None)));
    let why = (0..500).step_by(2).map(|n| (id(format!("s{n}")), prose::plain("Somebody waits"))).collect();
    (prompt, Key { codes: coded, why }, given)
}

/// A unit with the data set and one exercise, as a file.
pub(crate) fn unit() -> Vec<u8> {
    let column = |at: usize| {
        let cell = |case: usize| match (case * 7 + at * 3) % 41 {
            0 => "-".to_owned(),
            n if at.is_multiple_of(2) => (n % 5).to_string(),
            n => (n * 13 + case).to_string(),
        };
        let cells: Vec<String> = (0..2000).map(cell).collect();
        let cells = cells.join(" ");
        match at.is_multiple_of(2) {
            true => format!(r#"{{"id":"c{at}","name":"C{at}","values":["A","B","C","D","E"],"words":"{cells}"}}"#),
            false => format!(r#"{{"id":"c{at}","name":"C{at}","decimals":1,"numbers":"{cells}"}}"#),
        }
    };
    let columns: Vec<String> = (0..20).map(column).collect();
    let key = r#""key":{"answers":{"a":{"value":"1","tolerance":"0"}},"setup":{"rows":"c1","columns":"c2","show":"mean","of":"c3","where":{"c5":{"from":"10"},"c4":[0,1,2]},"recode":{"c1":["20","40","80","120"],"c2":[0,0,1,1,2]}}}"#;
    let exercise = format!(
        r#"{{"id":"q","ordinal":1,"points":1,"kind":"table","prompt":{{"data":"d","ask":[{{"id":"a","text":"?","by":"number"}}]}},{key}}}"#
    );
    let head = r#""kerege":1,"type":"unit","id":"u","language":"en","pages":[]"#;
    let columns = columns.join(",");
    format!(r#"{{{head},"exercises":[{exercise}],"data":[{{"id":"d","columns":[{columns}]}}]}}"#).into_bytes()
}

/// The exercise of the unit.
pub(crate) fn exercise(unit: &[u8]) -> Exercise {
    let reading = read::unit(unit);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let exercise = reading.value.expect("a unit").exercises.pop().expect("an exercise");
    assert!(matches!(&exercise.task, Task::Table(prompt, _) if prompt.data.cases == 2000));
    exercise
}
