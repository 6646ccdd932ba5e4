//! Reads the catalogue.

use super::at::{At, Findings, excerpt, first};
use crate::content::catalogue::{CatalogueModule, Course, Price};
use crate::content::prose::Target;
use crate::content::{Catalogue, Problem, file};
use crate::exercise::numeric::Decimal;

pub(super) fn catalogue(at: &At, findings: &mut Findings) -> Option<Catalogue> {
    Some(Catalogue {
        title: at.localised("title", findings),
        courses: at.each_once("courses", findings, course, |course| &course.id),
        modules: at.each_once("modules", findings, module, |module| &module.id),
    })
}

fn course(at: &At, findings: &mut Findings) -> Option<Course> {
    // A course whose price or release cannot be read is left out: it must not seem to be free, or here already.
    let price = match at.field("price") {
        Some(at) => Some(price(&at, findings)?),
        None => None,
    };
    let release = match at.field("release") {
        Some(at) => Some(at.expect(at.value.as_str().filter(|text| is_date(text)), "a date", findings)?.to_owned()),
        None => None,
    };
    Some(Course {
        id: at.need("id", findings)?.id(findings)?,
        title: at.localised("title", findings),
        summary: at.localised("summary", findings),
        modules: at.ids("modules", findings),
        release,
        price,
        checkout: https(at, "checkout", findings),
    })
}

fn price(at: &At, findings: &mut Findings) -> Option<Price> {
    let (amount, currency) = (at.need("amount", findings)?, at.need("currency", findings)?);
    let is_amount =
        |text: &&str| text.bytes().all(|b| b.is_ascii_digit() || b == b'.') && Decimal::parse(text, "").is_some();
    let is_code = |text: &&str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    Some(Price {
        amount: amount.expect(amount.value.as_str().filter(is_amount), "an amount like 75.50", findings)?.to_owned(),
        currency: currency.expect(currency.value.as_str().filter(is_code), "a currency code", findings)?.to_owned(),
    })
}

/// Whether a text has the form `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let is_number = |part: Option<&str>, length: usize, most: u32| {
        let digits = part.filter(|part| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()));
        digits.and_then(|part| part.parse::<u32>().ok()).is_some_and(|n| (1..=most).contains(&n))
    };
    let mut parts = text.split('-');
    is_number(parts.next(), 4, 9999)
        && is_number(parts.next(), 2, 12)
        && is_number(parts.next(), 2, 31)
        && parts.next().is_none()
}

fn module(at: &At, findings: &mut Findings) -> Option<CatalogueModule> {
    let at = at.in_source(first(at, "languages"));
    let slug = at.need("slug", findings)?;
    let folder = slug.text(findings)?;
    if !file::is_inside(folder) {
        slug.say(findings, Problem::Forbidden(excerpt(folder)));
        return None;
    }
    Some(CatalogueModule {
        id: at.need("id", findings)?.id(findings)?,
        slug: folder.to_owned(),
        file: at.need("file", findings)?.file(findings)?,
        title: at.localised("title", findings),
        summary: at.localised("summary", findings),
        languages: at.each("languages", findings, |at, findings| at.tag(findings).map(str::to_owned)),
        pages: at.count_or("pages", 0, findings),
        minutes: at.count_or("minutes", 0, findings),
        units: at.each("units", findings, |at, findings| at.count(findings)),
    })
}

/// The `https:` address in a field; another scheme is a finding and is left out.
pub(super) fn https(at: &At, name: &str, findings: &mut Findings) -> Option<String> {
    let field = at.field(name)?;
    let text = field.text(findings)?;
    let good = text.starts_with("https://") && Target::address(text).is_some();
    if !good {
        field.say(findings, Problem::Forbidden(excerpt(text)));
    }
    good.then(|| text.to_owned())
}
