//! What a code or a passphrase locks: JWE, compact (RFC 7516), with PBES2-HS256+A128KW (RFC 7518, section 4.8) and A256GCM.

use super::Key;
use super::cipher::{Bytes, Cipher, CipherError};
use crate::json::{self, Value};
use crate::licence::text::from_base64;
use std::fmt;

/// Why something was not unlocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locked {
    /// It is no JWE of this kind.
    Unreadable,
    /// Another code, or altered bytes.
    OtherCode,
    /// There are no ciphers here.
    Unavailable,
}

impl fmt::Display for Locked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Locked::Unreadable => "it is not locked in a way that is known here",
            Locked::OtherCode => "the code is another one, or something was altered",
            Locked::Unavailable => "there are no ciphers here",
        })
    }
}

impl std::error::Error for Locked {}

impl From<CipherError> for Locked {
    fn from(error: CipherError) -> Locked {
        match error {
            CipherError::Refused => Locked::OtherCode,
            CipherError::Unavailable => Locked::Unavailable,
        }
    }
}

pub(super) const ALG: &str = "PBES2-HS256+A128KW";
pub(super) const ENC: &str = "A256GCM";

/// A file that asks for more rounds wants to keep the device busy.
const MOST_ROUNDS: u64 = 2_000_000;

/// RFC 7518, section 4.8.1.2, asks for at least so many.
const FEWEST_ROUNDS: u64 = 1000;

/// Unlocks.
///
/// # Errors
/// [`Locked`], where the text is no JWE of this kind or the code is another one.
pub async fn unlock(cipher: &dyn Cipher, jwe: &str, code: &[u8]) -> Result<Bytes, Locked> {
    let parts: Vec<&str> = jwe.split('.').collect();
    let [header, wrapped, nonce, sealed, tag] = parts.as_slice() else { return Err(Locked::Unreadable) };
    let bytes = |part: &str| from_base64(part).ok_or(Locked::Unreadable);
    let (salt, rounds) = read_header(&bytes(header)?).ok_or(Locked::Unreadable)?;
    let nonce: [u8; 12] = bytes(nonce)?.try_into().map_err(|_| Locked::Unreadable)?;
    let tag: [u8; 16] = bytes(tag)?.try_into().map_err(|_| Locked::Unreadable)?;
    let wrapping = cipher.stretch(code, &salt, rounds).await?;
    let key = cipher.unwrap(&wrapping, &bytes(wrapped)?).await?;
    let key = Key::from_slice(&key).ok_or(Locked::OtherCode)?;
    let sealed = [&*bytes(sealed)?, &tag].concat();
    Ok(cipher.open(&key, &nonce, header.as_bytes(), &sealed).await?)
}

/// The salt of PBKDF2 and its rounds.
fn read_header(header: &[u8]) -> Option<(Vec<u8>, u32)> {
    let header = json::read(header).ok()?;
    let text = |name| header.get(name).and_then(Value::as_str);
    let is_known = text("alg") == Some(ALG) && text("enc") == Some(ENC);
    // What must be understood is not (RFC 7516, section 4.1.13), and nothing is compressed.
    let is_known = is_known && header.get("crit").is_none() && header.get("zip").is_none();
    let salt = text("p2s").filter(|_| is_known).and_then(from_base64).filter(|salt| salt.len() >= 8)?;
    let rounds = header.get("p2c")?.as_u64().filter(|n| (FEWEST_ROUNDS..=MOST_ROUNDS).contains(n))?;
    Some((with_algorithm(&salt), u32::try_from(rounds).ok()?))
}

/// The salt with the algorithm's name before it (RFC 7518, section 4.8.1.1).
pub(super) fn with_algorithm(salt: &[u8]) -> Vec<u8> {
    [ALG.as_bytes(), &[0], salt].concat()
}
