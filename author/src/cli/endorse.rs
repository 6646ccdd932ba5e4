//! `kerege certificate endorse`.

use super::show;
use crate::badge::{bake, credential, jwt, proof, rescore};
use crate::check::check;
use crate::day;
use crate::vault::locked::{self, Who};
use crate::vault::{self, Passphrase, Vault};
use clap::Args;
use kerege::completion;
use kerege::content::{Module, Unit};
use std::path::{Path, PathBuf};

/// What `kerege certificate endorse` is given.
#[derive(Debug, Args)]
pub(super) struct Endorse {
    /// Files that learners saved: "Save as a file" in the player's settings
    #[arg(required = true)]
    exports: Vec<PathBuf>,
    /// The folder of the module, of the edition that was learnt from
    #[arg(long)]
    module: PathBuf,
    /// The folder of the organiser's keys
    #[arg(long)]
    key: PathBuf,
    /// The learner's name; else the one on the certificate that was made last
    #[arg(long)]
    name: Option<String>,
    /// A picture (PNG or SVG) that badges are baked into
    #[arg(long)]
    image: Option<PathBuf>,
    /// A folder for the badges
    #[arg(long)]
    out: PathBuf,
    /// A file that holds the passphrase; else it is asked for
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

/// Scores again and endorses; false where doubts stand against one of them.
pub(super) fn run(task: &Endorse) -> Result<bool, String> {
    if task.name.is_some() && task.exports.len() > 1 {
        return Err("--name is for one file: without it, each gets the name on its certificate".to_owned());
    }
    let (module, units) = module(&task.module)?;
    vault::organiser(&task.key).map_err(words)?;
    let passphrase = Passphrase::ask(task.passphrase_file.as_deref()).map_err(words)?;
    let vault = Vault::open(&task.key, passphrase).map_err(words)?;
    let desk = Desk { task, module: &module, units: &units, vault: &vault };
    locked::make_folder(&task.out).map_err(words)?;
    if vault.badge_signer(day::now()).is_none() {
        show::say(
            "There is no RSA key in use, so no badge-….jwt is written: some verifiers read only that form. \
             `kerege key new --rsa` with the folder of keys makes one",
        );
    }
    let mut all_good = true;
    for path in &task.exports {
        match desk.endorse(path)? {
            Ok(badge) => show::say(&format!("{}: endorsed, {}", path.display(), badge.display())),
            Err(doubts) => {
                all_good = false;
                show::say(&format!("{}: not endorsed", path.display()));
                doubts.iter().for_each(|doubt| show::say(&format!("  {doubt}")));
            }
        }
    }
    Ok(all_good)
}

/// The module as the player reads it, from its folder.
fn module(folder: &Path) -> Result<(Module, Vec<Unit>), String> {
    let checked = check(folder, false);
    let is_wrong = checked.findings.any_wrong();
    let read = checked.built.and_then(|built| built.read).filter(|_| !is_wrong);
    read.ok_or_else(|| format!("{} cannot be built: see `kerege check`", folder.display()))
}

struct Desk<'a> {
    task: &'a Endorse,
    module: &'a Module,
    units: &'a [Unit],
    vault: &'a Vault,
}

impl Desk<'_> {
    /// Endorses what is in one file: the badge's path, or the doubts.
    fn endorse(&self, path: &Path) -> Result<Result<PathBuf, Vec<rescore::Doubt>>, String> {
        let bytes = std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        let records = match rescore::read(&bytes, self.module) {
            Ok(records) => records,
            Err(doubt) => return Ok(Err(vec![doubt])),
        };
        let earned = match rescore::rescore(self.module, self.units, &records) {
            Ok(earned) => earned,
            Err(doubts) => return Ok(Err(doubts)),
        };
        let certified = earned.progress.certified.last().map(|made| made.name.as_str());
        let name = self.task.name.as_deref().or(certified);
        let name = name.and_then(kerege::certificate::name);
        let name = name.ok_or_else(|| format!("{}: no certificate was made yet; give --name", path.display()))?;
        let now = day::now();
        let key = self.vault.signer(now).map_err(words)?;
        let (uuid, at) = (uuid()?, day::date_time(now));
        let track = self.module.tracks.get(earned.track);
        let award = track.and_then(|track| track.awards.iter().find(|award| award.id == earned.award));
        let language = self.module.languages.first().map_or("en", String::as_str);
        let points = completion::points(self.module, earned.track, &earned.progress);
        let unsigned = award.and_then(|award| {
            credential::credential(&credential::Endorsed {
                organiser: &self.vault.organiser,
                key: &key.public(),
                module: self.module,
                track: earned.track,
                award,
                name: &name,
                points,
                language,
                at: &at,
                uuid: &uuid,
            })
        });
        let unsigned = unsigned.ok_or("the module has no such award")?;
        let signed = proof::sign(&unsigned, key, &at).map_err(words)?;
        let badge = self.put(&uuid, "json", format!("{signed:#}\n").as_bytes())?;
        if let Some(pair) = self.vault.badge_signer(now) {
            let url = &self.vault.organiser.url;
            self.put(&uuid, "jwt", jwt::rs256(&unsigned, url, pair).map_err(words)?.as_bytes())?;
        }
        // Its name says that not everybody reads it.
        self.put(&uuid, "eddsa.jwt", jwt::eddsa(&unsigned, key).as_bytes())?;
        if let Some(image) = &self.task.image {
            let picture =
                std::fs::read(image).map_err(|error| format!("{} cannot be read: {error}", image.display()))?;
            let ending = if picture.starts_with(b"\x89PNG") { "png" } else { "svg" };
            let baked = bake::bake(&picture, &signed.to_string());
            self.put(&uuid, ending, &baked.map_err(|error| format!("{}: {error}", image.display()))?)?;
        }
        Ok(Ok(badge))
    }

    fn put(&self, uuid: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, String> {
        let path = self.task.out.join(format!("badge-{uuid}.{ending}"));
        locked::put(&path, bytes, Who::Owner).map_err(words)?;
        Ok(path)
    }
}

/// A random UUID (RFC 9562, version 4).
fn uuid() -> Result<String, String> {
    let mut bytes = locked::random::<16>().map_err(words)?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    Ok([part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-"))
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}
