//! Reads what questions are about. A question that cannot be read gets no answer: only our own player asks.

use kerege::content::Id;
use kerege::json::Value;
use kerege::port::Moment;

pub(crate) fn text<'a>(about: &'a Value, name: &str) -> Option<&'a str> {
    about.get(name)?.as_str()
}

pub(crate) fn id(about: &Value, name: &str) -> Option<Id> {
    Id::new(text(about, name)?)
}

pub(crate) fn moment(about: &Value, name: &str) -> Option<Moment> {
    Some(Moment(about.get(name)?.as_i64()?))
}

pub(crate) fn count(about: &Value, name: &str) -> Option<u32> {
    u32::try_from(about.get(name)?.as_u64()?).ok()
}

/// A hash in lower-case hexadecimal.
pub(crate) fn hash(about: &Value, name: &str) -> Option<[u8; 32]> {
    let text = text(about, name).filter(|text| text.len() == 64)?;
    let mut out = [0; 32];
    for (byte, pair) in out.iter_mut().zip(text.as_bytes().chunks(2)) {
        let digit = |at: usize| char::from(pair.get(at).copied().unwrap_or_default()).to_digit(16);
        *byte = u8::try_from(digit(0)? * 16 + digit(1)?).ok()?;
    }
    Some(out)
}
