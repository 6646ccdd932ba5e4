//! Charts to be read, built or mended: what is right in a learner's own chart.

use crate::support::{exercise, id, items};
use kerege::chart::{Cells, Chart, Column, Edges, Form, Heights, Order, Shape};
use kerege::exercise::chart::{Answer, Ask, Given, Key, Pick, Prompt, Question};
use kerege::exercise::numeric::Decimal;
use kerege::exercise::{NotReady, Response, Task, Verdict, answer, mark, readiness};

fn number(text: &str) -> Decimal {
    Decimal::parse(text, "").expect("a number")
}

fn form(shape: Shape, of: &[usize], from: &str) -> Form {
    let from = (!from.is_empty()).then(|| number(from));
    Form {
        shape,
        by: Some(0),
        of: of.to_vec(),
        from,
        order: Order::Given,
        width: None,
        edges: Edges::NONE,
        heights: Heights::Counts,
    }
}

/// Two towns with people tested and the share of those asked; found as lines of the people, with an axis from 40.
fn task() -> Task {
    let words = Cells::Words(["City", "Village"].map(str::to_owned).into());
    let numbers = |all: [&str; 2]| Cells::Numbers(all.map(|text| Some(number(text))).into());
    let columns = [("place", words), ("people", numbers(["48", "50"])), ("percent", numbers(["60", "25"]))];
    let columns = columns.map(|(name, cells)| Column { name: name.into(), cells });
    let found = form(Shape::Line, &[1], "40");
    let chart = Chart { title: "T".into(), text: "t".into(), columns: columns.into(), form: Box::new(found) };
    let asks =
        [Ask::Number("%".into()), Ask::Row, Ask::Option(items("axis whole")), Ask::Shape, Ask::Columns, Ask::Scale];
    let questions = items("share most why shape columns scale").into_iter().zip(asks);
    let questions = questions.map(|(item, ask)| Question { item, ask }).collect();
    let answers = vec![
        (id("share"), Answer::Number(number("60"), number("0.5"))),
        (id("most"), Answer::Pick(Pick::Row(0))),
        (id("why"), Answer::Pick(Pick::Option(id("whole")))),
    ];
    let forms = vec![form(Shape::Bar, &[2], ""), form(Shape::Dot, &[2], "20")];
    let prompt = Prompt { chart, starts: vec![number("0"), number("20")], widths: Vec::new(), questions };
    Task::Chart(prompt, Key { answers, forms, feedback: Vec::new() })
}

/// How each question did, in order, and the points of six.
fn judged(change: impl Fn(&mut Given)) -> (String, u32) {
    let mut exercise = exercise("x", task());
    exercise.points = 6;
    let Some(Response::Chart(mut given)) = answer(&exercise) else { panic!("a model answer") };
    change(&mut given);
    let response = Response::Chart(given);
    assert!(response.fits(&exercise.task));
    let score = mark(&exercise, &response).expect("the same kind");
    let sign = |verdict: Verdict| if verdict == Verdict::Right { '+' } else { '-' };
    (score.parts.iter().map(|part| sign(part.verdict)).collect(), score.earned)
}

#[test]
fn the_model_answer_holds_and_every_question_is_a_share() {
    assert_eq!(judged(|_| {}), ("++++++".into(), 6));
    assert_eq!(judged(|given| given.numbers[0].1 = "60,4 %".into()), ("++++++".into(), 6));
    assert_eq!(judged(|given| given.numbers[0].1 = "61".into()), ("-+++++".into(), 5));
    assert_eq!(judged(|given| given.picks[0].1 = Pick::Row(1)), ("+-++++".into(), 5));
    assert_eq!(judged(|given| given.picks[1].1 = Pick::Option(id("axis"))), ("++-+++".into(), 5));
}

#[test]
fn an_own_chart_is_compared_with_the_good_one_that_it_is_nearest_to() {
    let own = |shape, of: &[usize], from: &str| judged(|given| given.form = Some(Box::new(form(shape, of, from)))).0;
    assert_eq!(own(Shape::Dot, &[2], "20"), "++++++", "another good chart");
    assert_eq!(own(Shape::Dot, &[2], ""), "+++-++", "of two that are equally near the one that is named first");
    assert_eq!(own(Shape::Bar, &[2], "40"), "+++++-");
    assert_eq!(own(Shape::Bar, &[1], ""), "++++-+");
    assert_eq!(own(Shape::Line, &[1, 2], "40"), "+++---");
    assert_eq!(judged(|given| given.form = None), ("+++---".into(), 3), "the chart as it was found is no answer");
    let falling = |given: &mut Given| given.form.iter_mut().for_each(|form| form.order = Order::Falling);
    assert_eq!(judged(falling).1, 6, "the order is left to the learner");
    let zero = |given: &mut Given| given.form.iter_mut().for_each(|form| form.from = Some(number("0.0")));
    assert_eq!(judged(zero).1, 6, "zero is zero, named or not");
}

