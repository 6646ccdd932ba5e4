//! The fields of a plan: texts, and rows of cells.

use super::optional;
use crate::content::Id;
use crate::exercise::plan::{Column, Entry, Field, Row, Shape, entry};
use crate::view::exercise::sheet::Sheet;
use crate::view::prose::element::{Build, el};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// A cell that takes more than this has several lines.
const LONG_CELL: u32 = 100;
/// When so few characters are left, it is said.
const NEARLY_FULL: u32 = 100;

/// A field with its name, its help and what stands in it.
pub(super) fn field(sheet: &Sheet, field: &Field, entries: &[(Id, Entry)]) -> Element {
    match &field.shape {
        Shape::Text { lines, most } => {
            let (id, about) = (sheet.name(&[field.id.as_str()]), sheet.name(&[field.id.as_str(), "help"]));
            let written = entry::text(entries, &field.id);
            let name =
                name(sheet, &id, &field.label, field.optional).each(sheet.part(&field.id).map(|it| sheet.mark(it)));
            let control = text(sheet, &written, *lines, *most, &id).set("data-part", field.id.as_str());
            let help = help(sheet, field, &about);
            let control = if help.is_some() { control.set("aria-describedby", &about) } else { control };
            boxed(sheet, field, el("div", "")).put(name).each(help).put(control).each(count(sheet))
        }
        Shape::Rows { columns, least, most } => {
            let rows = entry::rows(entries, &field.id, columns);
            let shown = if sheet.is_locked { rows.len() } else { entry::shown(&rows, *least) };
            let legend = el("legend", "name").say(&field.label).each(optional(sheet, field.optional));
            let legend = legend.each(sheet.part(&field.id).map(|part| sheet.mark(part)));
            let place = boxed(sheet, field, el("fieldset", "")).put(legend);
            let none = Row::new();
            // What was checked shows no row in which nothing stands.
            let is_shown = |at: &usize| !sheet.is_locked || rows.get(*at).is_some_and(|row| !entry::is_empty(row));
            let lines = (0..shown)
                .filter(is_shown)
                .map(|at| row(sheet, field, columns, at, rows.get(at).unwrap_or(&none), shown > 1));
            let place = place.each(help(sheet, field, "")).each(lines);
            let add = (!sheet.is_locked && shown < *most as usize).then(|| {
                let name = sheet.player.fill("Add a row: {label}", &[("label", &field.label)]);
                press("add", &sheet.player.t("Add a row"), &name).set("data-part", field.id.as_str())
            });
            place.each(add)
        }
    }
}

/// After something was typed (or ticked, which has no length): lets the area grow where the browser does not by itself, and says when it is nearly full.
pub(in crate::view::exercise) fn typed(sheet: &Sheet, control: &Element) {
    let area = control.dyn_ref::<HtmlTextAreaElement>();
    if let Some(area) = area {
        let lines: usize = control.get_attribute("data-lines").and_then(|lines| lines.parse().ok()).unwrap_or(1);
        area.set_rows(rows(&area.value(), lines as u32));
    }
    let value = area.map(HtmlTextAreaElement::value);
    let value = value.or_else(|| Some(control.dyn_ref::<HtmlInputElement>()?.value())).unwrap_or_default();
    let most = control.get_attribute("maxlength").and_then(|most| most.parse().ok()).unwrap_or(u32::MAX);
    let left = most.saturating_sub(value.encode_utf16().count() as u32);
    let words = match left {
        0..=NEARLY_FULL => sheet.player.count("{n} character is left.", "{n} characters are left.", left),
        _ => String::new(),
    };
    if let Some(count) = control.next_element_sibling().filter(|next| next.class_name() == "count") {
        count.set_text_content(Some(&words));
    }
}

/// A row of cells.
fn row(sheet: &Sheet, field: &Field, columns: &[Column], at: usize, row: &Row, may_go: bool) -> Element {
    let number = (at + 1).to_string();
    let title = sheet.player.fill("{label}: {n}", &[("label", &field.label), ("n", &number)]);
    let legend = el("legend", "")
        .put(el("span", "unseen").say(&title))
        .put(el("span", "").set("aria-hidden", "true").say(&number));
    let cells = columns.iter().map(|column| {
        let id = sheet.name(&[field.id.as_str(), &number, column.id.as_str()]);
        let lines = if column.most > LONG_CELL { 2 } else { 1 };
        let control = text(sheet, entry::cell(row, &column.id), lines, column.most, &id);
        let control = control.set("data-part", field.id.as_str()).set("data-row", &at.to_string());
        let name = name(sheet, &id, &column.label, column.optional);
        el("div", "cell").put(name).put(control.set("data-column", column.id.as_str())).each(count(sheet))
    });
    let line = el("fieldset", "line").put(legend).each(cells);
    if sheet.is_locked || !may_go {
        return line;
    }
    let name = sheet.player.fill("Remove {label}: {n}", &[("label", &field.label), ("n", &number)]);
    let remove =
        press("remove", &sheet.player.t("Remove"), &name).set("class", "quiet").set("data-part", field.id.as_str());
    line.put(remove.set("data-row", &at.to_string()))
}

/// What is written, or where it is to be.
fn text(sheet: &Sheet, written: &str, lines: u32, most: u32, id: &str) -> Element {
    if sheet.is_locked {
        return el("div", "written").say(if written.trim().is_empty() { "–" } else { written });
    }
    let control = if lines > 1 {
        let begin = rows(written, lines).to_string();
        el("textarea", "").set("rows", &begin).set("data-lines", &lines.to_string()).say(written)
    } else {
        el("input", "").set("type", "text").set("value", written)
    };
    control.set("id", id).set("maxlength", &most.to_string()).set("autocomplete", "off")
}

fn rows(written: &str, least: u32) -> u32 {
    let lines: usize = written.lines().map(|line| 1 + line.chars().count() / 36).sum();
    (lines as u32).max(least).min(24)
}

fn name(sheet: &Sheet, id: &str, label: &str, is_optional: bool) -> Element {
    let name = if sheet.is_locked { el("p", "name") } else { el("label", "name").set("for", id) };
    name.say(label).each(optional(sheet, is_optional))
}

fn help(sheet: &Sheet, field: &Field, id: &str) -> Option<Element> {
    let help = (!field.help.is_empty() && !sheet.is_locked).then(|| sheet.line("div", "explains", &field.help))?;
    Some(if id.is_empty() { help } else { help.set("id", id) })
}

/// A field with how it did.
fn boxed(sheet: &Sheet, field: &Field, inside: Element) -> Element {
    let verdict = sheet.part(&field.id).map(|part| crate::view::exercise::words::class(part.verdict));
    inside.set("class", &["fill ", verdict.unwrap_or_default()].concat())
}

/// Where it is said that a field is nearly full.
fn count(sheet: &Sheet) -> Option<Element> {
    (!sheet.is_locked).then(|| el("p", "count").set("role", "status"))
}

/// A button of the plan's own; its name says what it is about.
pub(super) fn press(act: &str, words: &str, name: &str) -> Element {
    el("button", "").set("type", "button").set("data-do", act).set("aria-label", name).say(words)
}
