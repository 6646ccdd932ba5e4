//! Saves a file on the learner's device.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to begin the download, in milliseconds.
const PATIENCE: i32 = 60_000;

/// Offers bytes as a download, as if a link to it had been followed.
pub(super) fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let address = lend(media_type, bytes)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    super::later(PATIENCE, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}

/// An address for bytes.
pub(super) fn lend(media_type: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &kind)?;
    Url::create_object_url_with_blob(&blob)
}
