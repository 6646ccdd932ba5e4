//! Coding: a transcript written sentence by sentence, a codebook, and the author's own coding.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::{Document, Leaf, plain_leaf};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::{Fields, Node};
use kerege::content::Id;
use kerege::exercise::coding::given::OWN;
use kerege::exercise::coding::wire::{Key, Prompt, Sentence as WireSentence, Turn as WireTurn};
use kerege::exercise::wire::Task;
use std::collections::BTreeMap;

/// A transcript to be coded.
#[derive(Clone, Debug)]
pub struct Coding {
    /// The codebook: names, with what each code means as feedback.
    pub codes: Vec<Part>,
    may_add: bool,
    turns: Vec<(Option<Leaf>, Vec<Sentence>)>,
}

#[derive(Clone, Debug)]
struct Sentence {
    id: Id,
    text: Leaf,
    codes: Vec<Id>,
    why: Document,
}

/// More sentences than this are refused by the player.
const MOST: usize = 1000;

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Coding> {
    fields.need("codes", findings);
    fields.need("turns", findings);
    let codes = part::list(fields, "codes", "this code", findings, code, |part| part);
    let may_add = fields.truth("may-add", findings).unwrap_or(true);
    let before = findings.len();
    let mut reader = Reader { codes: &codes, seen: BTreeMap::new() };
    let nodes = fields.list("turns", findings);
    let turns: Vec<_> = nodes.iter().filter_map(|node| reader.turn(node, findings)).collect();
    let (n_sentences, n_codes) = (reader.seen.len(), n_codes(&turns));
    let complaint = if codes.is_empty() {
        Some(("there is no code to give", "give at least one of the `codes`"))
    } else if n_sentences == 0 {
        Some(("there is nothing to code", "give at least one of the `turns` with `sentences`"))
    } else if n_sentences > MOST {
        Some(("the transcript has more than 1000 sentences", "make several exercises of it"))
    } else if n_codes == 0 {
        Some(("no sentence has a code", "add `codes: […]` to the sentences that carry one"))
    } else {
        None
    };
    if let Some((problem, help)) = complaint {
        if findings.len() == before {
            findings.wrong(fields.place, problem, help);
        }
        return None;
    }
    Some(Coding { codes, may_add, turns })
}

fn n_codes(turns: &[(Option<Leaf>, Vec<Sentence>)]) -> usize {
    turns.iter().flat_map(|(_, sentences)| sentences).map(|sentence| sentence.codes.len()).sum()
}

fn code(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Part> {
    let name = Part::read(fields, "name", findings);
    let feedback = part::markdown(fields, "text", findings);
    let name = name?;
    if name.id.as_str().starts_with(OWN) {
        findings.wrong(name.place, "ids that begin with `own-` are for codes that learners add", "choose another id");
        return None;
    }
    Some(Part { feedback, ..name })
}

struct Reader<'a> {
    codes: &'a [Part],
    seen: BTreeMap<Id, Place>,
}

impl Reader<'_> {
    fn turn(&mut self, node: &Node, findings: &mut Findings) -> Option<(Option<Leaf>, Vec<Sentence>)> {
        let mut fields = Fields::of(node, "this turn", findings)?;
        let speaker = fields.text("speaker", findings).map(plain_leaf);
        fields.need("sentences", findings);
        let nodes = fields.list("sentences", findings);
        fields.finish(findings);
        let sentences = nodes.iter().filter_map(|node| self.sentence(node, findings)).collect();
        Some((speaker, sentences))
    }

    fn sentence(&mut self, node: &Node, findings: &mut Findings) -> Option<Sentence> {
        let mut fields = Fields::of(node, "this sentence", findings)?;
        let id = fields.need_id("id", findings);
        let text = fields.need_text("text", findings).map(plain_leaf);
        let mut codes: Vec<Id> = Vec::new();
        for (code, place) in fields.ids("codes", findings) {
            if !self.codes.iter().any(|known| known.id == code) {
                findings.wrong(place, format!("there is no code `{code}`"), "name one of the `codes`");
            } else if codes.contains(&code) {
                findings.wrong(place, format!("the code `{code}` stands twice"), "name each code once");
            } else {
                codes.push(code);
            }
        }
        let why = part::markdown(&mut fields, "why", findings);
        fields.finish(findings);
        let (id, place) = id?;
        if self.seen.insert(id.clone(), place).is_some() {
            let problem = format!("the id `{id}` stands twice in this exercise");
            findings.wrong(place, problem, "give each sentence an id of its own");
            return None;
        }
        let text = text?;
        if text.source.text.trim().is_empty() {
            findings.wrong(place, format!("the sentence `{id}` has no words"), "write them as `text: …`");
            return None;
        }
        Some(Sentence { id, text, codes, why })
    }
}

impl Coding {
    /// Full points where the author gave none: one for each code given, 20 at most.
    pub(super) fn points(&self) -> u32 {
        n_codes(&self.turns).min(20) as u32
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let codes = self.codes.iter().map(|part| part.write(writer)).collect();
        let means = part::feedback(self.codes.iter(), writer);
        let mut key = Key { codes: BTreeMap::new(), why: BTreeMap::new() };
        let mut turns = Vec::new();
        for (speaker, sentences) in &self.turns {
            let speaker = speaker.as_ref().map(|leaf| writer.words(leaf)).unwrap_or_default();
            let mut written = Vec::new();
            for sentence in sentences {
                written.push(WireSentence { id: (&sentence.id).into(), text: writer.words(&sentence.text) });
                if !sentence.codes.is_empty() {
                    key.codes.insert((&sentence.id).into(), sentence.codes.iter().map(Into::into).collect());
                }
                if !sentence.why.is_empty() {
                    key.why.insert((&sentence.id).into(), writer.short(&sentence.why));
                }
            }
            turns.push(WireTurn { speaker, sentences: written });
        }
        Task::Coding { prompt: Prompt { codes, means, may_add: self.may_add, turns }, key }
    }
}
