//! Figures, sound and video. What cannot be loaded is said in words.

use super::Writer;
use super::element::{Build, el, emptied};
use crate::content::prose::{Figure, Media};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

impl Writer<'_> {
    pub(in crate::view) fn figure(&self, made: Element, figure: &Figure) -> Element {
        let mut image = el("img", "").set("loading", "lazy").set("decoding", "async").set("alt", &figure.alt);
        if let Some((width, height)) = figure.size {
            image = image.set("width", &width.to_string()).set("height", &height.to_string());
        }
        let missing = self.player.fill("The picture could not be loaded. It shows: {alt}", &[("alt", &figure.alt)]);
        let say = move |event: Event| {
            let image = event.target().and_then(|image| image.dyn_into::<Element>().ok());
            if let Some(frame) = image.and_then(|image| image.parent_element()) {
                emptied(&frame).put(el("p", "missing").say(&missing));
            }
        };
        let image = self.player.source(image.on("error", Box::new(say)), "src", &figure.file);
        let made = made.put(el("div", "frame").put(image));
        if figure.caption.is_empty() { made } else { made.put(self.child("figcaption", &figure.caption)) }
    }

    pub(super) fn media(&self, made: Element, tag: &str, media: &Media) -> Element {
        let mut player = el(tag, "").flag("controls", true).set("preload", "none").set("aria-label", &media.title);
        player = self.player.source(player, "src", &media.file);
        if let Some(captions) = &media.captions {
            let track = el("track", "")
                .set("kind", "captions")
                .set("srclang", &self.player.language())
                .set("label", &self.player.t("Captions"))
                .flag("default", true);
            player = player.put(self.player.source(track, "src", captions));
        }
        let made = made.set("class", "media").put(el("figcaption", "").say(&media.title)).put(player);
        if media.transcript.is_empty() {
            return made;
        }
        let summary = el("summary", "").say(&self.player.t("Transcript"));
        made.put(self.all(el("details", "").put(summary), &media.transcript))
    }
}
