//! The half that opens seals and signs: licences with their keys are here, and stay here.

mod certificate;
mod cipher;
mod desk;
mod look;
mod open;
mod turn;
mod unlock;

pub use desk::Desk;
pub use turn::{begin, go_on};

use crate::about;
use kerege::json::{self, Value};
use kerege::licence::Purpose;
use kerege::seal::Cipher;
use kerege::trust::{Ask, Message};
use std::cell::RefCell;

/// Answers a question of the player: a message, and what was opened. `None` where it is none, or one for the other half.
/// Who learns of it is the caller's business: nothing is sent from here.
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
        Ask::Know => desk.borrow_mut().known.take(&about, files),
        Ask::Signed => desk.borrow().known.signed(purpose(&about)?, &about, first?, files.get(1)?)?,
        Ask::Look => look::look(&about)?,
        Ask::Unlock => unlock::unlock(desk, cipher, &about).await?,
        Ask::PutRight => unlock::put_right(&desk.borrow(), &about)?,
        Ask::Licensed => certificate::licensed(&desk.borrow()),
        Ask::Sign => certificate::sign(&desk.borrow(), &about)?,
        Ask::Open => return open::open(desk, cipher, &about, first?).await,
        Ask::Vouch | Ask::Verify | Ask::Outline | Ask::Digits => return None,
    };
    Some((message, Vec::new()))
}

/// What a file is that was signed.
fn purpose(about: &Value) -> Option<Purpose> {
    match about::text(about, "purpose")? {
        "module" => Some(Purpose::Module),
        "catalogue" => Some(Purpose::Catalogue),
        _ => None,
    }
}
