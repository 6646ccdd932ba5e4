//! Seals: units, media and data that only a licence opens.
//!
//! A licence carries the key of a course. An edition's content key is wrapped under it in `module.json`, and each file is
//! sealed with a key of its own, derived from the content key and everything that the file is ([`Label`]). So the same text
//! gives the same bytes, a changed text never meets an old nonce, and a file cannot be put in another's place.

pub mod cipher;
pub mod jwe;
mod key;
pub mod label;
#[cfg(feature = "ciphers")]
pub mod native;
mod open;

pub use cipher::{Cipher, CipherError};
pub use key::Key;
pub use label::Label;
pub use open::{content_key, open};
