//! A certificate or badge that was checked, as plain values: what passes from the WebAssembly that knows signatures to the
//! one that shows them.

#[cfg(feature = "trust")]
mod of;
mod read;
mod write;

use super::reason::{Reason, Standing};
use crate::content::Id;
use crate::port::Moment;

/// What somebody brought to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// A signed certificate.
    Certificate(Box<Checked>),
    /// An Open Badge.
    Badge(Box<Badge>),
    /// What a certificate says, saved as data: its holder alone attests it, and nothing is signed.
    SelfAttested,
    /// A licence: whoever has it can use it.
    Licence,
    /// Nothing that can be checked.
    Nothing,
}

/// A certificate that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The short number.
    pub number: String,
    /// The holder's name.
    pub name: String,
    /// When it was made.
    pub at: Moment,
    /// The module.
    pub module: Id,
    /// Its title.
    pub title: String,
    /// Its title in English, where that is signed too.
    pub title_en: Option<String>,
    /// The edition's number.
    pub edition: u32,
    /// The language that it is written in (BCP 47).
    pub language: String,
    /// The track.
    pub track: Id,
    /// The award level.
    pub award: Id,
    /// Its title, where that is signed too.
    pub award_title: Option<String>,
    /// Points earned and full points; `None` where the track has no assessment.
    pub score: Option<(u32, u32)>,
    /// Attempts that were handed in.
    pub attempts: u32,
    /// Minutes that the track takes.
    pub minutes: u32,
    /// Digest of the objectives, as base64url.
    pub objectives: String,
    /// Digest of the records, as base64url.
    pub records: String,
    /// The licence that it was made under.
    pub licence: Behind,
    /// The organiser that is known here and signed the licence.
    pub organiser: Option<Voucher>,
    /// What stands against it; nothing, where it is good.
    pub against: Vec<Reason>,
    /// Whether the licence was looked up on the organiser's list.
    pub standing: Standing,
    /// Whether the organiser names the module itself, or only the course that it is said to be of.
    pub is_module_named: bool,
}

/// The licence behind a certificate: everything that its delegation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// Its number.
    pub id: String,
    /// The organiser's name, as the licence has it.
    pub organiser: String,
    /// The organiser's address, as the licence has it.
    pub url: String,
    /// When it was issued.
    pub issued: Moment,
    /// When it opens sealed units: from, and until just before.
    pub opens: (Moment, Option<Moment>),
    /// When certificates may be made under it: from, and until just before.
    pub certifies: (Moment, Option<Moment>),
    /// The fingerprint of the key that certificates are signed with.
    pub key: String,
    /// What it is for.
    pub grants: Vec<Granted>,
    /// The holder's name or pseudonym.
    pub label: Option<String>,
    /// Whether certificates have to carry that name.
    pub is_label_binding: bool,
    /// Award levels that it may certify.
    pub awards: Vec<Id>,
}

/// What a licence is for, in one course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// The course.
    pub course: Id,
    /// Modules by id.
    pub modules: Vec<Id>,
    /// Whether modules that join the course later belong to it.
    pub is_open_ended: bool,
    /// The last edition that belongs to it; `None` for all later ones.
    pub last_edition: Option<u32>,
}

/// An organiser that is known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    /// Name.
    pub name: String,
    /// Address.
    pub url: String,
    /// The fingerprint of the key that was used (RFC 7638).
    pub fingerprint: String,
}

impl Voucher {
    /// The domain of the address, which people compare.
    pub fn domain(&self) -> &str {
        let rest = self.url.strip_prefix("https://").unwrap_or(&self.url);
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

/// An Open Badge, as far as it can be read and checked without a library for linked data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Badge {
    /// What it is for.
    pub achievement: String,
    /// The holder's name.
    pub name: Option<String>,
    /// The issuer's name, as the badge has it.
    pub issuer: String,
    /// The issuer's identifier, as the badge has it.
    pub issuer_id: String,
    /// From when it is valid, as the badge has it.
    pub from: String,
    /// Until when, where it ends.
    pub until: Option<String>,
    /// Whether it says where to ask if it was revoked.
    pub has_status: bool,
    /// The organiser that is known here and whose key the badge names.
    pub organiser: Option<Voucher>,
    /// How it is signed.
    pub signature: BadgeSignature,
}

/// How a badge is signed, and what came of looking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeSignature {
    /// There is none, or none that is known.
    #[default]
    None,
    /// A proof over linked data: only a verifier of Open Badges can check it.
    Proof,
    /// A JWS that the organiser's key signed.
    Holds,
    /// A JWS that is not what the organiser's key signed.
    Altered,
    /// A JWS with a key or algorithm that is not known here.
    Foreign,
}
