//! Ciphers for everything that is no browser, and sealing itself, which no browser does.

use super::cipher::{Bytes, Cipher, CipherError};
use super::open::file_key;
use super::{Key, Label, jwe};
use crate::licence::text::base64;
use crate::port::Soon;
use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_kw::{KwAes128, KwAes256};
use hkdf::Hkdf;
use pbkdf2::{Algorithm, Params, pbkdf2_hmac_with_params};
use sha2::Sha256;
use std::task::{Context, Poll, Waker};
use zeroize::Zeroizing;

/// RustCrypto. Nothing here ever waits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Native;

impl Cipher for Native {
    fn derive<'a>(&'a self, key: &'a Key, info: &'a [u8], length: usize) -> Soon<'a, Result<Bytes, CipherError>> {
        let mut out = Zeroizing::new(vec![0; length]);
        let derived = Hkdf::<Sha256>::new(None, key.bytes()).expand(info, &mut out);
        ready(derived.map(|()| out).map_err(|_| CipherError::Refused))
    }

    fn open<'a>(
        &'a self,
        key: &'a Key,
        nonce: &'a [u8; 12],
        associated: &'a [u8],
        sealed: &'a [u8],
    ) -> Soon<'a, Result<Bytes, CipherError>> {
        let payload = Payload { msg: sealed, aad: associated };
        let opened = Aes256Gcm::new(key.bytes().into()).decrypt(nonce.into(), payload);
        ready(opened.map(Zeroizing::new).map_err(|_| CipherError::Refused))
    }

    fn unwrap<'a>(&'a self, key: &'a [u8], wrapped: &'a [u8]) -> Soon<'a, Result<Bytes, CipherError>> {
        ready(unwrap(key, wrapped).ok_or(CipherError::Refused))
    }

    fn stretch<'a>(&'a self, code: &'a [u8], salt: &'a [u8], rounds: u32) -> Soon<'a, Result<Bytes, CipherError>> {
        let mut out = Zeroizing::new(vec![0; 16]);
        let params = Params::new(rounds).map_err(|_| CipherError::Refused);
        // Not the generic function: this one is compiled with its crate, fast in every build.
        let stretched =
            params.map(|params| pbkdf2_hmac_with_params(code, salt, Algorithm::Pbkdf2Sha256, params, &mut out));
        ready(stretched.map(|()| out))
    }
}

fn wrapped(key: &[u8], content: &Key) -> Option<Vec<u8>> {
    let mut out = vec![0; content.bytes().len() + 8];
    match key.len() {
        16 => KwAes128::new_from_slice(key).ok()?.wrap_key(content.bytes(), &mut out).ok()?,
        32 => KwAes256::new_from_slice(key).ok()?.wrap_key(content.bytes(), &mut out).ok()?,
        _ => return None,
    };
    Some(out)
}

fn unwrap(key: &[u8], wrapped: &[u8]) -> Option<Bytes> {
    // A wrapped key has at least three blocks (RFC 3394, section 2).
    let _ = wrapped.len().checked_sub(24)?;
    let mut out = Zeroizing::new(vec![0; wrapped.len().checked_sub(8)?]);
    match key.len() {
        16 => KwAes128::new_from_slice(key).ok()?.unwrap_key(wrapped, &mut out).ok()?,
        32 => KwAes256::new_from_slice(key).ok()?.unwrap_key(wrapped, &mut out).ok()?,
        _ => return None,
    };
    Some(out)
}

fn ready<'a, T: 'a>(value: T) -> Soon<'a, T> {
    Box::pin(std::future::ready(value))
}

/// What a future gives that never waits, as all do that use [`Native`]; `None` where it would wait.
pub fn ready_now<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut future = std::pin::pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// The same, for what a cipher gives.
///
/// # Errors
/// Those of the cipher.
pub fn now<T>(future: impl Future<Output = Result<T, CipherError>>) -> Result<T, CipherError> {
    ready_now(future).unwrap_or(Err(CipherError::Unavailable))
}

/// Seals a file.
///
/// # Errors
/// Only where there is more than AES-GCM can take: 64 GiB.
pub fn seal(content: &Key, label: &Label<'_>, open: &[u8]) -> Result<Vec<u8>, CipherError> {
    let label = label.to_bytes();
    let (key, nonce) = now(file_key(&Native, content, &label))?;
    encrypt(&key, &nonce, &label, open)
}

/// Wraps an edition's content key under a course's key.
///
/// # Errors
/// Never, with keys of these lengths.
pub fn wrap(course: &Key, content: &Key) -> Result<Vec<u8>, CipherError> {
    wrapped(course.bytes(), content).ok_or(CipherError::Refused)
}

/// What locking needs that is drawn at random.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The salt of PBKDF2.
    pub salt: [u8; 16],
    /// The content encryption key.
    pub key: Key,
    /// The nonce.
    pub nonce: [u8; 12],
}

/// Locks bytes with a code: [`jwe::unlock`] opens them.
///
/// # Errors
/// Never, with keys of these lengths.
pub fn lock(secret: &[u8], code: &[u8], rounds: u32, drawn: &Drawn) -> Result<String, CipherError> {
    let header =
        format!(r#"{{"alg":"{}","enc":"{}","p2c":{rounds},"p2s":"{}"}}"#, jwe::ALG, jwe::ENC, base64(&drawn.salt));
    let header = base64(header.as_bytes());
    let stretched = now(Native.stretch(code, &jwe::with_algorithm(&drawn.salt), rounds))?;
    let wrapped = wrapped(&stretched, &drawn.key).ok_or(CipherError::Refused)?;
    let sealed = encrypt(&drawn.key, &drawn.nonce, header.as_bytes(), secret)?;
    let (sealed, tag) = sealed.split_at_checked(secret.len()).ok_or(CipherError::Refused)?;
    Ok([&*header, &base64(&wrapped), &base64(&drawn.nonce), &base64(sealed), &base64(tag)].join("."))
}

fn encrypt(key: &Key, nonce: &[u8; 12], associated: &[u8], open: &[u8]) -> Result<Vec<u8>, CipherError> {
    let payload = Payload { msg: open, aad: associated };
    Aes256Gcm::new(key.bytes().into()).encrypt(nonce.into(), payload).map_err(|_| CipherError::Refused)
}
