//! A drawing must not be able to run code or fetch anything.

use crate::finding::Findings;
use crate::passage::Passage;

/// Says what in a drawing is not allowed.
pub(super) fn check(name: &str, bytes: &[u8], path: &Passage, findings: &mut Findings) {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let handler = text.split([' ', '\n', '\t', '"', '\'']).any(|word| {
        word.strip_prefix("on")
            .and_then(|word| word.split_once('='))
            .is_some_and(|(event, _)| event.bytes().all(|b| b.is_ascii_lowercase()))
    });
    let fault = if text.contains("<script") || handler || text.contains("javascript:") {
        Some("runs code")
    } else if text.contains("<foreignobject") {
        Some("holds HTML")
    } else if text.contains("href=\"http") || text.contains("url(http") || text.contains("@import") {
        Some("fetches something from elsewhere")
    } else {
        None
    };
    if let Some(fault) = fault {
        findings.wrong(
            path.all(),
            format!("the drawing `{name}` {fault}"),
            "save it as plain SVG without scripts, links and fonts",
        );
    }
}
