//! Plan: a workbook of fields and rows that becomes a document.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::{Document, Leaf, plain_leaf};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::content::Id;
use kerege::exercise::plan::{CAPACITY, LONGEST, MOST_COLUMNS, MOST_FIELDS, MOST_ROWS, wire};
use kerege::exercise::wire::Task;
use std::collections::BTreeMap;

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Unit and page where it stands; given once they are known.
    pub page: Option<(Id, Id)>,
    /// Its sections.
    pub sections: Vec<Section>,
    /// What to look for in one's own plan.
    pub criteria: Vec<Part>,
    title: Leaf,
    model: Document,
}

/// A section.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its id, and where that stands.
    pub id: (Id, Place),
    title: Option<Leaf>,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its id; its text is the help.
    pub part: Part,
    label: Leaf,
    optional: bool,
    lines: Option<u32>,
    columns: Vec<Column>,
    least: Option<u32>,
    most: Option<u32>,
}

#[derive(Clone, Debug)]
struct Column {
    part: Part,
    label: Leaf,
    optional: bool,
    most: Option<u32>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Plan> {
    let place = fields.place;
    let title = fields.need_text("title", findings).map(plain_leaf);
    fields.need("sections", findings);
    let before = findings.len();
    let mut sections: Vec<Section> = Vec::new();
    let mut seen = BTreeMap::new();
    for node in fields.list("sections", findings) {
        let Some(mut inner) = Fields::of(node, "this section", findings) else { continue };
        let section = section(&mut inner, &mut seen, findings);
        inner.finish(findings);
        let Some(section) = section else { continue };
        if sections.iter().any(|other| other.id.0 == section.id.0) {
            let problem = format!("the section `{}` stands twice", section.id.0);
            findings.wrong(section.id.1, problem, "give each section an id of its own");
        }
        sections.push(section);
    }
    let read = |f: &mut Fields<'_>, x: &mut Findings| Part::read(f, "text", x);
    let criteria = part::list(fields, "criteria", "this criterion", findings, read, |part| part);
    let model = part::markdown(fields, "model", findings);
    let all: Vec<&Field> = sections.iter().flat_map(|section| &section.fields).collect();
    if findings.len() > before || all.is_empty() {
        return None;
    }
    let room = all.iter().fold(0u32, |sum, field| sum.saturating_add(field.room()));
    let (problem, help) = if all.len() > MOST_FIELDS {
        (format!("the plan has {} fields, more than {MOST_FIELDS}", all.len()), "make several plans of it")
    } else if room > CAPACITY {
        let problem = format!("the plan has room for {room} characters, more than {CAPACITY}");
        (problem, "give its longest fields a smaller `most`: all of it is saved again with each pause in typing")
    } else if all.iter().all(|field| field.optional) {
        ("every field of the plan is optional".to_owned(), "let at least one have to be filled in: remove `optional`")
    } else {
        return Some(Plan { page: None, sections, criteria, title: title?, model });
    };
    findings.wrong(place, problem, help);
    None
}

fn section(fields: &mut Fields<'_>, seen: &mut BTreeMap<Id, ()>, findings: &mut Findings) -> Option<Section> {
    let id = fields.need_id("id", findings);
    let title = fields.text("title", findings).map(plain_leaf);
    fields.need("fields", findings);
    let mut own = part::list(fields, "fields", "this field", findings, field, |field| &field.part);
    own.retain(|field| part::once(seen, &field.part, findings));
    let id = id?;
    if own.is_empty() {
        findings.wrong(id.1, format!("the section `{}` has no fields", id.0), "add `fields:`, or remove the section");
    }
    Some(Section { id, title, fields: own })
}

fn field(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Field> {
    let id = fields.need_id("id", findings);
    let label = fields.need_text("label", findings).map(plain_leaf);
    let help = part::markdown(fields, "help", findings);
    let optional = fields.truth("optional", findings).unwrap_or(false);
    let has_columns = fields.get("columns").is_some();
    let columns = part::list(fields, "columns", "this column", findings, column, |column| &column.part);
    let place = fields.place;
    let lines = part::within(fields, "lines", 1..=20, findings);
    let least = part::within(fields, "least", 1..=MOST_ROWS, findings);
    let most = part::within(fields, "most", 1..=if has_columns { MOST_ROWS } else { LONGEST }, findings);
    if has_columns && (columns.is_empty() || columns.len() > MOST_COLUMNS) {
        findings.wrong(
            place,
            format!("a field with rows has 1 to {MOST_COLUMNS} columns"),
            "add columns, or remove some",
        );
    }
    if has_columns && lines.is_some() {
        findings.wrong(
            place,
            "a field with columns has no `lines`",
            "remove `lines`; `least` and `most` count its rows",
        );
    }
    if !has_columns && least.is_some() {
        findings.wrong(place, "a field without columns has no `least`", "remove `least`; `most` counts its characters");
    }
    if has_columns && least.unwrap_or(1) > most.unwrap_or(DEFAULT_ROWS) {
        findings.wrong(place, "the field asks for more rows than it takes", "let `most` be at least `least`");
    }
    let (id, at) = id?;
    let part = Part { id, place: at, text: help, feedback: Document::default() };
    Some(Field { part, label: label?, optional, lines, columns, least, most })
}

fn column(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Column> {
    let id = fields.need_id("id", findings);
    let label = fields.need_text("label", findings).map(plain_leaf);
    let optional = fields.truth("optional", findings).unwrap_or(false);
    let most = part::within(fields, "most", 1..=LONGEST, findings);
    let (id, place) = id?;
    let part = Part { id, place, text: Document::default(), feedback: Document::default() };
    Some(Column { part, label: label?, optional, most })
}

/// What the player takes where nothing is said.
const DEFAULT_ROWS: u32 = 12;
const DEFAULT_TEXT: u32 = 1500;
const DEFAULT_CELL: u32 = 200;

impl Field {
    fn room(&self) -> u32 {
        if self.columns.is_empty() {
            return self.most.unwrap_or(DEFAULT_TEXT);
        }
        let row = self.columns.iter().fold(0u32, |sum, one| sum.saturating_add(one.most.unwrap_or(DEFAULT_CELL)));
        row.saturating_mul(self.most.unwrap_or(DEFAULT_ROWS))
    }

    fn write(&self, writer: &mut Writer<'_>) -> wire::Field {
        let label = writer.words(&self.label);
        let help = writer.short(&self.part.text);
        let columns = self.columns.iter().map(|column| wire::Column {
            id: (&column.part.id).into(),
            label: writer.words(&column.label),
            optional: column.optional,
            most: column.most,
        });
        let columns = columns.collect();
        let (optional, lines, least, most) = (self.optional, self.lines, self.least, self.most);
        wire::Field { id: (&self.part.id).into(), label, help, optional, lines, columns, least, most }
    }
}

impl Plan {
    /// Every part that has a place of its own.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.sections.iter().flat_map(|section| &section.fields).map(|field| &field.part).chain(&self.criteria)
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let title = writer.words(&self.title);
        let place = self.page.as_ref().map(|(unit, page)| wire::Place { unit: unit.into(), page: page.into() });
        let mut sections = Vec::new();
        for section in &self.sections {
            let title = section.title.as_ref().map(|title| writer.words(title)).unwrap_or_default();
            let fields = section.fields.iter().map(|field| field.write(writer)).collect();
            sections.push(wire::Section { id: (&section.id.0).into(), title, fields });
        }
        let criteria = self.criteria.iter().map(|part| part.write(writer)).collect();
        let key = wire::Key { model: writer.prose(&self.model) };
        Task::Plan { prompt: wire::Prompt { title, place, sections, criteria }, key }
    }
}
