//! What links inside a module may lead to.

use crate::finding::Findings;
use crate::markdown::Link;
use crate::passage::Place;
use kerege::content::Id;
use std::collections::{BTreeMap, BTreeSet};

/// The ids that exist; `None` where a file could not be read, and nobody can tell.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Pages, each with its unit.
    pub pages: Option<BTreeMap<String, Id>>,
    /// Entries of the glossary.
    pub terms: Option<BTreeSet<String>>,
    /// Entries of the bibliography.
    pub works: Option<BTreeSet<String>>,
    /// Data sets.
    pub data: Option<BTreeSet<String>>,
}

impl Known {
    /// The unit of a page.
    pub(super) fn unit(&self, page: &str) -> Option<Id> {
        self.pages.as_ref()?.get(page).cloned()
    }

    /// Says where a link leads nowhere.
    pub(super) fn check(&self, link: &Link, place: Place, findings: &mut Findings) {
        let all = |ids: &'_ Option<BTreeSet<String>>| ids.as_ref().map(|ids| ids.iter().cloned().collect::<Vec<_>>());
        let (known, id, written, help) = match link {
            Link::Page(id) => (
                self.pages.as_ref().map(|pages| pages.keys().cloned().collect()),
                id,
                format!("#{id}"),
                "no page has this id: give one, or correct the link",
            ),
            Link::Term(id) => {
                let help = "the glossary has no such entry: add it, or correct the link";
                (all(&self.terms), id, format!("term:{id}"), help)
            }
            Link::Citation(id) => {
                let help = "the bibliography has no such entry: add it, or correct the link";
                (all(&self.works), id, format!("cite:{id}"), help)
            }
            Link::Data(id) => {
                let help = "module.yaml lists no such data set below `resources: data:`";
                (all(&self.data), id, format!("data:{id}"), help)
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
