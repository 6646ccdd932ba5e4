//! Completion: when a rule is met, what is outstanding, and what the certificate says.

use crate::support::cases;
use crate::support::course::{english, entry, module, track};
use crate::support::id;
use kerege::certificate;
use kerege::completion::{self, Outstanding, Share, Standing, awards, standing};
use kerege::content::module::{Award, Counts, Objective};
use kerege::content::{Localised, Module, Rule};
use kerege::embed::Report;
use kerege::exercise::Response;
use kerege::port::Moment;
use kerege::progress::{Answer, Event, Place, Progress, Record, RecordId, fold};
use proptest::prelude::*;

/// Two units: ten pages and five exercises; then five pages, five exercises, 40 points.
fn course(rule: Rule) -> Module {
    module(vec![entry("learn", (10, 5, 0)), entry("final", (5, 5, 40))], vec![track("full", rule)])
}

/// Progress from events, one a minute.
fn progress(events: Vec<Event>) -> Progress {
    let numbered = events.into_iter().zip(1u32..);
    let records = numbered.map(|(event, n)| Record {
        id: RecordId { writer: "w".into(), seq: n },
        at: Moment(i64::from(n) * 60_000),
        event,
    });
    fold(&records.collect::<Vec<_>>())
}

fn place(unit: &str) -> Place {
    Place { unit: id(unit), tracks: Vec::new() }
}

/// So many pages of a unit.
fn seen(unit: &str, pages: u32) -> Vec<Event> {
    (0..pages).map(|n| Event::Seen { place: place(unit), page: id(&format!("p{n}")) }).collect()
}

/// So many practice exercises of a unit.
fn answered(unit: &str, exercises: u32) -> Vec<Event> {
    let answer = |n| Answer { exercise: id(&format!("{unit}-q{n}")), revision: 1, response: None, earned: 0, of: 1 };
    (0..exercises).map(|n| Event::Answered { place: place(unit), n: 1, answer: answer(n) }).collect()
}

/// A sitting of `final`.
fn handed_in(sitting: u32, earned: u32, of: u32) -> Vec<Event> {
    sat("final", sitting, earned, of)
}

/// A sitting of a unit.
fn sat(unit: &str, sitting: u32, earned: u32, of: u32) -> Vec<Event> {
    let response = Some(Response::Scale(Some(1)));
    let answer = Answer { exercise: id(&format!("{unit}-a")), revision: 1, response, earned, of };
    vec![Event::HandedIn { place: place(unit), sitting, answers: vec![answer] }]
}

fn pages(percent: u8) -> Rule {
    Rule::Pages { unit: None, percent }
}

fn score(percent: u8) -> Rule {
    Rule::Score { unit: None, percent }
}

fn share(unit: Option<&str>, have: u32, need: u32, of: u32) -> Share {
    Share { unit: unit.map(id), have, need, of }
}

fn check(rule: Rule, events: Vec<Event>, expected: &Standing) {
    assert_eq!(standing(&rule, &course(rule.clone()), 0, &progress(events)), *expected, "{rule:?}");
}

fn open(outstanding: Outstanding) -> Standing {
    Standing::Open(outstanding)
}

#[test]
fn pages_are_met_when_enough_were_seen_and_else_say_how_many_are_left() {
    for (percent, n_seen, expected) in [
        (100, 15, Standing::Met),
        (100, 14, open(Outstanding::Pages(share(None, 14, 15, 15)))),
        (70, 11, Standing::Met),
        (70, 10, open(Outstanding::Pages(share(None, 10, 11, 15)))),
        (1, 0, open(Outstanding::Pages(share(None, 0, 1, 15)))),
        (0, 0, Standing::Met),
    ] {
        let events = [seen("learn", n_seen.min(10)), seen("final", n_seen.saturating_sub(10))].concat();
        check(pages(percent), events, &expected);
    }
}

#[test]
fn a_rule_about_one_unit_looks_at_that_unit_only() {
    let rule = Rule::Pages { unit: Some(id("final")), percent: 100 };
    check(rule.clone(), seen("learn", 10), &open(Outstanding::Pages(share(Some("final"), 0, 5, 5))));
    check(rule, seen("final", 5), &Standing::Met);
}

#[test]
fn exercises_count_once_they_were_answered_in_practice_or_in_the_counting_sitting() {
    let rule = Rule::Answered { unit: None, percent: 60 };
    check(rule.clone(), answered("learn", 5), &open(Outstanding::Answered(share(None, 5, 6, 10))));
    check(rule, [answered("learn", 5), handed_in(1, 0, 40)].concat(), &Standing::Met);
}

