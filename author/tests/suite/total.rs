//! Nothing that an author can write makes the command panic, and every finding has a place in its file.

use crate::folder::Folder;
use kerege::content::wire;
use kerege_author::check::check;
use kerege_author::finding::Findings;
use kerege_author::passage::Files;
use kerege_author::{markdown, po, yaml};
use proptest::prelude::*;

/// Pieces that mean something in the form, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "---\n",
        "# ",
        "## T {#a}\n",
        "```choice\n",
        "```\n",
        "  ",
        "- ",
        "1. ",
        "> ",
        "| a |\n|--|\n",
        "[[",
        "]]",
        "[^1]",
        "[^1]: ",
        "[x](#a)",
        "[x](term:y)",
        "(abbr: \"z\")",
        "![a](b \"c\")",
        "<b>",
        "*",
        "**",
        "`",
        "\\",
        "\\|",
        "\n",
        "\n\n",
        "id: ",
        "{ ",
        " }",
        "[ ",
        " ]",
        ": ",
        "\"",
        "'",
        "&a ",
        "*a",
        "|\n",
        ">\n",
        "é",
        "я",
        "ё",
        "\u{feff}",
        "\t",
        "a",
        "0",
        "msgid \"",
        "msgstr \"",
        "#~ ",
        "#| ",
        "#, fuzzy\n",
        "text: |\n",
        "options:\n",
        "right: true",
        "<math>",
        "<mi>",
        "</mi>",
        "```mathml\n",
        "```only\n",
        "```pool\n",
        "term\n: def\n",
        "https://",
        "!",
        "?",
        "%",
        "null",
        "~",
        "- - - ",
    ]);
    prop::collection::vec(
        prop_oneof![9 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)],
        0..60,
    )
    .prop_map(|pieces| pieces.concat())
}

/// Deep nesting of every sort: the stack has to hold.
#[test]
fn depths() {
    let deep = |open: &str, close: &str| format!("{}x{}", open.repeat(3_000), close.repeat(3_000));
    for text in [
        deep("> ", ""),
        deep("- ", ""),
        deep("*a ", " a*"),
        deep("[", "](x)"),
        deep("[", "]"),
        deep("{a: ", "}"),
        deep("<mrow>", "</mrow>"),
        format!("```mathml\nalt: a\nmath: \"<math>{}</math>\"\n```\n", deep("<mrow>", "</mrow>")),
        (0..2000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect(),
    ] {
        for file in ["module.yaml", "1-start.md", "glossary.yaml", "notes/1-start.md"] {
            let folder = Folder::healthy();
            let front = if file == "1-start.md" { "---\nid: start\ntitle: T\n---\n# P {#p}\n" } else { "" };
            folder.write(file, format!("{front}{text}"));
            let checked = check(folder.path(), false);
            assert_places(&checked.files, checked.findings);
        }
    }
}

/// Every place lies inside its file and can be shown.
fn assert_places(files: &Files, findings: Findings) {
    for finding in findings.sorted() {
        let file = files.get(finding.place.file).unwrap();
        assert!(finding.place.start <= finding.place.end, "{finding:?}");
        assert!(finding.place.end <= file.text.len() + 1, "{finding:?} in {:?}", file.text);
        finding.show(files, "");
    }
}

/// A leaf with nothing beside it.
struct Alone;

impl markdown::Beside for Alone {
    fn note(&mut self, _: &str) -> Option<wire::Prose> {
        None
    }

    fn unit(&self, _: &str) -> Option<wire::Id> {
        None
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn texts(text in pieces()) {
        let mut files = Files::default();
        let id = files.add("a.md", text);
        let mut findings = Findings::default();
        markdown::parse(&files.passage(id), &mut findings);
        assert_places(&files, findings);
    }

    #[test]
    fn leaves(text in pieces()) {
        markdown::inline(&text, &mut Alone);
        markdown::marks(&text);
    }

    #[test]
    fn fields(text in pieces()) {
        let mut files = Files::default();
        let id = files.add("a.yaml", text);
        let mut findings = Findings::default();
        yaml::parse(&files.passage(id), &mut findings);
        assert_places(&files, findings);
    }

    #[test]
    fn translations(text in pieces()) {
        let mut files = Files::default();
        let id = files.add("ru.po", text);
        let mut findings = Findings::default();
        let catalogue = po::read(&files.passage(id), &mut findings);
        let written = po::write(&catalogue);
        let again = files.add("again.po", written.clone());
        assert_eq!(po::write(&po::read(&files.passage(again), &mut Findings::default())), written);
        assert_places(&files, findings);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn modules(file in prop::sample::select(vec!["module.yaml", "1-start.md", "glossary.yaml", "po/ru.po", "kerege.lock", "notes/1-start.md"]), at in any::<prop::sample::Index>(), text in pieces()) {
        let folder = Folder::healthy();
        let mut old: Vec<char> = folder.read(file).chars().collect();
        let at = at.index(old.len());
        let end = (at + 20).min(old.len());
        old.splice(at..end, text.chars());
        folder.write(file, old.into_iter().collect::<String>());
        let checked = check(folder.path(), false);
        // What the reader would refuse is said in the author's words.
        let drifted = folder.findings().into_iter().find(|finding| finding.contains("what was built"));
        prop_assert_eq!(drifted, None);
        assert_places(&checked.files, checked.findings);
    }

    #[test]
    fn bytes(file in prop::sample::select(vec!["module.yaml", "2-test.md", "media/flow.svg", "po/ru.po"]), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let folder = Folder::healthy();
        folder.write(file, bytes);
        check(folder.path(), false);
    }
}
