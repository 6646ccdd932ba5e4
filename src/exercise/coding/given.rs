//! The learner's coding: passages with codes, and codes of the learner's own.

use super::Prompt;
use crate::content::Id;
use crate::content::read::{At, Findings};
use crate::json;
use crate::table::Set;

/// What a learner coded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Codes on sentences, in the order in which they were given.
    pub marks: Vec<Mark>,
    /// Codes that the learner added.
    pub own: Vec<Own>,
}

/// A code on a sentence, or on some of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The sentence.
    pub sentence: Id,
    /// The code: of the codebook or an own one.
    pub code: Id,
    /// The words that were selected; `None` for all of them.
    pub words: Option<Words>,
}

/// Words of a sentence in one language. Another language has other words: there the mark is on the whole sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// First word, from 0.
    pub from: u32,
    /// Behind the last word.
    pub to: u32,
    /// The language.
    pub language: String,
}

/// A code that the learner added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id: `own-` and a number.
    pub id: Id,
    /// Its name, as the learner wrote it.
    pub name: String,
    /// The code of the codebook that it is compared as; `None` for none.
    pub like: Option<Id>,
}

/// Own codes begin with this, and no author's does.
pub const OWN: &str = "own-";

impl Given {
    /// The code of the codebook that a code is compared as; itself where it is no own code, or like none.
    pub fn meant<'a>(&'a self, code: &'a Id) -> &'a Id {
        let own = self.own.iter().find(|own| own.id == *code);
        own.and_then(|own| own.like.as_ref()).unwrap_or(code)
    }

    /// Gives a code to a sentence or to some of its words, or takes it back with `None`.
    pub fn set(&mut self, sentence: &Id, code: &Id, mark: Option<Option<Words>>) {
        let is_it = |mark: &Mark| mark.sentence == *sentence && mark.code == *code;
        self.marks.retain(|mark| !is_it(mark));
        self.marks.extend(mark.map(|words| Mark { sentence: sentence.clone(), code: code.clone(), words }));
    }

    /// Adds a code of this name; its id, or `None` where the name is empty or there are a hundred already.
    pub fn add(&mut self, name: &str) -> Option<Id> {
        let free = |n: &u32| !self.own.iter().any(|own| own.id.as_str().strip_prefix(OWN) == Some(&n.to_string()));
        let n = (1..=100u32).find(free)?;
        let id = Id::new(&[OWN, &n.to_string()].concat()).filter(|_| !name.trim().is_empty())?;
        self.own.push(Own { id: id.clone(), name: name.trim().to_owned(), like: None });
        Some(id)
    }

    /// Removes an own code and everything that carries it.
    pub fn remove(&mut self, code: &Id) {
        self.own.retain(|own| own.id != *code);
        self.marks.retain(|mark| mark.code != *code);
    }

    /// Whether everything in it speaks of sentences and codes that are there.
    pub(in crate::exercise) fn fits(&self, prompt: &Prompt) -> bool {
        let sentences = Set::of(prompt.sentences().map(|sentence| &sentence.id));
        let codes = Set::of(prompt.codes.iter().map(|code| &code.id));
        let own = Set::of(self.own.iter().map(|own| &own.id));
        let is_new = |own: &Own| !codes.contains(&own.id) && own.like.as_ref().is_none_or(|like| codes.contains(like));
        own.len() == self.own.len()
            && self.own.iter().all(is_new)
            && self.marks.iter().all(|mark| {
                sentences.contains(&mark.sentence) && (codes.contains(&mark.code) || own.contains(&mark.code))
            })
    }

    pub(in crate::exercise) fn write(&self, out: &mut String) {
        out.push_str("{\"marks\":");
        json::list(out, &self.marks, |out, mark| {
            out.push('[');
            json::text(out, mark.sentence.as_str());
            out.push(',');
            json::text(out, mark.code.as_str());
            if let Some(words) = &mark.words {
                for n in [words.from, words.to] {
                    out.push(',');
                    json::number(out, n);
                }
                out.push(',');
                json::text(out, &words.language);
            }
            out.push(']');
        });
        out.push_str(",\"own\":");
        json::list(out, &self.own, |out, own| {
            out.push_str("{\"id\":");
            json::text(out, own.id.as_str());
            out.push_str(",\"name\":");
            json::text(out, &own.name);
            if let Some(like) = &own.like {
                out.push_str(",\"as\":");
                json::text(out, like.as_str());
            }
            out.push('}');
        });
        out.push('}');
    }

    pub(in crate::exercise) fn from_json(at: &At, findings: &mut Findings) -> Given {
        Given { marks: at.each("marks", findings, mark), own: at.each("own", findings, own) }
    }
}

fn mark(at: &At, findings: &mut Findings) -> Option<Mark> {
    let items = at.items(findings);
    let (sentence, code, words) = match items.as_slice() {
        [sentence, code] => (sentence, code, None),
        [sentence, code, from, to, language] => {
            let (from, to) = (from.count(findings)?, to.count(findings)?);
            let language = language.text(findings)?.to_owned();
            (sentence, code, Some(Words { from, to, language }))
        }
        _ => return at.expect(None, "a sentence and a code", findings),
    };
    Some(Mark { sentence: sentence.id(findings)?, code: code.id(findings)?, words })
}

fn own(at: &At, findings: &mut Findings) -> Option<Own> {
    let like = match at.field("as") {
        Some(at) => Some(at.id(findings)?),
        None => None,
    };
    Some(Own { id: at.need("id", findings)?.id(findings)?, name: at.text_or_empty("name", findings), like })
}

#[cfg(test)]
mod tests {
    use super::{Given, Words};
    use crate::content::Id;

    #[test]
    fn a_sentence_carries_each_code_once_and_an_own_code_goes_with_its_marks() {
        let [first, seen] = ["s1", "seen"].map(|id| Id::new(id).expect("an id"));
        let mut given = Given::default();
        let words = Words { from: 1, to: 3, language: "en".into() };
        given.set(&first, &seen, Some(None));
        given.set(&first, &seen, Some(Some(words.clone())));
        assert_eq!(given.marks.len(), 1);
        assert_eq!(given.marks[0].words, Some(words));
        assert_eq!(given.add("  "), None);
        let own = given.add(" Waiting ").expect("a code");
        assert_eq!((own.as_str(), given.own[0].name.as_str()), ("own-1", "Waiting"));
        given.set(&first, &own, Some(None));
        assert_eq!(given.meant(&own), &own);
        given.own[0].like = Some(seen.clone());
        assert_eq!(given.meant(&own), &seen);
        given.remove(&own);
        assert_eq!((given.marks.len(), given.own.len()), (1, 0));
        given.set(&first, &seen, None);
        assert_eq!(given, Given::default());
    }
}
