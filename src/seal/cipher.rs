//! The ciphers that a browser brings along, as a port: WebCrypto there, RustCrypto elsewhere.

use super::Key;
use crate::port::Soon;
use std::fmt;
use zeroize::Zeroizing;

/// Secret bytes, wiped when they are dropped.
pub type Bytes = Zeroizing<Vec<u8>>;

/// Symmetric ciphers. None of them ever gives back what was not proven to be whole.
pub trait Cipher {
    /// `length` bytes from a key by HKDF with SHA-256 (RFC 5869), without salt.
    fn derive<'a>(&'a self, key: &'a Key, info: &'a [u8], length: usize) -> Soon<'a, Result<Bytes, CipherError>>;

    /// Opens what AES-256-GCM sealed (NIST SP 800-38D); the tag of 16 bytes is its end.
    fn open<'a>(
        &'a self,
        key: &'a Key,
        nonce: &'a [u8; 12],
        associated: &'a [u8],
        sealed: &'a [u8],
    ) -> Soon<'a, Result<Bytes, CipherError>>;

    /// Unwraps a key by AES key wrap (RFC 3394); `key` has 16 or 32 bytes.
    fn unwrap<'a>(&'a self, key: &'a [u8], wrapped: &'a [u8]) -> Soon<'a, Result<Bytes, CipherError>>;

    /// 16 bytes from a code by PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2).
    fn stretch<'a>(&'a self, code: &'a [u8], salt: &'a [u8], rounds: u32) -> Soon<'a, Result<Bytes, CipherError>>;
}

/// Why a cipher gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CipherError {
    /// Another key, or altered bytes: which of the two cannot be told.
    Refused,
    /// The browser has no ciphers here: the page is not on `https:`, or the browser is too old.
    Unavailable,
}

impl fmt::Display for CipherError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CipherError::Refused => "another key, or altered bytes",
            CipherError::Unavailable => "there are no ciphers here",
        })
    }
}

impl std::error::Error for CipherError {}
