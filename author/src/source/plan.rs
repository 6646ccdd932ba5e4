//! Sections of plans that stand on pages of their own: whether there is such a plan, and such a section.

use super::page::{PageBlock, PlanPart};
use super::unit::Unit;
use crate::exercise::{Exercise, Plan, Task};
use crate::finding::Findings;
use kerege::content::Id;
use kerege::content::wire::unit::Mode;

/// A plan of the module with the unit that it stands in.
pub(crate) fn find<'a>(units: &'a [Unit], id: &Id) -> Option<(&'a Unit, &'a Exercise, &'a Plan)> {
    let mut all = units.iter().flat_map(|unit| unit.exercises.iter().map(move |exercise| (unit, exercise)));
    all.find_map(|(unit, exercise)| match &exercise.task {
        Task::Plan(plan) if exercise.id == *id => Some((unit, exercise, plan)),
        _ => None,
    })
}

/// Gives each plan of a unit the page that it stands on.
pub(super) fn place(unit: &mut Unit) {
    for page in &unit.pages {
        for block in &page.blocks {
            let PageBlock::Exercise(id, _) = block else { continue };
            let here = unit.exercises.iter_mut().filter(|exercise| exercise.id == *id);
            here.for_each(|exercise| {
                if let Task::Plan(plan) = &mut exercise.task {
                    plan.page = Some((unit.id.clone(), page.id.clone()));
                }
            });
        }
    }
}

/// Says which sections lead nowhere.
pub(super) fn check(units: &[Unit], is_whole: bool, findings: &mut Findings) {
    for unit in units {
        for exercise in &unit.exercises {
            if let (Task::Plan(_), Some((_, place))) = (&exercise.task, &exercise.pool) {
                findings.wrong(*place, "a plan cannot be drawn from a pool", "remove `pool`: everybody makes the plan");
            }
        }
        let blocks = unit.pages.iter().flat_map(|page| &page.blocks);
        for block in blocks {
            if let PageBlock::Part(part) = block {
                section(units, unit, part, is_whole, findings);
            }
        }
    }
}

fn section(units: &[Unit], unit: &Unit, part: &PlanPart, is_whole: bool, findings: &mut Findings) {
    let (id, place) = &part.plan;
    let Some((home, exercise, plan)) = find(units, id) else {
        // Of a unit that could not be read nobody knows which plans it has.
        if is_whole {
            let help = "name the `id` of a `plan` of this module";
            findings.wrong(*place, format!("there is no plan `{id}`"), help);
        }
        return;
    };
    let (name, at) = &part.section;
    if !plan.sections.iter().any(|section| section.id.0 == *name) {
        let known: Vec<&str> = plan.sections.iter().map(|section| section.id.0.as_str()).collect();
        let help = format!("its sections are: {}", known.join(", "));
        findings.wrong(*at, format!("the plan `{id}` has no section `{name}`"), help);
    }
    if exercise.mode == Mode::Assessment && home.id != unit.id {
        let help = "put this section into the plan's own unit, or make the plan `mode: practice`";
        findings.wrong(*place, "this plan is handed in with the assessment of another unit", help);
    }
}
