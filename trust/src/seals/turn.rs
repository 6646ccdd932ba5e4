//! Questions that take several turns: in between the browser's ciphers are at work. `entry.js` takes the turns.
//!
//! By hand: a library for futures in a browser knows many tasks, queues and kinds of promises, and weighs as much as a
//! curve. Here a question waits for one thing at a time.

use super::cipher::Browser;
use super::{Desk, answer};
use kerege::trust::Message;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A question that is being answered.
type Task = Pin<Box<dyn Future<Output = Option<(Message, Vec<u8>)>>>>;

/// Everything that lives as long as the page.
#[derive(Default)]
struct Page {
    desk: RefCell<Desk>,
    /// The questions by number, each until it is answered.
    tasks: RefCell<Vec<Option<Task>>>,
    /// What the question whose turn it is begins to wait for.
    awaited: Cell<Option<JsValue>>,
    /// What came of that, in its next turn.
    came: Cell<Option<Vec<u8>>>,
}

thread_local! {
    static PAGE: &'static Page = Box::leak(Box::default());
}

fn page() -> &'static Page {
    PAGE.with(|page| *page)
}

#[wasm_bindgen(module = "/src/seals/cipher.js")]
extern "C" {
    /// An answer as JavaScript has it: a list of a message and some bytes.
    fn said(message: &str, bytes: &[u8]) -> JsValue;
}

/// Begins to answer a question: its name, its message, its files (as many as there may be; empty where there are fewer).
/// Gives back the number of the question.
#[wasm_bindgen]
pub fn begin(name: String, message: String, one: Vec<u8>, two: Vec<u8>) -> usize {
    let page = page();
    let task: Task = Box::pin(async move { answer(&page.desk, &Browser, &name, &message, &[one, two]).await });
    let mut tasks = page.tasks.borrow_mut();
    let number = tasks.iter().position(Option::is_none).unwrap_or(tasks.len());
    match tasks.get_mut(number) {
        Some(place) => *place = Some(task),
        None => tasks.push(Some(task)),
    }
    number
}

/// Goes on with the question of this number, with what came of what it waited for: bytes, or nothing where a cipher
/// refused. Gives back the next promise that it waits for, or its answer; nothing where it was no question for this half.
#[wasm_bindgen(js_name = goOn)]
pub fn go_on(number: usize, came: Option<Vec<u8>>) -> JsValue {
    let page = page();
    page.came.set(came);
    let mut tasks = page.tasks.borrow_mut();
    let Some(place) = tasks.get_mut(number) else { return JsValue::UNDEFINED };
    let Some(task) = place else { return JsValue::UNDEFINED };
    match task.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => {
            *place = None;
            answer.map_or(JsValue::UNDEFINED, |(message, bytes)| said(&message.end(), &bytes))
        }
        Poll::Pending => page.awaited.take().unwrap_or_default(),
    }
}

/// Waits for a promise of bytes, which must not be refused.
pub(super) async fn wait(promise: JsValue) -> Option<Vec<u8>> {
    let mut promise = Some(promise);
    std::future::poll_fn(|_| match promise.take() {
        Some(promise) => {
            page().awaited.set(Some(promise));
            Poll::Pending
        }
        None => Poll::Ready(page().came.take()),
    })
    .await
}