#[test]
fn points_say_how_many_attempts_are_left() {
    let outstanding = |have, attempts| open(Outstanding::Score { share: share(None, have, 28, 40), attempts });
    check(score(70), Vec::new(), &outstanding(0, 3));
    check(score(70), handed_in(1, 27, 40), &outstanding(27, 2));
    check(score(70), handed_in(1, 28, 40), &Standing::Met);
    check(score(70), [handed_in(1, 1, 40), handed_in(2, 2, 40), handed_in(3, 3, 40)].concat(), &outstanding(3, 0));
    let revealed = vec![Event::Revealed { unit: id("final") }];
    check(score(70), [handed_in(1, 27, 40), revealed].concat(), &outstanding(27, 0));
}

#[test]
fn a_sitting_of_an_edition_with_other_points_counts_by_its_share_rounded_down() {
    for (earned, of, have) in [(14, 20, 28), (13, 20, 26), (2, 3, 26), (20, 20, 40), (0, 7, 0), (1, 1000, 0)] {
        let events = handed_in(1, earned, of);
        assert_eq!(completion::points(&course(score(70)), 0, &progress(events)), (have, 40), "{earned} of {of}");
    }
}

#[test]
fn a_test_that_no_rule_asks_for_counts_neither_on_the_certificate_nor_among_the_attempts() {
    let unit = |name: &str, percent| Rule::Score { unit: Some(id(name)), percent };
    let events = || [sat("before", 1, 3, 8), handed_in(1, 30, 40)].concat();
    let totals = |rule: Rule, award: Option<Rule>| {
        let mut course = course(rule);
        course.units.push(entry("before", (1, 8, 8)));
        course.tracks[0].awards.push(Award { id: id("more"), title: english("More"), rule: award });
        let progress = progress(events());
        (completion::points(&course, 0, &progress), completion::attempts(&course, 0, &progress))
    };
    for (rule, award, expected) in [
        (unit("final", 70), Some(unit("final", 90)), ((30, 40), 1)),
        (Rule::All(vec![pages(100), Rule::Any(vec![unit("final", 70)])]), None, ((30, 40), 1)),
        (unit("final", 70), Some(unit("before", 90)), ((33, 48), 2)),
        (unit("final", 70), Some(score(90)), ((33, 48), 2)),
        (score(70), None, ((33, 48), 2)),
        (pages(100), None, ((33, 48), 2)),
    ] {
        assert_eq!(totals(rule.clone(), award.clone()), expected, "{rule:?} {award:?}");
    }
}

#[test]
fn a_rule_about_something_that_is_not_there_can_never_be_met() {
    for rule in [
        Rule::Score { unit: Some(id("learn")), percent: 70 },
        Rule::Score { unit: Some(id("learn")), percent: 0 },
        Rule::Pages { unit: Some(id("gone")), percent: 100 },
        Rule::Any(Vec::new()),
        Rule::AtLeast { n: 2, of: vec![pages(0)] },
    ] {
        check(rule, seen("learn", 10), &open(Outstanding::Impossible));
    }
}

#[test]
fn rules_combine() {
    let (met, unmet) = (pages(0), pages(100));
    let left = || Outstanding::Pages(share(None, 0, 15, 15));
    let points = || Outstanding::Score { share: share(None, 0, 28, 40), attempts: 3 };
    for (rule, expected) in [
        (Rule::All(vec![met.clone(), met.clone()]), Standing::Met),
        (Rule::All(vec![met.clone(), unmet.clone()]), open(left())),
        (Rule::All(vec![unmet.clone(), score(70)]), open(Outstanding::All(vec![left(), points()]))),
        (Rule::Any(vec![met.clone(), unmet.clone()]), Standing::Met),
        (Rule::Any(vec![unmet.clone()]), open(left())),
        (Rule::Any(vec![unmet.clone(), score(70)]), open(Outstanding::Some(1, vec![left(), points()]))),
        (Rule::AtLeast { n: 0, of: vec![unmet.clone()] }, Standing::Met),
        (Rule::AtLeast { n: 2, of: vec![met.clone(), met.clone(), unmet.clone()] }, Standing::Met),
        (
            Rule::AtLeast { n: 2, of: vec![met.clone(), score(70), unmet.clone()] },
            open(Outstanding::Some(1, vec![points(), left()])),
        ),
        (Rule::AtLeast { n: 2, of: vec![met, unmet] }, open(left())),
    ] {
        check(rule, Vec::new(), &expected);
    }
}

#[test]
fn more_than_there_is_does_not_make_up_for_another_unit() {
    // Pages of an earlier edition that are gone.
    check(pages(100), seen("learn", 40), &open(Outstanding::Pages(share(None, 10, 15, 15))));
}

