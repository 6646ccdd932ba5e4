//! How fast the core is: `cargo bench --no-default-features`. It ends with an error where a floor is missed.
//!
//! Measured with the code as it ships (smallest, not fastest), natively; a phone's WebAssembly is some ten times slower.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a benchmark speaks to people")]

#[path = "support/clock.rs"]
mod clock;
#[path = "support/data.rs"]
mod data;
#[path = "../tests/support/large.rs"]
mod large;

use clock::{check, time, verdict};
use kerege::completion::standing;
use kerege::content::{Exercise, read};
use kerege::exercise::table::compute;
use kerege::exercise::{Response, Task, coding, mark};
use kerege::port::Moment;
use kerege::progress::{Event, Log, compact, envelope, fold};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let ms = Duration::from_millis;
    let unit = large::unit("u0", 1, 8);
    let unit = read::unit(&unit).value.expect("a unit");
    let choice =
        unit.exercises.iter().find(|exercise| matches!(&exercise.task, Task::Choice(prompt, _) if prompt.multiple));
    let choice = choice.expect("a choice");
    let chosen = Response::Choice(["a", "b", "c"].iter().filter_map(|id| kerege::content::Id::new(id)).collect());
    let scoring = time(|| {
        (0..100_000).map(|_| mark(black_box(choice), black_box(&chosen)).map_or(0, |score| score.earned)).sum::<u32>()
    });

    let hundred = large::unit("u0", 10, 10);
    let reading = time(|| read::unit(&hundred));
    println!("a unit of 100 exercises has {} kB", hundred.len() / 1000);

    let outline = large::module(40, 50, 250);
    let reading_outline = time(|| read::module(&outline));
    let module = read::module(&outline).value.expect("a module");

    let records = large::records(40, 50, 100, 1);
    println!("everything of 2,000 pages and 4,000 exercises: {} records", records.len());
    let folding = time(|| fold(&records));
    let compacting = time(|| compact(&records));
    let ten_thousand = records.get(..10_000).unwrap_or(&records);
    let folding_ten = time(|| fold(ten_thousand));
    let progress = fold(&records);
    let completing = time(|| standing(&module.tracks[0].rule, &module, 0, &progress));

    let mut log = Log::new("w", 0, records.clone());
    let last = records.last().map(|record| record.event.clone()).expect("an event");
    let mut now = 1_000_000_000;
    let appending = time(|| {
        now += 1;
        log.append(vec![last.clone()], Moment(now));
    });
    let draft = records.iter().map(|record| &record.event).find(|event| matches!(event, Event::Draft { .. })).cloned();
    let typing = time(|| {
        now += 1;
        log.append(draft.clone().into_iter().collect(), Moment(now));
    });
    let writing = time(|| envelope::write(&module.id, log.writer(), log.seq(), log.own()));

    let (prompt, key, given) = data::transcript();
    let comparing = time(|| coding::compare(&prompt, &key, &given));
    let coded = Exercise { task: Task::Coding(prompt, key), ..choice.clone() };
    let answer = Response::Coding(given);
    let scoring_codes = time(|| mark(black_box(&coded), black_box(&answer)).map(|score| score.parts.len()));
    let survey = data::unit();
    println!("a data set of 2,000 cases and 20 columns has {} kB", survey.len() / 1000);
    let reading_survey = time(|| read::unit(&survey));
    let exercise = data::exercise(&survey);
    let Task::Table(table, right) = &exercise.task else { panic!("a data table") };
    let tabulating = time(|| {
        let cases = compute::cases(&table.data, &right.setup);
        let all = table.data.columns.iter().map(|column| compute::summary(column, &right.setup, &cases).known);
        (all.sum::<u32>(), compute::crosstab(&table.data, &right.setup, &cases))
    });

    let met = [
        check("100,000 choice responses scored (a million a second)", scoring, ms(100)),
        check("a unit of 100 exercises read", reading, ms(40)),
        check("an outline of 40 units, 2,000 pages, 10,000 exercises read", reading_outline, ms(10)),
        check("10,000 records folded", folding_ten, ms(40)),
        check("all records folded", folding, ms(60)),
        check("all records compacted", compacting, ms(100)),
        check("the rule of the track evaluated", completing, ms(4)),
        check("one more answer taken in", appending, ms(1)),
        check("one more draft taken in", typing, ms(1)),
        check("everything written for the store", writing, ms(40)),
        check("5,000 words with 167 codes compared with an expert's", comparing, ms(2)),
        check("5,000 words with 167 codes scored, each sentence with its reason", scoring_codes, ms(2)),
        check("a data set of 2,000 × 20 read", reading_survey, ms(20)),
        check("2,000 × 20 filtered, each column summed up, and cross-tabulated", tabulating, ms(4)),
    ];
    verdict(&met)
}
