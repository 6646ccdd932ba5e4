//! The second WebAssembly, fetched the first time that something is asked of it.

use super::place;
use crate::json;
use crate::port::{Soon, Trust, TrustError};
use crate::trust::{Answer, Question};
use js_sys::{Array, Function, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

#[wasm_bindgen(module = "/src/edge/trust.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn load(script: &str, wasm: &str) -> Result<JsValue, JsValue>;
}

/// The second WebAssembly of this page; what speaks with it is in a part of its own.
pub(super) struct Second;

impl Trust for Second {
    fn ask(&self, question: Question) -> Soon<'_, Result<Answer, TrustError>> {
        Box::pin(async move {
            let asking = asking().await.map_err(|_| TrustError::Absent)?;
            asking(question).await
        })
    }

    fn fetch(&self) -> Soon<'_, Result<(), TrustError>> {
        Box::pin(async {
            let fetching = fetching().await.map_err(|_| TrustError::Absent)?;
            fetching().await
        })
    }
}

type Asking = fn(Question) -> Soon<'static, Result<Answer, TrustError>>;
type Fetching = fn() -> Soon<'static, Result<(), TrustError>>;

#[wasm_split(trust, fallible)]
fn asking() -> Result<Asking, SplitLoaderError> {
    Ok(|question| Box::pin(ask(question)))
}

#[wasm_split(trust, fallible)]
fn fetching() -> Result<Fetching, SplitLoaderError> {
    Ok(|| Box::pin(async { answering().await.map(drop) }))
}

thread_local! {
    /// What answers, once it was fetched.
    static ANSWERS: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// How often fetching failed.
    static FAILED: Cell<u32> = const { Cell::new(0) };
}

async fn ask(question: Question) -> Result<Answer, TrustError> {
    let answers = answering().await?;
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

/// What answers; it is fetched where it is not there.
async fn answering() -> Result<Function, TrustError> {
    if let Some(there) = ANSWERS.with(|answers| answers.borrow().clone()) {
        return Ok(there);
    }
    let [script, wasm] = addresses().ok_or(TrustError::Absent)?;
    let loaded = load(&script, &wasm).await.ok().and_then(|loaded| loaded.dyn_into::<Function>().ok());
    let Some(loaded) = loaded else {
        FAILED.with(|failed| failed.set(failed.get() + 1));
        return Err(TrustError::Absent);
    };
    ANSWERS.with(|answers| answers.replace(Some(loaded.clone())));
    Ok(loaded)
}

/// Where script and WebAssembly are. Some browsers remember for the life of a page that a script could not be had, so
/// that it is asked for by another name the next time.
fn addresses() -> Option<[String; 2]> {
    let base = web_sys::window()?.document()?.base_uri().ok()??;
    let root = place::meta("kerege-root").unwrap_or_default();
    let files = place::pairs("kerege-trust");
    let failed = FAILED.with(Cell::get);
    let address = |name: &str| {
        let (_, file) = files.iter().find(|(known, _)| known == name)?;
        let address = web_sys::Url::new_with_base(&[&root, file.as_str()].concat(), &base).ok()?.href();
        Some(if failed > 0 { [&*address, "?", &failed.to_string()].concat() } else { address })
    };
    Some([address("script")?, address("wasm")?])
}