#[test]
fn awards_rise_from_the_rule_of_the_track() {
    let mut course = course(Rule::All(vec![pages(100), score(70)]));
    let distinction = Award { id: id("distinction"), title: english("Distinction"), rule: Some(score(90)) };
    course.tracks[0].awards.push(distinction);
    let reached =
        |events: Vec<Event>| awards(&course, 0, &progress(events)).iter().map(ToString::to_string).collect::<Vec<_>>();
    let all_pages = || [seen("learn", 10), seen("final", 5)].concat();
    assert_eq!(reached(all_pages()), Vec::<String>::new());
    assert_eq!(reached(handed_in(1, 40, 40)), Vec::<String>::new());
    assert_eq!(reached([all_pages(), handed_in(1, 35, 40)].concat()), ["completed"]);
    assert_eq!(reached([all_pages(), handed_in(1, 36, 40)].concat()), ["completed", "distinction"]);
    assert!(awards(&course, 7, &progress(all_pages())).is_empty());
}

#[test]
fn only_pages_and_sittings_of_the_track_count_for_it() {
    let mut course = course(pages(100));
    course.tracks.push(track("short", pages(100)));
    course.units[0].counts.push(Counts { pages: 2, exercises: 0, points: 0 });
    let here = Place { unit: id("learn"), tracks: vec![id("short")] };
    let there = Place { unit: id("learn"), tracks: vec![id("full")] };
    let page = |place: &Place, page: &str| Event::Seen { place: place.clone(), page: id(page) };
    let half = progress(vec![page(&here, "a"), page(&there, "b")]);
    assert_eq!(standing(&pages(100), &course, 1, &half), open(Outstanding::Pages(share(None, 1, 2, 2))));
    let whole = progress(vec![page(&here, "a"), page(&here, "b")]);
    assert_eq!(standing(&pages(100), &course, 1, &whole), Standing::Met);
}

#[test]
fn the_certificate_says_what_was_done_and_only_once_it_was_done() {
    let mut course = course(Rule::All(vec![pages(100), score(70)]));
    course.card.title = Localised(vec![("en".into(), "Data Analysis".into()), ("ru".into(), "Анализ данных".into())]);
    course.objectives.push(Objective { id: id("clean"), text: english("Prepare data") });
    let done = [seen("learn", 10), seen("final", 5), handed_in(1, 20, 40), handed_in(2, 30, 40)].concat();
    let make = |events: Vec<Event>, name: &str, language: &str| {
        certificate::make(&course, 0, &progress(events), name, language, Moment(7))
    };
    assert_eq!(make(handed_in(1, 40, 40), "Ayna", "en"), None);
    assert_eq!(make(done.clone(), "  ", "en"), None);
    let certificate = make(done.clone(), " Ayna  Ahmadova ", "en").expect("a certificate");
    assert_eq!((certificate.name.as_str(), certificate.at, certificate.edition), ("Ayna Ahmadova", Moment(7), 1));
    assert_eq!((certificate.score, certificate.attempts), (Some((30, 40)), 2));
    assert_eq!((certificate.title.as_str(), certificate.title_en), ("Data Analysis", None));
    assert_eq!((certificate.award.as_str(), certificate.organiser.as_str()), ("Completed", "Organiser"));
    assert_eq!(certificate.objectives, ["Prepare data"]);
    let russian = make(done, "Айна", "ru").expect("a certificate");
    assert_eq!((russian.title.as_str(), russian.title_en.as_deref()), ("Анализ данных", Some("Data Analysis")));
}

#[test]
fn the_highest_award_stands_on_the_certificate_also_where_a_lower_one_asks_for_more() {
    let mut course = course(pages(100));
    let silver = Award { id: id("silver"), title: english("Silver"), rule: Some(score(100)) };
    let gold = Award { id: id("gold"), title: english("Gold"), rule: Some(score(50)) };
    course.tracks[0].awards.extend([silver, gold]);
    let events = [seen("learn", 10), seen("final", 5), handed_in(1, 20, 40)].concat();
    assert_eq!(certificate::award(&course, 0, &progress(events)).map(|award| award.id.as_str()), Some("gold"));
}

#[test]
fn a_track_without_an_assessment_has_no_score_on_its_certificate() {
    let mut course = course(pages(10));
    course.units[1].counts[0].points = 0;
    let certificate = certificate::make(&course, 0, &progress(seen("learn", 9)), "Ayna", "en", Moment(0));
    assert_eq!(certificate.map(|certificate| certificate.score), Some(None));
}

#[test]
fn the_certificate_of_a_shorter_track_claims_no_objectives_of_the_whole() {
    let mut course = course(pages(10));
    course.objectives.push(Objective { id: id("clean"), text: english("Prepare data") });
    let mut short = course.tracks[0].clone();
    short.id = id("short");
    course.tracks.push(short);
    for unit in &mut course.units {
        let whole = unit.counts[0];
        unit.counts = vec![whole, Counts { pages: 1, ..whole }];
    }
    let objectives = |track: usize| {
        let done = progress([seen("learn", 10), seen("final", 5)].concat());
        certificate::make(&course, track, &done, "Ayna", "en", Moment(0))
            .map(|certificate| certificate.objectives.len())
    };
    assert_eq!((objectives(0), objectives(1)), (Some(1), Some(0)));
}

