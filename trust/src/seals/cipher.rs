//! The ciphers that the browser brings along (WebCrypto).

use super::turn::wait;
use kerege::port::Soon;
use kerege::seal::Key;
use kerege::seal::cipher::{Bytes, Cipher, CipherError};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

/// WebCrypto. What it does is in `cipher.js`: the calls are few, and building their arguments from here would weigh more
/// than they do.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Browser;

#[wasm_bindgen(module = "/src/seals/cipher.js")]
extern "C" {
    #[wasm_bindgen(js_name = isThere)]
    fn is_there() -> bool;
    fn derive(key: &[u8], info: &[u8], length: usize) -> JsValue;
    fn open(key: &[u8], nonce: &[u8], associated: &[u8], sealed: &[u8]) -> JsValue;
    fn unwrap(key: &[u8], wrapped: &[u8]) -> JsValue;
    fn stretch(code: &[u8], salt: &[u8], rounds: u32) -> JsValue;
}

impl Cipher for Browser {
    fn derive<'a>(&'a self, key: &'a Key, info: &'a [u8], length: usize) -> Soon<'a, Result<Bytes, CipherError>> {
        done(derive(key.bytes(), info, length))
    }

    fn open<'a>(
        &'a self,
        key: &'a Key,
        nonce: &'a [u8; 12],
        associated: &'a [u8],
        sealed: &'a [u8],
    ) -> Soon<'a, Result<Bytes, CipherError>> {
        done(open(key.bytes(), nonce, associated, sealed))
    }

    fn unwrap<'a>(&'a self, key: &'a [u8], wrapped: &'a [u8]) -> Soon<'a, Result<Bytes, CipherError>> {
        done(unwrap(key, wrapped))
    }

    fn stretch<'a>(&'a self, code: &'a [u8], salt: &'a [u8], rounds: u32) -> Soon<'a, Result<Bytes, CipherError>> {
        done(stretch(code, salt, rounds))
    }
}

/// What came of a promise: bytes, unless the cipher refused.
fn done<'a>(promise: JsValue) -> Soon<'a, Result<Bytes, CipherError>> {
    Box::pin(async move {
        match wait(promise).await {
            Some(bytes) => Ok(Zeroizing::new(bytes)),
            None if is_there() => Err(CipherError::Refused),
            None => Err(CipherError::Unavailable),
        }
    })
}
