//! Whether a file of the site is what its organiser signed.

use super::desk::Desk;
use crate::about;
use kerege::json::Value;
use kerege::licence::Purpose;
use kerege::licence::file::{FileSigned, check};
use kerege::trust::Message;

/// Checks a file's signature: says who signed it, or why nobody did.
pub(crate) fn signed(desk: &Desk, about: &Value, file: &[u8], signature: &[u8]) -> Option<Message> {
    let purpose = match about::text(about, "purpose")? {
        "module" => Purpose::Module,
        "catalogue" => Purpose::Catalogue,
        _ => return None,
    };
    let now = about::moment(about, "now")?;
    let message = Message::new();
    Some(match check(purpose, file, signature, &desk.known.organisers, now) {
        FileSigned::By(organiser) => message.text("by", &organiser.url),
        FileSigned::Altered => message.text("refused", "altered"),
        FileSigned::UnknownOrganiser => message.text("refused", "unknown"),
        FileSigned::Unreadable => message.text("refused", "unreadable"),
    })
}
