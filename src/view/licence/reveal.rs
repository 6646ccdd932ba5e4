//! Opened files: bytes for the player, addresses for pictures, sound and data.

use super::super::failure::{Failure, Trouble};
use super::super::state::State;
use super::super::ui::spawn;
use super::check::{ask, begin};
use super::unlock::refusal;
use crate::content::File;
use crate::port::FetchError;
use crate::trust::{Ask, Message};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use web_sys::{Element, Event};

/// Fetches a sealed file of the module and opens it.
pub(super) async fn fetch(state: Rc<State>, file: File) -> Result<Vec<u8>, Failure> {
    let may_open = state.lock.is_open.get() || !state.licences(|kept| kept.licences.is_empty());
    let ahead = async { if may_open { Some(sealed(&state, &file).await) } else { None } };
    let (begun, ahead) = both(begin(state.clone()), ahead).await;
    begun?;
    if !state.lock.is_open.get() {
        return Err(Failure::new(Trouble::Locked));
    }
    let bytes = match ahead {
        Some(bytes) => bytes?,
        None => sealed(&state, &file).await?,
    };
    open(&state, &file, bytes).await
}

/// Waits for both at once: the file is on its way while the licence is looked at.
async fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(came) = one.as_mut().poll(context)
        {
            first = Some(came);
        }
        if second.is_none()
            && let Poll::Ready(came) = other.as_mut().poll(context)
        {
            second = Some(came);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (one, other) => {
                (first, second) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}

/// Fetches a sealed file and opens it with the licence that opened the module.
pub(super) async fn opened(state: &State, file: &File) -> Result<Vec<u8>, Failure> {
    let bytes = sealed(state, file).await?;
    open(state, file, bytes).await
}

/// The bytes of a file as they lie on the site.
async fn sealed(state: &State, file: &File) -> Result<Vec<u8>, Failure> {
    state.fetch(&[state.folder(), &file.path].concat(), Some(file)).await
}

async fn open(state: &State, file: &File, sealed: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let Some(seal) = &file.seal else { return Ok(sealed) };
    let about = Message::new().text("file", &seal.file).text("language", &seal.language).text("sha256", &seal.sha256);
    let answer = ask(state, Ask::Open, about, vec![sealed]).await?;
    match refusal(&answer.value) {
        "" => seal.unpack(answer.bytes).ok_or_else(|| Failure::new(Trouble::Fetch(FetchError::Altered))),
        "closed" => Err(Failure::new(Trouble::Locked)),
        "no-ciphers" => Err(Failure::new(Trouble::NoCiphers)),
        _ => Err(Failure::new(Trouble::Fetch(FetchError::Altered))),
    }
}

/// Puts the address of an opened file into an attribute, as soon as it is open. Where it cannot be had, the element hears
/// of an error, as it does for files that are not sealed.
pub(super) fn reveal(state: Rc<State>, element: Element, attribute: &'static str, file: File) {
    spawn(Box::pin(async move {
        let there = state.lock.shown.borrow().iter().find(|(path, _)| *path == file.path).map(|(_, at)| at.clone());
        let address = match there {
            Some(address) => Some(address),
            None => address(&state, &file).await,
        };
        match address {
            Some(address) => drop(element.set_attribute(attribute, &address)),
            None => drop(Event::new("error").map(|error| element.dispatch_event(&error))),
        }
    }));
}

async fn address(state: &Rc<State>, file: &File) -> Option<String> {
    let bytes = fetch(state.clone(), file.clone()).await.ok()?;
    state.open_desk().await?;
    let name = file.seal.as_ref().map_or(file.path.as_str(), |seal| seal.file.as_str());
    let address = state.outlet(|out| out.lend(media_type(name), &bytes))?;
    state.lock.shown.borrow_mut().push((file.path.clone(), address.clone()));
    Some(address)
}

/// What a file is, by the name that its author gave it.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "mp3" => "audio/mpeg",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "m4a" => "audio/mp4",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "vtt" => "text/vtt",
        "csv" => "text/csv",
        _ => "application/octet-stream",
    }
}
