//! Reads the glossary and the bibliography.

use super::value::{https, unique};
use crate::finding::Findings;
use crate::markdown::{self, Document, Leaf, plain_leaf};
use crate::passage::{Passage, Place};
use crate::yaml::{self, Fields, Value};
use kerege::content::Id;

/// An entry of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub place: Place,
    /// The word.
    pub term: Leaf,
    /// What it means.
    pub text: Document,
}

/// An entry of the bibliography; works are not translated.
#[derive(Clone, Debug)]
pub struct Work {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub place: Place,
    /// Authors as printed.
    pub authors: String,
    /// Year as printed.
    pub year: String,
    /// Title.
    pub title: String,
    /// Journal, book or publisher.
    pub container: String,
    /// Where to read it.
    pub url: Option<String>,
}

pub(super) fn terms(source: &Passage, findings: &mut Findings) -> Vec<Term> {
    entries(source, "this entry", term, |term| (&term.id, term.place), findings)
}

pub(super) fn works(source: &Passage, findings: &mut Findings) -> Vec<Work> {
    entries(source, "this work", work, |work| (&work.id, work.place), findings)
}

fn entries<T>(
    source: &Passage,
    what: &'static str,
    read: fn(&mut Fields<'_>, &mut Findings) -> Option<T>,
    id: fn(&T) -> (&Id, Place),
    findings: &mut Findings,
) -> Vec<T> {
    let Some(node) = yaml::parse(source, findings) else { return Vec::new() };
    match &node.value {
        Value::List(nodes) => unique(nodes, what, read, id, findings),
        Value::Nothing => Vec::new(),
        Value::Scalar(_) | Value::Map(_) => {
            findings.wrong(node.place, "a list is expected here", "begin each entry with `- `");
            Vec::new()
        }
    }
}

fn term(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Term> {
    let id = fields.need_id("id", findings);
    let term = fields.need_text("term", findings).map(plain_leaf);
    let text = fields.need_text("text", findings).map(|text| markdown::parse(text, findings));
    let (id, place) = id?;
    Some(Term { id, place, term: term?, text: text? })
}

fn work(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Work> {
    let id = fields.need_id("id", findings);
    let mut words = |name| fields.text(name, findings).map(|text| plain_leaf(text).source.text);
    let (authors, year, title, container) = (words("authors"), words("year"), words("title"), words("in"));
    fields.need("title", findings);
    let url = fields.text("url", findings).and_then(|text| https(text, findings));
    let doi = fields.text("doi", findings);
    if let Some(doi) = doi.filter(|doi| !doi.text.starts_with("10.")) {
        findings.wrong(
            doi.all(),
            format!("`{}` is no DOI", doi.text),
            "a DOI begins with 10., such as 10.1191/1478088706qp063oa",
        );
    }
    let url = url.or_else(|| Some(format!("https://doi.org/{}", doi?.text)));
    let (id, place) = id?;
    let [authors, year, container] = [authors, year, container].map(Option::unwrap_or_default);
    Some(Work { id, place, authors, year, title: title?, container, url })
}
