//! Takes in who the organisers are, and their list of revoked licences.

use crate::about;
use crate::desk::Desk;
use kerege::json::Value;
use kerege::licence::{ListRefused, Organiser, Revocations};
use kerege::trust::Message;

/// Takes in `organiser.json`, and the list where there is one; says who vouches, and what became of the list. The newest
/// number that was seen before is `known`, of the organiser with the address `url`.
pub(crate) fn know(desk: &mut Desk, about: &Value, files: &[Vec<u8>]) -> Option<Message> {
    if let Some(file) = files.first().filter(|file| !file.is_empty()) {
        desk.organisers = Organiser::read(file).into_iter().collect();
    }
    let who = desk.organisers.iter().map(|organiser| {
        let fingerprint = organiser.keys.last().map(|key| key.key.fingerprint());
        Message::new()
            .text("name", &organiser.name)
            .text("url", &organiser.url)
            .text("domain", organiser.domain())
            .maybe("fingerprint", fingerprint.as_deref())
    });
    let message = Message::new().list("organisers", who);
    let Some(file) = files.get(1).filter(|file| !file.is_empty()) else { return Some(message) };
    let known = |organiser: &Organiser| {
        about::count(about, "known").filter(|_| about::text(about, "url") == Some(&organiser.url))
    };
    Some(match Revocations::read(file, &desk.organisers, known) {
        Ok(list) => {
            let taken =
                Message::new().text("url", &list.url).plain("number", list.number).plain("issued", list.issued.0);
            desk.list = Some(list);
            message.within("list", taken)
        }
        Err(why) => message.text("refused", reason(why)),
    })
}

fn reason(why: ListRefused) -> &'static str {
    match why {
        ListRefused::Unreadable => "unreadable",
        ListRefused::UnknownOrganiser => "unknown",
        ListRefused::Altered => "altered",
        ListRefused::Older(_) => "older",
    }
}
