//! Reads glossary and bibliography files.

use super::at::{At, Findings};
use super::catalogue::https;
use super::prose::prose_field;
use crate::content::resource::{DataSet, Reference, Resources, Term};

pub(super) fn resources(at: &At, findings: &mut Findings) -> Resources {
    let Some(at) = at.field("resources") else { return Resources::default() };
    Resources {
        data: at.each_once("data", findings, data_set, |set| &set.id),
        glossary: at.files("glossary", findings),
        bibliography: at.files("bibliography", findings),
    }
}

fn data_set(at: &At, findings: &mut Findings) -> Option<DataSet> {
    Some(DataSet {
        id: at.need("id", findings)?.id(findings)?,
        title: at.localised("title", findings),
        name: at.need("name", findings)?.text(findings)?.to_owned(),
        file: at.need("file", findings)?.file(findings)?,
    })
}

pub(super) fn glossary(at: &At, findings: &mut Findings) -> Option<Vec<Term>> {
    let term = |at: &At, findings: &mut Findings| {
        Some(Term {
            id: at.need("id", findings)?.id(findings)?,
            term: at.need("term", findings)?.text(findings)?.to_owned(),
            text: prose_field(at, "text", findings),
        })
    };
    Some(at.each_once("terms", findings, term, |term| &term.id))
}

pub(super) fn bibliography(at: &At, findings: &mut Findings) -> Option<Vec<Reference>> {
    let reference = |at: &At, findings: &mut Findings| {
        Some(Reference {
            id: at.need("id", findings)?.id(findings)?,
            authors: at.text_or_empty("authors", findings),
            year: at.text_or_empty("year", findings),
            title: at.need("title", findings)?.text(findings)?.to_owned(),
            container: at.text_or_empty("in", findings),
            url: https(at, "url", findings),
        })
    };
    Some(at.each_once("references", findings, reference, |reference| &reference.id))
}
