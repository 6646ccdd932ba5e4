//! The half that verifies: certificates, badges, and who vouches. It needs no secret, and is given none.

use crate::about;
use crate::known::Known;
use kerege::certificate::look::look;
use kerege::json::{self, Value};
use kerege::licence::text;
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
        Ask::Vouch => Some(desk.known.take(&about, files)),
        Ask::Verify => verify(&desk.known, &about, files.first()?),
        Ask::Digits => digits(&about),
        Ask::Know | Ask::Signed | Ask::Look | Ask::Unlock | Ask::Open | Ask::PutRight | Ask::Licensed | Ask::Sign => {
            None
        }
    }
}

/// Looks at whatever somebody brought: what it is, what it says, and what stands against it.
fn verify(known: &Known, about: &Value, brought: &[u8]) -> Option<Message> {
    let now = about::moment(about, "now")?;
    let brought = look(brought, &known.organisers, known.list.as_ref(), now);
    Some(Message::new().plain("brought", brought.write()))
}

/// The digits of a certificate, as they stand in its QR code.
fn digits(about: &Value) -> Option<Message> {
    let bytes = text::from_base64(about::text(about, "certificate")?)?;
    Some(Message::new().text("digits", &text::digits(&bytes)))
}
