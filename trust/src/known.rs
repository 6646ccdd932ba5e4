//! Who the organisers are, and their list of revoked licences: what both halves take in.

use crate::about;
use kerege::json::Value;
use kerege::licence::{ListRefused, Organiser, Revocations};
use kerege::trust::Message;

/// What is known of organisers.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Who vouches on this site.
    pub(crate) organisers: Vec<Organiser>,
    /// The organiser's list of revoked licences, where there is one.
    pub(crate) list: Option<Revocations>,
}

impl Known {
    /// Takes in `organiser.json`, and the list where there is one; says who vouches, and what became of the list. The
    /// newest number that was seen before is `known`, of the organiser with the address `url`.
    pub(crate) fn take(&mut self, about: &Value, files: &[Vec<u8>]) -> Message {
        if let Some(file) = files.first().filter(|file| !file.is_empty()) {
            self.organisers = Organiser::read(file).into_iter().collect();
        }
        let who = self.organisers.iter().map(|organiser| {
            let fingerprint = organiser.keys.last().map(|key| key.key.fingerprint());
            Message::new()
                .text("name", &organiser.name)
                .text("url", &organiser.url)
                .text("domain", organiser.domain())
                .maybe("fingerprint", fingerprint.as_deref())
        });
        let message = Message::new().list("organisers", who);
        let Some(file) = files.get(1).filter(|file| !file.is_empty()) else { return message };
        let known = |organiser: &Organiser| {
            about::count(about, "known").filter(|_| about::text(about, "url") == Some(&organiser.url))
        };
        match Revocations::read(file, &self.organisers, known) {
            Ok(list) => {
                let taken =
                    Message::new().text("url", &list.url).plain("number", list.number).plain("issued", list.issued.0);
                self.list = Some(list);
                message.within("list", taken)
            }
            Err(why) => message.text("refused", reason(why)),
        }
    }
}

fn reason(why: ListRefused) -> &'static str {
    match why {
        ListRefused::Unreadable => "unreadable",
        ListRefused::UnknownOrganiser => "unknown",
        ListRefused::Altered => "altered",
        ListRefused::Older(_) => "older",
    }
}
