//! The author's forms of the general kinds: what they are built as, and what is said of a slip.

use crate::folder::Folder;
use kerege::exercise::{Kind, answer, mark};
use kerege_author::check::check;

const MATRIX: &str = r"
```matrix
id: form
prompt: What may be done?
columns: [{ id: free, text: Use freely }, { id: ask, text: Ask first }]
rows:
  - { id: photo, text: A photo, right: ask, feedback: Faces. }
  - { id: count, text: A number, right: [free, ask] }
```
";

const LIKERT: &str = r"
```likert
id: early
prompt: How far do you agree?
levels: [Not at all, A little, Fully]
statements:
  - { id: table, text: I read tables. }
  - { id: chart, text: I read charts. }
```
```likert
id: form
after: early
prompt: And now?
levels: [Not at all, A little, Fully]
statements:
  - { id: table, text: I read tables. }
```
";

const MARKING: &str = r"
```marking
id: form
prompt: What goes too far?
text: |
  The survey [proves](mark:proves) that [60](mark:count) came.
words:
  proves: { right: true, feedback: It shows. }
  count:
```
";

const CARDS: &str = r"
```cards
id: form
prompt: Do you know them?
cards:
  - { id: code, front: Code, back: Names an idea. }
  - { id: theme, front: Theme, back: Joins codes. }
```
";

const CHECKLIST: &str = r"
```checklist
id: form
prompt: Before you go
items:
  - { id: pen, text: A pen }
  - { id: sheet, text: The sheet }
```
";

/// The healthy module with this text added, in which `old` was replaced by `new`.
fn with(text: &str, old: &str, new: &str) -> Folder {
    assert!(text.contains(old), "{old}");
    let folder = Folder::healthy();
    folder.write("1-start.md", folder.read("1-start.md") + &text.replacen(old, new, 1));
    folder
}

#[test]
fn each_form_is_built_with_one_point_for_each_right_part() {
    for (text, kind, points) in [
        (MATRIX, Kind::Matrix, 3),
        (LIKERT, Kind::Likert, 0),
        (MARKING, Kind::Marking, 1),
        (CARDS, Kind::Cards, 0),
        (CHECKLIST, Kind::Checklist, 0),
    ] {
        let folder = with(text, "", "");
        let checked = check(folder.path(), false);
        let (_, units) = checked.built.and_then(|built| built.read).expect("a module");
        let exercise = units[0].exercises.iter().find(|exercise| exercise.id.as_str() == "form").expect("the exercise");
        assert_eq!((exercise.task.kind(), exercise.points), (kind, points));
        let earned = answer(exercise).map(|model| mark(exercise, &model).map(|score| score.earned));
        assert_eq!(earned, kind.is_scored().then_some(Ok(points)));
    }
}

#[test]
fn what_is_wrong_is_said_where_it_is() {
    for (text, old, new, said) in [
        (MATRIX, "right: ask", "right: asc", "there is no column `asc`"),
        (MATRIX, "[free, ask]", "[free, free]", "`free` stands twice in this row"),
        (MATRIX, "[free, ask]", "[]", "nothing is right in this row"),
        (MATRIX, ", right: [free, ask]", "", "this row has no `right`"),
        (MATRIX, ", { id: ask, text: Ask first }", "", "there is no column `ask`"),
        (MATRIX, "text: A number", "text: A photo", "this says the same as `photo`"),
        (LIKERT, "after: early", "after: earlier", "there is no exercise `earlier` to compare with"),
        (LIKERT, "after: early", "after: form", "this cannot be compared with `form`"),
        (
            LIKERT,
            "after: early\nprompt: And now?\nlevels: [Not at all, A little, ",
            "after: early\nprompt: And now?\nlevels: [No, ",
            "this cannot be compared with `early`",
        ),
        (LIKERT, "levels: [Not at all, A little, Fully]", "levels: [Fully]", "there are 2 to 7 levels"),
        (LIKERT, "levels: [Not at all, A little, Fully]\n", "", "this `likert` has no `levels`"),
        (LIKERT, "id: early", "id: early\npoints: 2", "this kind is never scored"),
        (MARKING, "  count:\n", "", "the words `count` are not described"),
        (MARKING, "[60](mark:count)", "60", "the words `count` do not stand in the text"),
        (MARKING, "[60](mark:count)", "[60](mark:proves)", "`mark:proves` stands twice in the text"),
        (MARKING, "right: true, ", "", "nothing is to be marked"),
        (MARKING, "  count:", "  count: { right: true }", "everything is to be marked"),
        (MARKING, "What goes", "What [goes](mark:goes)", "`mark:goes` stands outside an exercise"),
        (CARDS, ", back: Joins codes.", "", "this card has no `back`"),
        (CARDS, "front: Theme", "front: Code", "this says the same as `code`"),
        (CARDS, "id: form", "id: form\nmode: assessment", "this kind is never scored"),
        (CHECKLIST, "id: sheet", "id: pen", "the id `pen` stands twice in this exercise"),
        (
            CHECKLIST,
            "  - { id: pen, text: A pen }\n  - { id: sheet, text: The sheet }\n",
            "  []\n",
            "there is nothing to tick off",
        ),
    ] {
        let findings = with(text, old, new).findings();
        assert!(findings.iter().any(|finding| finding.ends_with(said)), "{old} → {new}: {findings:#?}");
    }
}
