//! A verdict as plain values.

use super::{Behind, Checked, Granted, Voucher};
use crate::certificate::signed::number;
use crate::certificate::verify::Verdict;
use crate::licence::{Delegation, Grant, Span, text};
use crate::port::Moment;

impl Checked {
    /// What a verdict on these bytes says.
    pub fn of(bytes: &[u8], verdict: Verdict<'_>) -> Checked {
        let organiser = verdict.organiser.zip(verdict.fingerprint).map(|(organiser, fingerprint)| Voucher {
            name: organiser.name.clone(),
            url: organiser.url.clone(),
            fingerprint,
        });
        let certificate = verdict.certificate;
        Checked {
            number: number(bytes),
            name: certificate.name,
            at: certificate.at,
            module: certificate.module,
            title: certificate.title,
            title_en: certificate.title_en,
            edition: certificate.edition,
            language: certificate.language,
            track: certificate.track,
            award: certificate.award,
            award_title: certificate.award_title,
            score: certificate.score,
            attempts: certificate.attempts,
            minutes: certificate.minutes,
            objectives: text::base64(&certificate.objectives),
            records: text::base64(&certificate.records),
            licence: Behind::of(verdict.delegation),
            organiser,
            against: verdict.reasons,
            standing: verdict.standing,
            is_module_named: verdict.is_module_named,
        }
    }
}

impl Behind {
    /// What a delegation says.
    pub fn of(delegation: Delegation) -> Behind {
        Behind {
            id: delegation.id.to_string(),
            organiser: delegation.organiser,
            url: delegation.url,
            issued: delegation.issued,
            opens: ends(delegation.opens),
            certifies: ends(delegation.certifies),
            key: delegation.key.fingerprint(),
            grants: delegation.grants.into_iter().map(granted).collect(),
            label: delegation.label,
            is_label_binding: delegation.is_label_binding,
            awards: delegation.awards,
        }
    }
}

fn ends(span: Span) -> (Moment, Option<Moment>) {
    (span.from, span.until)
}

fn granted(grant: Grant) -> Granted {
    let Grant { course, modules, is_open_ended, last_edition } = grant;
    Granted { course, modules, is_open_ended, last_edition }
}
