//! Each rule of the checker: the healthy module with one wound, and what is said of it.

use crate::folder::Folder;

/// A file of the healthy module, a text that stands once in it, the text put there instead, and what is said.
type Wound = (&'static str, &'static str, &'static str, &'static [&'static str]);

fn check(wounds: &[Wound]) {
    for (file, old, new, said) in wounds {
        let folder = Folder::healthy();
        folder.replace(file, old, new);
        // A changed text has no translation; that is said too, and is not what the wound is about.
        let mut findings = folder.findings();
        let about_translation = |finding: &String| finding.ends_with("not translated into `ru`");
        if !said.iter().any(|said| about_translation(&(*said).to_owned())) {
            findings.retain(|finding| !about_translation(finding));
        }
        assert_eq!(&findings, said, "in {file}: {old:?} → {new:?}");
    }
}

#[test]
fn nothing_is_said_of_a_healthy_module() {
    assert_eq!(Folder::healthy().findings(), Vec::<String>::new());
}

#[test]
fn the_form() {
    check(&[
        (
            "module.yaml",
            "slug:",
            "slugg:",
            &["module.yaml:3:1: module.yaml has no field `slugg`; did you mean `slug`?"],
        ),
        (
            "module.yaml",
            "title: A healthy module",
            "title: [a, b]",
            &["module.yaml:8:8: `title` has to be a text; this is a list"],
        ),
        ("module.yaml", "id: hea1thy000", "id: Hea1thy", &["module.yaml:2:5: `Hea1thy` is not an id"]),
        ("module.yaml", "date: 2026-11-20", "date: 20.11.2026", &["module.yaml:4:29: `20.11.2026` is no date"]),
        ("module.yaml", "number: 2,", "number: two,", &["module.yaml:4:20: `number` has to be a whole number"]),
        (
            "module.yaml",
            "languages: [en, ru]",
            "languages: [en, ru, russian!]",
            &["module.yaml:6:21: `russian!` is not a language"],
        ),
        (
            "module.yaml",
            "https://example.org",
            "http:/example",
            &["module.yaml:7:40: `http:/example` is no web address"],
        ),
        (
            "module.yaml",
            "summary: Everything that",
            "summary: Everything: that",
            &["module.yaml:9:20: this is not YAML: mapping values are not allowed in this context"],
        ),
        ("module.yaml", "kerege: 1", "kerege: 2", &["module.yaml:1:9: this command reads version 1 of the format"]),
        (
            "module.yaml",
            "audience: People",
            "title: Twice\naudience: People",
            &["module.yaml:10:1: the field `title` stands twice"],
        ),
        ("module.yaml", "2-test.md]", "3-test.md]", &["module.yaml:32:21: `3-test.md` does not exist"]),
        (
            "1-start.md",
            "id: start\n",
            "id: start\nid2: start\n",
            &["1-start.md:3:1: the front matter has no field `id2`; did you mean `id`?"],
        ),
        ("1-start.md", "---\nid: start", "id: start", &["1-start.md:1:1: the unit has no front matter"]),
        (
            "1-start.md",
            "prompt: Which one is right?",
            "promt: Which one is right?",
            &["1-start.md:83:1: this `choice` has no field `promt`; did you mean `prompt`?"],
        ),
        ("1-start.md", "```scale", "```scal", &["1-start.md:181:4: there is no block `scal`; did you mean `scale`?"]),
        ("1-start.md", "credit: all-or-nothing", "credit: none", &["1-start.md:104:9: `credit` cannot be `none`"]),
        ("1-start.md", "to: 5\n", "to: 50\n", &["1-start.md:185:5: a scale has 2 to 11 points"]),
        (
            "1-start.md",
            "id: truth",
            "id: *truth",
            &["1-start.md:112:5: this is not YAML: while parsing node, found unknown anchor"],
        ),
    ]);
}

#[test]
fn ids() {
    check(&[
        ("1-start.md", " {#kinds}", "", &["1-start.md:79:1: the page has no id"]),
        ("1-start.md", "{#kinds}", "{#Kinds}", &["1-start.md:79:1: `Kinds` is not an id"]),
        ("1-start.md", "{#kinds}", "{#kinds .wide}", &["1-start.md:79:1: `.wide` means nothing in a page's heading"]),
        ("1-start.md", "{#kinds}", "{#kinds wide=yes}", &["1-start.md:79:1: `wide` means nothing in a page's heading"]),
        ("2-test.md", "{#test-page", "{#text", &["2-test.md:8:1: the id `text` is another page's"]),
        ("2-test.md", "id: last", "id: one", &["2-test.md:46:5: the id `one` is another exercise's"]),
        ("2-test.md", "id: test\n", "id: start\n", &["2-test.md:2:5: the id `start` is another unit's"]),
        ("1-start.md", "id: one\n", "id: \"\"\n", &["1-start.md:82:6: `` is not an id"]),
        ("1-start.md", "id: one\n", "", &["1-start.md:82:1: this `choice` has no `id`"]),
        (
            "1-start.md",
            "- { id: c, text: Nothing }",
            "- { id: b, text: Nothing }",
            &["1-start.md:108:11: the id `b` stands twice in this exercise"],
        ),
        ("1-start.md", "- { id: few,", "- { id: n?,", &["1-start.md:131:15: `n?` is not an id"]),
        ("module.yaml", "{ id: answer,", "{ id: see,", &["module.yaml:13:11: the id `see` stands twice"]),
        (
            "1-start.md",
            "- { id: quote,",
            "- { id: code,",
            &["1-start.md:150:11: the id `code` stands twice in this exercise"],
        ),
    ]);
}

#[test]
fn text() {
    check(&[
        ("1-start.md", "A quotation.", "A<br>quotation.", &["1-start.md:32:4: HTML is not passed on to learners"]),
        (
            "1-start.md",
            "> A quotation.",
            "<div>\nHTML\n</div>",
            &["1-start.md:32:1: HTML is not passed on to learners"],
        ),
        (
            "1-start.md",
            "plain code\n```\n",
            "plain code\n```\n\n***\n",
            &["1-start.md:43:1: a line across the page has no meaning here"],
        ),
        ("1-start.md", "## A heading", "#### A heading", &["1-start.md:16:1: a heading of level 4 cannot stand here"]),
        (
            "1-start.md",
            "# What *text*",
            "Lost.\n\n# What *text*",
            &["1-start.md:7:1: text stands before the first page"],
        ),
        (
            "1-start.md",
            "| 1 | 1 |",
            "| ![x](media/flow.svg) | 1 |",
            &["1-start.md:29:10: an image has to stand alone in its paragraph"],
        ),
        ("1-start.md", "(https://example.org/a?b=c)", "(https:///a)", &["1-start.md:9:57: `https:///a` leads nowhere"]),
        (
            "1-start.md",
            "(https://example.org/a?b=c)",
            "(javascript:alert)",
            &["1-start.md:9:57: `javascript:alert` leads nowhere"],
        ),
        (
            "1-start.md",
            "(https://example.org/a?b=c)",
            "(https://example.org/a?b=c) [x][y]\n\n[y]: https://example.org\n",
            &["1-start.md:9:91: a link by reference is not passed on to translators"],
        ),
        (
            "1-start.md",
            "[page](#kinds)",
            "[page](#kind)",
            &["1-start.md:10:3: `#kind` leads nowhere; did you mean `kinds`?"],
        ),
        (
            "1-start.md",
            "(term:word)",
            "(term:words)",
            &["1-start.md:11:1: `term:words` leads nowhere; did you mean `word`?"],
        ),
        ("1-start.md", "(cite:doe2020)", "(cite:poe)", &["1-start.md:11:22: `cite:poe` leads nowhere"]),
        ("1-start.md", "(data:survey)", "(data:other)", &["1-start.md:10:21: `data:other` leads nowhere"]),
        (
            "1-start.md",
            "(abbr: \"community-based research\")",
            "(abbr:)",
            &["1-start.md:10:46: the abbreviation has no long form"],
        ),
        ("1-start.md", "(lang:ru)", "(lang:Russian)", &["1-start.md:11:44: `Russian` is not a language"]),
        (
            "1-start.md",
            "and a note[^1]",
            "and a note[^1] and [^2]",
            &["1-start.md:11:80: the footnote `2` says nothing"],
        ),
        ("1-start.md", "and a note[^1]", "and a note", &["1-start.md:14:7: nothing refers to the footnote `1`"]),
        ("1-start.md", "A quotation.", "A [[gap]].", &["1-start.md:32:5: `[[gap]]` is a gap outside an exercise"]),
        (
            "1-start.md",
            "```only\ntracks: [short]\ntext: Only for those in a hurry.\n```",
            "````only\ntracks: [short]\ntext: |\n  ```scale\n  id: x\n  ```\n````",
            &["1-start.md:77:6: `scale` cannot stand here"],
        ),
        ("1-start.md", "tracks: [short]\ntext", "text", &["1-start.md:75:1: this `only` is for everybody"]),
        (
            "1-start.md",
            "<mi>share</mi>",
            "<mstyle>share</mstyle>",
            &[
                "1-start.md:62:14: the formula cannot be read: `<mstyle>` may not be used; these may: mi, mn, mo, mtext, mspace, mrow, mfrac, msqrt, msub, msup, msubsup, munderover, mover, munder",
            ],
        ),
    ]);
}

#[test]
fn media() {
    check(&[
        ("1-start.md", "![A line goes up]", "![]", &["1-start.md:43:5: the image has no text alternative"]),
        ("1-start.md", "(media/flow.svg", "(media/flaw.svg", &["1-start.md:43:19: there is no file `media/flaw.svg`"]),
        (
            "1-start.md",
            "(media/flow.svg",
            "(../flow.svg",
            &["1-start.md:43:19: `../flow.svg` is no path inside the module"],
        ),
        (
            "1-start.md",
            "transcript: |\n  **A.** Hello.\n\n  **B.** Hello to you.\n",
            "",
            &["1-start.md:45:4: the sound has no transcript"],
        ),
        ("1-start.md", "captions: media/tour.vtt\n", "", &["1-start.md:54:4: the video has no captions"]),
        ("1-start.md", "title: A tour\n", "", &["1-start.md:55:1: this block has no `title`"]),
        ("module.yaml", "data/survey.csv", "data/gone.csv", &["module.yaml:34:30: there is no file `data/gone.csv`"]),
        (
            "module.yaml",
            "glossary: glossary.yaml",
            "glossary: gone.yaml",
            &["module.yaml:35:13: `gone.yaml` does not exist"],
        ),
        (
            "media/flow.svg",
            "<path",
            "<script>1</script><path",
            &["1-start.md:43:19: the drawing `media/flow.svg` runs code"],
        ),
    ]);
}

#[test]
fn exercises() {
    check(&[
        ("1-start.md", "text: The first, right: true,", "text: The first,", &["1-start.md:82:1: no option is right"]),
        (
            "1-start.md",
            "- { id: b, text: The *second*, feedback: No. }",
            "- { id: b, text: the FIRST }",
            &["1-start.md:87:11: this says the same as `a`"],
        ),
        (
            "1-start.md",
            "answer-true: true",
            "answer-true: yes",
            &["1-start.md:114:14: `answer-true` has to be true or false"],
        ),
        (
            "1-start.md",
            "answer-true: true",
            "answer-true: true\noptions: [{ id: x, text: X }]",
            &["1-start.md:115:10: `answer-true` makes its own options"],
        ),
        (
            "1-start.md",
            "There are [[n]] people.",
            "There are people.",
            &["1-start.md:127:3: the gap `n` does not stand in the text"],
        ),
        (
            "1-start.md",
            "There are [[n]] people.",
            "There are [[n]] [[n]] people.",
            &["1-start.md:121:13: the gap `n` stands twice in the text"],
        ),
        (
            "1-start.md",
            "There are [[n]] people.",
            "There are [[n]] [[m]] people.",
            &["1-start.md:121:19: the gap `m` is not described"],
        ),
        ("1-start.md", "accepts: [\"40\", forty]", "accepts: []", &["1-start.md:127:3: nothing is right in this gap"]),
        (
            "1-start.md",
            "accepts: [\"40\", forty]",
            "options: [{ id: x, text: X }, { id: y, text: Y }]",
            &["1-start.md:127:3: nothing is right in this gap"],
        ),
        ("1-start.md", "text: many, right: true", "text: many", &["1-start.md:128:3: nothing is right in this gap"]),
        ("1-start.md", "tolerance: 0.6", "tolerance: -0.6", &["1-start.md:139:12: a tolerance cannot be negative"]),
        ("1-start.md", "value: 47.6", "value: about 47", &["1-start.md:138:8: `value` has to be a number"]),
        (
            "1-start.md",
            "near: { tolerance: 5,",
            "near: { tolerance: 0.6,",
            &["1-start.md:135:5: `near` reaches no further than `tolerance`"],
        ),
        (
            "1-start.md",
            "right: Joins ideas",
            "right: Names an idea",
            &["1-start.md:147:11: this says the same as `theme`"],
        ),
        (
            "1-start.md",
            "  - { id: second, text: Second }\n  - { id: third, text: Third }\n",
            "",
            &["1-start.md:154:1: there is nothing to put in order"],
        ),
        ("1-start.md", "group: numbers", "group: number", &["1-start.md:169:37: there is no group `number`"]),
        (
            "1-start.md",
            "objectives: [see, answer]",
            "objectives: [see, answer, ask]",
            &["1-start.md:82:5: there is no objective `ask`"],
        ),
        (
            "1-start.md",
            "prompt: What do you think?",
            "mode: assessment\nprompt: What do you think?",
            &[
                "1-start.md:173:5: this kind is never scored",
                "1-start.md:173:5: an assessment exercise in a unit that cannot be handed in",
            ],
        ),
        (
            "1-start.md",
            "prompt: How much is it?",
            "mode: assessment\nprompt: How much is it?",
            &["1-start.md:135:5: an assessment exercise in a unit that cannot be handed in"],
        ),
    ]);
}

#[test]
fn assessments_and_pools() {
    check(&[
        (
            "1-start.md",
            "prompt: How sure are you?",
            "points: 2\nprompt: How sure are you?",
            &["1-start.md:183:9: this kind is never scored"],
        ),
        (
            "1-start.md",
            "prompt: How much is it?",
            "points: 1001\nprompt: How much is it?",
            &["1-start.md:136:9: an exercise gives at most 1000 points"],
        ),
        ("2-test.md", "draw: 2", "draw: 4", &["2-test.md:13:5: the pool draws 4 of 3"]),
        ("2-test.md", "draw: 2", "draw: 0", &["2-test.md:13:5: the pool draws nothing"]),
        (
            "2-test.md",
            "id: final\ndraw: 2\npoints: 2",
            "id: final\ndraw: 2\npoints: 3",
            &[
                "2-test.md:19:5: the exercise gives 2, its pool 3 points",
                "2-test.md:28:5: the exercise gives 2, its pool 3 points",
                "2-test.md:37:5: the exercise gives 2, its pool 3 points",
            ],
        ),
        (
            "2-test.md",
            "id: p3\nmode: assessment",
            "id: p3",
            &["2-test.md:37:5: a practice exercise in the pool `final`"],
        ),
        (
            "2-test.md",
            "id: p3\nmode: assessment\npool: final\npoints: 2",
            "id: p3\nmode: assessment\npool: other\npoints: 2",
            &["2-test.md:39:7: there is no pool `other`"],
        ),
        (
            "2-test.md",
            "id: p3\nmode: assessment\npool: final\npoints: 2",
            "id: p3\nmode: assessment\npool: final\npoints: 1",
            &["2-test.md:37:5: the exercise gives 1, its pool 2 points"],
        ),
        (
            "2-test.md",
            "assessment: { attempts: 3 }",
            "assessment: { attempts: 0 }",
            &["2-test.md:5:15: an assessment has at least one attempt"],
        ),
        (
            "2-test.md",
            "prompt: Is this the last one?",
            "points: 0\nprompt: Is this the last one?",
            &["2-test.md:46:5: an assessment exercise without points"],
        ),
    ]);
}

#[test]
fn rules_and_tracks() {
    check(&[
        (
            "module.yaml",
            "any: [{ pages: { percent: 50 } }, { answered: { percent: 100 } }]",
            "any: []",
            &["module.yaml:30:13: this rule asks for nothing"],
        ),
        (
            "module.yaml",
            "- pages: { percent: 100 }",
            "- pages: { percent: 101 }",
            &["module.yaml:21:29: a percentage is 0 to 100"],
        ),
        (
            "module.yaml",
            "- pages: { percent: 100 }",
            "- page: { percent: 100 }",
            &["module.yaml:21:11: there is no rule `page`; did you mean `pages`?"],
        ),
        (
            "module.yaml",
            "at-least: { n: 1,",
            "at-least: { n: 3,",
            &["module.yaml:22:11: nobody can meet this rule: it asks for 3 of 2"],
        ),
        ("module.yaml", "at-least: { n: 1,", "at-least: { n: 0,", &["module.yaml:22:11: this rule asks for nothing"]),
        ("module.yaml", "unit: start }", "unit: stort }", &["module.yaml:22:36: there is no unit `stort`"]),
        (
            "module.yaml",
            "{ pages: { percent: 50 } }",
            "{ pages: { percent: 50, unit: test } }",
            &["module.yaml:30:21: the track has no pages of the unit `test`"],
        ),
        (
            "module.yaml",
            "{ pages: { percent: 50 } }",
            "{ score: { percent: 50 } }",
            &["module.yaml:30:21: nobody can meet this rule: there are no assessment points"],
        ),
        (
            "module.yaml",
            "rule: { score: { percent: 90 } } }",
            "rule: { pages: { percent: 90 } } }",
            &["module.yaml:25:15: this award asks for nothing that is not asked for already"],
        ),
        (
            "module.yaml",
            "title: With distinction, rule: { score: { percent: 90 } } }",
            "title: With distinction }",
            &["module.yaml:25:15: this award is the same as the one before"],
        ),
        (
            "module.yaml",
            "awards: [{ id: seen, title: Seen }]",
            "awards: []",
            &["module.yaml:27:9: the track has no award"],
        ),
        (
            "1-start.md",
            "{#text tracks=full,short}",
            "{#text tracks=full,shirt}",
            &["1-start.md:7:1: there is no track `shirt`"],
        ),
        ("1-start.md", "tracks: [short]", "tracks: [shirt]", &["1-start.md:7:1: there is no track `shirt`"]),
        ("1-start.md", "tracks: [full]", "tracks: [fool]", &["1-start.md:154:5: there is no track `fool`"]),
        (
            "2-test.md",
            "Two of three questions.\n\n",
            "Two of three questions.\n\n# Empty {#empty}\n\n# Full {#not-empty}\n\n",
            &["2-test.md:12:1: the page is empty"],
        ),
        (
            "1-start.md",
            "objectives: [see, answer]",
            "objectives: [see]",
            &["module.yaml:13:11: no exercise exercises this objective"],
        ),
    ]);
}

#[test]
fn translations() {
    check(&[
        (
            "po/ru.po",
            "msgid \"Everything.\"\nmsgstr \"По-русски: Everything.\"",
            "msgid \"Everything.\"\nmsgstr \"\"",
            &["module.yaml:17:14: not translated into `ru`"],
        ),
        (
            "po/ru.po",
            "msgid \"Everything.\"\n",
            "#, fuzzy\nmsgid \"Everything.\"\n",
            &["po/ru.po:41:9: this translation is of an older text (fuzzy) and not used"],
        ),
        (
            "po/ru.po",
            "По-русски: There are [[n]]",
            "По-русски: There are [[m]]",
            &["po/ru.po:276:9: the translation has lost `[[n]]`"],
        ),
        (
            "po/ru.po",
            "По-русски: There are [[n]]",
            "По-русски: There are",
            &["po/ru.po:276:9: the translation has lost `[[n]]`"],
        ),
        (
            "po/ru.po",
            "msgid \"A quotation.\"\nmsgstr \"По",
            "msgid \"A quotation.\"\nmsgstr \"<br>По",
            &["po/ru.po:136:9: HTML is not passed on to learners"],
        ),
        (
            "po/ru.po",
            "По-русски: [A link](#text)",
            "По-русски: [A link](#kinds)",
            &["po/ru.po:132:9: the translation has lost `#text`"],
        ),
        (
            "po/ru.po",
            "msgid \"Everything.\"\n",
            "msgid \"Everything.\"\nmsgstr \"Всё.\"\n\nmsgid \"Everything.\"\n",
            &["po/ru.po:42:1: this message stands twice in the file"],
        ),
        (
            "po/ru.po",
            "msgid \"Everything.\"\nmsgstr \"По-русски: Everything.\"",
            "msgid \"Everything.",
            &[
                "module.yaml:17:14: not translated into `ru`",
                "po/ru.po:39:1: a text in a PO file ends with a quotation mark",
            ],
        ),
        (
            "module.yaml",
            "languages: [en, ru]",
            "languages: [en, ru, kk]",
            &["module.yaml:6:21: there is no po/kk.po: nothing is translated into `kk`"],
        ),
    ]);
}

#[test]
fn permanent_numbers() {
    check(&[
        (
            "kerege.lock",
            "  kinds: 2\n",
            "  kinds: 1\n",
            &["kerege.lock:6:3: the page number 1 stands twice in kerege.lock"],
        ),
        (
            "kerege.lock",
            "  kinds: 2\n",
            "",
            &["kerege.lock:5:3: the page number 2 is lost: its line has gone from kerege.lock"],
        ),
        (
            "kerege.lock",
            "next: { page: 4,",
            "next: { page: 3,",
            &["kerege.lock:5:3: the next page number would be 3, but 3 is used already"],
        ),
        (
            "kerege.lock",
            "  several: { ordinal: 2, ",
            "  several: { ordinal: 1, ",
            &["kerege.lock:10:3: the exercise number 1 stands twice in kerege.lock"],
        ),
        (
            "kerege.lock",
            "  several: { ordinal: 2, ",
            "  several: { ordinal: two, ",
            &["kerege.lock:10:23: a number from 1 is expected here"],
        ),
        (
            "kerege.lock",
            "next: { page: 4,",
            "next: { page: 9,",
            &["kerege.lock:5:3: the page number 4 is lost: its line has gone from kerege.lock"],
        ),
    ]);
}

#[test]
fn a_group_to_which_nothing_belongs_is_refused() {
    let folder = Folder::healthy();
    folder.replace(
        "1-start.md",
        "{ id: talk, text: A talk, group: words }",
        "{ id: talk, text: A talk, group: numbers }",
    );
    let said = folder.findings();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].ends_with("nothing belongs to the group `words`"), "{said:?}");
}

