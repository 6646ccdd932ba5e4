//! Every signed field of a certificate, under three headings.

use super::{Fact, Part, Words, code, fact};
use crate::certificate::checked::{Checked, Granted};
use crate::certificate::reason::Standing;
use crate::i18n::fill;
use crate::port::Moment;

/// What a certificate says, the licence behind it, and who vouches.
pub(super) fn parts(of: &Checked, words: &Words<'_>) -> Vec<Part> {
    vec![
        Part { heading: words.t("What the certificate says"), facts: certificate(of, words) },
        Part { heading: words.t("Who vouches"), facts: organiser(of, words) },
        Part { heading: words.t("The licence behind it"), facts: licence(of, words) },
    ]
}

fn certificate(of: &Checked, words: &Words<'_>) -> Vec<Fact> {
    let mut facts = vec![fact(words.t("Name"), &of.name), fact(words.t("Course"), &of.title)];
    facts.extend(of.title_en.as_ref().map(|title| fact(words.t("Course, in English"), title)));
    let award = match &of.award_title {
        Some(title) => format!("{title} ({})", of.award),
        None => of.award.to_string(),
    };
    facts.push(fact(words.t("Level"), award));
    facts.push(fact(words.t("Date"), words.day(of.at)));
    facts.push(fact(words.t("Result"), result(of, words)));
    facts.push(fact(words.t("Attempts"), of.attempts.to_string()));
    facts.push(fact(words.t("Time that it takes"), minutes(of.minutes, words)));
    facts.push(fact(words.t("Edition"), of.edition.to_string()));
    facts.push(code(words.t("Track"), of.track.as_str()));
    facts.push(code(words.t("Course number"), of.module.as_str()));
    facts.push(code(words.t("Language"), &of.language));
    facts.push(code(words.t("Short number"), &of.number));
    facts.push(code(words.t("Digest of the objectives"), &of.objectives));
    facts.push(code(words.t("Digest of the answers"), &of.records));
    facts
}

fn result(of: &Checked, words: &Words<'_>) -> String {
    let Some((earned, full)) = of.score else { return words.t("no assessment") };
    let points = words.count("{earned} of {n} point", "{earned} of {n} points", full);
    let points = fill(&points, &[("earned", &earned.to_string())]);
    let percent = (u64::from(earned) * 100 / u64::from(full.max(1))).to_string();
    [points, words.fill("{n}%", &[("n", &percent)])].join(" · ")
}

fn minutes(minutes: u32, words: &Words<'_>) -> String {
    let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    match (minutes / 60, minutes % 60) {
        (0, _) => words.fill("{m} min", &[("m", &rest)]),
        (_, 0) => words.fill("{h} h", &[("h", &hours)]),
        _ => words.fill("{h} h {m} min", &[("h", &hours), ("m", &rest)]),
    }
}

fn organiser(of: &Checked, words: &Words<'_>) -> Vec<Fact> {
    let mut facts = match &of.organiser {
        Some(known) => vec![
            fact(words.t("Organiser"), &known.name),
            fact(words.t("Domain"), known.domain()),
            fact(words.t("Address"), &known.url),
            code(words.t("Fingerprint of the key"), &known.fingerprint),
        ],
        None => vec![
            fact(words.t("It says to be from, not confirmed"), &of.licence.organiser),
            fact(words.t("It names the address, not confirmed"), &of.licence.url),
        ],
    };
    let standing = match of.standing {
        Standing::Valid(number, made) => words.fill(
            "no: it is not on list number {n} of {date}",
            &[("n", &number.to_string()), ("date", &words.day(made))],
        ),
        Standing::Revoked(at) => words.fill("yes, on {date}", &[("date", &words.day(at))]),
        Standing::NotChecked => words.t("not checked"),
    };
    facts.push(fact(words.t("Revoked"), standing));
    facts
}

fn licence(of: &Checked, words: &Words<'_>) -> Vec<Fact> {
    let licence = &of.licence;
    let label = licence.label.clone().unwrap_or_else(|| words.t("a holder without a name on the licence"));
    let awards = licence.awards.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut facts = vec![
        code(words.t("Licence number"), &licence.id),
        fact(words.t("Issued to"), label),
        fact(
            words.t("Certificates have to carry that name"),
            if licence.is_label_binding { words.t("yes") } else { words.t("no") },
        ),
        fact(words.t("Issued on"), words.day(licence.issued)),
        fact(words.t("The course is open"), span(licence.opens, words)),
        fact(words.t("Certificates may be made"), span(licence.certifies, words)),
        code(words.t("Levels that may be certified"), awards),
    ];
    facts.extend(licence.grants.iter().map(|one| fact(words.t("It is for"), granted(one, words))));
    facts.push(code(words.t("Fingerprint of the licence’s key"), &licence.key));
    facts
}

fn granted(one: &Granted, words: &Words<'_>) -> String {
    let modules = one.modules.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut said = vec![words.fill("programme {id}", &[("id", one.course.as_str())])];
    if !modules.is_empty() {
        said.push(words.fill("courses {ids}", &[("ids", &modules)]));
    }
    if one.is_open_ended {
        said.push(words.t("whatever joins it later"));
    }
    said.extend(one.last_edition.map(|last| words.fill("up to edition {n}", &[("n", &last.to_string())])));
    said.join("; ")
}

fn span((from, until): (Moment, Option<Moment>), words: &Words<'_>) -> String {
    let from = words.day(from);
    match until {
        Some(until) => words.fill("from {from} to {until}", &[("from", &from), ("until", &words.last(until))]),
        None => words.fill("from {from} on", &[("from", &from)]),
    }
}
