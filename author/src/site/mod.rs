//! The static pages of a site: the catalogue, and one page for each module and language, readable before any WebAssembly.

mod error;
pub mod headers;
mod html;
mod page;
mod player;
mod policy;
#[cfg(test)]
mod tests;
mod text;

use std::fs;
use std::path::Path;

use kerege::embed;
use kerege::i18n::Texts;
use serde_json::Value;

pub use self::error::SiteError;
pub(crate) use self::html::escape;
use self::page::Page;
pub use self::player::{FOLDER, Player};
pub(crate) use self::policy::style_hash;

/// The catalogue's file in a site's root.
const CATALOGUE: &str = "catalogue.json";

/// Everything that is known when the pages are written.
#[derive(Debug)]
pub struct SiteInput<'a> {
    /// The site's folder. The modules' own files (`module.json`, units, media) and `catalogue.json` are already in it.
    pub out: &'a Path,
    /// The built player: `player.json` and the files it names.
    pub player_dir: &'a Path,
    /// What the player's catalogue shows. It is not written again: it may be signed as it is.
    pub catalogue: &'a Value,
    /// The modules, in the order of the catalogue.
    pub modules: &'a [SiteModule],
    /// What the organiser sets for the whole site.
    pub config: &'a Config,
}

/// What an organiser sets for the whole site, in `player.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Pages of these origins may show the site in a frame and speak with the player.
    pub origins: Vec<embed::Origin>,
    /// Where *Hide* leads; without it, to an empty page.
    pub hide: Option<String>,
    /// The site whose verify screen certificates lead to, with a slash at its end.
    pub verify: Option<String>,
}

impl Config {
    fn origins(&self) -> String {
        self.origins.iter().map(embed::Origin::as_str).collect::<Vec<_>>().join(" ")
    }

    /// What the player has to know, as `<meta>` pairs.
    fn meta(&self) -> Vec<(&'static str, String)> {
        let origins = Some(self.origins()).filter(|origins| !origins.is_empty());
        let origins = origins.map(|origins| (embed::Config::META, origins));
        let hide = self.hide.clone().map(|address| ("kerege-hide", address));
        let verify = self.verify.clone().map(|address| ("kerege-verify", address));
        origins.into_iter().chain(hide).chain(verify).collect()
    }
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
    /// Whether something of it is sealed.
    pub is_sealed: bool,
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
    /// Parts of the player that its first page needs besides the first.
    pub parts: Vec<&'static str>,
    /// Title of the first unit.
    pub unit_title: String,
    /// Title of the first page.
    pub page_title: String,
    /// The first page's first paragraphs, plain text; as many as fit a phone's first screen.
    pub page_text: Vec<String>,
}

/// Writes the player's files, the pages and `_headers` into the site.
///
/// Every address is relative, so that the site can be moved into any folder of any host.
pub fn write(site: &SiteInput<'_>) -> Result<(), SiteError> {
    let player = Player::read(site.player_dir)?;
    let style = player.critical_style()?;
    player.copy_into(site.out)?;
    put(site.out, headers::FILE, &headers::write(&style, &site.config.origins()))?;
    let shared = shared_meta(&player, site.config);
    let put_page = |path: &str, language: &str, page: &dyn Fn(&Texts) -> Page| -> Result<(), SiteError> {
        let texts = player.translation(language)?.unwrap_or_else(Texts::english);
        put(site.out, path, &page(&texts).html(&player, &style, &texts))
    };
    put_page("index.html", "en", &|texts| catalogue_page(site, &shared, texts))?;
    for module in site.modules {
        for edition in &module.editions {
            let shared: Meta = shared.iter().cloned().chain(licensed(module, &player)).collect();
            let page = |texts: &Texts| module_page(module, edition, &shared, texts);
            put_page(&path_of(module, edition), &edition.language, &page)?;
        }
    }
    Ok(())
}

/// Pairs of `<meta>` name and content.
type Meta = Vec<(&'static str, String)>;

/// What every page tells the player: the organiser's settings, and the files of the interface's translations as
/// `ru=player/ru-….json`, separated by spaces, relative to the root; likewise what comes after the first question.
fn shared_meta(player: &Player, config: &Config) -> Meta {
    let interface: Vec<String> = player.languages.iter().map(|(tag, name)| format!("{tag}={FOLDER}/{name}")).collect();
    let mut meta = config.meta();
    meta.push(("kerege-interface", interface.join(" ")));
    let style = player.later.iter().map(|name| format!("style={FOLDER}/{name}"));
    let more = player.more.iter().map(|(tag, name)| format!("{tag}={FOLDER}/{name}"));
    meta.push(("kerege-later", style.chain(more).collect::<Vec<_>>().join(" ")));
    meta.extend(player.trust.as_ref().map(|trust| ("kerege-trust", format!("{FOLDER}/{}", trust.script))));
    meta
}

/// What whoever has a licence needs before anything that is sealed is shown, relative to the root. The boot script asks for
/// all of it at once where a licence is kept, so that no file waits for another.
fn licensed(module: &SiteModule, player: &Player) -> Option<(&'static str, String)> {
    let trust = player.trust.as_ref().filter(|_| module.is_sealed)?;
    let parts = player.licensed.iter().chain([&trust.script, &trust.seals]).map(|name| format!("{FOLDER}/{name}"));
    let signed = ["organiser.json".to_owned(), format!("{}.cose", module.module_json)];
    Some(("kerege-licensed", parts.chain(signed).collect::<Vec<_>>().join(" ")))
}

fn catalogue_page(site: &SiteInput<'_>, shared: &Meta, texts: &Texts) -> Page {
    let title = site.catalogue.pointer("/title/en").and_then(Value::as_str).unwrap_or("Courses");
    Page {
        language: "en".to_owned(),
        title: title.to_owned(),
        root: "",
        meta: shared.clone(),
        alternates: Vec::new(),
        data: vec![CATALOGUE.to_owned()],
        parts: Vec::new(),
        first_text: text::catalogue(title, site.modules, texts),
    }
}

fn module_page(module: &SiteModule, edition: &Edition, shared: &Meta, texts: &Texts) -> Page {
    let root = if edition.language == module.source { "../" } else { "../../" };
    let mut meta = vec![("kerege-module", module.id.clone()), ("kerege-file", module.module_json.clone())];
    meta.extend(shared.iter().cloned());
    Page {
        language: edition.language.clone(),
        title: edition.title.clone(),
        root,
        meta,
        alternates: alternates(module, root),
        data: vec![module.module_json.clone(), edition.first_unit.clone()],
        parts: edition.parts.clone(),
        first_text: text::module(edition, texts),
    }
}

fn alternates(module: &SiteModule, root: &str) -> Vec<(String, String)> {
    if module.editions.len() < 2 {
        return Vec::new();
    }
    let address = |edition: &Edition| {
        let path = path_of(module, edition);
        (edition.language.clone(), format!("{root}{}", path.trim_end_matches("index.html")))
    };
    module.editions.iter().map(address).collect()
}

fn path_of(module: &SiteModule, edition: &Edition) -> String {
    if edition.language == module.source {
        format!("{}/index.html", module.slug)
    } else {
        format!("{}/{}/index.html", module.slug, edition.language)
    }
}

fn put(out: &Path, path: &str, text: &str) -> Result<(), SiteError> {
    let path = out.join(path);
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, text)
    };
    write().map_err(|e| SiteError::Write(path.clone(), e))
}
