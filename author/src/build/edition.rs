//! What a module's static pages show before the player runs.

use super::OutputFiles;
use crate::site::{Edition, SiteModule};
use kerege::content::unit::BlockContent;
use kerege::content::wire::module::Module;
use kerege::content::{NodeKind, Unit, prose, read};
use kerege::exercise::Kind;
use std::rc::Rc;

/// So many characters fill a phone's first screen.
const SCREEN: usize = 700;

/// The module's pages, one edition a language.
pub(super) fn pages(module: &Module, slug: &str, files: &OutputFiles, outline: &str) -> SiteModule {
    let module_json = format!("{slug}/{outline}");
    let first = module.units.first();
    let text =
        |texts: &kerege::content::wire::Localised, language: &str| texts.get(language).cloned().unwrap_or_default();
    let edition = |language: &String| {
        let file = first.and_then(|entry| entry.files.get(language));
        let unit = file.and_then(|file| read::unit(files.bytes(&file.path)?).value);
        let unit = unit.or_else(|| inline(files, outline, language));
        let (page_title, page_text) = unit.as_ref().map(beginning).unwrap_or_default();
        Edition {
            language: language.clone(),
            title: text(&module.card.title, language),
            summary: text(&module.card.summary, language),
            first_unit: file.map_or_else(|| module_json.clone(), |file| format!("{slug}/{}", file.path)),
            parts: unit.as_ref().map(parts).unwrap_or_default(),
            unit_title: first.map(|entry| text(&entry.title, language)).unwrap_or_default(),
            page_title,
            page_text,
        }
    };
    SiteModule {
        slug: slug.to_owned(),
        id: module.id.0.clone(),
        source: module.languages.first().cloned().unwrap_or_default(),
        editions: module.languages.iter().map(edition).collect(),
        module_json: module_json.clone(),
        is_sealed: false,
    }
}

/// The parts of the player that read the exercises of a unit; choice needs none.
fn parts(unit: &Unit) -> Vec<&'static str> {
    let has = |is: fn(Kind) -> bool| unit.exercises.iter().any(|exercise| is(exercise.task.kind()));
    let common = has(|kind| kind != Kind::Choice && !kind.is_large()).then_some("tasks");
    common.into_iter().chain((has(Kind::is_large) || has_rare(unit)).then_some("large")).collect()
}

/// Whether a chart or a formula stands in a text of a unit's pages or exercises.
fn has_rare(unit: &Unit) -> bool {
    let blocks = unit.pages.iter().flat_map(|page| &page.blocks);
    let texts = blocks.filter_map(|block| match &block.content {
        BlockContent::Prose(prose) => Some(prose),
        BlockContent::Exercise { .. } | BlockContent::Pool(_) => None,
    });
    let mut found = false;
    for text in texts.chain(unit.exercises.iter().map(|exercise| &exercise.text)) {
        prose::each(text, &mut |node| found |= matches!(node.kind, NodeKind::Chart(_) | NodeKind::Formula(_)));
    }
    found
}

/// The first unit, where it stands in the outline.
fn inline(files: &OutputFiles, outline: &str, language: &str) -> Option<Unit> {
    let module = read::module(files.bytes(outline)?).value?;
    match module.units.into_iter().next()?.source {
        kerege::content::module::UnitSource::Inline(units) => {
            units.into_iter().find(|(tag, _)| tag == language).map(|(_, unit)| Rc::unwrap_or_clone(unit))
        }
        kerege::content::module::UnitSource::Files(_) => None,
    }
}

/// Title and first paragraphs of the first page.
fn beginning(unit: &Unit) -> (String, Vec<String>) {
    let Some(page) = unit.pages.first() else { return Default::default() };
    let mut text: Vec<String> = Vec::new();
    'page: for block in &page.blocks {
        let BlockContent::Prose(nodes) = &block.content else { break };
        for node in nodes {
            let full = text.iter().map(|paragraph| paragraph.chars().count()).sum::<usize>() > SCREEN;
            if !matches!(node.kind, NodeKind::Paragraph(_)) || full {
                break 'page;
            }
            text.push(prose::words(std::slice::from_ref(node)));
        }
    }
    (prose::words(&page.title), text)
}
