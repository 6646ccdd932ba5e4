//! Records: merging them, dropping those that do not matter, folding them.

use crate::support::arbitrary::{event, records, three_sets};
use crate::support::{cases, id};
use kerege::exercise::Response;
use kerege::port::Moment;
use kerege::progress::{Answer, Event, Log, Place, Progress, Record, RecordId, compact, fold};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What sets of records fold to together.
fn together(sets: &[&[Record]]) -> Progress {
    fold(sets.iter().copied().flatten())
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn merging_has_no_order_and_no_count([a, b, c] in three_sets()) {
        let all = together(&[&a, &b, &c]);
        prop_assert_eq!(&together(&[&c, &a, &b]), &all);
        prop_assert_eq!(&together(&[&b, &a, &c, &a, &b]), &all);
    }

    #[test]
    fn compaction_drops_nothing_that_any_merge_could_need([a, b, c] in three_sets()) {
        let all = together(&[&a, &b]);
        prop_assert_eq!(&together(&[&compact(&a), &b]), &all);
        prop_assert_eq!(&together(&[&compact(&a), &compact(&b)]), &all);
        let twice = compact(&[compact(&a), b.clone()].concat());
        prop_assert_eq!(&together(&[&twice, &c]), &together(&[&a, &b, &c]));
    }

    #[test]
    fn compaction_of_a_compact_set_changes_nothing([a, _, _] in three_sets()) {
        let once = compact(&a);
        prop_assert_eq!(compact(&once), once);
    }

    #[test]
    fn a_log_never_gives_a_number_twice(stored in records(20), later in vec(vec(event(), 0..4), 0..8)) {
        let mut log = Log::new("w1", 0, stored.clone());
        let mut given: BTreeSet<u32> = stored.iter().filter(|r| r.id.writer == "w1").map(|r| r.id.seq).collect();
        for (index, events) in later.into_iter().enumerate() {
            let before = log.seq();
            log.append(events.clone(), Moment(index as i64));
            for seq in before + 1..=log.seq() {
                prop_assert!(given.insert(seq), "{} was given twice", seq);
            }
            prop_assert_eq!(log.seq() as usize, before as usize + events.len());
            // The tab is closed, and what it stored is opened again.
            log = Log::new("w1", log.seq(), log.all().cloned().collect());
        }
    }

    #[test]
    fn tabs_that_exchange_what_they_stored_agree(
        turns in vec((0..2usize, vec(event(), 1..3), 0..20i64, any::<bool>()), 0..12),
    ) {
        let mut tabs = [Log::new("a", 0, Vec::new()), Log::new("b", 0, Vec::new())];
        let mut all: Vec<Record> = Vec::new();
        for (tab, events, now, exchange) in turns {
            tabs[tab].append(events, Moment(now));
            all.extend(tabs[tab].own().iter().cloned());
            if exchange {
                let theirs = tabs[tab].own().to_vec();
                tabs[1 - tab].merge(theirs);
            }
        }
        let [a, b] = [tabs[0].own().to_vec(), tabs[1].own().to_vec()];
        tabs[0].merge(b);
        tabs[1].merge(a);
        prop_assert_eq!(tabs[0].progress(), tabs[1].progress());
        prop_assert_eq!(tabs[0].progress(), &fold(&all));
    }

    #[test]
    fn a_log_always_shows_what_its_records_fold_to(
        stored in records(20), turns in vec(prop_oneof![3 => vec(event(), 0..4).prop_map(Ok), 1 => records(6).prop_map(Err)], 0..40),
    ) {
        let mut log = Log::new("w2", 0, stored);
        let mut all: Vec<Record> = log.all().cloned().collect();
        for (turn, now) in turns.into_iter().zip(0..) {
            match turn {
                Ok(events) => log.append(events, Moment(now)),
                // Others are other writers than those that were there, so that an id stays one record.
                Err(theirs) => log.merge(theirs.into_iter().map(|mut record| {
                    record.id.writer.push_str(&format!("-{now}"));
                    record
                }).collect()),
            }
            all.extend(log.all().cloned());
            prop_assert_eq!(log.progress(), &fold(log.all()));
        }
        // What was compacted away on the way was not needed.
        prop_assert_eq!(log.progress(), &fold(&all));
    }
}

/// A page of a unit that was opened.
fn seen(page: &str) -> Event {
    Event::Seen { place: Place { unit: id("u1"), tracks: Vec::new() }, page: id(page) }
}

fn draft(text: &str) -> Event {
    Event::Draft { unit: id("u1"), exercise: id("q"), sitting: 0, response: Response::Numeric(text.into()) }
}

fn handed_in(sitting: u32, earned: u32) -> Event {
    let answer = Answer { exercise: id("q"), revision: 1, response: None, earned, of: 10 };
    Event::HandedIn { place: Place { unit: id("u1"), tracks: Vec::new() }, sitting, answers: vec![answer] }
}

