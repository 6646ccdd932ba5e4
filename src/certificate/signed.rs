//! The certificate as it is signed: on the learner's device, with the key that the licence's delegation names.

use super::Certificate;
use crate::content::Id;
use crate::licence::cbor::{self, OURS};
use crate::licence::span::{moment, seconds};
use crate::licence::{Licence, Part, Purpose, Signer, Token, key};
use crate::port::Moment;
use minicbor::Decoder;

/// Everything that a certificate signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCertificate {
    /// The holder's name. Where it is the label of the licence, it is signed there and not written twice.
    pub name: String,
    /// When it was made, in whole seconds.
    pub at: Moment,
    /// The module.
    pub module: Id,
    /// Its title.
    pub title: String,
    /// Its title in English, where that is another one and there is room.
    pub title_en: Option<String>,
    /// The edition's number.
    pub edition: u32,
    /// The language that it is written in.
    pub language: String,
    /// The track.
    pub track: Id,
    /// The award level.
    pub award: Id,
    /// Its title, where there is room.
    pub award_title: Option<String>,
    /// Points earned and full points; `None` where the track has no assessment.
    pub score: Option<(u32, u32)>,
    /// Attempts that were handed in.
    pub attempts: u32,
    /// Minutes that the track takes.
    pub minutes: u32,
    /// Digest of the objectives and of what is said of the holder: see [`super::digest::objectives`].
    pub objectives: Digest,
    /// Digest of the records: see [`super::digest::records`].
    pub records: Digest,
}

/// The first 16 bytes of a SHA-256 (`sha-256-128` of RFC 6920): room in a QR code is scarce.
pub type Digest = [u8; 16];

/// Why a certificate is not signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSigned {
    /// The licence is locked.
    Locked,
    /// Its texts are too long for a QR code: so many bytes too many.
    TooLong(usize),
}

/// The most bytes of a certificate, with its whole chain. With an address of [`super::qr::LONGEST_ADDRESS`] before it, it
/// fits a QR code of version 22 at level M.
pub const LARGEST: usize = 708;

impl SignedCertificate {
    /// What is signed of a certificate. `track` and `award` are ids, and the digests are those of [`super::digest`].
    pub fn new(
        from: &Certificate,
        (track, award): (&Id, &Id),
        language: &str,
        objectives: Digest,
        records: Digest,
    ) -> SignedCertificate {
        SignedCertificate {
            name: from.name.clone(),
            at: Moment(seconds(from.at) * 1000),
            module: from.module.clone(),
            title: from.title.clone(),
            title_en: from.title_en.clone().filter(|title| *title != from.title),
            edition: from.edition,
            language: language.to_owned(),
            track: track.clone(),
            award: award.clone(),
            award_title: Some(from.award.clone()),
            score: from.score,
            attempts: from.attempts,
            minutes: from.minutes,
            objectives,
            records,
        }
    }

    /// Signs it under a licence. Where it is too long, the English title and then the award's title are left out: the
    /// module's signed outline has them.
    ///
    /// # Errors
    /// [`NotSigned`], where the licence is locked or the texts are too long.
    pub fn sign(&self, licence: &Licence) -> Result<Token, NotSigned> {
        let Part::Open(secret) = &licence.part else { return Err(NotSigned::Locked) };
        // Only the delegation enters: what is built here never sees the secret part.
        let delegation = licence.token.to_bytes();
        let label = licence.delegation.label.as_deref();
        let sign = |certificate: &SignedCertificate| {
            let signer = Signer::Delegate(delegation.clone());
            Token::sign(Purpose::Certificate, &secret.certificate, signer, certificate.payload(label))
        };
        let shorter = SignedCertificate { title_en: None, ..self.clone() };
        let shortest = SignedCertificate { award_title: None, ..shorter.clone() };
        let mut over = 0;
        for certificate in [self, &shorter, &shortest] {
            let token = sign(certificate);
            over = token.to_bytes().len().saturating_sub(LARGEST);
            if over == 0 {
                return Ok(token);
            }
        }
        Err(NotSigned::TooLong(over))
    }

    /// What a token says under a licence with this label; `None` where it is no certificate. Nothing is proven by that:
    /// see [`super::verify`].
    pub fn read(token: &Token, label: Option<&str>) -> Option<SignedCertificate> {
        let payload = token.payload.as_ref().filter(|payload| payload.len() <= LARGEST)?;
        cbor::read(payload, |from| certificate(from, label), |certificate| certificate.payload(label))
    }

