//! What a device keeps of its licences: the licences themselves, what may be shown of each, and what was seen of time and
//! of lists.

use super::Message;
use crate::json::Value;
use crate::port::Moment;

/// All of it; what is stored under a name of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The licences, the newest last.
    pub licences: Vec<Held>,
    /// The latest moment that the device's clock was seen at while a licence was looked at.
    pub seen: Option<Moment>,
    /// An organiser's address and the number of its newest list of revoked licences, from before [`super::Lists`] were.
    pub list: Option<(String, u32)>,
}

/// A licence on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The licence: whoever has this text has it.
    pub text: String,
    /// What may be shown of it.
    pub about: About,
    /// The title of the course or module that it was first used for.
    pub title: String,
    /// When it was revoked, as far as this device has heard.
    pub revoked: Option<Moment>,
}

/// What may be shown of a licence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its number.
    pub id: String,
    /// The organiser's name.
    pub organiser: String,
    /// The organiser's address (`https:`).
    pub url: String,
    /// The holder's name or pseudonym.
    pub label: Option<String>,
    /// When it begins.
    pub from: Moment,
    /// When it ends; `None` where it does not.
    pub until: Option<Moment>,
    /// Until when certificates can be made under it; `None` where that is as long as it opens the course.
    pub certifies_until: Option<Moment>,
    /// The ids of modules and courses that it names.
    pub opens: Vec<String>,
}

impl About {
    /// Reads what was said of a licence; `None` where that is nothing.
    pub fn read(value: &Value) -> Option<About> {
        let text = |name| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let at = |name| value.get(name).and_then(Value::as_i64).map(Moment);
        let opens = value.get("opens")?.as_array()?.iter().filter_map(|id| Some(id.as_str()?.to_owned())).collect();
        Some(About {
            id: text("id")?,
            organiser: text("organiser")?,
            url: text("url")?,
            label: text("label"),
            from: at("from")?,
            until: at("until"),
            certifies_until: at("certifies-until"),
            opens,
        })
    }

    /// The same, to be read again.
    pub fn write(&self) -> Message {
        let message = Message::new()
            .text("id", &self.id)
            .text("organiser", &self.organiser)
            .text("url", &self.url)
            .maybe("label", self.label.as_deref())
            .plain("from", self.from.0)
            .texts("opens", self.opens.iter().map(String::as_str));
        let message = self.until.into_iter().fold(message, |message, until| message.plain("until", until.0));
        let until = self.certifies_until.into_iter();
        until.fold(message, |message, until| message.plain("certifies-until", until.0))
    }
}

/// More licences than this no learner has; a device is not filled with them.
const MOST: usize = 50;

impl Kept {
    /// The name that it is stored under.
    pub const NAME: &str = "licences";

    /// Reads what was stored. What cannot be read is left out.
    pub fn read(value: &Value) -> Kept {
        let licences = value.get("licences").and_then(Value::as_array).unwrap_or_default();
        let list = value.get("list").and_then(|list| {
            Some((list.get("url")?.as_str()?.to_owned(), u32::try_from(list.get("number")?.as_u64()?).ok()?))
        });
        Kept {
            licences: licences.iter().take(MOST).filter_map(held).collect(),
            seen: value.get("seen").and_then(Value::as_i64).map(Moment),
            list,
        }
    }

    /// What is to be stored.
    pub fn write(&self) -> String {
        let licence = |held: &Held| {
            let message = Message::new().text("text", &held.text).text("title", &held.title);
            let message = message.within("about", held.about.write());
            held.revoked.into_iter().fold(message, |message, at| message.plain("revoked", at.0))
        };
        let message = Message::new().plain("kerege", 1).list("licences", self.licences.iter().map(licence));
        let message = self.seen.into_iter().fold(message, |message, seen| message.plain("seen", seen.0));
        let list = self.list.iter();
        let list = list.map(|(url, number)| Message::new().text("url", url).plain("number", number));
        list.fold(message, |message, list| message.within("list", list)).end()
    }

    /// Takes in a licence, in the place of the same one from before.
    pub fn add(&mut self, licence: Held) {
        self.remove(&licence.about.id);
        if self.licences.len() >= MOST {
            self.licences.remove(0);
        }
        self.licences.push(licence);
    }

    /// Forgets a licence.
    pub fn remove(&mut self, id: &str) {
        self.licences.retain(|held| held.about.id != id);
    }

    /// Takes note of the time.
    pub fn see(&mut self, now: Moment) {
        self.seen = Some(self.seen.map_or(now, |seen| seen.max(now)));
    }
}

fn held(value: &Value) -> Option<Held> {
    let text = |name| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let about = About::read(value.get("about")?)?;
    let revoked = value.get("revoked").and_then(Value::as_i64).map(Moment);
    Some(Held { text: text("text")?, about, title: text("title").unwrap_or_default(), revoked })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn held(id: &str) -> Held {
        let about = About {
            id: id.into(),
            organiser: "Қауымдастық".into(),
            url: "https://example.org".into(),
            label: Some("Әсел".into()),
            from: Moment(1000),
            until: Some(Moment(2000)),
            certifies_until: Some(Moment(1500)),
            opens: vec!["cbpr".into()],
        };
        Held { text: "abc".into(), about, title: "Анализ данных".into(), revoked: Some(Moment(5)) }
    }

    #[test]
    fn what_is_kept_is_read_back() {
        let mut kept = Kept { list: Some(("https://example.org".into(), 7)), ..Kept::default() };
        kept.see(Moment(9));
        kept.add(held("a"));
        let read = |text: &str| Kept::read(&json::read(text.as_bytes()).unwrap());
        assert_eq!(read(&kept.write()), kept);
        assert_eq!(read("{}"), Kept::default());
        assert_eq!(read(r#"{"licences":[1,{"text":"x"}],"seen":"x","list":[]}"#), Kept::default());
    }

    #[test]
    fn a_licence_is_kept_once_and_time_only_goes_on() {
        let mut kept = Kept::default();
        for id in ["a", "b", "a"] {
            kept.add(held(id));
        }
        assert_eq!(kept.licences.iter().map(|held| held.about.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        kept.see(Moment(9));
        kept.see(Moment(3));
        assert_eq!(kept.seen, Some(Moment(9)));
        kept.remove("b");
        assert_eq!(kept.licences.len(), 1);
    }
}
