//! Builds: the same each time, all or nothing, and nothing of others lost.

use crate::folder::Folder;
use kerege_author::build::{Built, Options, SiteError, site};
use kerege_author::check::check;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn built(folder: &Folder) -> Built {
    check(folder.path(), false).built.unwrap()
}

/// Every file below a folder, by path.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let folder = Folder::healthy();
    let out = tempfile::tempdir().unwrap();
    for name in ["one", "two"] {
        site(&[built(&folder)], None, &out.path().join(name), &Options::default()).unwrap();
    }
    assert_eq!(files(&out.path().join("one")), files(&out.path().join("two")));
}

#[test]
fn a_second_build_replaces_the_first_and_keeps_what_is_not_its_own() {
    let folder = Folder::healthy();
    let out = tempfile::tempdir().unwrap();
    let target = out.path().join("site");
    site(&[built(&folder)], None, &target, &Options::default()).unwrap();
    fs::write(target.join("CNAME"), "courses.example.org").unwrap();
    fs::write(target.join("healthy/old.json"), "{}").unwrap();
    folder.replace("1-start.md", "A quotation.", "Another quotation.");
    site(&[built(&folder)], None, &target, &Options::default()).unwrap();
    let after = files(&target);
    assert!(after.contains_key("CNAME"));
    assert!(!after.contains_key("healthy/old.json"));
    assert_eq!(after.keys().filter(|name| name.starts_with("healthy/en/start.")).count(), 1);
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1, "nothing is left beside the site");
}

#[test]
fn a_folder_of_somebody_else_is_not_touched() {
    let folder = Folder::healthy();
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join("thesis.txt"), "ten years of work").unwrap();
    let refused = site(&[built(&folder)], None, out.path(), &Options::default());
    assert!(matches!(refused, Err(SiteError::Foreign(_))));
    assert_eq!(files(out.path()).len(), 1);
}

#[test]
fn two_modules_with_one_slug_are_refused() {
    let (one, two) = (Folder::healthy(), Folder::healthy());
    let out = tempfile::tempdir().unwrap();
    let refused = site(&[built(&one), built(&two)], None, &out.path().join("site"), &Options::default());
    assert!(matches!(refused, Err(SiteError::Twice(_))));
}

#[test]
fn counts_are_those_of_a_track() {
    let built = built(&Folder::healthy());
    let (module, _) = built.read.unwrap();
    let counts: Vec<Vec<(u32, u32, u32)>> = module
        .units
        .iter()
        .map(|unit| unit.counts.iter().map(|counts| (counts.pages, counts.exercises, counts.points)).collect())
        .collect();
    // Unit 1: the ordering is only for the full track. Unit 2: two of three from the pool, and one more.
    assert_eq!(counts, [vec![(2, 10, 0), (2, 9, 0)], vec![(1, 3, 5), (0, 0, 0)]]);
    assert_eq!((built.entry.pages, built.entry.minutes, built.entry.units), (3, 20, vec![2, 1]));
}

#[test]
fn a_link_to_a_page_names_its_unit() {
    let folder = Folder::healthy();
    folder.replace("1-start.md", "[page](#kinds)", "[page](#kinds) and [another](#test-page)");
    let out = tempfile::tempdir().unwrap();
    site(&[built(&folder)], None, &out.path().join("site"), &Options::default()).unwrap();
    let files = files(&out.path().join("site"));
    let (_, unit) = files.iter().find(|(name, _)| name.starts_with("healthy/en/start.")).unwrap();
    let unit = String::from_utf8_lossy(unit);
    for link in [r#""page":"kinds","unit":"start""#, r#""page":"test-page","unit":"test""#] {
        assert!(unit.contains(link), "{link}");
    }
}

#[test]
fn a_page_begins_with_what_fills_the_first_screen() {
    let built = built(&Folder::healthy());
    let edition = &built.pages.editions[0];
    assert_eq!(edition.page_title, "What text can be");
    assert!(edition.page_text[0].starts_with("A paragraph with strong and soft words, code, a link"));
    assert_eq!(built.pages.editions[1].language, "ru");
    assert!(edition.first_unit.starts_with("healthy/en/start."));
}

#[test]
fn a_file_that_is_too_large_is_said() {
    let folder = Folder::healthy();
    folder.write("media/talk.mp3", vec![0; 8 * 1024 * 1024 + 1]);
    assert_eq!(folder.findings(), ["1-start.md:46:6: `media/talk.mp3` is larger than 8 MiB (9 MiB)"]);
}

#[test]
fn more_parts_than_anybody_can_answer_are_refused() {
    let folder = Folder::healthy();
    let items: String = (0..201).map(|n| format!("  - {{ id: i{n}, text: Item {n} }}\n")).collect();
    folder.replace("1-start.md", "  - { id: first, text: First }\n", &items);
    let findings = folder.findings();
    assert!(findings.iter().any(|finding| finding.contains("parts, more than 200")), "{findings:?}");
}