#[test]
fn what_is_open_is_no_answer_yet() {
    let exercise = exercise("x", task());
    let why = |given: &Given| readiness(&exercise, &Response::Chart(given.clone())).expect("the same kind");
    let mut given = Given::default();
    assert_eq!(why(&given), Some(NotReady::Empty));
    given.numbers.push((id("share"), "many".into()));
    assert_eq!(why(&given), Some(NotReady::NotANumber));
    given.numbers[0].1 = "60".into();
    assert_eq!(why(&given), Some(NotReady::Open(5)));
    given.form = Some(Box::new(form(Shape::Bar, &[2], "")));
    given.picks.push((id("most"), Pick::Row(1)));
    assert_eq!(why(&given), Some(NotReady::Open(1)));
    given.picks.push((id("why"), Pick::Option(id("axis"))));
    assert_eq!(why(&given), None);
}

#[test]
fn what_a_later_edition_no_longer_has_does_not_fit() {
    let task = task();
    let fits = |given: Given| Response::Chart(given).fits(&task);
    let picked = |name: &str, pick| Given { picks: vec![(id(name), pick)], ..Given::default() };
    assert!(fits(Given::default()));
    assert!(!fits(picked("most", Pick::Row(2))));
    assert!(!fits(picked("most", Pick::Option(id("axis")))));
    assert!(!fits(picked("why", Pick::Row(0))));
    assert!(!fits(picked("gone", Pick::Row(0))));
    assert!(!fits(Given { form: Some(Box::new(form(Shape::Bar, &[3], ""))), ..Given::default() }));
    assert!(!fits(Given { numbers: vec![(id("most"), "1".into())], ..Given::default() }));
}

#[test]
fn a_chart_with_nothing_to_mend_and_one_that_cannot_be_drawn_are_known() {
    let Task::Chart(mut prompt, key) = task() else { panic!("a chart") };
    assert!(!prompt.is_done(&key));
    *prompt.chart.form = form(Shape::Bar, &[2], "");
    assert!(prompt.is_done(&key));
    assert!(key.forms.iter().all(|form| prompt.is_reachable(form)));
    prompt.starts.clear();
    assert!(!prompt.is_reachable(&key.forms[1]));
}

#[test]
fn uneven_bars_are_mended_by_their_density_or_by_equal_bars() {
    let cut = |edges: &[&str], heights| Form {
        edges: Edges::new(&edges.iter().map(|edge| number(edge)).collect::<Vec<_>>()).expect("edges"),
        heights,
        by: None,
        ..form(Shape::Histogram, &[1], "")
    };
    let wide = |width: &str| Form { width: Some(number(width)), ..cut(&[], Heights::Counts) };
    let edges = ["0", "48", "90"];
    let Task::Chart(mut prompt, mut key) = task() else { panic!("a chart") };
    *prompt.chart.form = cut(&edges, Heights::Counts);
    prompt.questions.retain(|question| question.ask == Ask::Scale);
    prompt.widths = vec![number("10"), number("50")];
    key.answers.clear();
    key.forms = vec![cut(&edges, Heights::Density), wide("10")];
    assert!(!prompt.is_done(&key) && key.forms.iter().all(|form| prompt.is_reachable(form)));
    assert!(!prompt.is_reachable(&cut(&["0", "90"], Heights::Density)), "other edges than those that were found");
    let exercise = exercise("x", Task::Chart(prompt, key));
    let earned = |own: Form| {
        let given = Given { form: Some(Box::new(own)), ..Given::default() };
        mark(&exercise, &Response::Chart(given)).expect("the same kind").earned
    };
    assert_eq!(earned(cut(&edges, Heights::Density)), exercise.points);
    assert_eq!(earned(cut(&edges, Heights::Counts)), 0);
    assert_eq!(earned(wide("10")), exercise.points);
    assert_eq!(earned(Form { heights: Heights::Density, ..wide("10") }), exercise.points, "equal bars look the same");
    assert_eq!(earned(wide("50")), 0);
    assert_eq!(earned(Form { shape: Shape::Line, ..wide("10") }), 0, "a line has no bars");
}
