//! The author's form of a map of stakeholders.

use crate::folder::{Folder, wounded};
use kerege::exercise::stakeholders::Place;
use kerege::exercise::{Task, answer, mark};

const MAP: &str = "
```stakeholders
id: who
prompt: Who decides?
levels: 4
own: 3
points: 2
stakeholders:
  - { id: head, name: The head, power: 4, interest: 2, why: She signs. }
  - { id: night, name: Who works by day, power: 1, interest: 4 }
```
";

/// The healthy module with a map, in which `old` was replaced by `new`.
fn with(old: &str, new: &str) -> Folder {
    Folder::with(&wounded(MAP, old, new))
}

#[test]
fn a_map_is_built_with_the_authors_places_and_reasons() {
    let exercise = with("", "").exercise("who");
    let Task::Stakeholders(prompt, key) = &exercise.task else { panic!("a map") };
    assert_eq!((prompt.named.len(), prompt.levels, prompt.own, key.tolerance, key.why.len()), (2, 4, 3, 1, 1));
    assert_eq!(key.places[0].1, Place { power: 4, interest: 2 });
    let model = answer(&exercise).expect("the author's places");
    assert_eq!(mark(&exercise, &model).map(|score| score.earned), Ok(2));
}

#[test]
fn what_makes_no_map_is_said_in_the_authors_words() {
    for (old, new, said) in [
        ("levels: 4", "levels: 6", "`levels` is 2 to 5 here"),
        ("levels: 4", "levels: 3", "the map has no step 4: it has 1 to 3"),
        ("power: 1", "power: 0", "the map has no step 0: it has 1 to 4"),
        ("power: 1, ", "", "this stakeholder has no `power`"),
        ("own: 3", "own: 21", "`own` is 0 to 20 here"),
        ("own: 3", "tolerance: 2", "`tolerance` is 0 to 1 here"),
        ("levels: 4\nown: 3", "levels: 3\ntolerance: 1", "`tolerance` is 0 to 0 here"),
        ("name: Who works by day", "name: The head", "this says the same as `head`"),
        ("id: night", "id: head", "the id `head` stands twice in this exercise"),
        ("name: The head", "nam: The head", "this stakeholder has no field `nam`; did you mean `name`?"),
        ("points: 2", "mode: assessment", "an assessment exercise without points"),
    ] {
        let found = with(old, new).findings();
        assert!(found.iter().any(|one| one.ends_with(said)), "{old:?} → {new:?}: {found:?}");
    }
    let (head, _) = MAP.split_once("stakeholders:\n").expect("the list");
    let found = Folder::with(&[head, "stakeholders: []\n```\n"].concat()).findings();
    assert!(found.iter().any(|one| one.ends_with("the map has no stakeholders")), "{found:?}");
}
