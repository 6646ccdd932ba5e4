//! A message as it is written: a JSON object.

use crate::json;
use std::fmt::Display;

/// An object that is written member by member. No name may stand twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message(String);

impl Message {
    /// An empty one.
    pub fn new() -> Message {
        Message::default()
    }

    /// With a text.
    #[must_use]
    pub fn text(self, name: &str, text: &str) -> Message {
        self.member(name, |out| json::text(out, text))
    }

    /// With a text, where there is one.
    #[must_use]
    pub fn maybe(self, name: &str, text: Option<&str>) -> Message {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    /// With a number or a yes or no, as JSON writes it.
    #[must_use]
    pub fn plain(self, name: &str, value: impl Display) -> Message {
        self.member(name, |out| json::number(out, value))
    }

    /// With a list of messages.
    #[must_use]
    pub fn list(self, name: &str, items: impl IntoIterator<Item = Message>) -> Message {
        self.member(name, |out| json::list(out, items, |out, item| out.push_str(&item.end())))
    }

    /// With a list of texts.
    #[must_use]
    pub fn texts<'a>(self, name: &str, items: impl IntoIterator<Item = &'a str>) -> Message {
        self.member(name, |out| json::list(out, items, json::text))
    }

    /// With a message inside.
    #[must_use]
    pub fn within(self, name: &str, inner: Message) -> Message {
        self.member(name, |out| out.push_str(&inner.end()))
    }

    /// The JSON.
    pub fn end(self) -> String {
        if self.0.is_empty() { "{}".to_owned() } else { self.0 + "}" }
    }

    fn member(mut self, name: &str, put: impl FnOnce(&mut String)) -> Message {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        json::text(&mut self.0, name);
        self.0.push(':');
        put(&mut self.0);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn a_message_is_json() {
        assert_eq!(Message::new().end(), "{}");
        let inner = Message::new().plain("n", 1).maybe("x", None);
        let message = Message::new().text("a", "\"б\"").list("l", [inner.clone()]).texts("t", ["x"]).within("w", inner);
        assert_eq!(message.end(), r#"{"a":"\"б\"","l":[{"n":1}],"t":["x"],"w":{"n":1}}"#);
    }
}
