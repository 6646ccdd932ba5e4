//! The ciphers that the browser brings along (WebCrypto).

use js_sys::Uint8Array;
use kerege::port::Soon;
use kerege::seal::Key;
use kerege::seal::cipher::{Bytes, Cipher, CipherError};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use zeroize::Zeroizing;

/// WebCrypto. What it does is in `cipher.js`: the calls are few, and building their arguments from here would weigh more
/// than they do.
#[derive(Clone, Copy, Debug, Default)]
pub struct Browser;

#[wasm_bindgen(module = "/src/cipher.js")]
extern "C" {
    #[wasm_bindgen(js_name = isThere)]
    fn is_there() -> bool;
    async fn derive(key: &[u8], info: &[u8], length: usize) -> JsValue;
    async fn open(key: &[u8], nonce: &[u8], associated: &[u8], sealed: &[u8]) -> JsValue;
    async fn unwrap(key: &[u8], wrapped: &[u8]) -> JsValue;
    async fn stretch(code: &[u8], salt: &[u8], rounds: u32) -> JsValue;
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

fn done<'a>(made: impl Future<Output = JsValue> + 'a) -> Soon<'a, Result<Bytes, CipherError>> {
    Box::pin(async move {
        if !is_there() {
            return Err(CipherError::Unavailable);
        }
        let bytes: Uint8Array = made.await.dyn_into().map_err(|_| CipherError::Refused)?;
        Ok(Zeroizing::new(bytes.to_vec()))
    })
}