#[test]
fn a_name_has_to_be_seen() {
    for (typed, name) in [
        ("Әсел Нұрланқызы", Some("Әсел Нұрланқызы")),
        ("  José \t María\u{a0}", Some("José María")),
        ("O’Neil-Смит", Some("O’Neil-Смит")),
        // Joiners are a part of some names.
        ("می\u{200c}نا", Some("می\u{200c}نا")),
        ("A\u{200b}B\u{ad}C\u{feff}", Some("ABC")),
        ("\u{202e}Anna\u{2066}", Some("Anna")),
        ("A\u{2028}B", Some("A B")),
        ("\u{200b}", None),
        ("\u{200d}\u{200c}", None),
        ("\u{3164}\u{115f}", None),
        ("\u{2060} \u{feff}", None),
        ("\u{301}\u{302}", None),
        ("…", None),
        ("7", Some("7")),
        ("\u{0}\u{7}", None),
    ] {
        assert_eq!(certificate::name(typed).as_deref(), name, "{typed:?}");
    }
}

#[test]
fn a_host_is_told_pages_points_and_the_highest_award() {
    let course = course(Rule::All(vec![pages(100), score(70)]));
    let report = |events| Report::new(&course, 0, &progress(events));
    let none = Report { module: "k7m2q9x4ta".into(), pages: (0, 15), points: (0, 40), award: None };
    assert_eq!(report(Vec::new()), none);
    let done = [seen("learn", 10), seen("final", 5), handed_in(1, 28, 40)].concat();
    let all = Report { pages: (15, 15), points: (28, 40), award: Some("completed".into()), ..none };
    assert_eq!(report(done), all);
}

fn rule() -> impl Strategy<Value = Rule> {
    let unit = || prop::option::of(prop::sample::select(&["learn", "final", "gone"][..]).prop_map(id));
    let leaf = prop_oneof![
        (unit(), 0..=100u8).prop_map(|(unit, percent)| Rule::Pages { unit, percent }),
        (unit(), 0..=100u8).prop_map(|(unit, percent)| Rule::Answered { unit, percent }),
        (unit(), 0..=100u8).prop_map(|(unit, percent)| Rule::Score { unit, percent }),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let some = || proptest::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            some().prop_map(Rule::All),
            some().prop_map(Rule::Any),
            (0..5usize, some()).prop_map(|(n, of)| Rule::AtLeast { n, of }),
        ]
    })
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn doing_more_never_takes_away_what_is_met(
        rule in rule(), n_pages in (0..=10u32, 0..=5u32), n_answered in 0..=5u32, earned in 0..=40u32, counts in counts(),
    ) {
        let mut course = course(rule.clone());
        for (entry, counts) in course.units.iter_mut().zip(counts) {
            entry.counts = vec![counts];
        }
        let little = [seen("learn", n_pages.0), answered("learn", n_answered), handed_in(1, earned, 40)].concat();
        let more = [little.clone(), seen("final", n_pages.1), answered("final", 2), handed_in(2, 40, 40)].concat();
        if standing(&rule, &course, 0, &progress(little)) == Standing::Met {
            prop_assert_eq!(standing(&rule, &course, 0, &progress(more)), Standing::Met);
        }
    }

    #[test]
    fn percent_are_rounded_up_so_that_nobody_passes_below_the_mark(percent in 0..=100u8, of in 1..500u32, earned in 0..500u32) {
        let earned = earned.min(of);
        let mut course = course(score(percent));
        course.units[1].counts[0].points = of;
        let met = standing(&score(percent), &course, 0, &progress(handed_in(1, earned, of))) == Standing::Met;
        prop_assert_eq!(met, u64::from(earned) * 100 >= u64::from(of) * u64::from(percent));
    }

    #[test]
    fn a_certificate_name_is_printable_or_refused(typed in any::<String>()) {
        if let Some(name) = certificate::name(&typed) {
            prop_assert!(name.chars().count() <= certificate::LONGEST_NAME);
            prop_assert!(name.chars().any(char::is_alphanumeric));
            prop_assert!(!name.chars().any(char::is_control));
            prop_assert_eq!(certificate::name(&name), Some(name.clone()));
        }
    }
}

/// Counts of two units, also absurd ones.
fn counts() -> impl Strategy<Value = [Counts; 2]> {
    let n = || prop_oneof![3 => 0..20u32, 1 => any::<u32>()];
    let one = move || (n(), n(), n()).prop_map(|(pages, exercises, points)| Counts { pages, exercises, points });
    [one(), one()]
}
