//! Reads what was checked.

use super::{Badge, BadgeSignature, Behind, Brought, Checked, Granted, Voucher};
use crate::certificate::plain::{all, at, count, id, score, text};
use crate::certificate::reason::{Reason, Standing};
use crate::json::{self, Value};
use crate::port::Moment;

impl Brought {
    /// Reads JSON; `None` where it is not as [`Brought::write`] writes it.
    pub fn read(text: &str) -> Option<Brought> {
        Brought::from_json(&json::read(text.as_bytes()).ok()?)
    }

    /// Reads it; `None` where it is not as [`Brought::put`] puts it.
    pub fn from_json(value: &Value) -> Option<Brought> {
        let [(kind, body)] = value.as_object()? else { return None };
        Some(match kind.as_str() {
            "certificate" => Brought::Certificate(Box::new(certificate(body)?)),
            "badge" => Brought::Badge(Box::new(badge(body)?)),
            "self-attested" => Brought::SelfAttested,
            "licence" => Brought::Licence,
            "nothing" => Brought::Nothing,
            _ => return None,
        })
    }
}

fn certificate(from: &Value) -> Option<Checked> {
    Some(Checked {
        number: text(from, "number")?,
        name: text(from, "name")?,
        at: at(from.get("at")?)?,
        module: id(from.get("module")?)?,
        title: text(from, "title")?,
        title_en: text(from, "title_en"),
        edition: count(from.get("edition")?)?,
        language: text(from, "language")?,
        track: id(from.get("track")?)?,
        award: id(from.get("award")?)?,
        award_title: text(from, "award_title"),
        score: score(from)?,
        attempts: count(from.get("attempts")?)?,
        minutes: count(from.get("minutes")?)?,
        objectives: text(from, "objectives")?,
        records: text(from, "records")?,
        licence: Behind::from_json(from.get("licence")?)?,
        organiser: voucher(from)?,
        against: all(from, "against", reason)?,
        standing: standing(from.get("standing")?)?,
        is_module_named: from.get("named")?.as_bool()?,
    })
}

impl Behind {
    /// Reads it; `None` where it is not as [`Behind::put`] puts it.
    pub fn from_json(from: &Value) -> Option<Behind> {
        Some(Behind {
            id: text(from, "id")?,
            organiser: text(from, "organiser")?,
            url: text(from, "url")?,
            issued: at(from.get("issued")?)?,
            opens: span(from, "opens")?,
            certifies: span(from, "certifies")?,
            key: text(from, "key")?,
            grants: all(from, "grants", granted)?,
            label: text(from, "label"),
            is_label_binding: from.get("binding")?.as_bool()?,
            awards: all(from, "awards", id)?,
        })
    }
}

fn granted(from: &Value) -> Option<Granted> {
    Some(Granted {
        course: id(from.get("course")?)?,
        modules: all(from, "modules", id)?,
        is_open_ended: from.get("open")?.as_bool()?,
        last_edition: all(from, "last", count)?.first().copied(),
    })
}

fn badge(from: &Value) -> Option<Badge> {
    let name = from.get("signature")?.as_str()?;
    let known = [
        BadgeSignature::None,
        BadgeSignature::Proof,
        BadgeSignature::Holds,
        BadgeSignature::Altered,
        BadgeSignature::Foreign,
    ];
    Some(Badge {
        achievement: text(from, "achievement")?,
        name: text(from, "name"),
        issuer: text(from, "issuer")?,
        issuer_id: text(from, "issuer_id")?,
        from: text(from, "from")?,
        until: text(from, "until"),
        has_status: from.get("status")?.as_bool()?,
        organiser: voucher(from)?,
        signature: known.into_iter().find(|one| one.name() == name)?,
    })
}

/// The organiser, where there is one; `None` where it cannot be read.
fn voucher(from: &Value) -> Option<Option<Voucher>> {
    let from = from.get("organiser")?;
    if from.is_null() {
        return Some(None);
    }
    let (name, url) = (text(from, "name")?, text(from, "url")?);
    Some(Some(Voucher { name, url, fingerprint: text(from, "fingerprint")? }))
}

fn reason(from: &Value) -> Option<Reason> {
    let [name, number] = from.as_array()? else { return None };
    Some(match name.as_str()? {
        "certificate-altered" => Reason::CertificateAltered,
        "delegation-altered" => Reason::DelegationAltered,
        "unknown-organiser" => Reason::UnknownOrganiser,
        "key-out-of-use" => Reason::KeyOutOfUse,
        "revoked" => Reason::Revoked(at(number)?),
        "before-span" => Reason::BeforeSpan(at(number)?),
        "after-span" => Reason::AfterSpan(at(number)?),
        "from-the-future" => Reason::FromTheFuture,
        "other-module" => Reason::OtherModule,
        "other-edition" => Reason::OtherEdition(count(number)?),
        "other-award" => Reason::OtherAward,
        "other-name" => Reason::OtherName,
        _ => return None,
    })
}

fn standing(from: &Value) -> Option<Standing> {
    match (from.get("list"), from.get("revoked")) {
        (Some(list), None) => Some(Standing::Valid(count(list)?, at(from.get("at")?)?)),
        (None, Some(then)) => Some(Standing::Revoked(at(then)?)),
        _ => from.is_null().then_some(Standing::NotChecked),
    }
}

fn span(from: &Value, name: &str) -> Option<(Moment, Option<Moment>)> {
    let ends = all(from, name, at)?;
    Some((*ends.first()?, ends.get(1).copied()))
}
