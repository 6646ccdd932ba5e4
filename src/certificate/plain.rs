//! The plain values of drafts and of certificates that were checked, as JSON: each kind is read and put in one way.

use crate::content::Id;
use crate::json::{self, Value, list, number};
use crate::port::Moment;

/// The text of a member.
pub(super) fn text(from: &Value, name: &str) -> Option<String> {
    from.get(name)?.as_str().map(str::to_owned)
}

/// An id.
pub(super) fn id(from: &Value) -> Option<Id> {
    Id::new(from.as_str()?)
}

/// A moment.
pub(super) fn at(from: &Value) -> Option<Moment> {
    from.as_i64().map(Moment)
}

/// A number that counts something.
pub(super) fn count(from: &Value) -> Option<u32> {
    u32::try_from(from.as_u64()?).ok()
}

/// What is read of each item of a member.
pub(super) fn all<T>(from: &Value, name: &str, read: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let mut all = Vec::new();
    for item in from.get(name)?.as_array()? {
        all.push(read(item)?);
    }
    Some(all)
}

/// Points earned and full points, where there is an assessment; `None` where they cannot be read.
pub(super) fn score(from: &Value) -> Option<Option<(u32, u32)>> {
    Some(match all(from, "score", count)?.as_slice() {
        [earned, of] => Some((*earned, *of)),
        _ => None,
    })
}

/// Puts an id.
pub(super) fn put_id(out: &mut String, id: &Id) {
    json::text(out, id.as_str());
}

/// Puts a moment.
pub(super) fn put_at(out: &mut String, moment: Moment) {
    number(out, moment.0);
}

/// Puts a text, or nothing.
pub(super) fn put_maybe(out: &mut String, words: Option<&str>) {
    match words {
        Some(words) => json::text(out, words),
        None => put_nothing(out),
    }
}

/// Puts points, for [`score`].
pub(super) fn put_score(out: &mut String, score: Option<(u32, u32)>) {
    list(out, score.iter().flat_map(|(earned, of)| [earned, of]), number);
}

/// Puts nothing.
pub(super) fn put_nothing(out: &mut String) {
    out.push_str("null");
}
