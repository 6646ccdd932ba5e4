//! The author's form of a case, as its guide shows it.

use crate::folder::{Folder, example, wounded};

/// The healthy module with the example of the author's guide, in which `old` was replaced by `new`.
fn with(old: &str, new: &str) -> Folder {
    Folder::with(&wounded(example(include_str!("../../../docs/authors/kinds/case.md"), 0), old, new))
}

#[test]
fn the_example_of_the_guide_is_built_in_stages() {
    let folder = with("", "");
    assert_eq!(folder.said(), Vec::<String>::new());
    let units = folder.units();
    let page = units[0].pages.iter().find(|page| page.id.as_str() == "stays-away").expect("the page");
    let stages: Vec<u32> = page.blocks.iter().map(|block| block.stage).collect();
    assert_eq!(stages, [0, 1, 1, 2, 2, 3]);
}

#[test]
fn what_is_wrong_with_a_case_is_said_where_it_is() {
    for (old, new, expected) in [
        ("```case\ntitle: A reader who stays away\n```\n", "```case\n```\n", "the case has no title"),
        (
            "```stage\ntitle: A week later\n```",
            "```stage\n```\n\n```stage\ntitle: A week later\n```",
            "nothing is asked before this stage",
        ),
        ("```stage\ntitle: A week later\n```", "```case\ntitle: Again\n```", "there is a case on this page already"),
        ("title: A week later", "tittle: A week later", "this `stage` has no field `tittle`; did you mean `title`?"),
    ] {
        assert_eq!(with(old, new).said(), [expected], "{old:?} → {new:?}");
    }
    let without = with("```case\ntitle: A reader who stays away\n```\n", "");
    assert_eq!(without.said().first().map(String::as_str), Some("this stage belongs to no case"));
}
