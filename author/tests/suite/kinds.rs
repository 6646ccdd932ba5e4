//! The author's forms of the general kinds: what they are built as, and what is said of a slip.

use crate::folder::{Folder, wounded};
use kerege::exercise::{Kind, answer, mark};

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

const BANK: &str = r"
```blanks
id: form
prompt: Complete it.
text: The [[all]] and its [[some]].
bank:
  - { id: whole, text: whole }
  - { id: part, text: part }
  - { id: mean, text: mean, feedback: It needs values. }
blanks:
  all: { word: whole }
  some: { word: part }
```
";

const LABEL: &str = r"
```label
id: form
prompt: What is where?
image: media/flow.svg
alt: Two boxes and an arrow
labels: [{ id: from, text: From }, { id: to, text: To }]
spots:
  - { id: left, name: At the left, at: [20, 50], right: from }
  - { id: right, name: At the right, at: [80, 50], right: to, feedback: It ends here. }
```
";

const HOTSPOT: &str = r"
```hotspot
id: form
prompt: Where does it end?
image: media/flow.svg
alt: Two boxes and an arrow
spots:
  - { id: left, name: At the left, at: [20, 50], feedback: Here it begins. }
  - { id: right, name: At the right, at: [80, 50], right: true }
```
";

const PICTURES: &str = r"
```choice
id: form
prompt: Which one flows?
options:
  - { id: flow, image: media/flow.svg, alt: A flow, right: true }
  - { id: none, image: media/flow.svg, alt: No flow, text: Nothing moves. }
```
";

const RUBRIC: &str = r"
```reflection
id: form
prompt: Write.
criteria: [{ id: short, text: It is short }]
rubric:
  - id: clear
    text: Is it clear?
    levels: [{ id: no, text: It is not }, { id: yes, text: It is }]
```
";

const SURE: &str = r"
```choice
id: form
prompt: Which?
confidence: true
shuffle: true
options: [{ id: one, text: One, right: true }, { id: two, text: Two }]
```
";

/// The healthy module with this text added, in which `old` was replaced by `new`.
fn with(text: &str, old: &str, new: &str) -> Folder {
    Folder::with(&wounded(text, old, new))
}

#[test]
fn each_form_is_built_with_one_point_for_each_right_part() {
    for (text, kind, points) in [
        (MATRIX, Kind::Matrix, 3),
        (LIKERT, Kind::Likert, 0),
        (MARKING, Kind::Marking, 1),
        (CARDS, Kind::Cards, 0),
        (CHECKLIST, Kind::Checklist, 0),
        (BANK, Kind::Blanks, 2),
        (LABEL, Kind::Label, 2),
        (HOTSPOT, Kind::Hotspot, 1),
        (PICTURES, Kind::Choice, 1),
        (RUBRIC, Kind::Reflection, 0),
        (SURE, Kind::Choice, 1),
    ] {
        let exercise = with(text, "", "").exercise("form");
        assert_eq!((exercise.task.kind(), exercise.points), (kind, points));
        let earned = answer(&exercise).map(|model| mark(&exercise, &model).map(|score| score.earned));
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
        (BANK, "word: part", "word: prt", "there is no word `prt`"),
        (BANK, "{ word: part }", "{ accepts: [part] }", "this gap is not filled from the bank"),
        (BANK, "{ word: part }", "{ feedback: Which? }", "no word is right in this gap"),
        (BANK, "text: mean", "text: whole", "this says the same as `whole`"),
        (BANK, "id: mean", "id: part", "the id `part` stands twice in this exercise"),
        (LABEL, "right: from", "right: form", "there is no label `form`"),
        (LABEL, "at: [20, 50]", "at: [20, 150]", "`at` has to hold two numbers from 0 to 100"),
        (LABEL, "at: [20, 50], ", "", "this spot has no `at`"),
        (LABEL, "alt: Two boxes and an arrow\n", "", "this `label` has no `alt`"),
        (LABEL, "name: At the left, ", "", "this spot has no `name`"),
        (LABEL, "flow.svg", "flown.svg", "there is no file `media/flown.svg`"),
        (LABEL, "name: At the left", "name: At the right", "this says the same as `left`"),
        (HOTSPOT, ", right: true", "", "no place is right"),
        (HOTSPOT, "image: media/flow.svg\n", "", "this `hotspot` has no `image`"),
        (PICTURES, ", alt: A flow", "", "this option has no `alt`"),
        (PICTURES, "alt: No flow, text: Nothing moves.", "alt: A flow", "this says the same as `flow`"),
        (RUBRIC, ", { id: yes, text: It is }", "", "there is nothing to choose from"),
        (RUBRIC, "id: yes", "id: no", "the id `no` stands twice in this exercise"),
        (RUBRIC, "id: clear", "id: short", "the id `short` stands twice in this exercise"),
        (RUBRIC, "text: It is }]", "text: It is not }]", "this says the same as `no`"),
        (RUBRIC, "id: form", "id: form\nconfidence: true", "this kind is never scored"),
        (SURE, "shuffle: true", "shuffle: often", "`shuffle` has to be true or false"),
        (PICTURES, "alt: A flow", "alt: \" \"", "the image has no text alternative"),
    ] {
        let findings = with(text, old, new).findings();
        assert!(findings.iter().any(|finding| finding.ends_with(said)), "{old} → {new}: {findings:#?}");
    }
}
