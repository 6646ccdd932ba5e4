//! Which lists of revoked licences this device has seen: an older one is not believed, also when the page is loaded again.

use super::Message;
use crate::json::Value;

/// The number of the newest list of each organiser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists(Vec<(String, u32)>);

/// More organisers than this no device meets. Of more, the one that was met first is forgotten.
const MOST: usize = 50;

impl Lists {
    /// The name that it is stored under.
    pub const NAME: &str = "lists";

    /// Reads what was stored, or what a question says. What cannot be read is left out.
    pub fn read(value: &Value) -> Lists {
        let mut lists = Lists::default();
        lists.take(value);
        lists
    }

    /// Takes in what was stored; also as it once was: one `list` beside the licences.
    pub fn take(&mut self, value: &Value) {
        let all = value.get("lists").and_then(Value::as_array).unwrap_or_default();
        for list in all.iter().chain(value.get("list")) {
            let number = list.get("number").and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
            if let Some((url, number)) = list.get("url").and_then(Value::as_str).zip(number) {
                self.see(url, number);
            }
        }
    }

    /// What is to be stored, and what a question says.
    pub fn write(&self) -> Message {
        let list = |(url, number): &(String, u32)| Message::new().text("url", url).plain("number", number);
        Message::new().plain("kerege", 1).list("lists", self.0.iter().map(list))
    }

    /// The newest list of the organiser with this address.
    pub fn newest(&self, url: &str) -> Option<u32> {
        self.0.iter().find(|(known, _)| known == url).map(|(_, number)| *number)
    }

    /// Takes note of a list. Numbers only go up.
    pub fn see(&mut self, url: &str, number: u32) {
        match self.0.iter_mut().find(|(known, _)| known == url) {
            Some((_, known)) => *known = number.max(*known),
            None => {
                if self.0.len() >= MOST {
                    self.0.remove(0);
                }
                self.0.push((url.to_owned(), number));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn read(text: &str) -> Lists {
        Lists::read(&json::read(text.as_bytes()).unwrap())
    }

    #[test]
    fn what_was_seen_is_read_back_and_numbers_only_go_up() {
        let mut lists = Lists::default();
        for (url, number) in [("https://a.example", 3), ("https://b.example", 9), ("https://a.example", 2)] {
            lists.see(url, number);
        }
        assert_eq!(read(&lists.write().end()), lists);
        assert_eq!((lists.newest("https://a.example"), lists.newest("https://c.example")), (Some(3), None));
        assert_eq!(
            read(r#"{"lists":[1,{"url":"https://a.example"},{"url":1,"number":1}],"list":[]}"#),
            Lists::default()
        );
    }

    #[test]
    fn what_was_kept_beside_the_licences_counts_too() {
        let mut lists = read(r#"{"kerege":1,"licences":[],"list":{"url":"https://a.example","number":7}}"#);
        assert_eq!(lists.newest("https://a.example"), Some(7));
        lists.take(&json::read(br#"{"lists":[{"url":"https://a.example","number":4}]}"#).unwrap());
        assert_eq!(lists.newest("https://a.example"), Some(7));
    }

    #[test]
    fn a_device_is_not_filled_with_organisers() {
        let mut lists = Lists::default();
        for number in 0..60 {
            lists.see(&format!("https://{number}.example"), number);
        }
        assert_eq!(lists.newest("https://9.example"), None);
        assert_eq!(lists.newest("https://59.example"), Some(59));
    }
}
