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
    /// Where certificates are verified; with the code of one, if the address brings it. Such an address is printed in QR
    /// codes, so it has a form of its own: `#certificate/<code>`.
    Verify(Option<String>),
    /// The module's glossary.
    Glossary,
    /// The module's bibliography.
    Sources,
    /// Where a licence is taken in.
    Licence,
    /// Settings.
    Settings,
    /// A link that leads nowhere: what was there.
    Unknown(String),
}

impl Route {
    /// Reads the fragment of an address, with or without `#`.
    pub fn parse(hash: &str) -> Route {
        let hash = hash.trim_start_matches('#');
        let path = hash.trim_matches('/');
        // What follows is a licence. It is never shown, and no part of it becomes an address.
        if path == "licence" || path.starts_with("licence/") {
            return Route::Licence;
        }
        if let Some(code) = hash.strip_prefix("certificate/").map(|code| code.trim_end_matches('/'))
            && !code.is_empty()
            && !code.contains('/')
        {
            return Route::Verify(Some(beginning(code, LONGEST_CODE)));
        }
        let mut parts = path.split('/');
        let route = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(""), None, None, None) => Some(Route::Home),
            (Some("certificate"), None, None, None) => Some(Route::Certificate),
            (Some("verify"), None, None, None) => Some(Route::Verify(None)),
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
        route.unwrap_or_else(|| Route::Unknown(beginning(path, LONGEST)))
    }

    /// The fragment of this route, with `#`.
    pub fn href(&self) -> String {
        match self {
            Route::Home => "#/".into(),
            Route::Page(unit, None) => format!("#/u/{unit}"),
            Route::Page(unit, Some(page)) => format!("#/u/{unit}/{page}"),
            Route::Result(unit) => format!("#/result/{unit}"),
            Route::Certificate => "#/certificate".into(),
            Route::Verify(None) => "#/verify".into(),
            Route::Verify(Some(code)) => format!("#certificate/{code}"),
            Route::Glossary => "#/glossary".into(),
            Route::Sources => "#/sources".into(),
            Route::Licence => "#/licence".into(),
            Route::Settings => "#/settings".into(),
            Route::Unknown(path) => format!("#/{path}"),
        }
    }
}

/// The longest path that is shown as it is, in characters.
const LONGEST: usize = 80;

/// The longest code of a certificate that is looked at, in characters; twice what the longest one has.
const LONGEST_CODE: usize = 4000;

/// The beginning of a long path; with its mark it cannot be taken for an address that leads somewhere, nor for a code.
fn beginning(path: &str, longest: usize) -> String {
    if path.chars().count() <= longest {
        return path.to_owned();
    }
    path.chars().take(longest - 1).chain(['…']).collect()
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
            "#/verify",
            "#certificate/0123456789",
            "#/glossary",
            "#/sources",
            "#/licence",
            "#/settings",
        ] {
            assert_eq!(Route::parse(hash).href(), hash);
        }
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#certificate/-_a9/"), Route::Verify(Some("-_a9".into())));
    }

    #[test]
    fn a_licence_in_an_address_is_not_read_into_a_route() {
        for hash in ["#licence/00012345", "#/licence/abc", "#licence/a/b/c", "#licence/"] {
            assert_eq!(Route::parse(hash), Route::Licence);
        }
    }

    #[test]
    fn anything_else_is_unknown_and_harmless() {
        for hash in ["#/u", "#/u/A/b", "#/u/a/b/c", "#/x", "#//evil", "#/u/../x"] {
            assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
        }
    }
}
