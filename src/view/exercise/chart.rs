//! Chart: the figure, what sets how it is drawn, and the questions below it.
//!
//! What a learner does here changes a [`Bench`], which puts all of it into one hidden field; the card hears of it as of any
//! other field.

use super::sheet::Sheet;
use super::whole;
use crate::chart::{Chart, Edges, Form, Heights, Order, Shape};
use crate::content::Id;
use crate::exercise::chart::{Ask, Given, Pick, Prompt, Question};
use crate::exercise::numeric::Decimal;
use crate::exercise::{Response, pairs};
use crate::view::Player;
use crate::view::prose::chart::{pointed, table};
use crate::view::prose::element::{Build, el};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

/// A learner's chart while it is made. It holds no elements, so that nothing keeps a bench that was drawn anew.
struct Bench {
    player: Player,
    prompt: Prompt,
    given: RefCell<Given>,
}

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, given: &Given) -> Element {
    let figure = figure(sheet.player, prompt, given);
    if sheet.is_locked {
        let own = prompt.is_open().then(|| el("p", "own-chart").say(&describe(sheet.player, &prompt.drawn(given))));
        return into.put(figure).each(own).put(asks(sheet, prompt, given));
    }
    let bench = Rc::new(Bench { player: sheet.player, prompt: prompt.clone(), given: RefCell::new(given.clone()) });
    let root = el("div", "bench").put(figure).each(prompt.is_open().then(|| tools(sheet, prompt, given)));
    let root = root.each(prompt.is_open().then(|| paper(sheet.player, &prompt.chart)));
    let root = root.put(asks(sheet, prompt, given));
    into.put(listen(&bench, root)).put(whole::field(true))
}

/// A good chart, and the answers.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, given: &Given) -> Element {
    let player = sheet.player;
    let answer = |question: &Question| {
        let words = match &question.ask {
            Ask::Number(unit) => {
                let typed = pairs::get(&given.numbers, &question.item.id).map_or("", |typed| typed);
                let number = Decimal::parse(typed, unit).map(|number| player.number(number.to_f64()));
                el("mark", "").say(&[&number.unwrap_or_default(), "\u{a0}", unit].concat())
            }
            Ask::Row => el("mark", "").say(&row_name(prompt, given.pick(&question.item.id))),
            Ask::Option(options) => {
                let right = options
                    .iter()
                    .find(|option| matches!(given.pick(&question.item.id), Some(Pick::Option(id)) if *id == option.id));
                right.map_or_else(|| el("mark", ""), |right| sheet.line("mark", "", &right.text))
            }
            Ask::Shape | Ask::Columns | Ask::Scale => return None,
        };
        let text = sheet.line("dt", "", &question.item.text);
        Some(el("div", "").put(text).put(el("dd", "").put(words)))
    };
    let answers: Vec<Element> = prompt.questions.iter().filter_map(answer).collect();
    let own = prompt.is_open().then(|| el("p", "own-chart").say(&describe(player, &prompt.drawn(given))));
    let into = into.put(figure(player, prompt, given)).each(own);
    if answers.is_empty() { into } else { into.put(el("dl", "pairs").all(answers)) }
}

/// What one needs to draw a chart of one's own by hand, on paper: the numbers, and room for it.
fn paper(player: Player, chart: &Chart) -> Element {
    el("div", "on-paper").put(table(player, chart)).put(el("div", "room"))
}

/// The chart that the learner has before them.
fn figure(player: Player, prompt: &Prompt, given: &Given) -> Element {
    let place = el("figure", "chart");
    draw(player, prompt, given, &place);
    place
}

fn draw(player: Player, prompt: &Prompt, given: &Given, place: &Element) {
    let pointing = prompt.questions.iter().find(|question| question.ask == Ask::Row);
    let chosen = pointing.map(|question| match given.pick(&question.item.id) {
        Some(Pick::Row(row)) => Some(*row),
        Some(Pick::Option(_)) | None => None,
    });
    let mut chart = prompt.drawn(given);
    // The author's words are about the chart as it was found.
    if given.form.is_some() {
        chart.text = describe(player, &chart);
    }
    pointed(player, place, &chart, chosen);
}

