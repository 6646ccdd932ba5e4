//! The author's form of a case, as its guide shows it.

use crate::folder::Folder;
use kerege_author::check::check;

/// The healthy module with the example of the author's guide, in which `old` was replaced by `new`.
fn with(old: &str, new: &str) -> Folder {
    let guide = include_str!("../../../docs/authors/kinds/case.md");
    let example = guide.split("````markdown\n").nth(1).and_then(|rest| rest.split("````").next());
    let example = example.expect("the guide has an example");
    assert!(example.contains(old), "{old}");
    let folder = Folder::healthy();
    folder.write("1-start.md", folder.read("1-start.md") + "\n" + &example.replacen(old, new, 1));
    folder
}

fn said(folder: &Folder) -> Vec<String> {
    let said = folder.findings().into_iter().filter(|finding| !finding.ends_with("not translated into `ru`"));
    said.map(|finding| finding.splitn(4, ':').nth(3).unwrap_or_default().trim().to_owned()).collect()
}

#[test]
fn the_example_of_the_guide_is_built_in_stages() {
    let folder = with("", "");
    assert_eq!(said(&folder), Vec::<String>::new());
    let (_, units) = check(folder.path(), false).built.and_then(|built| built.read).expect("a module");
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
        assert_eq!(said(&with(old, new)), [expected], "{old:?} → {new:?}");
    }
    let without = with("```case\ntitle: A reader who stays away\n```\n", "");
    assert_eq!(said(&without).first().map(String::as_str), Some("this stage belongs to no case"));
}
