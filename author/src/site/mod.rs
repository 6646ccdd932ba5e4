//! The static pages of a site: the catalogue, and one page for each module and language, readable before any WebAssembly.

use std::path::Path;

use serde_json::Value;

/// Everything that is known when the pages are written.
#[derive(Debug)]
pub struct SiteInput<'a> {
    /// The site's folder. The modules' own files (`module.json`, units, media) are already in it.
    pub out: &'a Path,
    /// The built player: `player.json` and the files it names.
    pub player_dir: &'a Path,
    /// What the player's catalogue shows; written to `catalogue.json` in the site's root.
    pub catalogue: &'a Value,
    /// The modules, in the order of the catalogue.
    pub modules: &'a [SiteModule],
}

/// One module of the site.
#[derive(Debug, Clone)]
pub struct SiteModule {
    /// The folder of the module's pages, relative to the site's root.
    pub slug: String,
    /// The permanent, neutral id.
    pub id: String,
    /// The source language; its page is `<slug>/index.html`, the others are `<slug>/<language>/index.html`.
    pub source: String,
    /// Where `module.json` is, relative to the site's root, with `/` between folders.
    pub module_json: String,
    /// One edition for each language, the source language among them.
    pub editions: Vec<Edition>,
}

/// A module in one language.
#[derive(Debug, Clone)]
pub struct Edition {
    /// BCP 47 tag.
    pub language: String,
    /// The module's title.
    pub title: String,
    /// The module's summary, plain text.
    pub summary: String,
    /// The first unit's file in this language, relative to the site's root, with `/` between folders.
    pub first_unit: String,
    /// Title of the first page.
    pub page_title: String,
    /// The first page's first paragraphs, plain text; as many as fit a phone's first screen.
    pub page_text: Vec<String>,
}
