//! The rules of a site's `_headers` file.

use std::path::Path;

use axum::http::{HeaderMap, HeaderName, HeaderValue};

use crate::site::headers::FILE;

/// For each path pattern the headers it adds; a later rule replaces an earlier one's header.
pub(super) struct Rules(Vec<(String, HeaderName, HeaderValue)>);

impl Rules {
    /// The rules of the site in `folder`; none where it has no such file.
    pub(super) fn read(folder: &Path) -> Self {
        Self::parse(&std::fs::read_to_string(folder.join(FILE)).unwrap_or_default())
    }

    fn parse(text: &str) -> Self {
        let mut pattern = "";
        let mut rules = Vec::new();
        for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
            if !line.starts_with(char::is_whitespace) {
                pattern = line.trim();
            } else if let Some((name, value)) = line.trim().split_once(':')
                && let (Ok(name), Ok(value)) = (name.trim().parse(), value.trim().parse())
            {
                rules.push((pattern.to_owned(), name, value));
            }
        }
        Self(rules)
    }

    /// What is added to the answer for a path.
    pub(super) fn for_path(&self, path: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (pattern, name, value) in &self.0 {
            let applies = match pattern.strip_suffix('*') {
                Some(prefix) => path.starts_with(prefix),
                None => path == pattern,
            };
            if applies {
                headers.insert(name.clone(), value.clone());
            }
        }
        headers
    }
}

#[cfg(test)]
mod tests {
    use super::Rules;

    #[test]
    fn the_last_rule_that_fits_counts() {
        let rules = Rules::parse("# ours\n/*\n  A: 1\n  B: 2: 3\n/x/*\n  A: 4\n/y\n  A: 5\n");
        let a = |path: &str| rules.for_path(path)["a"].clone();
        assert_eq!([a("/"), a("/x/z"), a("/y"), a("/y/z")], ["1", "4", "5", "1"]);
        assert_eq!(rules.for_path("/")["b"], "2: 3");
    }
}
