//! The built player: its manifest, and its files copied into the site.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kerege::i18n::Texts;
use serde::Deserialize;

use super::error::SiteError;

/// The manifest's file name in the player's folder.
const MANIFEST: &str = "player.json";

/// The player's folder in a site; everything in it has its hash in its name.
pub const FOLDER: &str = "player";

/// What `player.json` says: names of files in the same folder.
#[derive(Debug, Clone, Deserialize)]
pub struct Player {
    /// Starts the player; the page's only script for current browsers.
    pub boot: String,
    /// For browsers that know no modules: shows what to do.
    pub old: String,
    /// The WebAssembly's JavaScript half.
    pub script: String,
    /// The WebAssembly.
    pub wasm: String,
    /// Parts of it that come later, by name.
    #[serde(default)]
    pub parts: BTreeMap<String, String>,
    /// Those of the parts' files that whoever has a licence needs before anything that is sealed is shown.
    #[serde(default)]
    pub licensed: Vec<String>,
    /// Style sheets that may come after the first text.
    pub styles: Vec<String>,
    /// The style sheet of what comes later.
    #[serde(default)]
    pub later: Option<String>,
    /// The style of the first text, to be put into each page.
    pub critical: String,
    /// The site's icon.
    pub icon: String,
    /// Translations of what the interface says first, by language.
    #[serde(default)]
    pub languages: BTreeMap<String, String>,
    /// Translations of everything else that it says, by language.
    #[serde(default)]
    pub more: BTreeMap<String, String>,
    /// What opens seals and checks signatures; it is fetched where there is something sealed or signed.
    #[serde(default)]
    pub trust: Option<Trust>,
    #[serde(skip)]
    folder: PathBuf,
}

/// The second WebAssembly: a script that knows both halves, and these.
#[derive(Debug, Clone, Deserialize)]
pub struct Trust {
    /// The script.
    pub script: String,
    /// What opens seals and signs.
    pub seals: String,
    /// What verifies.
    pub proofs: String,
}

impl Player {
    /// Reads the manifest.
    pub fn read(folder: &Path) -> Result<Self, SiteError> {
        let path = folder.join(MANIFEST);
        if !path.is_file() {
            return Err(SiteError::NoPlayer(folder.to_owned()));
        }
        let text = text_of(&path)?;
        let player: Self = serde_json::from_str(&text).map_err(|e| SiteError::Player(path, e.to_string()))?;
        Ok(Self { folder: folder.to_owned(), ..player })
    }

    /// The folder of a player: the one that is named, else one beside this program, else the repository's.
    pub fn find(named: Option<&Path>) -> Result<PathBuf, SiteError> {
        if let Some(folder) = named {
            return Ok(folder.to_owned());
        }
        let program = std::env::current_exe().unwrap_or_default();
        // `kerege` and `player` beside each other, or `target/debug/kerege` and `target/player`.
        let near = program.ancestors().skip(1).take(2).map(|folder| folder.join(FOLDER));
        let here = Path::new("target").join(FOLDER);
        let is_player = |folder: &PathBuf| folder.join(MANIFEST).is_file();
        near.chain([here.clone()]).find(is_player).ok_or(SiteError::NoPlayer(here))
    }

    /// The critical style, as it stands in each page.
    pub fn critical_style(&self) -> Result<String, SiteError> {
        text_of(&self.folder.join(&self.critical))
    }

    /// The interface in a language, where the player has it.
    pub fn translation(&self, language: &str) -> Result<Option<Texts>, SiteError> {
        let Some(first) = self.languages.get(language) else { return Ok(None) };
        let texts = self.texts(first)?;
        let more = self.more.get(language).map(|more| self.texts(more)).transpose()?;
        Ok(Some(more.into_iter().fold(texts, Texts::with)))
    }

    fn texts(&self, name: &str) -> Result<Texts, SiteError> {
        let path = self.folder.join(name);
        let texts = Texts::read(text_of(&path)?.as_bytes());
        texts.ok_or_else(|| SiteError::Player(path, "this is not a translation of the interface".to_owned()))
    }

    /// Copies the files a page refers to into `<out>/player`, and removes those of an earlier player.
    pub fn copy_into(&self, out: &Path) -> Result<(), SiteError> {
        let target = out.join(FOLDER);
        if target.exists() {
            fs::remove_dir_all(&target).map_err(|e| SiteError::Write(target.clone(), e))?;
        }
        fs::create_dir_all(&target).map_err(|e| SiteError::Write(target.clone(), e))?;
        for name in self.files() {
            let from = self.folder.join(name);
            fs::copy(&from, target.join(name)).map_err(|e| SiteError::Read(from, e))?;
        }
        Ok(())
    }

    fn files(&self) -> impl Iterator<Item = &String> {
        [&self.boot, &self.old, &self.script, &self.wasm, &self.icon]
            .into_iter()
            .chain(self.parts.values())
            .chain(&self.styles)
            .chain(&self.later)
            .chain(self.languages.values())
            .chain(self.more.values())
            .chain(self.trust.iter().flat_map(|trust| [&trust.script, &trust.seals, &trust.proofs]))
    }
}

fn text_of(path: &Path) -> Result<String, SiteError> {
    fs::read_to_string(path).map_err(|e| SiteError::Read(path.to_owned(), e))
}
