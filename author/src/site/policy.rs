//! The Content-Security-Policy of a page.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy for a page whose only inline style is `style`.
///
/// It stands in the page itself, so that it holds on a host that sends no headers.
pub(super) fn for_page(style: &str) -> String {
    let hash = style_hash(style);
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        &format!("style-src 'self' '{hash}'"),
        "img-src 'self' blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        // Nothing of ours, nor of what it is made with, turns a text into markup or code; so nothing may.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

/// What allows an inline style: its hash, as a policy writes it, without the quotation marks.
pub(crate) fn style_hash(style: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(style.as_bytes())))
}

/// The policy as a header, which can also say who may frame the page.
pub(super) fn for_header(style: &str, framers: &str) -> String {
    let policy = format!("{}; frame-ancestors 'self' {framers}", for_page(style));
    policy.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_is_allowed_by_its_hash_and_nothing_inline_besides() {
        let policy = for_page("");
        assert!(policy.contains("style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.contains("'unsafe-eval'"));
    }
}
