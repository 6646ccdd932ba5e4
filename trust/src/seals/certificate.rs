//! Certificates, as far as they are signed here.

use super::desk::Desk;
use crate::about;
use kerege::certificate::checked::Behind;
use kerege::certificate::draft::Draft;
use kerege::certificate::signed::{NotSigned, SignedCertificate};
use kerege::certificate::verify::against;
use kerege::json::Value;
use kerege::licence::text;
use kerege::trust::Message;

/// What the public half of the licence says that opened the module; nothing where none did.
pub(crate) fn licensed(desk: &Desk) -> Message {
    let Some(opened) = &desk.opened else { return Message::new() };
    let mut said = String::new();
    Behind::of(opened.licence.delegation.clone()).put(&mut said);
    Message::new().plain("licence", said)
}

/// Signs a certificate under that licence; or says by how many bytes its texts are too long. What no verifier would believe
/// is not signed: it is said what stands against it.
pub(crate) fn sign(desk: &Desk, about: &Value) -> Option<Message> {
    let opened = desk.opened.as_ref()?;
    // A certificate is for what the licence opened.
    let draft = Draft::read(about::text(about, "draft")?).filter(|draft| draft.module == opened.module)?;
    let certificate = SignedCertificate::of(draft);
    if let Some(why) = against(&certificate, &opened.licence.delegation, certificate.at).first() {
        return Some(Message::new().text("refused", why.name()));
    }
    Some(match certificate.sign(&opened.licence) {
        Ok(token) => Message::new().text("certificate", &text::base64(&token.to_bytes())),
        Err(NotSigned::TooLong(over)) => Message::new().plain("over", over),
        Err(NotSigned::Locked) => return None,
    })
}
