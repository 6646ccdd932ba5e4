//! What links inside a module may lead to.

use crate::finding::Findings;
use crate::markdown::Link;
use crate::passage::Place;
use std::collections::BTreeSet;

/// The ids that exist; `None` where a file could not be read, and nobody can tell.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Pages.
    pub pages: Option<BTreeSet<String>>,
    /// Entries of the glossary.
    pub terms: Option<BTreeSet<String>>,
    /// Entries of the bibliography.
    pub works: Option<BTreeSet<String>>,
    /// Data sets.
    pub data: Option<BTreeSet<String>>,
}

impl Known {
    /// Says where a link leads nowhere.
    pub(super) fn check(&self, link: &Link, place: Place, findings: &mut Findings) {
        let (known, id, written, help) = match link {
            Link::Page(id) => (&self.pages, id, format!("#{id}"), "no page has this id: give one, or correct the link"),
            Link::Term(id) => {
                (&self.terms, id, format!("term:{id}"), "the glossary has no such entry: add it, or correct the link")
            }
            Link::Citation(id) => (
                &self.works,
                id,
                format!("cite:{id}"),
                "the bibliography has no such entry: add it, or correct the link",
            ),
            Link::Data(id) => {
                (&self.data, id, format!("data:{id}"), "module.yaml lists no such data set below `resources: data:`")
            }
            Link::Blank(_) | Link::Mark(_) | Link::Note(_) => return,
        };
        let Some(known) = known else { return };
        if !known.contains(id) {
            let names: Vec<&str> = known.iter().map(String::as_str).collect();
            let near =
                crate::yaml::closest(id, &names).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            findings.wrong(place, format!("`{written}` leads nowhere{near}"), help);
        }
    }
}
