//! Responses that give each of several parts one value.

use crate::content::Id;

/// The value given to a part.
pub fn get<'a, T>(pairs: &'a [(Id, T)], part: &Id) -> Option<&'a T> {
    pairs.iter().find(|(id, _)| id == part).map(|(_, value)| value)
}

/// Gives a part a value, or takes it back with `None`. The order of parts stays.
pub fn set<T>(pairs: &mut Vec<(Id, T)>, part: &Id, value: Option<T>) {
    let at = pairs.iter().position(|(id, _)| id == part);
    match (at, value) {
        (Some(at), Some(value)) => {
            if let Some(pair) = pairs.get_mut(at) {
                pair.1 = value;
            }
        }
        (Some(at), None) => {
            pairs.remove(at);
        }
        (None, Some(value)) => pairs.push((part.clone(), value)),
        (None, None) => {}
    }
}
