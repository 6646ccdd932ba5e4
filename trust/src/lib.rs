//! The second WebAssembly of the player: it opens seals and checks signatures. A free module never loads it.
//!
//! The player asks by [`kerege::trust`]'s messages; [`answer()`] is what answers, and everything but the browser's ciphers
//! in it is tested natively.

mod about;
mod certificate;
mod cipher;
mod desk;
mod know;
mod look;
mod open;
mod signed;
mod unlock;

pub use cipher::Browser;
pub use desk::Desk;

use js_sys::{Array, JsString, Uint8Array};
use kerege::json;
use kerege::seal::Cipher;
use kerege::trust::{Ask, Message};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

thread_local! {
    static DESK: &'static RefCell<Desk> = Box::leak(Box::default());
}

/// Answers a question of the player: its name, its message, its files. The answer is a message and some bytes, or nothing
/// where the question was none.
#[wasm_bindgen]
pub async fn ask(name: String, message: String, files: Array) -> Option<Array> {
    let files: Vec<Vec<u8>> =
        files.iter().map(|file| file.dyn_into::<Uint8Array>().unwrap_or_default().to_vec()).collect();
    let desk = DESK.with(|desk| *desk);
    let (message, bytes) = answer(desk, &Browser, &name, &message, &files).await?;
    Some(Array::of(&[JsString::from(message.end()).into(), JsValue::from(Uint8Array::from(&*bytes))]))
}

/// Answers a question; `None` where it is none. Who learns of it is the caller's business: nothing is sent from here.
pub async fn answer(
    desk: &RefCell<Desk>,
    cipher: &dyn Cipher,
    name: &str,
    message: &str,
    files: &[Vec<u8>],
) -> Option<(Message, Vec<u8>)> {
    let about = json::read(message.as_bytes()).ok()?;
    let first = files.first().map(Vec::as_slice);
    let message = match Ask::read(name)? {
        Ask::Know => know::know(&mut desk.borrow_mut(), &about, files)?,
        Ask::Signed => signed::signed(&desk.borrow(), &about, first?, files.get(1)?)?,
        Ask::Look => look::look(&about)?,
        Ask::Unlock => unlock::unlock(desk, cipher, &about).await?,
        Ask::PutRight => unlock::put_right(&desk.borrow(), &about)?,
        Ask::Verify => certificate::verify(&desk.borrow(), &about, first?)?,
        Ask::Licensed => certificate::licensed(&desk.borrow()),
        Ask::Sign => certificate::sign(&desk.borrow(), &about)?,
        Ask::Digits => certificate::digits(&about)?,
        Ask::Open => return open::open(desk, cipher, &about, first?).await,
    };
    Some((message, Vec::new()))
}
