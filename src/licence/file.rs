//! Detached signatures over the raw bytes of a site's files.

use super::key::PrivateKey;
use super::organiser::{Organiser, find};
use super::token::{Purpose, Signer, Token};
use crate::port::Moment;

/// Whether a file is what an organiser signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileSigned<'a> {
    /// It is.
    By(&'a Organiser),
    /// It is not.
    Altered,
    /// By nobody who is known here.
    UnknownOrganiser,
    /// The signature is none.
    Unreadable,
}

/// What a signature's file is called after the file it is for.
pub const ENDING: &str = ".cose";

/// Signs a file.
pub fn sign(purpose: Purpose, key: &PrivateKey, bytes: &[u8]) -> Vec<u8> {
    Token::detached(purpose, key, bytes).to_bytes()
}

/// Checks a file's signature. At `now`, the key has to be in use or to have been: a key that begins later has signed
/// nothing yet.
pub fn check<'a>(
    purpose: Purpose,
    bytes: &[u8],
    signature: &[u8],
    organisers: &'a [Organiser],
    now: Moment,
) -> FileSigned<'a> {
    let Some(token) = Token::read(signature).filter(|token| token.payload.is_none()) else {
        return FileSigned::Unreadable;
    };
    let Signer::Key(id) = &token.signer else { return FileSigned::Unreadable };
    let Some((organiser, key)) = find(organisers, id) else { return FileSigned::UnknownOrganiser };
    let is_right = token.signs(purpose, &key.key, bytes) && now >= key.span.from;
    if is_right { FileSigned::By(organiser) } else { FileSigned::Altered }
}
