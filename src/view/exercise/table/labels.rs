//! How groups, values and conditions are called.

use crate::content::Id;
use crate::content::data::{Cells, Column};
use crate::exercise::numeric::Decimal;
use crate::exercise::table::{Group, Prompt, Show, Test};
use crate::view::Player;
use std::cell::RefCell;

/// A number with the decimal mark of the readers. Hundreds of them stand in a table: asking the browser to write each
/// one would take longer than computing them.
pub(in crate::view::exercise) fn number(player: Player, number: Decimal) -> String {
    let text = number.to_string();
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if has_comma(player) { text.replace('.', ",") } else { text.to_owned() }
}

/// Whether the decimal mark is a comma; the browser is asked once for each language.
fn has_comma(player: Player) -> bool {
    thread_local! { static KNOWN: RefCell<(String, bool)> = const { RefCell::new((String::new(), false)) } }
    let language = player.language();
    KNOWN.with_borrow_mut(|known| {
        if known.0 != language {
            *known = (language, player.number(0.5).contains(','));
        }
        known.1
    })
}

/// A figure of a table.
pub(super) fn figure(player: Player, show: Show, value: Option<Decimal>) -> String {
    match (value, show) {
        (None, _) => "–".to_owned(),
        (Some(value), Show::Row | Show::Column | Show::All) => player.fill("{n}%", &[("n", &number(player, value))]),
        (Some(value), Show::Count | Show::Mean | Show::Median) => number(player, value),
    }
}

/// A group of a column's values.
pub(super) fn group(player: Player, column: &Column, group: &Group) -> String {
    let decimals = match column.cells {
        Cells::Words(..) => 0,
        Cells::Numbers(decimals, _) => decimals,
    };
    match group {
        Group::Number(units) => number(player, Decimal::new(*units, decimals)),
        Group::Words(_) | Group::Range(..) => test(player, column, &group.test(decimals)),
    }
}

/// What holds for a column's values.
pub(super) fn test(player: Player, column: &Column, test: &Test) -> String {
    match (test, &column.cells) {
        (Test::Known, _) => player.t("not missing"),
        (Test::Is(words), Cells::Words(values, _)) => {
            let names: Vec<&str> =
                words.iter().filter_map(|word| values.get(usize::from(*word)).map(String::as_str)).collect();
            if names.is_empty() { "–".to_owned() } else { names.join(" + ") }
        }
        (Test::Is(_), Cells::Numbers(..)) => "–".to_owned(),
        (Test::Range(from, below), _) => range(player, *from, *below, &column.cells),
    }
}

fn range(player: Player, from: Option<Decimal>, below: Option<Decimal>, cells: &Cells) -> String {
    let text = |end: Decimal| number(player, end);
    match (from, below) {
        (None, None) => player.t("not missing"),
        (Some(from), None) => player.fill("{n} and more", &[("n", &text(from))]),
        (None, Some(below)) => player.fill("below {n}", &[("n", &text(below))]),
        (Some(from), Some(below)) => {
            // One unit wide, it is one number.
            let is_one = match cells {
                Cells::Numbers(decimals, _) => below.ceiling(*decimals) == from.ceiling(*decimals) + 1,
                Cells::Words(..) => false,
            };
            if is_one {
                text(from)
            } else {
                player.fill("{a} to below {b}", &[("a", &text(from)), ("b", &text(below))])
            }
        }
    }
}

/// The conditions of a cell or a filter.
pub(super) fn tests(player: Player, prompt: &Prompt, tests: &[(Id, Test)]) -> Vec<(Id, String)> {
    let one = |(id, holds): &(Id, Test)| {
        let column = prompt.data.column(id)?;
        Some((id.clone(), [&column.name, ": ", &test(player, column, holds)].concat()))
    };
    tests.iter().filter_map(one).collect()
}
