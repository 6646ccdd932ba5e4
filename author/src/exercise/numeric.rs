//! Numeric: a number with a tolerance.

use super::part;
use crate::finding::Findings;
use crate::markdown::{Document, Leaf, plain_leaf};
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::exercise::numeric::Decimal;
use kerege::exercise::numeric::wire::{Key, Near, Number, Prompt};
use kerege::exercise::wire::Task;

/// A number to give.
#[derive(Clone, Debug)]
pub struct Numeric {
    unit: Option<Leaf>,
    value: Decimal,
    tolerance: Option<Decimal>,
    near: Option<(Decimal, Document)>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Numeric> {
    let unit = fields.text("unit", findings).map(plain_leaf);
    fields.need("value", findings);
    let value = decimal(fields, "value", findings);
    let tolerance = tolerance(fields, findings);
    let near = match fields.get("near") {
        Some(node) => {
            let mut inner = Fields::of(node, "`near`", findings)?;
            inner.need("tolerance", findings);
            let wide = self::tolerance(&mut inner, findings);
            let feedback = part::markdown(&mut inner, "feedback", findings);
            inner.finish(findings);
            Some((wide?, feedback))
        }
        None => None,
    };
    Some(Numeric { unit, value: value?, tolerance, near })
}

fn tolerance(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Decimal> {
    let found = decimal(fields, "tolerance", findings)?;
    if found.to_string().starts_with('-') {
        let place = fields.text("tolerance", findings).map_or(fields.place, |text| text.all());
        findings.wrong(place, "a tolerance cannot be negative", "write how far off is still right, such as 0.5");
        return None;
    }
    Some(found)
}

fn decimal(fields: &mut Fields<'_>, name: &'static str, findings: &mut Findings) -> Option<Decimal> {
    let text = fields.text(name, findings)?;
    let found = Decimal::parse(&text.text, "");
    if found.is_none() {
        findings.wrong(text.all(), format!("`{name}` has to be a number"), "write digits and a point, such as 47.6");
    }
    found
}

impl Numeric {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let number = |decimal: Decimal| Number(decimal.to_string());
        let unit = self.unit.as_ref().map(|unit| writer.words(unit)).unwrap_or_default();
        let near = self.near.as_ref();
        let near = near.map(|(wide, said)| Near { tolerance: number(*wide), feedback: writer.short(said) });
        let key = Key { value: number(self.value), tolerance: self.tolerance.map(number), near };
        Task::Numeric { prompt: Prompt { unit }, key }
    }
}
