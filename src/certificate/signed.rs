//! The certificate as it is signed: on the learner's device, with the key that the licence's delegation names.

use super::digest;
use super::draft::Draft;
use crate::content::Id;
use crate::licence::cbor::{self, OURS, Value};
use crate::licence::span::{moment, seconds};
use crate::licence::{Licence, Part, Purpose, Signer, Token, key};
use crate::port::Moment;

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
    /// What is signed of a draft.
    pub fn of(draft: Draft) -> SignedCertificate {
        let (objectives, records) = digest::of(&draft);
        SignedCertificate {
            name: draft.name,
            at: Moment(seconds(draft.at) * 1000),
            module: draft.module,
            title_en: draft.title_en.filter(|title| *title != draft.title),
            title: draft.title,
            edition: draft.edition,
            language: draft.language,
            track: draft.track,
            award: draft.award,
            award_title: Some(draft.award_title),
            score: draft.score,
            attempts: draft.attempts,
            minutes: draft.minutes,
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
        let delegation = Box::new(licence.token.clone());
        let label = licence.delegation.label.as_deref();
        let sign = |certificate: &SignedCertificate| {
            let signer = Signer::Delegate(delegation.clone());
            Token::sign(Purpose::Certificate, &secret.certificate, signer, certificate.to_value(label).to_bytes())
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
        let value = cbor::read(payload)?;
        certificate(&value, label).filter(|certificate| certificate.to_value(label) == value)
    }

    fn to_value(&self, label: Option<&str>) -> Value {
        let mut claims = Vec::new();
        if label != Some(self.name.as_str()) {
            claims.push((SUB, Value::text(&self.name)));
        }
        claims.push((IAT, Value::Int(seconds(self.at))));
        let text = |name, text: &str| (name, Value::text(text));
        let count = |name, number| (name, Value::count(number));
        let mut ours = vec![(VERSION, Value::Int(1)), text(MODULE, self.module.as_str()), text(TITLE, &self.title)];
        ours.extend(self.title_en.as_ref().map(|title| text(TITLE_EN, title)));
        ours.extend([count(EDITION, self.edition), text(LANGUAGE, &self.language)]);
        ours.extend([text(TRACK, self.track.as_str()), text(AWARD, self.award.as_str())]);
        ours.extend(self.award_title.as_ref().map(|title| text(AWARD_TITLE, title)));
        let score = |(earned, of)| (SCORE, Value::List(vec![Value::count(earned), Value::count(of)]));
        ours.extend(self.score.map(score));
        ours.extend([count(ATTEMPTS, self.attempts), count(MINUTES, self.minutes)]);
        let digest = |name, digest: &Digest| (name, Value::bytes(digest));
        ours.extend([digest(OBJECTIVES, &self.objectives), digest(RECORDS, &self.records)]);
        claims.push((OURS, Value::Map(ours)));
        Value::Map(claims)
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

fn certificate(value: &Value, label: Option<&str>) -> Option<SignedCertificate> {
    let ours = value.get(OURS).filter(|ours| ours.get(VERSION) == Some(&Value::Int(1)))?;
    let shown = |name| ours.get(name).and_then(Value::as_shown);
    let count = |name| ours.get(name).and_then(Value::as_count);
    let score = match ours.get(SCORE) {
        Some(score) => Some(points(score)?),
        None => None,
    };
    Some(SignedCertificate {
        name: match value.get(SUB) {
            Some(name) => name.as_shown()?,
            None => label?.to_owned(),
        },
        at: moment(value.get(IAT)?.as_int()?)?,
        module: ours.get(MODULE)?.as_id()?,
        title: shown(TITLE)?,
        title_en: shown(TITLE_EN),
        edition: count(EDITION)?,
        language: shown(LANGUAGE).filter(|tag| crate::content::language::is_tag(tag))?,
        track: ours.get(TRACK)?.as_id()?,
        award: ours.get(AWARD)?.as_id()?,
        award_title: shown(AWARD_TITLE),
        score,
        attempts: count(ATTEMPTS)?,
        minutes: count(MINUTES)?,
        objectives: ours.get(OBJECTIVES)?.as_fixed()?,
        records: ours.get(RECORDS)?.as_fixed()?,
    })
}

/// Points earned and full points.
fn points(value: &Value) -> Option<(u32, u32)> {
    let [earned, of] = value.items()? else { return None };
    Some((earned.as_count()?, of.as_count()?)).filter(|(earned, of)| earned <= of)
}
