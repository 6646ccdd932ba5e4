//! Addresses inside a page of the site: hash routes, parsed and printed in one place.

use crate::content::Id;

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The catalogue at the site's root, or the module's own page inside a module.
    Home,
    /// A page of a unit; the unit's first page where none is named.
    Page(Id, Option<Id>),
    /// The result of a unit.
    Result(Id),
    /// The certificate.
    Certificate,
    /// The module's glossary.
    Glossary,
    /// The module's bibliography.
    Sources,
    /// Settings.
    Settings,
    /// A link that leads nowhere: what was there.
    Unknown(String),
}

impl Route {
    /// Reads the fragment of an address, with or without `#`.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let route = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(""), None, None, None) => Some(Route::Home),
            (Some("certificate"), None, None, None) => Some(Route::Certificate),
            (Some("glossary"), None, None, None) => Some(Route::Glossary),
            (Some("sources"), None, None, None) => Some(Route::Sources),
            (Some("settings"), None, None, None) => Some(Route::Settings),
            (Some("u"), Some(unit), None, None) => Id::new(unit).map(|unit| Route::Page(unit, None)),
            (Some("u"), Some(unit), Some(page), None) => {
                Id::new(unit).zip(Id::new(page)).map(|(unit, page)| Route::Page(unit, Some(page)))
            }
            (Some("result"), Some(unit), None, None) => Id::new(unit).map(Route::Result),
            _ => None,
        };
        route.unwrap_or_else(|| Route::Unknown(beginning(path)))
    }

    /// The fragment of this route, with `#`.
    pub fn href(&self) -> String {
        match self {
            Route::Home => "#/".into(),
            Route::Page(unit, None) => format!("#/u/{unit}"),
            Route::Page(unit, Some(page)) => format!("#/u/{unit}/{page}"),
            Route::Result(unit) => format!("#/result/{unit}"),
            Route::Certificate => "#/certificate".into(),
            Route::Glossary => "#/glossary".into(),
            Route::Sources => "#/sources".into(),
            Route::Settings => "#/settings".into(),
            Route::Unknown(path) => format!("#/{path}"),
        }
    }
}

/// The beginning of a long path; with its mark it cannot be taken for an address that leads somewhere.
fn beginning(path: &str) -> String {
    const LONGEST: usize = 80;
    if path.chars().count() <= LONGEST {
        return path.to_owned();
    }
    path.chars().take(LONGEST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn every_route_is_read_back_as_it_was_printed() {
        for hash in [
            "#/",
            "#/u/counting",
            "#/u/counting/table",
            "#/result/u1",
            "#/certificate",
            "#/glossary",
            "#/sources",
            "#/settings",
        ] {
            assert_eq!(Route::parse(hash).href(), hash);
        }
        assert_eq!(Route::parse(""), Route::Home);
    }

    #[test]
    fn anything_else_is_unknown_and_harmless() {
        for hash in ["#/u", "#/u/A/b", "#/u/a/b/c", "#/x", "#//evil", "#/u/../x"] {
            assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
        }
    }
}
