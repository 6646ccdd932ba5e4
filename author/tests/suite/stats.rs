//! `kerege stats`: what it counts, and how it ends.

use crate::folder::Folder;
use std::process::{Command, Output};

const MODULE: &str = r#"kerege: 1
id: st4t1st1cs
slug: counted
edition: { number: 3, date: 2026-11-20 }
source: en
languages: [en, ru]
organiser: { name: Somebody }
title: Counted
summary: One two three.
objectives:
  - { id: read, text: Read }
  - { id: count, text: Count }
tracks:
  - id: all
    title: Everything
    minutes: 90
    rule: { score: { percent: 70 } }
    awards: [{ id: done, title: Done }]
    certificate: Has counted.
  - id: short
    title: Short
    minutes: 15
    rule: { pages: { percent: 100 } }
    awards: [{ id: seen, title: Seen }]
    certificate: Has read.
units: [1-first.md, 2-second.md]
resources: { glossary: glossary.yaml, bibliography: bibliography.yaml }
"#;

const FIRST: &str = r#"---
id: first
title: First
minutes: 20
---

# One two {#one}

Three [four](term:four) five [Braun 2006](cite:braun2006) – 6.

```choice
id: true-or-false
objectives: [read, count]
prompt: Seven is a number.
answer-true: true
```

# Only here {#here tracks=all}

Eight nine.

```numeric
id: sum
objectives: [count]
prompt: Four and five?
value: 9
```
"#;

const SECOND: &str = r#"---
id: second
title: Second
minutes: 30
assessment: { attempts: 2 }
---

# Test {#test tracks=all}

```pool
id: drawn
draw: 1
points: 2
```

```numeric
id: ten
mode: assessment
pool: drawn
points: 2
prompt: Ten?
value: 10
```

```numeric
id: eleven
mode: assessment
pool: drawn
points: 2
prompt: Eleven?
value: 11
```
"#;

const TRANSLATION: &str = r#"msgid ""
msgstr "Language: ru\n"

msgid "Counted"
msgstr "Посчитано"

#, fuzzy
msgid "Everything"
msgstr "Почти всё"
"#;

fn folder() -> Folder {
    let folder = Folder::healthy();
    // They are about a unit that is not here.
    std::fs::remove_file(folder.path().join("notes/1-start.md")).unwrap();
    for (name, text) in [
        ("module.yaml", MODULE),
        ("1-first.md", FIRST),
        ("2-second.md", SECOND),
        ("glossary.yaml", "- { id: four, term: four, text: A number. }\n- { id: five, term: five, text: Another. }\n"),
        ("bibliography.yaml", "- { id: braun2006, title: Themes }\n- { id: nobody, title: Unread }\n"),
        ("po/ru.po", TRANSLATION),
    ] {
        folder.write(name, text);
    }
    folder
}

fn stats(folders: &[&Folder]) -> Output {
    let paths = folders.iter().map(|folder| folder.path());
    Command::new(env!("CARGO_BIN_EXE_kerege")).arg("stats").args(paths).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_module_and_its_tracks_are_counted() {
    let output = stats(&[&folder()]);
    let expected = "\
counted, edition 3, in en, ru

                     module  all  short
units                     2    2      1
pages                     3    3      1
words of the pages       13   13      8
minutes                  50   90     15
exercises                 4    4      1
  choice                  1    1      1
  numeric                 3    3      0
exercises to answer       –    3      1
assessment points         –    2      0
objectives covered        2    2      2
  read                    1    1      1
  count                   2    2      1

sources               2, 1 of them cited
glossary              2 terms, 1 of them linked
";
    let said = printed(&output);
    assert_eq!(said.lines().take(expected.lines().count()).collect::<Vec<_>>(), expected.lines().collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(0), "what is not translated is counted and not refused");
}

#[test]
fn only_translations_that_are_used_count_as_translated() {
    let folder = folder();
    let said = printed(&stats(&[&folder]));
    let line = |said: &str| said.lines().find(|line| line.starts_with("translated (ru)")).unwrap().to_owned();
    let texts = |said: &str| line(said).split_whitespace().nth(4).unwrap().parse::<usize>().unwrap();
    assert!(line(&said).contains(" 1 of "), "{said}");
    assert!(said.contains(&format!("to translate          {} texts, ", texts(&said))), "{said}");
    folder.replace("po/ru.po", "#, fuzzy\n", "");
    let now = printed(&stats(&[&folder]));
    assert!(line(&now).contains(" 2 of "), "{now}");
    assert_eq!(texts(&now), texts(&said));
}

#[test]
fn several_modules_follow_each_other() {
    let (first, second) = (folder(), folder());
    second.replace("module.yaml", "slug: counted\n", "slug: second\n");
    let said = printed(&stats(&[&first, &second]));
    let titles: Vec<_> = said.lines().filter(|line| line.contains(", edition ")).collect();
    assert_eq!(titles, ["counted, edition 3, in en, ru", "second, edition 3, in en, ru"]);
}

#[test]
fn a_damaged_module_is_not_counted_and_the_others_are() {
    let (good, bad) = (folder(), folder());
    bad.replace("1-first.md", "value: 9\n", "value: nine\n");
    let output = stats(&[&bad, &good]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(printed(&output).matches(", edition ").count(), 1);
    let problem = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(problem.contains("1-first.md:") && problem.contains("mend what is wrong above first"), "{problem}");
    let nowhere = Command::new(env!("CARGO_BIN_EXE_kerege")).args(["stats", "/nowhere/at/all"]).output().unwrap();
    assert_eq!(nowhere.status.code(), Some(1));
    assert_eq!(Command::new(env!("CARGO_BIN_EXE_kerege")).arg("stats").output().unwrap().status.code(), Some(2));
}
