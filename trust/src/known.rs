//! Who the organisers are, and their list of revoked licences: what both halves take in.

use crate::about;
use kerege::json::Value;
use kerege::licence::file::{FileSigned, check};
use kerege::licence::{ListRefused, Organiser, Purpose, Revocations};
use kerege::trust::{Lists, Message};

/// What is known of organisers.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Who vouches on this site.
    pub(crate) organisers: Vec<Organiser>,
    /// The organiser's list of revoked licences, where there is one.
    pub(crate) list: Option<Revocations>,
}

impl Known {
    /// Takes in `organiser.json`, and the list where there is one; says what became of the list. The question says which
    /// [`Lists`] were seen before.
    pub(crate) fn take(&mut self, about: &Value, files: &[Vec<u8>]) -> Message {
        if let Some(file) = files.first().filter(|file| !file.is_empty()) {
            self.organisers = Organiser::read(file).into_iter().collect();
        }
        let message = Message::new();
        let Some(file) = files.get(1).filter(|file| !file.is_empty()) else { return message };
        let lists = Lists::read(about);
        let known = |organiser: &Organiser| lists.newest(&organiser.url);
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

    /// Checks a file's signature: says who signed it, or why nobody did.
    pub(crate) fn signed(&self, purpose: Purpose, about: &Value, file: &[u8], signature: &[u8]) -> Option<Message> {
        let now = about::moment(about, "now")?;
        let message = Message::new();
        Some(match check(purpose, file, signature, &self.organisers, now) {
            FileSigned::By(organiser) => message.text("by", &organiser.url),
            FileSigned::Altered => message.text("refused", "altered"),
            FileSigned::UnknownOrganiser => message.text("refused", "unknown"),
            FileSigned::Unreadable => message.text("refused", "unreadable"),
        })
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
