//! A unit in all languages.

use super::fingerprint::fingerprint;
use super::{Builder, WrittenUnit};
use crate::exercise::Task;
use crate::lock::Lock;
use crate::source::{Notes, Page, PageBlock, PlanPart, Pool, Sheet, Source, Unit, plan};
use crate::write::Writer;
use kerege::content::Id;
use kerege::content::wire::unit as wire;
use kerege::content::wire::{self as format, Prose};
use std::collections::BTreeSet;

impl Builder<'_> {
    pub(super) fn unit(&mut self, unit: &Unit) -> WrittenUnit {
        let title = self.each(|writer, _| writer.words(&unit.title));
        let from = self.source;
        let units = self.each(|writer, lock| write(unit, from, writer, lock));
        let notes = self.source.notes.iter().find(|notes| notes.unit == unit.id);
        let notes = notes.map(|notes| self.each(|writer, _| write_notes(notes, writer)));
        WrittenUnit { title, units, notes: notes.unwrap_or_default() }
    }
}

fn write(unit: &Unit, from: &Source, writer: &mut Writer<'_>, lock: &mut Lock) -> wire::Unit {
    let language = writer.language().to_owned();
    writer.with_notes(&unit.notes, |writer| {
        let mut exercises = Vec::new();
        let mut pages = Vec::new();
        for page in &unit.pages {
            pages.push(write_page(page, unit, writer, lock, &mut exercises, &language));
        }
        let in_pools = unit.exercises.iter().filter(|exercise| exercise.pool.is_some());
        for exercise in in_pools {
            exercises.push(write_exercise(&exercise.id, unit, writer));
        }
        exercises.extend(plans_of_others(unit, &from.units, writer));
        let mut exercises: Vec<wire::Exercise> = exercises.into_iter().flatten().collect();
        if language == from.module.source {
            exercises.iter_mut().for_each(|exercise| number(exercise, lock));
        } else {
            exercises.iter_mut().for_each(|exercise| known_number(exercise, lock));
        }
        let pools = unit.pools.iter().map(|pool| write_pool(pool, unit)).collect();
        let uses = |sheet: &&Sheet| {
            let id = &sheet.data.id;
            unit.exercises.iter().any(|one| matches!(&one.task, Task::Table(table) if table.data.0 == *id))
        };
        let data = from.sheets.iter().filter(uses).map(|sheet| sheet.write(writer)).collect();
        wire::Unit { id: (&unit.id).into(), language: language.clone(), pages, exercises, pools, data }
    })
}

/// Gives an exercise its numbers; those of other languages follow the source's.
fn number(exercise: &mut wire::Exercise, lock: &mut Lock) {
    let print = fingerprint(exercise);
    (exercise.ordinal, exercise.revision) = lock.exercise(&exercise.id.0, &print);
}

fn known_number(exercise: &mut wire::Exercise, lock: &Lock) {
    if let Some((number, kept)) = lock.exercises.entries.get(&exercise.id.0) {
        (exercise.ordinal, exercise.revision) = (*number, kept.revision);
    }
}

fn write_page(
    page: &Page,
    unit: &Unit,
    writer: &mut Writer<'_>,
    lock: &mut Lock,
    exercises: &mut Vec<Option<wire::Exercise>>,
    language: &str,
) -> wire::Page {
    let title = Prose::new(writer.leaf(&page.title));
    let mut blocks = Vec::new();
    let mut stage = 0;
    for block in &page.blocks {
        match block {
            PageBlock::Text(text) => {
                blocks.push(wire::Block::Prose { prose: Prose::Nodes(writer.blocks(text)), tracks: Vec::new(), stage });
            }
            PageBlock::Only(Some((only, _)), ..) if only != language => {}
            PageBlock::Only(only, tracks, text) => {
                let prose = if only.is_some() { writer.verbatim(|w| w.prose(text)) } else { writer.prose(text) };
                blocks.push(wire::Block::Prose { prose, tracks: ids(tracks), stage });
            }
            PageBlock::Exercise(exercise, tracks) => {
                exercises.push(write_exercise(exercise, unit, writer));
                let (exercise, tracks) = (exercise.into(), ids(tracks));
                blocks.push(wire::Block::Exercise { exercise, unit: None, part: None, tracks, stage });
            }
            PageBlock::Part(PlanPart { plan, section, tracks }) => {
                let (exercise, part, tracks) = ((&plan.0).into(), Some((&section.0).into()), ids(tracks));
                blocks.push(wire::Block::Exercise { exercise, unit: None, part, tracks, stage });
            }
            PageBlock::Pool(pool) => {
                blocks.push(wire::Block::Pool { pool: pool.into(), tracks: Vec::new(), stage });
            }
            PageBlock::Stage => stage += 1,
        }
    }
    let ordinal = lock.page(page.id.as_str());
    wire::Page { id: (&page.id).into(), ordinal, title, tracks: ids(&page.tracks), blocks }
}

/// The plans of other units of which sections stand here: each unit brings along what its pages show, so that a page
/// needs no second file.
fn plans_of_others(unit: &Unit, all: &[Unit], writer: &mut Writer<'_>) -> Vec<Option<wire::Exercise>> {
    let mut once = BTreeSet::new();
    let blocks = unit.pages.iter().flat_map(|page| &page.blocks);
    let parts = blocks.filter_map(|block| match block {
        PageBlock::Part(part) => Some(&part.plan.0),
        PageBlock::Text(_) | PageBlock::Only(..) | PageBlock::Exercise(..) => None,
        PageBlock::Pool(_) | PageBlock::Stage => None,
    });
    let elsewhere = |id: &&Id| !unit.exercises.iter().any(|own| own.id == **id) && once.insert((*id).clone());
    let plans = parts.filter(elsewhere).filter_map(|id| plan::find(all, id));
    plans.map(|(home, exercise, _)| Some(writer.with_notes_of(&home.notes, |writer| exercise.write(writer)))).collect()
}

fn write_exercise(id: &Id, unit: &Unit, writer: &mut Writer<'_>) -> Option<wire::Exercise> {
    let exercise = unit.exercises.iter().find(|exercise| exercise.id == *id)?;
    Some(exercise.write(writer))
}

fn write_pool(pool: &Pool, unit: &Unit) -> wire::Pool {
    let members = unit.exercises.iter().filter(|one| one.pool.as_ref().is_some_and(|(id, _)| *id == pool.id));
    wire::Pool {
        id: (&pool.id).into(),
        draw: pool.draw,
        points: pool.points,
        exercises: members.map(|exercise| (&exercise.id).into()).collect(),
    }
}

fn ids(tracks: &[(Id, crate::passage::Place)]) -> Vec<format::Id> {
    tracks.iter().map(|(id, _)| id.into()).collect()
}

/// Facilitator's notes: a unit of one page.
fn write_notes(notes: &Notes, writer: &mut Writer<'_>) -> wire::Unit {
    let title = Prose::new(writer.leaf(&notes.title));
    let blocks = vec![wire::Block::Prose { prose: writer.prose(&notes.text), tracks: Vec::new(), stage: 0 }];
    let page = wire::Page { id: format::Id("notes".to_owned()), ordinal: 1, title, tracks: Vec::new(), blocks };
    wire::Unit {
        id: (&notes.unit).into(),
        language: writer.language().to_owned(),
        pages: vec![page],
        exercises: Vec::new(),
        pools: Vec::new(),
        data: Vec::new(),
    }
}