#[test]
fn a_clock_that_was_set_back_reorders_nothing_in_one_tab() {
    let mut log = Log::new("z", 0, Vec::new());
    log.append(vec![draft("first")], Moment(1_000_000));
    log.append(vec![draft("second")], Moment(5));
    let draft = log.progress().exercises.get(&id("q")).and_then(|one| one.draft.clone());
    assert_eq!(draft, Some(Response::Numeric("second".into())));
}

#[test]
fn a_clock_that_was_set_back_reorders_nothing_in_the_next_tab() {
    // The next tab may have any name, also one that sorts before.
    for next in ["a", "zz"] {
        let mut first = Log::new("m", 0, Vec::new());
        first.append(vec![draft("first"), seen("p1")], Moment(1_000_000));
        let mut second = Log::new(next, 0, first.all().cloned().collect());
        second.append(vec![draft("second"), seen("p2")], Moment(5));
        let progress = second.progress();
        let draft = progress.exercises.get(&id("q")).and_then(|one| one.draft.clone());
        assert_eq!(draft, Some(Response::Numeric("second".into())), "{next}");
        assert_eq!(progress.last, Some((id("u1"), id("p2"))), "{next}");
    }
}

#[test]
fn what_was_handed_in_before_the_answers_were_shown_counts_also_while_the_clock_stands() {
    let mut log = Log::new("w", 0, Vec::new());
    log.append(vec![seen("p1")], Moment(1_000_000));
    log.append(vec![handed_in(1, 7)], Moment(5));
    log.append(vec![Event::Revealed { unit: id("u1") }], Moment(6));
    log.append(vec![handed_in(2, 10)], Moment(7));
    assert_eq!(log.progress().counting(&id("u1")).map(|sitting| sitting.points()), Some((7, 10)));
}

#[test]
fn the_best_sitting_counts_by_its_share_and_the_earlier_of_equal_ones() {
    let mut log = Log::new("w", 0, Vec::new());
    for (sitting, earned) in [(1, 4), (2, 8), (3, 8)] {
        log.append(vec![handed_in(sitting, earned)], Moment(i64::from(sitting)));
    }
    assert_eq!(
        log.progress().counting(&id("u1")).map(|sitting| (sitting.points(), sitting.at)),
        Some(((8, 10), Moment(2)))
    );
    assert_eq!(log.progress().attempts(&id("u1")), 3);
}

#[test]
fn two_tabs_that_hand_in_the_same_sitting_spend_one_attempt_and_the_earlier_counts() {
    let mut a = Log::new("a", 0, Vec::new());
    let mut b = Log::new("b", 0, Vec::new());
    b.append(vec![handed_in(1, 3)], Moment(10));
    a.append(vec![handed_in(1, 9)], Moment(11));
    a.merge(b.own().to_vec());
    b.merge(a.own().to_vec());
    assert_eq!(a.progress(), b.progress());
    assert_eq!(a.progress().attempts(&id("u1")), 1);
    assert_eq!(a.progress().counting(&id("u1")).map(|sitting| sitting.points()), Some((3, 10)));
}

#[test]
fn tries_of_two_tabs_add_up_and_survive_compaction() {
    let answered = |earned| Event::Answered {
        place: Place { unit: id("u1"), tracks: Vec::new() },
        n: 0,
        answer: Answer { exercise: id("q"), revision: 1, response: Some(Response::Scale(None)), earned, of: 1 },
    };
    let mut a = Log::new("a", 0, Vec::new());
    let mut b = Log::new("b", 0, Vec::new());
    for now in 0..5 {
        a.append(vec![answered(0), answered(1)], Moment(now));
        b.append(vec![answered(0)], Moment(now));
    }
    a.merge(b.own().to_vec());
    assert_eq!(a.progress().exercises.get(&id("q")).map(|one| one.tries), Some(15));
    let kept = compact(&a.all().cloned().collect::<Vec<_>>());
    assert!(kept.len() <= 4, "{} records were kept", kept.len());
    assert_eq!(&fold(&kept), a.progress());
}

#[test]
fn typing_does_not_pile_up() {
    let mut log = Log::new("w", 0, Vec::new());
    for now in 0..1000 {
        log.append(vec![draft(&"word ".repeat(now as usize % 40))], Moment(now));
    }
    assert_eq!(log.own().len(), 1);
    for now in 0..10_000 {
        log.append(vec![seen(if now % 2 == 0 { "p1" } else { "p2" })], Moment(now));
    }
    assert!(log.own().len() < 100, "{} records", log.own().len());
}

#[test]
fn numbers_at_their_end_do_not_break_a_log() {
    let place = Place { unit: id("u1"), tracks: Vec::new() };
    let answer = Answer { exercise: id("q"), revision: 1, response: None, earned: 0, of: 0 };
    let last = Record {
        id: RecordId { writer: "w".into(), seq: u32::MAX },
        at: Moment(i64::MAX),
        event: Event::Answered { place: place.clone(), n: u32::MAX, answer: answer.clone() },
    };
    let mut log = Log::new("w", u32::MAX, vec![last]);
    log.append(vec![Event::Answered { place, n: 0, answer }], Moment(1));
    assert_eq!(log.progress().exercises.get(&id("q")).map(|one| one.tries), Some(u32::MAX));
}
