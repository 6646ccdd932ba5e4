//! What is drawn piece by piece: the first frame after a click shows what matters, the rest follows, a piece a frame.

use leptos::prelude::{request_animation_frame, set_timeout};
use std::time::Duration;
use std::vec::IntoIter;

/// A piece of drawing. It says whether the others are still wanted: what it draws into may be gone.
pub(super) type Piece = Box<dyn FnOnce() -> bool>;

/// Draws the pieces in order, each after a frame was painted.
pub(super) fn draw(pieces: Vec<Piece>) {
    next(pieces.into_iter());
}

fn next(mut pieces: IntoIter<Piece>) {
    if pieces.len() == 0 {
        return;
    }
    request_animation_frame(move || {
        // This is called before the frame is painted.
        let piece = move || {
            if pieces.next().is_some_and(|piece| piece()) {
                next(pieces);
            }
        };
        set_timeout(piece, Duration::ZERO);
    });
}
