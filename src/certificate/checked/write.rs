//! Writes what was checked as JSON.

use super::{Badge, BadgeSignature, Behind, Brought, Checked, Granted, Voucher};
use crate::certificate::plain::{put_at, put_id, put_maybe, put_nothing, put_score};
use crate::certificate::reason::{Reason, Standing};
use crate::json::{fields, list, number, text};
use crate::port::Moment;

impl Brought {
    /// As JSON, for [`Brought::read`].
    pub fn write(&self) -> String {
        let mut out = String::new();
        self.put(&mut out);
        out
    }

    /// Puts it as JSON, for [`Brought::from_json`].
    pub fn put(&self, out: &mut String) {
        let (kind, body): (&str, &dyn Fn(&mut String)) = match self {
            Brought::Certificate(checked) => ("certificate", &|out| certificate(out, checked)),
            Brought::Badge(one) => ("badge", &|out| badge(out, one)),
            Brought::SelfAttested => ("self-attested", &put_nothing),
            Brought::Licence => ("licence", &put_nothing),
            Brought::Nothing => ("nothing", &put_nothing),
        };
        fields(out, &[(kind, body)]);
    }
}

fn certificate(out: &mut String, of: &Checked) {
    fields(
        out,
        &[
            ("number", &|out| text(out, &of.number)),
            ("name", &|out| text(out, &of.name)),
            ("at", &|out| put_at(out, of.at)),
            ("module", &|out| put_id(out, &of.module)),
            ("title", &|out| text(out, &of.title)),
            ("title_en", &|out| put_maybe(out, of.title_en.as_deref())),
            ("edition", &|out| number(out, of.edition)),
            ("language", &|out| text(out, &of.language)),
            ("track", &|out| put_id(out, &of.track)),
            ("award", &|out| put_id(out, &of.award)),
            ("award_title", &|out| put_maybe(out, of.award_title.as_deref())),
            ("score", &|out| put_score(out, of.score)),
            ("attempts", &|out| number(out, of.attempts)),
            ("minutes", &|out| number(out, of.minutes)),
            ("objectives", &|out| text(out, &of.objectives)),
            ("records", &|out| text(out, &of.records)),
            ("licence", &|out| of.licence.put(out)),
            ("organiser", &|out| voucher(out, of.organiser.as_ref())),
            ("against", &|out| list(out, &of.against, |out, one| reason(out, *one))),
            ("standing", &|out| standing(out, of.standing)),
            ("named", &|out| number(out, of.is_module_named)),
        ],
    );
}

impl Behind {
    /// Puts it as JSON, for [`Behind::from_json`].
    pub fn put(&self, out: &mut String) {
        fields(
            out,
            &[
                ("id", &|out| text(out, &self.id)),
                ("organiser", &|out| text(out, &self.organiser)),
                ("url", &|out| text(out, &self.url)),
                ("issued", &|out| put_at(out, self.issued)),
                ("opens", &|out| span(out, self.opens)),
                ("certifies", &|out| span(out, self.certifies)),
                ("key", &|out| text(out, &self.key)),
                ("grants", &|out| list(out, &self.grants, granted)),
                ("label", &|out| put_maybe(out, self.label.as_deref())),
                ("binding", &|out| number(out, self.is_label_binding)),
                ("awards", &|out| list(out, &self.awards, put_id)),
            ],
        );
    }
}

fn granted(out: &mut String, one: &Granted) {
    fields(
        out,
        &[
            ("course", &|out| put_id(out, &one.course)),
            ("modules", &|out| list(out, &one.modules, put_id)),
            ("open", &|out| number(out, one.is_open_ended)),
            ("last", &|out| list(out, one.last_edition, number)),
        ],
    );
}

fn badge(out: &mut String, one: &Badge) {
    fields(
        out,
        &[
            ("achievement", &|out| text(out, &one.achievement)),
            ("name", &|out| put_maybe(out, one.name.as_deref())),
            ("issuer", &|out| text(out, &one.issuer)),
            ("issuer_id", &|out| text(out, &one.issuer_id)),
            ("from", &|out| text(out, &one.from)),
            ("until", &|out| put_maybe(out, one.until.as_deref())),
            ("status", &|out| number(out, one.has_status)),
            ("organiser", &|out| voucher(out, one.organiser.as_ref())),
            ("signature", &|out| text(out, one.signature.name())),
        ],
    );
}

fn voucher(out: &mut String, one: Option<&Voucher>) {
    let Some(one) = one else { return put_nothing(out) };
    fields(
        out,
        &[
            ("name", &|out| text(out, &one.name)),
            ("url", &|out| text(out, &one.url)),
            ("fingerprint", &|out| text(out, &one.fingerprint)),
        ],
    );
}

fn reason(out: &mut String, one: Reason) {
    let number = match one {
        Reason::Revoked(at) | Reason::BeforeSpan(at) | Reason::AfterSpan(at) => at.0,
        Reason::OtherEdition(last) => i64::from(last),
        Reason::CertificateAltered
        | Reason::DelegationAltered
        | Reason::UnknownOrganiser
        | Reason::KeyOutOfUse
        | Reason::FromTheFuture
        | Reason::OtherModule
        | Reason::OtherAward
        | Reason::OtherName => 0,
    };
    pair(out, one.name(), number);
}

fn standing(out: &mut String, one: Standing) {
    match one {
        Standing::Valid(list, made) => {
            fields(out, &[("list", &|out| number(out, list)), ("at", &|out| put_at(out, made))])
        }
        Standing::Revoked(then) => fields(out, &[("revoked", &|out| put_at(out, then))]),
        Standing::NotChecked => put_nothing(out),
    }
}

impl BadgeSignature {
    /// Its name in JSON.
    pub(super) fn name(self) -> &'static str {
        match self {
            BadgeSignature::None => "none",
            BadgeSignature::Proof => "proof",
            BadgeSignature::Holds => "holds",
            BadgeSignature::Altered => "altered",
            BadgeSignature::Foreign => "foreign",
        }
    }
}

fn pair(out: &mut String, name: &str, value: i64) {
    out.push('[');
    text(out, name);
    out.push(',');
    number(out, value);
    out.push(']');
}

fn span(out: &mut String, (from, until): (Moment, Option<Moment>)) {
    list(out, [Some(from), until].into_iter().flatten(), put_at);
}
