//! Where in an author's folder the subjects of remarks stand.

use crate::exercise::{BlankSource, Exercise, Part, Task};
use crate::passage::Place;
use crate::source::{Rule, Source};
use kerege::content::Id;
use kerege::content::check::Subject;
use std::collections::BTreeMap;

/// Places by subject.
pub(super) fn places(source: &Source) -> BTreeMap<Subject, Place> {
    let mut places = BTreeMap::new();
    for objective in &source.module.objectives {
        places.insert(Subject::Objective(objective.id.clone()), objective.place);
    }
    for track in &source.module.tracks {
        places.insert(Subject::Track(track.id.clone()), track.place);
        rule(&track.rule, &track.id, None, &mut places);
        for award in &track.awards {
            places.insert(Subject::Award(track.id.clone(), award.id.clone()), award.place);
            if let Some(own) = &award.rule {
                rule(own, &track.id, Some(&award.id), &mut places);
            }
        }
    }
    for unit in &source.units {
        places.insert(Subject::Unit(unit.id.clone()), unit.place);
        for page in &unit.pages {
            places.insert(Subject::Page(page.id.clone()), page.place);
        }
        for pool in &unit.pools {
            places.insert(Subject::Pool(unit.id.clone(), pool.id.clone()), pool.place);
        }
        for exercise in &unit.exercises {
            places.insert(Subject::Exercise(exercise.id.clone()), exercise.place);
            for part in parts(exercise) {
                places.insert(Subject::Part(exercise.id.clone(), part.id.clone()), part.place);
            }
        }
    }
    places
}

fn rule(rule: &Rule, track: &Id, award: Option<&Id>, places: &mut BTreeMap<Subject, Place>) {
    for (path, place) in &rule.places {
        let subject = Subject::Rule { track: track.clone(), award: award.cloned(), path: path.clone() };
        places.insert(subject, *place);
    }
}

fn parts(exercise: &Exercise) -> Vec<&Part> {
    match &exercise.task {
        Task::Choice(choice) => choice.options(),
        Task::Blanks(blanks) => {
            let options = blanks.blanks.iter().filter_map(|blank| match &blank.source {
                BlankSource::Chosen(options, _) => Some(options),
                BlankSource::Typed(..) | BlankSource::Word(_) => None,
            });
            options.flatten().chain(&blanks.bank).collect()
        }
        Task::Matching(matching) => matching.pairs.iter().map(|(part, _)| part).chain(&matching.extra).collect(),
        Task::Ordering(ordering) => ordering.items.iter().collect(),
        Task::Categorise(categorise) => {
            categorise.groups.iter().chain(categorise.items.iter().map(|(part, _)| part)).collect()
        }
        Task::Reflection(reflection) => {
            let rubric = reflection.rubric.iter().flat_map(|(part, levels)| std::iter::once(part).chain(levels));
            reflection.criteria.iter().chain(rubric).collect()
        }
        Task::Coding(coding) => coding.codes.iter().collect(),
        Task::Table(table) => table.questions().collect(),
        Task::Chart(chart) => chart.questions().collect(),
        Task::Matrix(matrix) => matrix.all().collect(),
        Task::Likert(likert) => likert.statements.iter().collect(),
        Task::Cards(cards) => cards.cards.iter().map(|(part, _)| part).collect(),
        Task::Label(label) => label.all().collect(),
        Task::Hotspot(hotspot) => hotspot.all().collect(),
        Task::Checklist(checklist) => checklist.items.iter().collect(),
        Task::Stakeholders(map) => map.named.iter().map(|named| &named.part).collect(),
        Task::Plan(plan) => plan.parts().collect(),
        Task::Conversation(conversation) => conversation.parts().collect(),
        Task::Numeric(_) | Task::Scale(_) | Task::Marking(_) => Vec::new(),
    }
}
