//! Maps of stakeholders: near the author's place holds, own ones are nobody's to judge.

use crate::support::arbitrary::{exercise_of, response_of};
use crate::support::{cases, exercise, fixture, id, items};
use kerege::content::read;
use kerege::exercise::stakeholders::{Given, Key, LONGEST_NAME, Own, Place, Prompt, Who};
use kerege::exercise::{Kind, NotReady, Response, Task, answer, mark, readiness};
use proptest::prelude::*;

fn at(power: u8, interest: u8) -> Place {
    Place { power, interest }
}

fn task() -> Task {
    let prompt = Prompt { named: items("head nurse"), levels: 4, own: 2 };
    let places = vec![(id("head"), at(4, 2)), (id("nurse"), at(2, 4))];
    Task::Stakeholders(prompt, Key { places, tolerance: 1, why: Vec::new() })
}

fn given(placed: &[(&str, Place)], own: &[(&str, Option<Place>)]) -> Response {
    let placed = placed.iter().map(|(name, place)| (id(name), *place)).collect();
    let own = own.iter().map(|(name, place)| Own { name: (*name).into(), place: *place }).collect();
    Response::Stakeholders(Given { placed, own })
}

#[test]
fn each_place_near_the_authors_earns_its_share() {
    let exercise = exercise("q", task());
    let earned = |response: &Response| mark(&exercise, response).map(|score| score.earned);
    assert_eq!(earned(&given(&[("head", at(4, 2)), ("nurse", at(2, 4))], &[])), Ok(4));
    assert_eq!(
        earned(&given(&[("head", at(3, 3)), ("nurse", at(1, 3))], &[])),
        Ok(4),
        "one step off in each direction"
    );
    assert_eq!(earned(&given(&[("head", at(2, 2)), ("nurse", at(2, 4))], &[])), Ok(2), "two steps off");
    assert_eq!(earned(&given(&[], &[("Me", Some(at(4, 2)))])), Ok(0));
}

#[test]
fn only_who_is_named_has_to_be_placed() {
    let exercise = exercise("q", task());
    assert_eq!(readiness(&exercise, &given(&[], &[("Me", Some(at(1, 1)))])), Ok(Some(NotReady::Empty)));
    assert_eq!(readiness(&exercise, &given(&[("head", at(1, 1))], &[])), Ok(Some(NotReady::Open(1))));
    let all = given(&[("head", at(1, 1)), ("nurse", at(1, 1))], &[("Me", None)]);
    assert_eq!(readiness(&exercise, &all), Ok(None));
}

#[test]
fn a_place_off_the_map_is_an_answer_to_another_edition() {
    assert!(given(&[("head", at(4, 4))], &[]).fits(&task()));
    for place in [at(5, 1), at(1, 5), at(0, 1)] {
        assert!(!given(&[("head", place)], &[]).fits(&task()), "{place:?}");
        assert!(!given(&[], &[("Me", Some(place))]).fits(&task()), "{place:?}");
    }
    assert!(!given(&[("gone", at(1, 1))], &[]).fits(&task()));
}

#[test]
fn ones_own_come_with_a_name_that_is_new_and_not_too_long() {
    let mut map = Given::default();
    assert!(!map.add("  ", 5));
    assert!(map.add(" Neighbours ", 5));
    assert!(!map.add("Neighbours", 5));
    assert!(map.add(&"ж".repeat(100), 5));
    assert_eq!(map.own[1].name.chars().count(), LONGEST_NAME as usize);
    assert!(!map.add("one too many", 2));
    map.set(&Who::Own(0), Some(at(1, 2)));
    map.set(&Who::Own(9), Some(at(1, 2)));
    assert_eq!((map.place(&Who::Own(0)), map.place(&Who::Own(9))), (Some(at(1, 2)), None));
}

#[test]
fn whoever_is_meant_is_read_back() {
    for who in [Who::Named(id("head")), Who::Own(0), Who::Own(17)] {
        assert_eq!(Who::parse(&who.name()), Some(who));
    }
    for name in ["", "+", "+x", "-1", "A b"] {
        assert_eq!(Who::parse(name), None, "{name}");
    }
    assert_eq!(Place::parse("4/2"), Some(at(4, 2)));
    assert_eq!((Place::parse("4"), Place::parse("400/1"), Place::parse("")), (None, None, None));
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_place_nearer_to_the_authors_never_earns_less(
        exercise in exercise_of(Kind::Stakeholders), response in response_of(Kind::Stakeholders),
        who in any::<prop::sample::Index>(),
    ) {
        let Task::Stakeholders(_, key) = &exercise.task else { return Err(TestCaseError::reject("another kind")) };
        let Response::Stakeholders(before) = &response else { return Err(TestCaseError::reject("another kind")) };
        let (who, right) = who.get(&key.places);
        let mut after = before.clone();
        let step = |from: u8, to: u8| if from < to { from + 1 } else { from.saturating_sub(u8::from(from > to)) };
        let nearer = match before.place(&Who::Named(who.clone())) {
            Some(place) => at(step(place.power, right.power), step(place.interest, right.interest)),
            None => *right,
        };
        after.set(&Who::Named(who.clone()), Some(nearer));
        let earned = |response: &Response| mark(&exercise, response).expect("same kind").earned;
        prop_assert!(earned(&Response::Stakeholders(after)) >= earned(&response));
    }

    #[test]
    fn everybody_in_one_place_is_never_surely_right(levels in 2..=5u8, power in 1..=5u8, interest in 1..=5u8) {
        let tolerance = kerege::exercise::stakeholders::most_tolerance(levels);
        let middle = at(power.min(levels), interest.min(levels));
        let all = (1..=levels).flat_map(|power| (1..=levels).map(move |interest| at(power, interest)));
        prop_assert!(all.clone().any(|place| !middle.is_near(place, tolerance)));
    }
}

#[test]
fn a_map_of_version_1_is_read() {
    let reading = read::unit(&fixture("formats/v1/unit-stakeholders.json"));
    assert_eq!(reading.findings, []);
    let unit = reading.value.expect("all of it");
    let [full, short] = unit.exercises.as_slice() else { panic!("two maps") };
    let Task::Stakeholders(prompt, key) = &full.task else { panic!("a map") };
    assert_eq!((prompt.levels, prompt.own, key.tolerance, key.why.len()), (5, 3, 0, 1));
    let Task::Stakeholders(prompt, key) = &short.task else { panic!("a map") };
    assert_eq!((prompt.levels, prompt.own, key.tolerance), (4, 5, 1));
    for exercise in &unit.exercises {
        let model = answer(exercise).expect("places");
        assert_eq!(mark(exercise, &model).map(|score| score.earned), Ok(exercise.points));
    }
}
