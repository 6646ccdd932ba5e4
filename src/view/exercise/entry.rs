//! What a learner enters: a change of a control becomes a change of the response.

use crate::content::Id;
use crate::exercise::{Response, pairs, plan, stakeholders};
use crate::json;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// A control that was changed.
pub(super) struct Entry {
    /// The part of the exercise that it is for; empty where there is only one.
    part: String,
    value: String,
    is_checked: bool,
    /// Whether it is a box among several that may be ticked.
    is_box: bool,
    /// The row and the column that it is for, in a field with rows.
    cell: Option<(usize, Id)>,
    /// Whether it is typed into.
    pub(super) is_typed: bool,
}

impl Entry {
    /// Reads a control.
    pub(super) fn read(control: &Element) -> Entry {
        let property = |name: &str| Reflect::get(control, &JsValue::from_str(name)).unwrap_or_default();
        let kind = property("type").as_string().unwrap_or_default();
        let column = || Id::new(&control.get_attribute("data-column")?);
        Entry {
            part: control.get_attribute("data-part").unwrap_or_default(),
            value: property("value").as_string().unwrap_or_default(),
            is_checked: property("checked").as_bool().unwrap_or_default(),
            is_box: kind == "checkbox",
            is_typed: kind == "text" || kind == "textarea",
            cell: control.get_attribute("data-row").and_then(|row| Some((row.parse().ok()?, column()?))),
        }
    }

    /// Changes a response accordingly.
    pub(super) fn enter(self, response: &mut Response) {
        let part = Id::new(&self.part);
        let value = Id::new(&self.value);
        match response {
            Response::Choice(ids)
            | Response::Reflection { met: ids, .. }
            | Response::Marking(ids)
            | Response::Checklist(ids)
            | Response::Hotspot(ids)
            | Response::Plan { met: ids, .. }
                if self.is_box =>
            {
                ids.retain(|id| Some(id) != value.as_ref());
                ids.extend(value.filter(|_| self.is_checked));
            }
            Response::Choice(ids) | Response::Hotspot(ids) => *ids = value.into_iter().collect(),
            Response::Reflection { levels, .. } if !self.is_typed => {
                part.into_iter().for_each(|part| pairs::set(levels, &part, value.clone()));
            }
            Response::Reflection { text, .. } | Response::Numeric(text) => *text = self.value,
            Response::Blanks(gaps) => {
                let text = Some(self.value).filter(|text| !text.is_empty());
                part.into_iter().for_each(|part| pairs::set(gaps, &part, text.clone()));
            }
            Response::Matching(places)
            | Response::Categorise(places)
            | Response::Likert(places)
            | Response::Label(places) => {
                part.into_iter().for_each(|part| pairs::set(places, &part, value.clone()));
            }
            Response::Scale(point) => *point = self.value.parse().ok(),
            // Controls that are made for one kind put all of the response into one field.
            whole @ (Response::Coding(_) | Response::Table(_) | Response::Chart(_)) => {
                let given = json::read(self.value.as_bytes()).ok().and_then(|value| Response::from_json(&value));
                if let Some(given) = given.filter(|given| given.kind() == whole.kind()) {
                    *whole = given;
                }
            }
            Response::Matrix(rows) => part.into_iter().for_each(|row| {
                let mut chosen = pairs::get(rows, &row).filter(|_| self.is_box).cloned().unwrap_or_default();
                chosen.retain(|id| Some(id) != value.as_ref());
                chosen.extend(value.clone().filter(|_| self.is_checked));
                pairs::set(rows, &row, Some(chosen).filter(|chosen| !chosen.is_empty()));
            }),
            Response::Stakeholders(given) => {
                if let Some(who) = stakeholders::Who::parse(&self.part) {
                    given.set(&who, stakeholders::Place::parse(&self.value));
                }
            }
            Response::Plan { entries, .. } => {
                let at = self.cell.as_ref().map(|(row, column)| (*row, column));
                part.into_iter().for_each(|part| plan::entry::put(entries, &part, at, self.value.clone()));
            }
            Response::Ordering(_)
            | Response::Conversation(_)
            | Response::Marking(_)
            | Response::Checklist(_)
            | Response::Cards { .. } => {}
        }
    }
}
