//! Opens a module with a licence.

use super::desk::{Desk, Opened};
use super::look::{read, summary};
use crate::about;
use kerege::content::Id;
use kerege::json::Value;
use kerege::licence::check::Circumstances;
use kerege::licence::{Licence, Part, Refusal, Secret, Standing, check, clock, code, text};
use kerege::port::Moment;
use kerege::seal::cipher::{Cipher, CipherError};
use kerege::seal::jwe::{self, Locked};
use kerege::seal::{Key, content_key};
use kerege::trust::Message;
use std::cell::RefCell;
use std::rc::Rc;
use zeroize::Zeroizing;

/// Opens a module, or says in a word why not. What is to be kept on the device comes with a yes.
pub(crate) async fn unlock(desk: &RefCell<Desk>, cipher: &dyn Cipher, about: &Value) -> Option<Message> {
    let Some(licence) = read(about::text(about, "licence")?) else {
        return Some(Message::new().text("refused", "unreadable"));
    };
    let said = Message::new().within("licence", summary(&licence));
    let (module, edition) = (id(about, "module")?, edition(about)?);
    let keys = keys(about)?;
    let admitted = admit(&desk.borrow(), about, &licence, &module, edition, &keys)?;
    let (course, standing) = match admitted {
        Ok(admitted) => admitted,
        Err(why) => return Some(refused(said, why)),
    };
    let licence = match opened(cipher, licence, about::text(about, "code")).await {
        Ok(licence) => licence,
        Err(why) => return Some(said.text("refused", why.name())),
    };
    let wrapped = keys.iter().find(|(known, _)| *known == course).map(|(_, key)| key);
    let content = match wrapped.zip(key_of(&licence, &course)) {
        Some((wrapped, key)) => content_key(cipher, &key, wrapped).await,
        None => Err(CipherError::Refused),
    };
    Some(match content {
        Ok(content) => {
            let kept = Zeroizing::new(licence.to_bytes());
            let said = standing_of(said.text("keep", &text::base64(&kept)), standing);
            desk.borrow_mut().opened = Some(Rc::new(Opened { module, edition, content, licence }));
            said
        }
        Err(CipherError::Unavailable) => said.text("refused", "no-ciphers"),
        Err(CipherError::Refused) => said.text("refused", "other-key"),
    })
}

/// Says whether the present moment may be believed, where the clock was wrongly ahead: not before anything that the
/// licence's organiser signed.
pub(crate) fn put_right(desk: &Desk, about: &Value) -> Option<Message> {
    let licence = read(about::text(about, "licence")?)?;
    let now = about::moment(about, "now")?;
    let list = desk.known.list.as_ref().filter(|list| list.url == licence.delegation.url).map(|list| list.issued);
    let signed = list.unwrap_or_default().max(licence.delegation.issued);
    let is_right = clock::put_right(now, signed).is_some();
    Some(Message::new().plain("right", is_right).plain("signed", signed.0))
}

fn id(about: &Value, name: &str) -> Option<Id> {
    Id::new(about::text(about, name)?)
}

fn edition(about: &Value) -> Option<u32> {
    u32::try_from(about.get("edition")?.as_u64()?).ok()
}

type Keys = Vec<(Id, Vec<u8>)>;

/// The module's wrapped keys, by course.
fn keys(about: &Value) -> Option<Keys> {
    let key = |value: &Value| Some((id(value, "course")?, text::from_base64(about::text(value, "key")?)?));
    Some(about.get("keys")?.as_array()?.iter().filter_map(key).collect())
}

/// Whether the licence opens the module, and with the key of which course.
fn admit(
    desk: &Desk,
    about: &Value,
    licence: &Licence,
    module: &Id,
    edition: u32,
    keys: &Keys,
) -> Option<Result<(Id, Standing), Refusal>> {
    let courses: Vec<&Id> = keys.iter().map(|(course, _)| course).collect();
    let circumstances = Circumstances {
        module,
        edition,
        courses: &courses,
        organisers: &desk.known.organisers,
        revocations: desk.known.list.as_ref(),
        now: about::moment(about, "now")?,
        seen: about::moment(about, "seen"),
    };
    Some(check(licence, &circumstances).map(|admission| (admission.course.clone(), admission.standing)))
}

/// Why a secret part stays closed.
enum Closed {
    NeedsCode,
    NoCode,
    OtherCode,
    Unreadable,
    NoCiphers,
}

impl Closed {
    fn name(&self) -> &'static str {
        match self {
            Closed::NeedsCode => "needs-code",
            Closed::NoCode => "no-code",
            Closed::OtherCode => "other-code",
            Closed::Unreadable => "unreadable",
            Closed::NoCiphers => "no-ciphers",
        }
    }
}

/// The licence with its secret part open.
async fn opened(cipher: &dyn Cipher, licence: Licence, typed: Option<&str>) -> Result<Licence, Closed> {
    let Part::Locked(jwe) = &licence.part else { return Ok(licence) };
    let typed = typed.ok_or(Closed::NeedsCode)?;
    let code = Zeroizing::new(code::normal(typed).ok_or(Closed::NoCode)?);
    let secret = jwe::unlock(cipher, jwe, code.as_bytes()).await.map_err(|why| match why {
        Locked::Unreadable => Closed::Unreadable,
        Locked::OtherCode => Closed::OtherCode,
        Locked::Unavailable => Closed::NoCiphers,
    })?;
    let secret = Secret::read(&secret).ok_or(Closed::Unreadable)?;
    licence.unlocked(secret).ok_or(Closed::Unreadable)
}

fn key_of(licence: &Licence, course: &Id) -> Option<Key> {
    match &licence.part {
        Part::Open(secret) => secret.course(course).cloned(),
        Part::Locked(_) => None,
    }
}

fn standing_of(said: Message, standing: Standing) -> Message {
    match standing {
        Standing::Valid(number, at) => said.text("standing", "valid").plain("number", number).plain("at", at.0),
        // A revoked licence is refused before.
        Standing::Revoked(at) => said.text("standing", "revoked").plain("at", at.0),
        Standing::NotChecked => said.text("standing", "not-checked"),
    }
}

fn refused(said: Message, why: Refusal) -> Message {
    let at = |name, at: Moment| said.clone().text("refused", name).plain("at", at.0);
    match why {
        Refusal::OtherOrganiser => said.text("refused", "other-organiser"),
        Refusal::Altered => said.text("refused", "altered"),
        Refusal::KeyOutOfUse => said.text("refused", "key-out-of-use"),
        Refusal::ClockSetBack(seen) => at("clock-set-back", seen),
        Refusal::NotYet(from) => at("not-yet", from),
        Refusal::Expired(until) => at("expired", until),
        Refusal::OtherCourse => said.text("refused", "other-course"),
        Refusal::OtherEdition(last) => said.text("refused", "other-edition").plain("last", last),
        Refusal::Revoked(moment) => at("revoked", moment),
    }
}
