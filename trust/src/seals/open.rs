//! Opens a file of the module that a licence opened.

use super::desk::Desk;
use crate::about;
use kerege::json::Value;
use kerege::seal::cipher::{Cipher, CipherError};
use kerege::seal::{Label, open as unseal};
use kerege::trust::Message;
use std::cell::RefCell;

/// Opens a file: its bytes, or a word why not.
pub(crate) async fn open(
    desk: &RefCell<Desk>,
    cipher: &dyn Cipher,
    about: &Value,
    sealed: &[u8],
) -> Option<(Message, Vec<u8>)> {
    let refused = |why| Some((Message::new().text("refused", why), Vec::new()));
    let Some(opened) = desk.borrow().opened.clone() else { return refused("closed") };
    let label = Label {
        module: &opened.module,
        edition: opened.edition,
        file: about::text(about, "file")?,
        language: about::text(about, "language")?,
        sha256: hash(about::text(about, "sha256")?)?,
    };
    match unseal(cipher, &opened.content, &label, sealed).await {
        Ok(bytes) => Some((Message::new(), bytes.to_vec())),
        Err(CipherError::Refused) => refused("altered"),
        Err(CipherError::Unavailable) => refused("no-ciphers"),
    }
}

/// A hash in lower-case hexadecimal.
fn hash(text: &str) -> Option<[u8; 32]> {
    let mut out = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in out.iter_mut().zip(text.as_bytes().chunks(2)) {
        let digit = |at: usize| char::from(pair.get(at).copied().unwrap_or_default()).to_digit(16);
        *byte = u8::try_from(digit(0)? * 16 + digit(1)?).ok()?;
    }
    Some(out)
}
