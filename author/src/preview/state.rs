//! What the preview shows just now.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The last good site, and what is wrong since.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// Grows with each build; begins with the time, so that a restarted preview is news too.
    pub(super) version: u64,
    /// The last good site.
    pub(super) site: Option<PathBuf>,
    /// Why the last build did not become the site.
    pub(super) problem: Option<String>,
}

impl Shown {
    /// Before anything is built.
    pub(super) fn first() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { version: u64::try_from(now.as_millis()).unwrap_or_default(), site: None, problem: None }
    }

    /// A build succeeded; gives back the site before, which nobody needs any more.
    pub(super) fn good(&mut self, site: PathBuf) -> Option<PathBuf> {
        self.version += 1;
        self.problem = None;
        self.site.replace(site)
    }

    /// A build failed; the site before stays.
    pub(super) fn bad(&mut self, problem: String) {
        self.version += 1;
        self.problem = Some(problem);
    }

    /// The address of the module's page: the only module's, else the catalogue.
    pub(super) fn entrance(&self) -> Option<String> {
        let site = self.site.as_ref()?;
        let slugs = crate::serve::slugs(site);
        Some(match slugs.as_slice() {
            [only] => format!("/{only}/"),
            _ => "/index.html".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_build_is_news_but_keeps_the_last_good_site() {
        let mut shown = Shown { version: 1, site: None, problem: None };
        assert_eq!(shown.good("a".into()), None);
        shown.bad("no title".into());
        assert_eq!((shown.version, shown.problem.as_deref()), (3, Some("no title")));
        assert_eq!(shown.site, Some("a".into()));
        assert_eq!(shown.good("b".into()), Some("a".into()));
        assert_eq!(shown.problem, None);
    }
}
