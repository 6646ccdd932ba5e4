//! The QR code of a signed certificate: a part of the player of its own, since only such certificates have one.

use crate::certificate::qr::Qr;
use crate::trust::Half;
use crate::view::parts::Absent;
use crate::view::state::State;
use crate::view::ui::spawn;
use std::rc::Rc;
use wasm_split_helpers::wasm_split;

/// Makes a QR code of an address and the digits after it.
type Make = fn(&str, &str) -> Option<Qr>;

/// Fetches the part.
#[wasm_split(qr, fallible)]
pub(super) fn part() -> Result<Make, Absent> {
    Ok(Qr::new)
}

/// Fetches the part and what verifies in the background where the module is sealed, so that a certificate can be shown when
/// the network is not there.
pub(in crate::view) fn prepare(state: &Rc<State>) {
    if state.module().is_some_and(|module| !module.seal.is_empty()) {
        let state = state.clone();
        // What fails now is asked for again when there is a certificate.
        spawn(Box::pin(async move {
            let _ = part().await;
            if let Ok(trust) = state.trust().await {
                let _ = trust.fetch(Half::Proofs).await;
            }
        }));
    }
}
