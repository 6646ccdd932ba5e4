//! Streams between Rust and the browser: as much as Leptos' server functions ask for.
//!
//! The crate that this one stands in for exports JavaScript classes. A linker keeps what is exported, so they weigh four
//! kilobytes in a player that streams nothing. Here nothing is exported, and what nobody calls is not linked.

use futures_util::stream::{self, LocalBoxStream, Stream, StreamExt as _};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ReadableStreamDefaultController, ReadableStreamDefaultReader};

/// A stream of the browser that can be read (Streams Standard, section 4).
#[derive(Clone, Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream of the browser that gives what `source` gives. An error of `source` ends it.
    pub fn from_stream(source: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        let source: LocalBoxStream<'static, _> = Box::pin(source);
        let source = Rc::new(RefCell::new(Some(source)));
        let pull: Closure<dyn FnMut(ReadableStreamDefaultController) -> Promise> = Closure::new(move |controller| {
            let source = source.clone();
            future_to_promise(async move { hand_on(&source, &controller).await })
        });
        let underlying = Object::new();
        // Setting a property of a new object is never refused.
        let _ = Reflect::set(&underlying, &"pull".into(), &pull.into_js_value());
        let class = Reflect::get(&js_sys::global(), &"ReadableStream".into()).unwrap_or_default();
        let made = Reflect::construct(class.unchecked_ref::<Function>(), &js_sys::Array::of1(&underlying));
        Self(made.unwrap_or_default().unchecked_into())
    }

    /// What the browser's stream gives, piece by piece. A stream that somebody else reads gives one error.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> + 'static {
        let reader: Option<ReadableStreamDefaultReader> = self.0.get_reader().dyn_into().ok();
        stream::unfold(reader, |reader| async move {
            let reader = reader?;
            match JsFuture::from(reader.read()).await {
                Err(error) => Some((Err(error), None)),
                Ok(read) => {
                    let field = |name: &str| Reflect::get(&read, &name.into()).unwrap_or_default();
                    if field("done").is_truthy() { None } else { Some((Ok(field("value")), Some(reader))) }
                }
            }
        })
    }
}

type Source = RefCell<Option<LocalBoxStream<'static, Result<JsValue, JsValue>>>>;

/// Hands the next piece to the browser, or closes the stream.
async fn hand_on(source: &Source, controller: &ReadableStreamDefaultController) -> Result<JsValue, JsValue> {
    // The browser asks for one piece after the other.
    let Some(mut pieces) = source.take() else { return Ok(JsValue::UNDEFINED) };
    match pieces.next().await {
        Some(Ok(piece)) => {
            source.replace(Some(pieces));
            controller.enqueue_with_chunk(&piece)?;
        }
        Some(Err(error)) => return Err(error),
        None => controller.close()?,
    }
    Ok(JsValue::UNDEFINED)
}
