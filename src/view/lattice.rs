//! The lattice: the wall of a yurt as a progress bar. Each page is a crossing of slats; units are groups of columns.
//!
//! However many crossings there are, they are drawn by four paths; only links are elements of their own.

use super::prose::element::{Build, el};
use super::ui::svg;
use crate::route::Route;
use std::fmt::Write as _;
use web_sys::Element;

/// A crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Knot {
    /// Not opened yet.
    Open,
    /// Where the learner is.
    Here,
    /// Done: the slats are tied.
    Tied,
}

/// A group of crossings: a unit.
pub(super) struct Group {
    /// Its crossings in order.
    pub(super) knots: Vec<Knot>,
    /// Where a crossing leads, by its number, with the name of the link.
    pub(super) links: Vec<(usize, Route, String)>,
}

/// Past so many pages, one crossing stands for several.
pub(super) const MOST: usize = 60;
/// Half the height of a row.
const ROW: i32 = 20;
/// Half the diagonal of a tied crossing.
const KNOT: i32 = 6;

/// Draws a lattice of the given width, with what it says in words.
pub(super) fn lattice(width: i32, groups: Vec<Group>, words: &str) -> Element {
    let (picture, has_links) = picture(width, groups);
    let picture = if has_links { picture.set("role", "group") } else { picture.set("role", "img") };
    el("div", "lattice").put(picture.set("aria-label", words))
}

/// The picture alone, and whether there are links in it.
pub(super) fn picture(width: i32, groups: Vec<Group>) -> (Element, bool) {
    let groups = gathered(groups);
    let all: usize = groups.iter().map(|group| group.knots.len()).sum();
    let rows = match all {
        0..=8 => 1,
        9..=20 => 2,
        _ => 3,
    };
    let columns: usize = groups.iter().map(|group| group.knots.len().div_ceil(rows)).sum();
    let (columns, rows) = (columns.max(1) as i32, rows as i32);
    // Tenths, so that whole numbers will do.
    let step = ((width - 30) * 10 / columns).clamp(60, 520);
    let height = ROW * (rows + 1);
    let mut paths = [String::new(), String::new(), String::new()];
    let links = svg("g");
    let mut column = 0;
    for group in &groups {
        for (index, knot) in group.knots.iter().enumerate() {
            let (at, row) = (column + index as i32 / rows, index as i32 % rows);
            let (x, y) = ((120 + at * step + row % 2 * step / 2) / 10, ROW * (row + 1));
            let (kind, radius) = match knot {
                Knot::Open => (0, KNOT - 2),
                Knot::Here => (1, KNOT + 3),
                Knot::Tied => (2, KNOT),
            };
            if let Some(path) = paths.get_mut(kind) {
                diamond(path, x, y, radius);
            }
            if let Some((_, route, name)) = group.links.iter().find(|(number, ..)| *number == index) {
                let mut area = String::new();
                diamond(&mut area, x, y, ROW);
                let area = svg("path").set("d", &area).set("fill", "none").set("pointer-events", "all");
                let link = svg("a").set("href", &route.href()).set("aria-label", name);
                links.clone().put(link.put(svg("title").say(name)).put(area));
            }
        }
        column += (group.knots.len() as i32 + rows - 1) / rows;
    }
    let view = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    let line = |class, path: &str| {
        svg("path").set("class", class).set("d", path).set("fill", "none").set("stroke", "currentColor")
    };
    let [open, here, tied] = paths;
    let picture = svg("svg")
        .set("viewBox", &view)
        .put(line("slats", &slats(width, height, step, rows)).set("stroke-opacity", ".22"))
        .put(line("open", &open).set("stroke-opacity", ".65"))
        .put(line("tied", &tied).set("fill", "currentColor"))
        .put(line("here", &here).set("stroke-width", "3"));
    let has_links = links.has_child_nodes();
    (if has_links { picture.put(links) } else { picture }, has_links)
}

/// Slats run across the whole width, in both directions, through all crossings.
fn slats(width: i32, height: i32, step: i32, rows: i32) -> String {
    let run = (rows + 1) * step / 2;
    let mut path = String::new();
    let mut x = 120 - step / 2 - run;
    while x < width * 10 + run {
        let _ = write!(path, "M{} 0l{} {height}M{} 0l-{} {height}", x / 10, run / 10, (x + step) / 10, run / 10);
        x += step;
    }
    path
}

fn diamond(path: &mut String, x: i32, y: i32, radius: i32) {
    let _ = write!(path, "M{x} {}l{radius} {radius}l-{radius} {radius}l-{radius} -{radius}z", y - radius);
}

/// Groups with so few crossings that all together are at most [`MOST`]: one stands for several pages, and is tied when
/// all of them are done.
fn gathered(groups: Vec<Group>) -> Vec<Group> {
    let all: usize = groups.iter().map(|group| group.knots.len()).sum();
    let each = all.div_ceil(MOST).max(1);
    if each == 1 {
        return groups;
    }
    let gather = |group: Group| Group {
        knots: group.knots.chunks(each).map(together).collect(),
        links: group
            .links
            .into_iter()
            .filter(|(number, ..)| number % each == 0)
            .map(|(n, r, s)| (n / each, r, s))
            .collect(),
    };
    groups.into_iter().map(gather).collect()
}

fn together(knots: &[Knot]) -> Knot {
    if knots.contains(&Knot::Here) {
        Knot::Here
    } else if knots.contains(&Knot::Open) {
        Knot::Open
    } else {
        Knot::Tied
    }
}
