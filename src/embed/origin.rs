//! Which pages may speak with the player.

use std::fmt;

/// The origin of a page as browsers write it: scheme, host, and the port where it is not the scheme's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

impl Origin {
    /// Reads an origin: `https:`, or `http:` on this computer for trying things out. No path, no wildcard, no `null`.
    pub fn new(text: &str) -> Option<Origin> {
        let (rest, port_of_scheme) = match text.strip_prefix("https://") {
            Some(rest) => (rest, "443"),
            None => (text.strip_prefix("http://")?, "80"),
        };
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (rest, None),
        };
        let plain = |label: &str| {
            let mut bytes = label.bytes();
            !label.is_empty() && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        let is_host = host.len() <= 253 && host.split('.').all(plain);
        let is_port = port.is_none_or(|port| {
            let number = port.parse::<u16>().is_ok_and(|n| n > 0 && n.to_string() == port);
            number && port != port_of_scheme
        });
        let is_here = port_of_scheme == "443" || host == "localhost" || host == "127.0.0.1";
        (is_host && is_port && is_here).then(|| Origin(text.to_owned()))
    }

    /// The origin as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The origins whose pages may speak with the player. By default there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Each of them exactly.
    pub origins: Vec<Origin>,
}

impl Config {
    /// The name of the page's `<meta>` element that carries the list.
    pub const META: &'static str = "kerege-embed-origins";

    /// Reads a list separated by spaces. What is no origin is left out.
    pub fn read(list: &str) -> Config {
        Config { origins: list.split_ascii_whitespace().filter_map(Origin::new).collect() }
    }

    /// The listed origin that a message came from; `None` for any other.
    pub fn allowed(&self, origin: &str) -> Option<&Origin> {
        self.origins.iter().find(|listed| listed.as_str() == origin)
    }
}