/// How a chart is drawn, in words.
fn describe(player: Player, chart: &Chart) -> String {
    let names = |at: &[usize]| {
        let names: Vec<&str> = at.iter().filter_map(|at| chart.columns.get(*at)).map(|one| one.name.as_str()).collect();
        names.join(", ")
    };
    let form = &chart.form;
    let by = form.by.filter(|_| form.shape != Shape::Histogram).map(|at| names(&[at])).unwrap_or_default();
    let from = player.number(form.from.map_or(0.0, Decimal::to_f64));
    let shape = shape_name(player, form.shape);
    let values = [("shape", shape.as_str()), ("of", &names(&form.of)), ("by", &by), ("from", &from)];
    let whole = match by.is_empty() {
        true => player.fill("{shape}: {of}. The axis begins at {from}.", &values),
        false => player.fill("{shape}: {of}, by “{by}”. The axis begins at {from}.", &values),
    };
    if form.shape != Shape::Histogram || form.edges.is_empty() {
        return whole;
    }
    let edges = player.fill("Bars meet at {edges}.", &[("edges", &edges(player, form.edges))]);
    [&whole, " ", &edges].concat()
}

/// Where bars meet, in words.
fn edges(player: Player, edges: Edges) -> String {
    edges.numbers().map(|edge| player.number(edge.to_f64())).collect::<Vec<_>>().join(" · ")
}

fn shape_name(player: Player, shape: Shape) -> String {
    match shape {
        Shape::Bar => player.t("Bars"),
        Shape::Stacked => player.t("Stacked bars"),
        Shape::Histogram => player.t("Histogram"),
        Shape::Line => player.t("Line"),
        Shape::Box => player.t("Box plot"),
        Shape::Dot => player.t("Dots"),
    }
}

/// A choice among the tools: its value, its name, whether it is chosen.
type Entry = (String, String, bool);

/// What sets how the chart is drawn.
fn tools(sheet: &Sheet, prompt: &Prompt, given: &Given) -> Element {
    let player = sheet.player;
    let form = prompt.form(given);
    let list = |what: &str, label: &str, entries: Vec<Entry>| {
        let entry = |(value, name, is_chosen): Entry| {
            el("option", "").set("value", &value).flag("selected", is_chosen).say(&name)
        };
        let list = el("select", "").set("data-tool", what).each(entries.into_iter().map(entry));
        el("label", "tool").put(el("span", "").say(label)).put(list)
    };
    let shapes = Shape::ALL.map(|(shape, name)| (name.to_owned(), shape_name(player, shape), shape == form.shape));
    let orders = Order::ALL.map(|(order, name)| {
        let words = match order {
            Order::Given => player.t("As in the data"),
            Order::Rising => player.t("Smallest first"),
            Order::Falling => player.t("Largest first"),
        };
        (name.to_owned(), words, order == form.order)
    });
    let numbers = |found: Option<Decimal>, now: Option<Decimal>, offered: &[Decimal], none: String| {
        let mut all: Vec<Option<Decimal>> = vec![None];
        for number in found.into_iter().chain(offered.iter().copied()).filter(|number| *number != Decimal::ZERO) {
            if !all.contains(&Some(number)) {
                all.push(Some(number));
            }
        }
        let entry = |number: Option<Decimal>| match number {
            None => (String::new(), none.clone(), now.is_none()),
            Some(one) => (one.to_string(), player.number(one.to_f64()), now == number),
        };
        all.into_iter().map(entry).collect::<Vec<Entry>>()
    };
    let found = &prompt.chart.form;
    let starts = numbers(found.from, form.from, &prompt.starts, player.number(0.0));
    let mut widths = numbers(found.width, form.width, &prompt.widths, player.t("chosen by the player"));
    if prompt.has_heights() {
        let is_cut = !form.edges.is_empty();
        widths.iter_mut().for_each(|(.., is_chosen)| *is_chosen &= !is_cut);
        let words = player.fill("uneven: {edges}", &[("edges", &edges(player, found.edges))]);
        widths.insert(0, ("edges".to_owned(), words, is_cut));
    }
    let heights = Heights::ALL.map(|(heights, name)| {
        let words = match heights {
            Heights::Counts => player.t("how many"),
            Heights::Density => player.t("how many for each unit"),
        };
        (name.to_owned(), words, heights == form.heights)
    });
    let columns = || prompt.chart.columns.iter().enumerate();
    let by: Vec<Entry> = columns()
        .filter(|(_, column)| !column.is_numbers())
        .map(|(at, column)| (at.to_string(), column.name.clone(), form.by == Some(at)))
        .collect();
    let ticks = columns().filter(|(_, column)| column.is_numbers()).map(|(at, column)| {
        let tick = el("input", "").set("type", "checkbox").set("data-tool", "of").set("value", &at.to_string());
        let tick = tick.flag("checked", form.of.contains(&at));
        el("label", "pill").put(tick).put(el("span", "").say(&column.name))
    });
    let of = el("fieldset", "of").put(el("legend", "").say(&player.t("What is drawn"))).each(ticks);
    let status = el("p", "own-chart").set("role", "status").say(&describe(player, &prompt.drawn(given)));
    el("div", "chart-tools")
        .set("role", "group")
        .set("aria-label", &player.t("Your chart"))
        .put(list("shape", &player.t("Shape"), shapes.into()))
        .put(of)
        .each((by.len() > 1).then(|| list("by", &player.t("Compared by"), by)))
        .each((starts.len() > 1).then(|| list("from", &player.t("The axis begins at"), starts)))
        .each((widths.len() > 1).then(|| list("width", &player.t("Width of the bars of a histogram"), widths)))
        .each(prompt.has_heights().then(|| list("heights", &player.t("The height of a bar says"), heights.into())))
        .put(list("order", &player.t("Order"), orders.into()))
        .put(status)
}

