//! The author's form of a plan, and of its sections on other pages.

use crate::folder::{Folder, wounded};
use kerege::content::unit::BlockContent;
use kerege::exercise::plan::Shape;
use kerege::exercise::{Kind, Task};
use kerege_author::check::check;

const PLAN: &str = r#"
```plan-part
plan: ours
section: why
```

```plan
id: ours
prompt: Put your plan together.
title: Plan of the group
sections:
  - id: why
    title: What for
    fields:
      - { id: goal, label: Goal, help: "What will have changed[^plan]?" }
      - { id: message, label: Message, lines: 1, most: 200, optional: true }
  - id: how
    fields:
      - id: steps
        label: Steps
        columns:
          - { id: what, label: Step }
          - { id: who, label: Who, optional: true, most: 80 }
        least: 3
        most: 10
criteria:
  - { id: named, text: Every step has a name }
model: One step by one.
```

[^plan]: For whom, and when.
"#;

const ELSEWHERE: &str = "\n```plan-part\nplan: ours\nsection: how\n```\n";

/// The healthy module with a plan in its first unit and a section of it in the second.
fn with(old: &str, new: &str) -> Folder {
    let folder = Folder::with(&wounded(PLAN, old, new));
    folder.write("2-test.md", folder.read("2-test.md") + ELSEWHERE);
    folder
}

#[test]
fn each_unit_brings_along_the_plan_of_which_it_shows_a_section() {
    let folder = with("", "");
    assert_eq!(folder.faults(), Vec::<String>::new());
    let checked = check(folder.path(), false);
    let (module, units) = checked.built.and_then(|built| built.read).expect("a module");
    let plans = units.iter().map(|unit| unit.exercises.iter().find(|one| one.task.kind() == Kind::Plan));
    let [home, away] = plans.collect::<Option<Vec<_>>>().expect("a plan in each").try_into().expect("two units");
    assert_eq!(home, away);
    let Task::Plan(prompt, key) = &home.task else { panic!("a plan") };
    let place = prompt.place.as_ref().map(|(unit, page)| (unit.as_str(), page.as_str()));
    assert_eq!(place, Some(("start", units[0].pages.last().expect("a page").id.as_str())));
    assert_eq!((home.points, prompt.sections.len(), prompt.criteria.len(), key.model.len()), (0, 2, 1, 1));
    let Shape::Rows { columns, least: 3, most: 10 } = &prompt.sections[1].fields[0].shape else { panic!("rows") };
    assert_eq!((columns[0].most, columns[1].most, columns[1].optional), (200, 80, true));
    let parts = units.iter().flat_map(|unit| &unit.pages).flat_map(|page| &page.blocks);
    let parts: Vec<&str> = parts
        .filter_map(|block| match &block.content {
            BlockContent::Exercise { part: Some(part), .. } => Some(part.as_str()),
            BlockContent::Exercise { .. } | BlockContent::Prose(_) | BlockContent::Pool(_) => None,
        })
        .collect();
    assert_eq!(parts, ["why", "how"]);
    let plain = check(Folder::healthy().path(), false).built.and_then(|built| built.read).expect("a module").0;
    let exercises =
        |module: &kerege::content::Module| module.units.iter().map(|unit| unit.counts[0].exercises).collect::<Vec<_>>();
    let (with, without) = (exercises(&module), exercises(&plain));
    assert_eq!(with, [without[0] + 1, without[1]], "the plan counts once, its sections never");
}

#[test]
fn what_makes_no_plan_is_said_in_the_authors_words() {
    let field = "{ id: goal, label: Goal, help: \"What will have changed[^plan]?\" }";
    let wounds: &[(&str, &str, &[&str])] = &[
        ("plan: ours", "plan: our", &["there is no plan `our`"]),
        ("section: why", "section: who", &["the plan `ours` has no section `who`"]),
        ("section: why", "sections: why", &["this `plan-part` has no field `sections`; did you mean `section`?"]),
        ("title: Plan of the group\n", "", &["this `plan` has no `title`"]),
        ("id: message", "id: goal", &["the id `goal` stands twice in this exercise"]),
        ("id: steps", "id: goal", &["the id `goal` stands twice in this exercise", "the section `how` has no fields"]),
        ("id: how", "id: why", &["the section `why` stands twice"]),
        ("most: 200", "most: 6000", &["`most` is 1 to 5000 here"]),
        ("most: 10", "most: 41", &["`most` is 1 to 40 here"]),
        ("most: 10", "most: 2", &["the field asks for more rows than it takes"]),
        ("least: 3", "lines: 3", &["a field with columns has no `lines`"]),
        ("lines: 1,", "least: 1,", &["a field without columns has no `least`"]),
        ("label: Goal", "label: Message", &["this says the same as `goal`"]),
        ("criteria:", "points: 3\nmode: practise\ncriteria:", &["`mode` cannot be `practise`"]),
        (field, "{ id: goal, label: Goal, optional: true, help: \"What[^plan]?\" }", &[]),
    ];
    for (old, new, said) in wounds {
        let mut found = with(old, new).said();
        found.retain(|one| !one.contains("nothing refers to the footnote") && !one.contains("of a plan"));
        assert!(said.iter().all(|said| found.iter().any(|one| one == said)), "{old:?} → {new:?}: {found:?}");
        assert!(!said.is_empty() || found.is_empty(), "{old:?} → {new:?}: {found:?}");
    }
}

#[test]
fn a_plan_that_asks_for_nothing_or_too_much_is_refused() {
    let all = PLAN
        .replace("label: Goal,", "label: Goal, optional: true,")
        .replace("label: Steps", "label: Steps\n        optional: true");
    let found = Folder::with(&all).said();
    assert!(found.iter().any(|one| one == "every field of the plan is optional"), "{found:?}");
    let folder = with("label: Step }", "label: Step, most: 5000 }");
    folder.write("1-start.md", folder.read("1-start.md").replace("most: 10\n", "most: 30\n"));
    let found = folder.faults();
    assert!(found.iter().any(|one| one.contains("has room for") && one.ends_with("more than 100000")), "{found:?}");
}

#[test]
fn an_assessed_plan_stays_in_its_own_unit() {
    let folder = with("prompt: Put", "mode: assessment\npoints: 2\nprompt: Put");
    folder.replace("1-start.md", "minutes: ", "assessment: { attempts: 2 }\nminutes: ");
    let found = folder.faults();
    let said: Vec<&String> = found.iter().filter(|one| one.contains("another unit")).collect();
    assert_eq!(said.len(), 1, "{found:?}");
    assert!(said[0].starts_with("2-test.md:"), "{found:?}");
}