#[test]
fn what_nobody_would_see_is_refused() {
    let said = |change: &dyn Fn(&Folder)| {
        let folder = Folder::healthy();
        change(&folder);
        folder.faults()
    };
    let chart =
        "\n  > ```chart\n  > shape: bar\n  > title: T\n  > text: t\n  > data: |\n  >   Town, n\n  >   A, 1\n  > ```\n";
    let term = format!("- id: drawn\n  term: Drawn\n  text: |\n    Words.\n{}", chart.replace("\n  ", "\n    "));
    let glossary = |folder: &Folder| folder.write("glossary.yaml", folder.read("glossary.yaml") + &term);
    let found = said(&glossary);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("glossary.yaml:7:") && found[0].ends_with("a chart cannot stand in the glossary"));
    let more = |text: &str| Folder::with(text).said();
    assert_eq!(
        more("\n```only\nlanguage: kk\ntext: Words.\n```\n"),
        ["nobody reads `kk`: it is no language of the module"]
    );
    let braces = "what stands in braces behind this heading means nothing";
    assert_eq!(more("\n## A heading {#its-id}\n"), [braces]);
    assert_eq!(more("\n## A heading {tracks=full}\n"), [braces]);
    assert_eq!(
        more("\nWords[^out].\n\n[^out]: Outside[^in].\n\n[^in]: Inside.\n"),
        ["the footnote `in` stands in another footnote"]
    );
    assert_eq!(more("\nWords.\n\n[^lost]: > Quoted.\n"), ["nothing refers to the footnote `lost`"]);
    let notes = |folder: &Folder| folder.write("notes/1-strat.md", "Words.\n");
    assert_eq!(said(&notes), ["notes/1-strat.md:1:1: notes/1-strat.md belongs to no unit"]);
}
