//! Fetches the site's files, and takes none that is too large or not the one that was meant.

use crate::content::{File, file};
use crate::port::{Fetch, FetchError, Soon};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestInit, Response};

/// How long the site may take to answer.
const PATIENCE: i32 = 30_000;

/// Bytes a second of the slowest network that is waited for.
const SLOWEST: u64 = 4096;

/// The site that the page belongs to.
pub(super) struct Site {
    /// From the page to the site's root.
    pub(super) root: String,
}

impl Fetch for Site {
    fn get<'a>(&'a self, path: &'a str, expected: Option<&'a File>) -> Soon<'a, Result<Vec<u8>, FetchError>> {
        let address = [&self.root, path].concat();
        Box::pin(async move {
            match get(&address, expected, RequestCache::Default).await {
                // An old copy may be to blame: the site itself is asked, once.
                Err(FetchError::Altered) => get(&address, expected, RequestCache::Reload).await,
                got => got,
            }
        })
    }
}

async fn get(address: &str, expected: Option<&File>, cache: RequestCache) -> Result<Vec<u8>, FetchError> {
    let window = web_sys::window().ok_or(FetchError::Offline)?;
    let largest = expected.map_or(file::LARGEST, |file| file.size);
    let wait = PATIENCE.saturating_add((largest / SLOWEST * 1000).min(600_000) as i32);
    let init = RequestInit::new();
    init.set_cache(cache);
    let timer = AbortController::new().ok().and_then(|controller| {
        init.set_signal(Some(&controller.signal()));
        super::later(wait, move || controller.abort())
    });
    let read = async {
        let response = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await.map_err(no_answer)?;
        let response: Response = response.dyn_into().map_err(no_answer)?;
        if !response.ok() {
            return Err(FetchError::Status(response.status()));
        }
        if announced(&response).is_some_and(|length| length > largest + SLACK) {
            return Err(FetchError::TooLarge);
        }
        let body = JsFuture::from(response.array_buffer().map_err(no_answer)?).await.map_err(no_answer)?;
        body.dyn_into::<ArrayBuffer>().map_err(no_answer)
    };
    let body = read.await;
    if let Some(timer) = timer {
        window.clear_timeout_with_handle(timer);
    }
    let body = body?;
    let length = u64::from(body.byte_length());
    match expected {
        _ if length > largest => Err(FetchError::TooLarge),
        Some(file) if length < file.size || !is_the_one(&body, file).await => Err(FetchError::Altered),
        _ => Ok(Uint8Array::new(&body).to_vec()),
    }
}

/// Packing may make a small file a little larger.
const SLACK: u64 = 1024;

/// What the site says of the length, packed or not.
fn announced(response: &Response) -> Option<u64> {
    response.headers().get("content-length").ok()??.parse().ok()
}

fn no_answer(_: JsValue) -> FetchError {
    FetchError::Offline
}

/// Whether the bytes have the hash that the outline names. Browsers know no hashes on insecure pages; there the size
/// has to do.
async fn is_the_one(body: &ArrayBuffer, file: &File) -> bool {
    let subtle = web_sys::window().and_then(|window| window.crypto().ok()).map(|crypto| crypto.subtle());
    let Some(subtle) = subtle.filter(|subtle| !subtle.is_undefined()) else { return true };
    let Ok(digest) = subtle.digest_with_str_and_buffer_source("SHA-256", body) else { return true };
    match JsFuture::from(digest).await {
        Ok(digest) => hex(&Uint8Array::new(&digest).to_vec()) == file.sha256,
        Err(_) => true,
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
