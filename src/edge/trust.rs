//! The second WebAssembly, each half fetched the first time that something is asked of it.

use super::place;
use crate::json;
use crate::port::{Soon, Trust, TrustError};
use crate::trust::{Answer, Half, Question};
use js_sys::{Array, Function, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/edge/trust.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn load(script: &str, half: &str) -> Result<JsValue, JsValue>;
}

/// The second WebAssembly of this page.
pub(super) struct Second;

impl Trust for Second {
    fn ask(&self, question: Question) -> Soon<'_, Result<Answer, TrustError>> {
        Box::pin(ask(question))
    }

    fn fetch(&self, half: Half) -> Soon<'_, Result<(), TrustError>> {
        Box::pin(async move { answering(half).await.map(drop) })
    }
}

thread_local! {
    /// What answers for each half, once it was fetched.
    static ANSWERS: RefCell<Vec<(Half, Function)>> = const { RefCell::new(Vec::new()) };
    /// How often the script could not be had.
    static FAILED: Cell<u32> = const { Cell::new(0) };
}

async fn ask(question: Question) -> Result<Answer, TrustError> {
    let answers = answering(question.ask.half()).await?;
    let files = Array::new();
    for file in &question.files {
        files.push(&Uint8Array::from(&**file));
    }
    let promise = answers
        .call3(&JsValue::NULL, &question.ask.name().into(), &question.message.end().into(), &files)
        .map_err(|_| TrustError::Silent)?;
    let promise: Promise = promise.dyn_into().map_err(|_| TrustError::Silent)?;
    let answer = JsFuture::from(promise).await.map_err(|_| TrustError::Silent)?;
    let answer: Array = answer.dyn_into().map_err(|_| TrustError::Silent)?;
    let text = answer.get(0).as_string().ok_or(TrustError::Silent)?;
    let bytes = answer.get(1).dyn_into::<Uint8Array>().map_err(|_| TrustError::Silent)?;
    let value = json::read(text.as_bytes()).map_err(|_| TrustError::Silent)?;
    Ok(Answer { value, bytes: bytes.to_vec() })
}

/// What answers for a half; it is fetched where it is not there.
async fn answering(half: Half) -> Result<Function, TrustError> {
    let there = ANSWERS.with_borrow(|all| all.iter().find(|(known, _)| *known == half).map(|(_, there)| there.clone()));
    if let Some(there) = there {
        return Ok(there);
    }
    let script = script().ok_or(TrustError::Absent)?;
    let Ok(loaded) = load(&script, half.name()).await else {
        FAILED.set(FAILED.get() + 1);
        return Err(TrustError::Absent);
    };
    // The script is there; of its halves one may be missing, without the other being fetched anew.
    let loaded: Function = loaded.dyn_into().map_err(|_| TrustError::Absent)?;
    ANSWERS.with_borrow_mut(|all| all.push((half, loaded.clone())));
    Ok(loaded)
}

/// Where the script is, which knows where both halves are. Some browsers remember for the life of a page that a script could
/// not be had, so that it is asked for by another name the next time.
fn script() -> Option<String> {
    let base = web_sys::window()?.document()?.base_uri().ok()??;
    let root = place::meta("kerege-root").unwrap_or_default();
    let address = web_sys::Url::new_with_base(&[&root, &*place::meta("kerege-trust")?].concat(), &base).ok()?.href();
    let failed = FAILED.get();
    Some(if failed > 0 { [&*address, "?", &failed.to_string()].concat() } else { address })
}
