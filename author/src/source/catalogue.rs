//! Reads `catalogue.yaml`: the courses of a site.

use super::text;
use super::value::{date, https, unique};
use crate::finding::Findings;
use crate::passage::{Files, Passage, Place};
use crate::yaml::{self, Fields, Node, Value};
use kerege::content::Id;
use kerege::content::wire::{ByLanguage, Localised};
use kerege::exercise::numeric::Decimal;
use std::path::Path;

/// The courses of a site.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The site's title.
    pub title: Said,
    /// Courses in order.
    pub courses: Vec<Course>,
}

/// A course.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub place: Place,
    /// Title.
    pub title: Said,
    /// One or two sentences.
    pub summary: Said,
    /// Slugs or ids of its modules.
    pub modules: Vec<Passage>,
    /// Date from which it is released.
    pub release: Option<String>,
    /// Amount and currency.
    pub price: Option<(String, String)>,
    /// Where to buy it.
    pub checkout: Option<String>,
}

/// A text in one language or in several: `Courses`, or `{ en: Courses, ru: Курсы }`.
pub type Said = Localised;

/// Reads the file; its files are added to `files`.
pub fn read(path: &Path, files: &mut Files, findings: &mut Findings) -> Option<Catalogue> {
    let name = path.display().to_string();
    match text::load(path) {
        Ok(text) => {
            let id = files.add(name, text);
            catalogue(&files.passage(id), findings)
        }
        Err(problem) => {
            let id = files.add(name.clone(), String::new());
            findings.wrong(id.start(), format!("{name} {problem}"), "name a file with `title:` and `courses:`");
            None
        }
    }
}

fn catalogue(source: &Passage, findings: &mut Findings) -> Option<Catalogue> {
    let node = yaml::parse(source, findings)?;
    let mut fields = Fields::of(&node, "the catalogue", findings)?;
    let title = said(&mut fields, "title", findings);
    fields.need("courses", findings);
    let courses = unique(fields.list("courses", findings), "this course", course, |c| (&c.id, c.place), findings);
    fields.finish(findings);
    Some(Catalogue { title, courses })
}

fn course(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Course> {
    let id = fields.need_id("id", findings);
    fields.need("title", findings);
    let title = said(fields, "title", findings);
    let summary = said(fields, "summary", findings);
    fields.need("modules", findings);
    let modules = fields.list("modules", findings).iter();
    let modules = modules.filter_map(|node| yaml::text(node, "modules", findings).cloned()).collect();
    let release = fields.text("release", findings).map(|text| date(text, findings));
    let price = fields.get("price").and_then(|node| price(node, findings));
    let checkout = fields.text("checkout", findings).and_then(|text| https(text, findings));
    let (id, place) = id?;
    Some(Course { id, place, title, summary, modules, release, price, checkout })
}

fn price(node: &Node, findings: &mut Findings) -> Option<(String, String)> {
    let mut fields = Fields::of(node, "`price`", findings)?;
    let amount = fields.need_text("amount", findings);
    let currency = fields.need_text("currency", findings);
    fields.finish(findings);
    let (amount, currency) = (amount?, currency?);
    let digits = amount.text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !digits || Decimal::parse(&amount.text, "").is_none() {
        findings.wrong(
            amount.all(),
            format!("`{}` is no amount", amount.text),
            "write digits and a point, such as 75 or 75.50",
        );
    }
    if currency.text.len() != 3 || !currency.text.bytes().all(|b| b.is_ascii_uppercase()) {
        findings.wrong(
            currency.all(),
            format!("`{}` is no currency", currency.text),
            "write three capital letters, such as EUR",
        );
    }
    Some((amount.text.clone(), currency.text.clone()))
}

/// A text by language; a plain text is taken as English.
fn said(fields: &mut Fields<'_>, name: &'static str, findings: &mut Findings) -> Said {
    let Some(node) = fields.get(name) else { return Said::default() };
    match &node.value {
        Value::Scalar(text) => ByLanguage(vec![("en".to_owned(), text.text.clone())]),
        Value::Map(entries) => {
            let mut texts = Vec::new();
            for (tag, node) in entries {
                texts.extend(yaml::text(node, name, findings).map(|text| (tag.text.clone(), text.text.clone())));
            }
            ByLanguage(texts)
        }
        Value::Nothing | Value::List(_) => {
            findings.wrong(node.place, format!("`{name}` has to be a text"), "write a text, or { en: …, ru: … }");
            Said::default()
        }
    }
}
