//! Reads `module.yaml`.

use super::track::{self, Track};
use super::value::{date, https, language, unique};
use crate::finding::Findings;
use crate::markdown::{Leaf, plain_leaf};
use crate::passage::{Passage, Place};
use crate::yaml::{self, Fields, Node, Value};
use kerege::content::Id;

/// What a module is, except its text.
#[derive(Clone, Debug)]
pub struct Module {
    /// Permanent neutral id.
    pub id: Id,
    /// Where the file begins.
    pub place: Place,
    /// Folder of its pages in a site.
    pub slug: String,
    /// Number and date of this edition.
    pub edition: (u32, String),
    /// The language of the source.
    pub source: String,
    /// All languages, the source first, and where they are named.
    pub languages: Vec<(String, Place)>,
    /// Title.
    pub title: Leaf,
    /// One or two sentences.
    pub summary: Option<Leaf>,
    /// For whom it is.
    pub audience: Option<Leaf>,
    /// Who vouches.
    pub organiser: Option<Leaf>,
    /// Address of the organiser.
    pub url: Option<String>,
    /// Learning objectives.
    pub objectives: Vec<Objective>,
    /// Tracks.
    pub tracks: Vec<Track>,
    /// Paths of the units' files.
    pub units: Vec<Passage>,
    /// Data sets.
    pub data: Vec<DataSet>,
    /// Path of the glossary.
    pub glossary: Option<Passage>,
    /// Path of the bibliography.
    pub bibliography: Option<Passage>,
    /// What stays free where the module is sealed; `None` where it is free.
    pub seal: Option<Seal>,
}

/// What the author says of sealing.
#[derive(Clone, Debug)]
pub struct Seal {
    /// Where it stands.
    pub place: Place,
    /// Units that stay open.
    pub free: Vec<(Id, Place)>,
    /// Whether the outline is sealed too.
    pub outline: bool,
}

/// A learning objective.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub place: Place,
    /// A sentence beginning with a verb.
    pub text: Leaf,
}

/// A data set.
#[derive(Clone, Debug)]
pub struct DataSet {
    /// Its id.
    pub id: Id,
    /// Path of the file.
    pub path: Passage,
    /// Title.
    pub title: Leaf,
    /// What its columns are called.
    pub names: Vec<(Id, Leaf)>,
}

pub(super) fn read(source: &Passage, findings: &mut Findings) -> Option<Module> {
    let node = yaml::parse(source, findings)?;
    let mut fields = Fields::of(&node, "module.yaml", findings)?;
    let place = fields.place;
    let version = fields.need_text("kerege", findings);
    if let Some(version) = version.filter(|version| version.text != "1") {
        findings.wrong(
            version.all(),
            "this command reads version 1 of the format",
            "write `kerege: 1`, or install a newer command",
        );
    }
    let id = fields.need_id("id", findings);
    let slug = fields.need_id("slug", findings);
    let edition = edition(&mut fields, findings);
    let language = fields.need_text("source", findings).and_then(|text| language(text, findings));
    let languages = languages(&mut fields, language.as_ref(), findings);
    let (organiser, url) = organiser(&mut fields, findings);
    // For whoever publishes the module; no learner's file carries it.
    fields.text("licence", findings);
    let title = fields.need_text("title", findings).map(plain_leaf);
    let summary = fields.text("summary", findings).map(plain_leaf);
    let audience = fields.text("audience", findings).map(plain_leaf);
    let objectives =
        unique(fields.list("objectives", findings), "this objective", objective, |o| (&o.id, o.place), findings);
    let tracks = unique(fields.list("tracks", findings), "this track", track::read, |t| (&t.id, t.place), findings);
    if fields.need("tracks", findings).is_some() && tracks.is_empty() {
        findings.wrong(place, "there is no track", "a module has at least one below `tracks:`");
    }
    fields.need("units", findings);
    let units =
        fields.list("units", findings).iter().filter_map(|node| yaml::text(node, "units", findings)).cloned().collect();
    if fields.list("units", findings).is_empty() {
        findings.wrong(place, "there is no unit", "name the units' files: `units: [1-first.md]`");
    }
    let resources = resources(&mut fields, findings);
    let seal = seal(&mut fields, findings);
    fields.finish(findings);
    let (data, glossary, bibliography) = resources;
    Some(Module {
        id: id?.0,
        place,
        slug: slug?.0.to_string(),
        edition,
        source: language?.0,
        languages,
        title: title?,
        summary,
        audience,
        organiser,
        url,
        objectives,
        tracks,
        units,
        data,
        glossary,
        bibliography,
        seal,
    })
}

