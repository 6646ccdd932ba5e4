//! Looks at whatever somebody brought to be checked: a link, a pasted code, a file.

use super::badge;
use super::checked::{Brought, Checked};
use super::verify::verify;
use crate::json::{self, Value};
use crate::licence::{Licence, Organiser, Revocations, text};
use crate::port::Moment;

/// Says what it is, and what stands against it.
pub fn look(bytes: &[u8], organisers: &[Organiser], revocations: Option<&Revocations>, now: Moment) -> Brought {
    let words = std::str::from_utf8(bytes).ok();
    let decoded = words.and_then(text::read);
    for bytes in decoded.iter().map(Vec::as_slice).chain([bytes]) {
        if let Some(verdict) = verify(bytes, organisers, revocations, now) {
            return Brought::Certificate(Box::new(Checked::of(bytes, verdict)));
        }
        if Licence::read(bytes).is_some() {
            return Brought::Licence;
        }
    }
    if let Some(badge) = badge::read(bytes, organisers) {
        return Brought::Badge(Box::new(badge));
    }
    let is_attested = words.is_some_and(is_self_attested);
    if is_attested { Brought::SelfAttested } else { Brought::Nothing }
}

/// Whether it is what the player saves of a certificate that nobody signed.
fn is_self_attested(words: &str) -> bool {
    let Ok(value) = json::read(words.as_bytes()) else { return false };
    let is = |name, expected| value.get(name).and_then(Value::as_str) == Some(expected);
    is("type", "certificate") && is("attested", "self")
}