fn asks(sheet: &Sheet, prompt: &Prompt, given: &Given) -> Element {
    el("div", "asks").each(prompt.questions.iter().map(|question| {
        let id = &question.item.id;
        let text = sheet.line("p", "text", &question.item.text);
        let name = crate::content::prose::words(&question.item.text);
        let group =
            |ticks: Vec<Element>| el("div", "choices").set("role", "radiogroup").set("aria-label", &name).all(ticks);
        let control = match &question.ask {
            Ask::Number(unit) => {
                let typed = pairs::get(&given.numbers, id).map_or("", |typed| typed);
                let field = sheet.field("", id.as_str(), typed).set("inputmode", "decimal").set("size", "10");
                let line = el("div", "number").put(field.set("aria-label", &name));
                if unit.is_empty() { line } else { line.put(el("span", "").say(unit)) }
            }
            Ask::Row => {
                let tick = |row: usize| {
                    let pick = Pick::Row(row);
                    let tick = sheet.tick("radio", id.as_str(), &row.to_string(), given.pick(id) == Some(&pick));
                    el("label", "pill").put(tick).put(el("span", "").say(&row_name(prompt, Some(&pick))))
                };
                group((0..prompt.chart.rows()).map(tick).collect())
            }
            Ask::Option(options) => {
                let tick = |option: &crate::exercise::Item| {
                    let is_chosen = matches!(given.pick(id), Some(Pick::Option(one)) if *one == option.id);
                    let tick = sheet.tick("radio", id.as_str(), option.id.as_str(), is_chosen);
                    el("label", "pill").put(tick).put(sheet.line("span", "", &option.text))
                };
                group(options.iter().map(tick).collect())
            }
            Ask::Shape | Ask::Columns | Ask::Scale => {
                el("p", "note").say(&sheet.player.t("Your chart is your answer."))
            }
        };
        sheet.row("div", el("div", "ask").put(text).put(control), sheet.part(id))
    }))
}

/// The name of a row; its number where nothing names it.
fn row_name(prompt: &Prompt, pick: Option<&Pick>) -> String {
    let Some(Pick::Row(row)) = pick else { return String::new() };
    let names = prompt.chart.form.by.and_then(|at| prompt.chart.columns.get(at));
    names.and_then(|names| names.word(*row)).map_or_else(|| (row + 1).to_string(), str::to_owned)
}

impl Bench {
    /// Draws the chart again, and says how.
    fn redraw(&self, root: &Element) {
        let given = self.given.borrow();
        let find = |selector: &str| root.query_selector(selector).ok().flatten();
        let is_open = find(".chart details[open]").is_some();
        if let Some(place) = find(".chart") {
            draw(self.player, &self.prompt, &given, &place);
        }
        // The table stays open while the learner works with it.
        if let Some(table) = find(".chart details").filter(|_| is_open) {
            drop(table.flag("open", true));
        }
        if let Some(status) = find(".chart-tools .own-chart") {
            status.set_text_content(Some(&describe(self.player, &self.prompt.drawn(&given))));
        }
    }

    /// Puts all of it into the field that the card listens to.
    fn keep(&self, root: &Element) {
        let given = self.given.borrow();
        let mut text = String::new();
        Response::Chart(given.clone()).write(&mut text);
        whole::keep(root, &text);
    }