    fn payload(&self, label: Option<&str>) -> Vec<u8> {
        cbor::write(|out| {
            let has_own_name = label != Some(self.name.as_str());
            out.map(2 + u64::from(has_own_name))?;
            if has_own_name {
                out.i64(SUB)?.str(&self.name)?;
            }
            out.i64(IAT)?.i64(seconds(self.at))?;
            let optional = [self.title_en.is_some(), self.award_title.is_some(), self.score.is_some()];
            let n_optional = optional.into_iter().map(u64::from).sum::<u64>();
            out.i64(OURS)?.map(11 + n_optional)?.i64(VERSION)?.i64(1)?;
            out.i64(MODULE)?.str(self.module.as_str())?.i64(TITLE)?.str(&self.title)?;
            if let Some(title) = &self.title_en {
                out.i64(TITLE_EN)?.str(title)?;
            }
            out.i64(EDITION)?.u32(self.edition)?.i64(LANGUAGE)?.str(&self.language)?;
            out.i64(TRACK)?.str(self.track.as_str())?.i64(AWARD)?.str(self.award.as_str())?;
            if let Some(title) = &self.award_title {
                out.i64(AWARD_TITLE)?.str(title)?;
            }
            if let Some((earned, of)) = self.score {
                out.i64(SCORE)?.array(2)?.u32(earned)?.u32(of)?;
            }
            out.i64(ATTEMPTS)?.u32(self.attempts)?.i64(MINUTES)?.u32(self.minutes)?;
            out.i64(OBJECTIVES)?.bytes(&self.objectives)?.i64(RECORDS)?.bytes(&self.records)?;
            Ok(())
        })
    }
}

/// The short number beside a certificate: eight letters and digits, by which people find it again.
pub fn number(token: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let [a, b, c, d, e, ..] = key::sha256(token);
    let bits = [a, b, c, d, e].iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let letter = |at: u32| LETTERS.get((bits >> (35 - 5 * at) & 31) as usize).map_or('A', |byte| char::from(*byte));
    (0..8).flat_map(|at| (at == 4).then_some('-').into_iter().chain([letter(at)])).collect()
}

/// Registered claims (RFC 8392): subject, issued at.
const SUB: i64 = 2;
const IAT: i64 = 6;

/// Our claims.
const VERSION: i64 = 0;
const MODULE: i64 = 1;
const TITLE: i64 = 2;
const TITLE_EN: i64 = 3;
const EDITION: i64 = 4;
const LANGUAGE: i64 = 5;
const TRACK: i64 = 6;
const AWARD: i64 = 7;
const AWARD_TITLE: i64 = 8;
const SCORE: i64 = 9;
const ATTEMPTS: i64 = 10;
const MINUTES: i64 = 11;
const OBJECTIVES: i64 = 12;
const RECORDS: i64 = 13;

#[derive(Default)]
struct Ours {
    module: Option<Id>,
    title: Option<String>,
    title_en: Option<String>,
    edition: Option<u32>,
    language: Option<String>,
    track: Option<Id>,
    award: Option<Id>,
    award_title: Option<String>,
    score: Option<(u32, u32)>,
    attempts: Option<u32>,
    minutes: Option<u32>,
    objectives: Option<Digest>,
    records: Option<Digest>,
}

fn certificate(from: &mut Decoder<'_>, label: Option<&str>) -> Option<SignedCertificate> {
    let (mut name, mut at, mut ours) = (None, None, Ours::default());
    cbor::map(from, |claim, from| {
        match claim {
            SUB => name = Some(cbor::text(from)?),
            IAT => at = Some(moment(from.i64().ok()?)?),
            OURS => cbor::map(from, |claim, from| ours.take(claim, from))?,
            _ => return None,
        }
        Some(())
    })?;
    Some(SignedCertificate {
        name: name.or_else(|| label.map(str::to_owned))?,
        at: at?,
        module: ours.module?,
        title: ours.title?,
        title_en: ours.title_en,
        edition: ours.edition?,
        language: ours.language?,
        track: ours.track?,
        award: ours.award?,
        award_title: ours.award_title,
        score: ours.score,
        attempts: ours.attempts?,
        minutes: ours.minutes?,
        objectives: ours.objectives?,
        records: ours.records?,
    })
}

impl Ours {
    fn take(&mut self, claim: i64, from: &mut Decoder<'_>) -> Option<()> {
        match claim {
            VERSION => return (from.i64().ok()? == 1).then_some(()),
            MODULE => self.module = Some(Id::new(from.str().ok()?)?),
            TITLE => self.title = Some(cbor::text(from)?),
            TITLE_EN => self.title_en = Some(cbor::text(from)?),
            EDITION => self.edition = Some(from.u32().ok()?),
            LANGUAGE => self.language = Some(cbor::text(from).filter(|tag| crate::content::language::is_tag(tag))?),
            TRACK => self.track = Some(Id::new(from.str().ok()?)?),
            AWARD => self.award = Some(Id::new(from.str().ok()?)?),
            AWARD_TITLE => self.award_title = Some(cbor::text(from)?),
            SCORE => {
                let is_pair = from.array().ok()? == Some(2);
                let (earned, of) = (from.u32().ok().filter(|_| is_pair)?, from.u32().ok()?);
                self.score = Some((earned, of)).filter(|(earned, of)| earned <= of);
                self.score?;
            }
            ATTEMPTS => self.attempts = Some(from.u32().ok()?),
            MINUTES => self.minutes = Some(from.u32().ok()?),
            OBJECTIVES => self.objectives = Some(cbor::fixed(from)?),
            RECORDS => self.records = Some(cbor::fixed(from)?),
            _ => return None,
        }
        Some(())
    }
}
