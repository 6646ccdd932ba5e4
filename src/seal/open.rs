//! Opens what is sealed.

use super::cipher::{Bytes, Cipher, CipherError};
use super::{Key, Label};

/// Bytes of a nonce of AES-GCM.
const NONCE: usize = 12;

/// An edition's content key, as it is wrapped under a course's key in `module.json`.
///
/// # Errors
/// Where it is another course's key, or altered, or there are no ciphers.
pub async fn content_key(cipher: &dyn Cipher, course: &Key, wrapped: &[u8]) -> Result<Key, CipherError> {
    let bytes = cipher.unwrap(course.bytes(), wrapped).await?;
    Key::from_slice(&bytes).ok_or(CipherError::Refused)
}

/// Opens a sealed file.
///
/// # Errors
/// Where the content key is another one, or a bit of the file or its label was altered, or there are no ciphers.
pub async fn open(cipher: &dyn Cipher, content: &Key, label: &Label<'_>, sealed: &[u8]) -> Result<Bytes, CipherError> {
    let label = label.to_bytes();
    let (key, nonce) = file_key(cipher, content, &label).await?;
    cipher.open(&key, &nonce, &label, sealed).await
}

/// The key and the nonce of a file.
pub(super) async fn file_key(
    cipher: &dyn Cipher,
    content: &Key,
    label: &[u8],
) -> Result<(Key, [u8; NONCE]), CipherError> {
    let bytes = cipher.derive(content, label, 32 + NONCE).await?;
    let (key, nonce) = bytes.split_at_checked(32).ok_or(CipherError::Refused)?;
    let key = Key::from_slice(key).ok_or(CipherError::Refused)?;
    Ok((key, nonce.try_into().map_err(|_| CipherError::Refused)?))
}
