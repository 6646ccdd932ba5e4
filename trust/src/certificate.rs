//! Certificates: looked at, signed, and written in digits.

use crate::about;
use crate::desk::Desk;
use kerege::certificate::checked::Behind;
use kerege::certificate::draft::Draft;
use kerege::certificate::look::look;
use kerege::certificate::signed::{NotSigned, SignedCertificate};
use kerege::json::Value;
use kerege::licence::text;
use kerege::trust::Message;

/// Looks at whatever somebody brought: what it is, what it says, and what stands against it.
pub(crate) fn verify(desk: &Desk, about: &Value, brought: &[u8]) -> Option<Message> {
    let now = about::moment(about, "now")?;
    let brought = look(brought, &desk.organisers, desk.list.as_ref(), now);
    Some(Message::new().plain("brought", brought.write()))
}

/// What the public half of the licence says that opened the module; nothing where none did.
pub(crate) fn licensed(desk: &Desk) -> Message {
    let Some(opened) = &desk.opened else { return Message::new() };
    let mut said = String::new();
    Behind::of(opened.licence.delegation.clone()).put(&mut said);
    Message::new().plain("licence", said)
}

/// Signs a certificate under that licence; or says by how many bytes its texts are too long.
pub(crate) fn sign(desk: &Desk, about: &Value) -> Option<Message> {
    let opened = desk.opened.as_ref()?;
    // A certificate is for what the licence opened.
    let draft = Draft::read(about::text(about, "draft")?).filter(|draft| draft.module == opened.module)?;
    Some(match SignedCertificate::of(draft).sign(&opened.licence) {
        Ok(token) => Message::new().text("certificate", &text::base64(&token.to_bytes())),
        Err(NotSigned::TooLong(over)) => Message::new().plain("over", over),
        Err(NotSigned::Locked) => return None,
    })
}

/// The digits of a certificate, as they stand in its QR code.
pub(crate) fn digits(about: &Value) -> Option<Message> {
    let bytes = text::from_base64(about::text(about, "certificate")?)?;
    Some(Message::new().text("digits", &text::digits(&bytes)))
}
