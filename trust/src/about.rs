//! Reads what questions are about. A question that cannot be read gets no answer: only our own player asks.

use kerege::json::Value;
use kerege::port::Moment;

pub(crate) fn text<'a>(about: &'a Value, name: &str) -> Option<&'a str> {
    about.get(name)?.as_str()
}

pub(crate) fn moment(about: &Value, name: &str) -> Option<Moment> {
    Some(Moment(about.get(name)?.as_i64()?))
}
