//! What a licence is for, in words that hold nothing secret.

use crate::about;
use kerege::json::Value;
use kerege::licence::{Delegation, Grant, Licence, Part, text};
use kerege::trust::Message;

/// Looks at a licence as it was pasted, scanned or linked. Nothing of it is proven by that.
pub(crate) fn look(about: &Value) -> Option<Message> {
    let licence = read(about::text(about, "licence")?);
    Some(match licence {
        Some(licence) => Message::new().within("licence", summary(&licence)),
        None => Message::new().text("refused", "unreadable"),
    })
}

/// The licence in a text; `None` where there is none.
pub(crate) fn read(given: &str) -> Option<Licence> {
    Licence::read(&text::read(given)?)
}

/// What may be shown and kept of a licence beside it.
pub(crate) fn summary(licence: &Licence) -> Message {
    let Delegation { id, organiser, url, issued, opens, grants, label, .. } = &licence.delegation;
    let message = Message::new()
        .text("id", &id.to_string())
        .text("organiser", organiser)
        .text("url", url)
        .plain("issued", issued.0)
        .plain("from", opens.from.0)
        .maybe("label", label.as_deref())
        .list("grants", grants.iter().map(granted))
        .plain("locked", matches!(licence.part, Part::Locked(_)));
    match opens.until {
        Some(until) => message.plain("until", until.0),
        None => message,
    }
}

fn granted(grant: &Grant) -> Message {
    let message = Message::new()
        .text("course", grant.course.as_str())
        .texts("modules", grant.modules.iter().map(|module| module.as_str()))
        .plain("whole", grant.is_open_ended);
    match grant.last_edition {
        Some(last) => message.plain("last", last),
        None => message,
    }
}
