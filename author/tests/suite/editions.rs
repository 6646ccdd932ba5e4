//! A new edition keeps what its learners have: the pages and exercises of earlier ones, under the same ids and numbers.

use crate::folder::fixtures;
use kerege_author::check::check;
use serde::Deserialize;

/// What an edition had: unit, id and number of each page; and of each exercise, with its revision.
#[derive(Deserialize)]
struct Edition {
    slug: String,
    edition: u32,
    pages: Vec<(String, String, u32)>,
    exercises: Vec<(String, String, u32, u32)>,
}

fn editions() -> Vec<Edition> {
    let files = std::fs::read_dir(fixtures().join("editions")).unwrap().map(|file| file.unwrap().path());
    let read = |path: std::path::PathBuf| serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    files.map(read).collect()
}

#[test]
fn pages_and_exercises_of_earlier_editions_are_still_there_under_their_numbers() {
    for old in editions() {
        let built = check(&fixtures().join("../../modules").join(&old.slug), false).built.unwrap();
        let (module, units) = built.read.unwrap();
        assert!(module.edition.number > old.edition, "{}", old.slug);
        let unit = |id: &str| units.iter().find(|unit| unit.id.as_str() == id).unwrap_or_else(|| panic!("unit {id}"));
        for (home, page, ordinal) in &old.pages {
            let found = unit(home).pages.iter().find(|one| one.id.as_str() == page);
            assert_eq!(found.map(|one| one.ordinal), Some(*ordinal), "page {page} of {home}");
        }
        for (home, exercise, ordinal, revision) in &old.exercises {
            let found = unit(home).exercises.iter().find(|one| one.id.as_str() == exercise);
            let numbers = found.map(|one| (one.ordinal, one.revision >= *revision));
            assert_eq!(numbers, Some((*ordinal, true)), "exercise {exercise} of {home}");
        }
    }
}

#[test]
fn the_second_edition_of_data_analysis_asks_no_question_of_the_first_again() {
    let old = editions().into_iter().find(|old| old.slug == "data-analysis" && old.edition == 1).unwrap();
    let built = check(&fixtures().join("../../modules/data-analysis"), false).built.unwrap();
    let (_, units) = built.read.unwrap();
    let revised: Vec<&str> = units
        .iter()
        .flat_map(|unit| &unit.exercises)
        .filter(|one| {
            old.exercises.iter().any(|(_, id, _, revision)| one.id.as_str() == id && one.revision != *revision)
        })
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(revised, Vec::<&str>::new(), "answers to these would be asked for again");
}