    /// Takes a change of a control; whether the chart looks different after it.
    fn entered(&self, target: &Element) -> bool {
        let field = target.dyn_ref::<HtmlInputElement>();
        let list = target.dyn_ref::<HtmlSelectElement>();
        let value = field.map(HtmlInputElement::value).or(list.map(HtmlSelectElement::value)).unwrap_or_default();
        let given = &mut *self.given.borrow_mut();
        if let Some(tool) = target.get_attribute("data-tool") {
            let form = given.form.get_or_insert_with(|| self.prompt.chart.form.clone());
            let found = &self.prompt.chart.form;
            set(form, found, &tool, &value, field.is_some_and(HtmlInputElement::checked));
            return true;
        }
        let part = target.get_attribute("data-part").and_then(|id| Id::new(&id));
        let question = self.prompt.questions.iter().find(|one| Some(&one.item.id) == part.as_ref());
        let Some(question) = question else { return false };
        let id = &question.item.id;
        match &question.ask {
            Ask::Number(_) => pairs::set(&mut given.numbers, id, Some(value).filter(|typed| !typed.is_empty())),
            Ask::Row => pairs::set(&mut given.picks, id, value.parse().ok().map(Pick::Row)),
            Ask::Option(_) => pairs::set(&mut given.picks, id, Id::new(&value).map(Pick::Option)),
            Ask::Shape | Ask::Columns | Ask::Scale => {}
        }
        question.ask == Ask::Row
    }

    /// Somebody points at a row of the chart.
    fn pointed(&self, root: &Element, target: &Element) -> bool {
        let row: Option<usize> = target.get_attribute("data-row").and_then(|row| row.parse().ok());
        let question = self.prompt.questions.iter().find(|question| question.ask == Ask::Row);
        let (Some(row), Some(question)) = (row, question) else { return false };
        let id = &question.item.id;
        pairs::set(&mut self.given.borrow_mut().picks, id, Some(Pick::Row(row)));
        let selector = ["input[data-part=\"", id.as_str(), "\"][value=\"", &row.to_string(), "\"]"].concat();
        let tick = root.query_selector(&selector).ok().flatten();
        if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<HtmlInputElement>().ok()) {
            tick.set_checked(true);
        }
        true
    }
}

/// Sets how a chart is drawn that was found in another form.
fn set(form: &mut Form, found: &Form, tool: &str, value: &str, is_on: bool) {
    let at: Option<usize> = value.parse().ok();
    match tool {
        "shape" => {
            let found = Shape::ALL.into_iter().find(|(_, name)| *name == value);
            form.shape = found.map_or(form.shape, |(shape, _)| shape);
        }
        "order" => {
            let found = Order::ALL.into_iter().find(|(_, name)| *name == value);
            form.order = found.map_or(form.order, |(order, _)| order);
        }
        "by" => form.by = at,
        "of" => {
            form.of.retain(|one| Some(*one) != at);
            form.of.extend(at.filter(|_| is_on));
            form.of.sort_unstable();
        }
        "from" => form.from = Decimal::parse(value, ""),
        // Bars are as wide as it says, or meet where they were found to.
        "width" => {
            form.width = Decimal::parse(value, "");
            form.edges = if value == "edges" { found.edges } else { Edges::NONE };
        }
        "heights" => {
            let found = Heights::ALL.into_iter().find(|(_, name)| *name == value);
            form.heights = found.map_or(form.heights, |(heights, _)| heights);
        }
        _ => {}
    }
}

/// Listens to the bench: one listener for each event.
fn listen(bench: &Rc<Bench>, root: Element) -> Element {
    let element = |target: Option<web_sys::EventTarget>| target.and_then(|it| it.dyn_into::<Element>().ok());
    let (entered, pointed) = (bench.clone(), bench.clone());
    let root = root.on(
        "input",
        Box::new(move |event: Event| {
            // Nothing here is an answer by itself.
            event.stop_propagation();
            if let (Some(root), Some(target)) = (element(event.current_target()), element(event.target())) {
                if entered.entered(&target) {
                    entered.redraw(&root);
                }
                entered.keep(&root);
            }
        }),
    );
    root.on(
        "click",
        Box::new(move |event: Event| {
            if let (Some(root), Some(target)) = (element(event.current_target()), element(event.target()))
                && pointed.pointed(&root, &target)
            {
                pointed.redraw(&root);
                pointed.keep(&root);
            }
        }),
    )
}
