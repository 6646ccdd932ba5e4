//! Opens a file of the module that a licence opened.

use crate::about;
use crate::desk::Desk;
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
        sha256: about::hash(about, "sha256")?,
    };
    match unseal(cipher, &opened.content, &label, sealed).await {
        Ok(bytes) => Some((Message::new(), bytes.to_vec())),
        Err(CipherError::Refused) => refused("altered"),
        Err(CipherError::Unavailable) => refused("no-ciphers"),
    }
}
