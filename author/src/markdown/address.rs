//! Web addresses, as far as their form can be told.

/// A web address names a host.
pub(super) fn has_host(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("https:").or_else(|| lower.strip_prefix("http:")) else { return true };
    let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| !host.is_empty() && !host.starts_with(['.', ':', '@']))
}
