//! The half that verifies: certificates, badges, and who vouches. It needs no secret, and is given none.

use crate::about;
use crate::known::Known;
use kerege::certificate::digest;
use kerege::certificate::look::look;
use kerege::content::Id;
use kerege::json::{self, Value};
use kerege::licence::{Purpose, text};
use kerege::trust::{Ask, Message};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is known from one question to the next. It lives as long as the page.
#[derive(Debug, Default)]
pub struct Desk {
    known: Known,
}

thread_local! {
    static DESK: &'static RefCell<Desk> = Box::leak(Box::default());
}

/// Answers a question of the player: its name, its message, its files (as many as there may be; empty where there are
/// fewer). Gives back a message, or nothing where it was no question for this half.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands these over")]
pub fn ask(name: String, message: String, one: Vec<u8>, two: Vec<u8>) -> Option<String> {
    let desk = DESK.with(|desk| *desk);
    answer(&mut desk.borrow_mut(), &name, &message, &[one, two]).map(Message::end)
}

/// Answers a question; `None` where it is none, or one for the other half.
pub fn answer(desk: &mut Desk, name: &str, message: &str, files: &[Vec<u8>]) -> Option<Message> {
    let about = json::read(message.as_bytes()).ok()?;
    match Ask::read(name)? {
        Ask::Vouch => Some(vouch(&mut desk.known, &about, files)),
        Ask::Verify => verify(&desk.known, &about, files.first()?),
        Ask::Outline => outline(&desk.known, &about, files.first()?, files.get(1)?),
        Ask::Digits => digits(&about),
        Ask::Know | Ask::Signed | Ask::Look | Ask::Unlock | Ask::Open | Ask::PutRight | Ask::Licensed | Ask::Sign => {
            None
        }
    }
}

/// Takes in who the organisers are, and their list; says who vouches, and what became of the list.
fn vouch(known: &mut Known, about: &Value, files: &[Vec<u8>]) -> Message {
    let message = known.take(about, files);
    let who = known.organisers.iter().map(|organiser| {
        let fingerprint = organiser.keys.last().map(|key| key.key.fingerprint());
        Message::new()
            .text("name", &organiser.name)
            .text("url", &organiser.url)
            .text("domain", organiser.domain())
            .maybe("fingerprint", fingerprint.as_deref())
    });
    message.list("organisers", who)
}

/// Looks at whatever somebody brought: what it is, what it says, and what stands against it.
fn verify(known: &Known, about: &Value, brought: &[u8]) -> Option<Message> {
    let now = about::moment(about, "now")?;
    let brought = look(brought, &known.organisers, known.list.as_ref(), now);
    Some(Message::new().plain("brought", brought.write()))
}

/// Whether an outline is what an organiser signed; and the digest of what it says of a certificate's holder and of its
/// objectives, to be compared with the certificate's.
fn outline(known: &Known, about: &Value, file: &[u8], signature: &[u8]) -> Option<Message> {
    let said = known.signed(Purpose::Module, about, file, signature)?;
    let objective = |one: &Value| match one.as_array()? {
        [id, text] => Some((Id::new(id.as_str()?)?, text.as_str()?.to_owned())),
        _ => None,
    };
    let objectives: Vec<(Id, String)> =
        about.get("objectives")?.as_array()?.iter().map(objective).collect::<Option<_>>()?;
    let objectives = objectives.iter().map(|(id, text)| (id, text.as_str()));
    Some(said.text("objectives", &text::base64(&digest::said(about::text(about, "statement")?, objectives))))
}

/// The digits of a certificate, as they stand in its QR code.
fn digits(about: &Value) -> Option<Message> {
    let bytes = text::from_base64(about::text(about, "certificate")?)?;
    Some(Message::new().text("digits", &text::digits(&bytes)))
}