fn edition(fields: &mut Fields<'_>, findings: &mut Findings) -> (u32, String) {
    let Some(mut inner) = fields.need("edition", findings).and_then(|node| Fields::of(node, "`edition`", findings))
    else {
        return (1, String::new());
    };
    inner.need("number", findings);
    let number = inner.count("number", findings);
    let place = inner.place;
    let date = inner.need_text("date", findings).map(|text| date(text, findings)).unwrap_or_default();
    inner.finish(findings);
    if number == Some(0) {
        findings.wrong(place, "an edition has a number from 1", "write `edition: { number: 1, date: 2026-11-20 }`");
    }
    (number.unwrap_or(1), date)
}

/// All languages, the source first.
fn languages(
    fields: &mut Fields<'_>,
    source: Option<&(String, Place)>,
    findings: &mut Findings,
) -> Vec<(String, Place)> {
    let nodes = fields.list("languages", findings);
    let mut found: Vec<(String, Place)> = source.cloned().into_iter().collect();
    for node in nodes {
        let Some((tag, place)) = yaml::text(node, "languages", findings).and_then(|text| language(text, findings))
        else {
            continue;
        };
        if !found.iter().any(|(known, _)| *known == tag) {
            found.push((tag, place));
        }
    }
    found
}

fn organiser(fields: &mut Fields<'_>, findings: &mut Findings) -> (Option<Leaf>, Option<String>) {
    let Some(mut inner) = fields.get("organiser").and_then(|node| Fields::of(node, "`organiser`", findings)) else {
        return (None, None);
    };
    let name = inner.need_text("name", findings).map(plain_leaf);
    let url = inner.text("url", findings).and_then(|text| https(text, findings));
    inner.finish(findings);
    (name, url)
}

fn seal(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Seal> {
    let mut inner = Fields::of(fields.get("seal")?, "`seal`", findings)?;
    inner.need("free", findings);
    let free = inner.ids("free", findings);
    let outline = inner.truth("outline", findings).unwrap_or(false);
    let place = inner.place;
    inner.finish(findings);
    if outline && !free.is_empty() {
        findings.wrong(
            place,
            "a sealed outline leaves no unit free: nobody would find it",
            "write `free: []`, or leave out `outline: true`",
        );
    }
    Some(Seal { place, free, outline })
}

fn objective(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Objective> {
    let id = fields.need_id("id", findings);
    let text = fields.need_text("text", findings).map(plain_leaf);
    let (id, place) = id?;
    Some(Objective { id, place, text: text? })
}

type Resources = (Vec<DataSet>, Option<Passage>, Option<Passage>);

fn resources(fields: &mut Fields<'_>, findings: &mut Findings) -> Resources {
    let Some(mut inner) = fields.get("resources").and_then(|node| Fields::of(node, "`resources`", findings)) else {
        return (Vec::new(), None, None);
    };
    let data = unique(inner.list("data", findings), "this data set", data, |d| (&d.id, d.path.all()), findings);
    let glossary = inner.text("glossary", findings).cloned();
    let bibliography = inner.text("bibliography", findings).cloned();
    inner.finish(findings);
    (data, glossary, bibliography)
}

/// What the columns of a data set are called, by the id that their headings make.
fn names(fields: &mut Fields<'_>, findings: &mut Findings) -> Vec<(Id, Leaf)> {
    let Some(node) = fields.get("names") else { return Vec::new() };
    let Value::Map(entries) = &node.value else {
        findings.wrong(node.place, "`names` has to hold one field a column", "write `names: { age: Age in years }`");
        return Vec::new();
    };
    let name = |(id, node): &(Passage, Node)| {
        Some((yaml::id(id, findings)?.0, plain_leaf(yaml::text(node, "names", findings)?)))
    };
    entries.iter().filter_map(name).collect()
}

fn data(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<DataSet> {
    let id = fields.need_id("id", findings);
    let path = fields.need_text("file", findings).cloned();
    let title = fields.need_text("title", findings).map(plain_leaf);
    let names = names(fields, findings);
    Some(DataSet { id: id?.0, path: path?, title: title?, names })
}
