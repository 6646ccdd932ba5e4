//! What a licence is for, in words that hold nothing secret.

use crate::about;
use kerege::json::Value;
use kerege::licence::{Delegation, Licence, Part, text};
use kerege::trust::{About, Message};

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
    let Delegation { id, organiser, url, opens, certifies, grants, label, .. } = &licence.delegation;
    let named = grants.iter().flat_map(|grant| std::iter::once(&grant.course).chain(&grant.modules));
    let about = About {
        id: id.to_string(),
        organiser: organiser.clone(),
        url: url.clone(),
        label: label.clone(),
        from: opens.from,
        until: opens.until,
        certifies_until: certifies.until.filter(|_| certifies.until != opens.until),
        opens: named.map(ToString::to_string).collect(),
    };
    about.write().plain("locked", matches!(licence.part, Part::Locked(_)))
}
