//! Reads the catalogue.

use super::at::{At, Findings};
use crate::content::catalogue::{CatalogueModule, Course, Price};
use crate::content::prose::Target;
use crate::content::{Catalogue, Problem, file};

pub(super) fn catalogue(at: &At, findings: &mut Findings) -> Option<Catalogue> {
    Some(Catalogue {
        title: at.localised("title", findings),
        courses: at.each("courses", findings, course),
        modules: at.each("modules", findings, module),
    })
}

fn course(at: &At, findings: &mut Findings) -> Option<Course> {
    let price = at.field("price").and_then(|at| {
        Some(Price {
            amount: at.need("amount", findings)?.text(findings)?.to_owned(),
            currency: at.need("currency", findings)?.text(findings)?.to_owned(),
        })
    });
    Some(Course {
        id: at.need("id", findings)?.id(findings)?,
        title: at.localised("title", findings),
        summary: at.localised("summary", findings),
        modules: at.ids("modules", findings),
        release: at.field("release").and_then(|at| at.text(findings)).map(str::to_owned),
        price,
        checkout: https(at, "checkout", findings),
    })
}

fn module(at: &At, findings: &mut Findings) -> Option<CatalogueModule> {
    let slug = at.need("slug", findings)?;
    let folder = slug.text(findings)?;
    if !file::is_inside(folder) {
        slug.say(findings, Problem::Forbidden(folder.chars().take(80).collect()));
        return None;
    }
    Some(CatalogueModule {
        id: at.need("id", findings)?.id(findings)?,
        slug: folder.to_owned(),
        file: at.need("file", findings)?.file(findings)?,
        title: at.localised("title", findings),
        summary: at.localised("summary", findings),
        languages: at.each("languages", findings, |at, findings| at.text(findings).map(str::to_owned)),
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
        field.say(findings, Problem::Forbidden(text.chars().take(80).collect()));
    }
    good.then(|| text.to_owned())
}
