//! The three courses hold what they promise: their size, their tests before and after, a distinction that needs the case.

use crate::folder::courses;
use kerege::content::unit::{BlockContent, Exercise, Mode};
use kerege::content::{Module, Rule, Unit};
use kerege_author::check::check;
use kerege_author::source;
use kerege_author::stats::{Stats, stats};
use std::path::PathBuf;

/// The address of each course's test before and after, and of its final assessment.
const COURSES: [(&str, &str, &str, &str); 3] = [
    ("data-analysis", "outset", "after", "final"),
    ("knowledge-into-action", "start", "now", "final"),
    ("chemsex-support", "before", "after", "final"),
];

fn folder(name: &str) -> PathBuf {
    courses().join(name)
}

fn course(name: &str) -> (Module, Vec<Unit>) {
    check(&folder(name), false).built.and_then(|built| built.read).unwrap_or_else(|| panic!("{name}"))
}

fn counted(name: &str) -> Stats {
    let source = source::read(&folder(name)).source.unwrap();
    stats(&source, &check(&folder(name), false).built.unwrap()).unwrap()
}

fn unit<'a>(units: &'a [Unit], id: &str) -> &'a Unit {
    units.iter().find(|unit| unit.id.as_str() == id).unwrap_or_else(|| panic!("unit {id}"))
}

/// The assessed exercises of a unit that stand in a case.
fn in_the_case(unit: &Unit) -> Vec<&Exercise> {
    let blocks = unit.pages.iter().flat_map(|page| &page.blocks).filter(|block| block.stage > 0);
    let ids: Vec<_> = blocks
        .filter_map(|block| match &block.content {
            BlockContent::Exercise { exercise, .. } => Some(exercise),
            BlockContent::Prose(_) | BlockContent::Pool(_) => None,
        })
        .collect();
    unit.exercises.iter().filter(|one| one.mode == Mode::Assessment && ids.contains(&&one.id)).collect()
}

#[test]
fn each_has_what_a_course_of_four_to_six_hours_needs() {
    for (name, ..) in COURSES {
        let of = counted(name);
        let track =
            |id: &str| of.columns.iter().find(|column| column.name == id).unwrap_or_else(|| panic!("{name}: {id}"));
        let full = track("full");
        assert!(full.units >= 6 && full.pages >= 36 && full.exercises >= 80, "{name}: {full:?}");
        assert!((240..=360).contains(&full.minutes), "{name}: {} minutes", full.minutes);
        assert_eq!((track("briefing").minutes, track("workshop").minutes), (15, 120), "{name}");
        assert!(of.kinds.len() >= 10, "{name}: {:?}", of.kinds);
        assert!(of.terms.1 >= 40, "{name}: {} terms", of.terms.1);
        assert!(of.sources.1 >= 25 && of.sources.0 == of.sources.1, "{name}: cited {:?}", of.sources);
        assert!(of.translated.iter().all(|(_, texts)| *texts == of.texts), "{name}: {:?}", of.translated);
        for objective in &of.objectives {
            assert!(full.of_objective(objective) >= 2, "{name}: {objective}");
        }
    }
}

#[test]
fn each_objective_is_assessed_by_two_exercises_or_more() {
    for (name, ..) in COURSES {
        let (module, units) = course(name);
        for objective in &module.objectives {
            let exercises = units.iter().flat_map(|unit| &unit.exercises);
            let assessed =
                exercises.filter(|one| one.mode == Mode::Assessment && one.objectives.contains(&objective.id));
            assert!(assessed.count() >= 2, "{name}: {}", objective.id);
        }
    }
}

#[test]
fn what_is_asked_before_is_drawn_from_pools_like_those_of_what_is_asked_after() {
    for (name, before, after, _) in COURSES {
        let (_, units) = course(name);
        let shape = |id: &str| -> Vec<(u32, u32)> {
            let unit = unit(&units, id);
            let drawn = unit.pools.iter().map(|pool| (pool.draw, pool.points));
            drawn.collect()
        };
        assert_eq!(shape(before), shape(after), "{name}");
        assert!(!shape(before).is_empty(), "{name}");
    }
}

#[test]
fn the_certificate_needs_seventy_per_cent_and_the_distinction_cannot_be_had_without_the_case() {
    for (name, _, _, last) in COURSES {
        let (module, units) = course(name);
        let track = &module.tracks[module.track_index(None)];
        let score = |percent| Rule::Score { unit: Some(unit(&units, last).id.clone()), percent };
        assert!(matches!(&track.rule, Rule::All(rules) if rules.contains(&score(70))), "{name}");
        assert_eq!(track.awards.last().and_then(|award| award.rule.clone()), Some(score(90)), "{name}");
        let (at, _) = module.unit(&unit(&units, last).id).unwrap();
        let counts = module.units_in(module.track_index(None)).find(|(unit, _)| *unit == &module.units[at]).unwrap().1;
        let case: u32 = in_the_case(unit(&units, last)).iter().map(|one| one.points).sum();
        assert!(case > 0 && (counts.points - case) * 100 < counts.points * 90, "{name}: {case} of {}", counts.points);
    }
}

#[test]
fn every_unit_has_notes_and_the_pictures_are_small() {
    for (name, ..) in COURSES {
        let files = |sub: &str| std::fs::read_dir(folder(name).join(sub)).unwrap().map(|file| file.unwrap().path());
        let bytes: u64 = files("media").map(|file| file.metadata().unwrap().len()).sum();
        assert!(bytes < 300_000, "{name}: {bytes} bytes of media");
        let source = source::read(&folder(name)).source.unwrap();
        assert_eq!(source.notes.len(), course(name).0.units.len(), "{name}");
    }
}
