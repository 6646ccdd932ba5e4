//! The author's form of a coding exercise.

use crate::folder::{Folder, wounded};
use kerege::exercise::{Task, answer, mark};

const CODING: &str = r#"
```coding
id: rosa
prompt: Code what Rosa says.
codes:
  - { id: seen, name: Being seen, text: Somebody might recognise her }
  - { id: cost, name: Cost }
turns:
  - speaker: Rosa
    sentences:
      - { id: s1, text: "My aunt lives opposite, e.g. she sees me.", codes: [seen], why: She names who. }
      - { id: s2, text: And I wait two hours., codes: [cost, seen] }
  - sentences:
      - { id: s3, text: She laughs. }
```
"#;

/// The healthy module with a coding exercise, in which `old` was replaced by `new`.
fn with(old: &str, new: &str) -> Folder {
    Folder::with(&wounded(CODING, old, new))
}

#[test]
fn a_coding_is_built_with_its_codebook_sentences_and_key() {
    let exercise = with("", "").exercise("rosa");
    let Task::Coding(prompt, key) = &exercise.task else { panic!("a coding") };
    assert_eq!((prompt.codes.len(), prompt.means.len(), prompt.may_add), (2, 1, true));
    let texts: Vec<&str> = prompt.sentences().map(|sentence| sentence.text.as_str()).collect();
    assert_eq!(texts, ["My aunt lives opposite, e.g. she sees me.", "And I wait two hours.", "She laughs."]);
    assert_eq!((key.codes.len(), key.why.len(), exercise.points), (2, 1, 3));
    let model = answer(&exercise).expect("a model answer");
    assert_eq!(mark(&exercise, &model).map(|score| score.earned), Ok(3));
}

#[test]
fn what_is_wrong_with_a_coding_is_said_where_it_is() {
    for (old, new, said) in [
        ("codes: [seen]", "codes: [sen]", "there is no code `sen`"),
        ("[cost, seen]", "[cost, cost]", "the code `cost` stands twice"),
        ("id: s2", "id: s1", "the id `s1` stands twice in this exercise"),
        ("id: cost,", "id: own-1,", "ids that begin with `own-` are for codes that learners add"),
        ("name: Cost", "name: Being seen", "this says the same as `seen`"),
        (", text: She laughs.", "", "this sentence has no `text`"),
        ("text: She laughs.", "text: \" \"", "the sentence `s3` has no words"),
        ("why: She names", "wy: She names", "this sentence has no field `wy`; did you mean `why`?"),
        (
            "speaker: Rosa\n    sentences",
            "speaker: Rosa\n    sentence",
            "this turn has no field `sentence`; did you mean `sentences`?",
        ),
    ] {
        let findings = with(old, new).findings();
        assert!(findings.iter().any(|finding| finding.ends_with(said)), "{old} → {new}: {findings:#?}");
    }
    let bare = CODING.replace(", codes: [seen]", "").replace(", codes: [cost, seen]", "");
    let findings = Folder::with(&bare).findings();
    assert!(findings.iter().any(|finding| finding.ends_with("no sentence has a code")), "{findings:#?}");
}
