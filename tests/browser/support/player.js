// The player as a person uses it: by what can be seen or heard, by tap or by key.
import { expect } from "@playwright/test";
import { plain } from "./course.js";
import { texts } from "./texts.js";

const spaced = (text) => text.replace(/\s+/g, " ").trim();
const name = (item) => spaced(plain(item.text));

/** Fills `{places}` of an interface text. */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

export class Player {
  constructor(page, language) {
    this.page = page;
    this.language = language;
    this.t = texts(language);
  }

  /** The same screens in another language. */
  in(language) {
    return new Player(this.page, language);
  }

  get title() {
    return this.page.getByRole("heading", { level: 1 });
  }

  button(english, options = {}) {
    return this.page.getByRole("button", { name: this.t.like(english), ...options });
  }

  link(english) {
    return this.page.getByRole("link", { name: this.t.like(english) });
  }

  /** Goes to a screen by its address, as a link in a message would. */
  async go(hash) {
    await this.page.evaluate((to) => (location.hash = to), hash);
  }

  /** The name for the certificate. */
  get name() {
    return this.page.getByRole("textbox", { name: this.t("Your name, as it is to be printed") });
  }

  /** Presses a button that asks first, and says yes. */
  async confirm(open, heading, yes) {
    await open.click();
    const dialog = this.page.getByRole("dialog", { name: this.t.like(heading) });
    await dialog.getByRole("button", { name: this.t.like(yes) }).click();
    await expect(dialog).toBeHidden();
  }

  /** The panel of a unit's assessment. */
  get assessment() {
    return this.page.getByRole("region", { name: this.t("Assessment") });
  }

  async handIn() {
    await this.confirm(this.assessment.getByRole("button", { name: this.t.like("Hand in") }).first(), "Hand in the assessment?", "Hand in");
  }

  async erase() {
    await this.confirm(this.button("Erase my data"), "Erase everything?", "Erase everything");
  }

  /** The exercises on the page, by id, in order. */
  async shown() {
    const ids = await this.page.locator("section.exercise").evaluateAll((all) => all.map((one) => one.id));
    return ids.map((id) => id.replace(/^x-/, ""));
  }

  /** Does something with each exercise on the page by its id, also in the stages of a case, which open as it goes on. */
  async eachShown(act) {
    const done = [];
    const left = async () => (await this.shown()).filter((id) => !done.includes(id));
    const waits = this.page.locator(".staged > .waits");
    for (let ids = await left(); ids.length > 0; ids = await left()) {
      for (const id of ids) {
        done.push(id);
        await act(id);
      }
      await expect.poll(async () => (await left()).length > 0 || (await waits.count()) === 0).toBe(true);
    }
    return done;
  }

  /** The records that are stored of a module, of all tabs; times and writers left out. */
  records(module) {
    return this.page.evaluate((module) => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(`kerege/progress/${module}/`));
      return keys.flatMap((key) => JSON.parse(localStorage[key].slice(localStorage[key].indexOf("\n") + 1)).records);
    }, module);
  }

  /** The card of an exercise. */
  card(exercise) {
    return new Card(this, exercise);
  }
}

/** An exercise on the page. */
export class Card {
  constructor(player, exercise) {
    Object.assign(this, { player, exercise, page: player.page, t: player.t });
    this.root = player.page.locator(`#x-${exercise.id}`);
  }

  /** What is said to the answer. */
  get panel() {
    return this.root.locator(".panel[role=status]");
  }

  /** The model answer. */
  get model() {
    return this.root.locator(".model[role=status]");
  }

  button(...english) {
    return this.root.getByRole("button", { name: this.t.like(...english) });
  }

  get check() {
    return this.button("Check", "Check what is open", "Compare with the author", "Compare with an example", "Compare with the expert", "Look back", "Note it");
  }

  /** Enters a response, in the form of `rightAnswer` in course.js. */
  async enter(response, hand = tap) {
    const { kind } = this.exercise;
    await this[kind](response, hand);
    if (this.exercise.confidence) await hand.choose(this.sure("Sure"));
    return this;
  }

  /** Enters a response and has it checked. */
  async answer(response, hand = tap) {
    await this.enter(response, hand);
    // The last card is noted by itself.
    if (this.exercise.kind !== "cards") await hand.press(this.check);
    if (["reflection", "plan"].includes(this.exercise.kind)) await this.meet(response.met, hand);
    return this;
  }

  async choice(ids, hand) {
    const { options, multiple } = this.exercise.prompt;
    for (const option of options) {
      const control = this.root.getByRole(multiple ? "checkbox" : "radio", { name: name(option), exact: true });
      if (multiple) await hand.tick(control, ids.includes(option.id));
      else if (ids.includes(option.id)) await hand.choose(control);
    }
  }

  gap(id) {
    const { blanks, bank } = this.exercise.prompt;
    const at = blanks.findIndex((blank) => blank.id === id);
    const role = blanks[at].options || bank ? "combobox" : "textbox";
    return this.root.getByRole(role, { name: fill(this.t("Gap {n} of {of}"), { n: at + 1, of: blanks.length }), exact: true });
  }

  async blanks(filled, hand) {
    for (const { id, options } of this.exercise.prompt.blanks) {
      if (!(id in filled)) continue;
      await (options || this.exercise.prompt.bank ? hand.select(this.gap(id), filled[id]) : hand.type(this.gap(id), filled[id]));
    }
  }

  get number() {
    return this.root.getByRole("textbox", { name: this.t("Your number") });
  }

  async numeric(text, hand) {
    await hand.type(this.number, this.player.language === "ru" ? text.replace(".", ",") : text);
  }

  partner(left) {
    const item = this.exercise.prompt.left.find((one) => one.id === left);
    return this.root.getByRole("combobox", { name: name(item), exact: true });
  }

  async matching(pairs, hand) {
    for (const [left, right] of Object.entries(pairs)) await hand.select(this.partner(left), right);
  }

  /** The ids of the items as they stand. */
  async order() {
    // An item may be a picture, which is named by what it shows.
    const named = (all) => all.map((one) => [one.querySelector("img")?.alt, one.textContent].filter(Boolean).join(""));
    const texts = await this.root.getByRole("listitem").locator(".text").evaluateAll(named);
    return texts.map((text) => this.exercise.prompt.items.find((item) => name(item) === spaced(text))?.id);
  }

  async ordering(order, hand) {
    for (const [to, id] of order.entries()) {
      const item = this.exercise.prompt.items.find((one) => one.id === id);
      const up = this.root.getByRole("button", { name: fill(this.t("Move up: {item}"), { item: name(item) }), exact: true });
      for (let at = (await this.order()).indexOf(id); at > to; at -= 1) {
        await hand.press(up);
        await expect.poll(async () => (await this.order()).indexOf(id)).toBe(at - 1);
      }
    }
  }

  group(item, group) {
    const { items, groups } = this.exercise.prompt;
    const named = (list, id) => name(list.find((one) => one.id === id));
    return this.root.getByRole("group", { name: named(items, item), exact: true }).getByRole("radio", { name: named(groups, group), exact: true });
  }

  async categorise(groups, hand) {
    for (const [item, group] of Object.entries(groups)) await hand.choose(this.group(item, group));
  }

  get text() {
    return this.root.getByRole("textbox", { name: this.t("Your text") });
  }

  async reflection({ text }, hand) {
    await hand.type(this.text, text);
  }

  criterion(id) {
    const item = this.exercise.prompt.criteria.find((one) => one.id === id);
    return this.root.getByRole("checkbox", { name: name(item), exact: true });
  }

  async meet(met, hand) {
    for (const id of met) await hand.tick(this.criterion(id), true);
  }

  /** The menu of somebody's places in the list below a map. */
  menu(who) {
    return this.root.locator(`select[data-part="${who}"]`);
  }

  async stakeholders(places, hand) {
    for (const [who, place] of Object.entries(places)) await hand.select(this.menu(who), place.join("/"));
  }

  /** A field of a plan, or a cell of a row of it. */
  entry(id, row, column) {
    const cell = row === undefined ? "" : `[data-row="${row}"][data-column="${column}"]`;
    return this.root.locator(`[data-part="${id}"]${cell}:is(input, textarea)`);
  }

  async plan({ fields }, hand) {
    for (const [id, value] of Object.entries(fields)) {
      if (typeof value === "string") await hand.type(this.entry(id), value);
      else for (const [row, cells] of value.entries()) for (const [column, text] of Object.entries(cells)) await hand.type(this.entry(id, row, column), text);
    }
  }

  point(number) {
    return this.root.getByRole("radio", { name: new RegExp(`^${number}(\\s|$)`) });
  }

  async scale(number, hand) {
    await hand.choose(this.point(number));
  }

  /** A choice beside a row: of a matrix, or of a statement. */
  beside(row, choice) {
    return this.root.getByRole("group", { name: name(row), exact: true }).locator(`input[value="${choice}"]`);
  }

  async matrix(rows, hand) {
    const { rows: all, columns, multiple } = this.exercise.prompt;
    for (const row of all) {
      const right = rows[row.id] ?? [];
      for (const { id } of columns) {
        if (multiple) await hand.tick(this.beside(row, id), right.includes(id));
        else if (right.includes(id)) await hand.choose(this.beside(row, id));
      }
    }
  }

  async likert(levels, hand) {
    for (const statement of this.exercise.prompt.statements) {
      if (statement.id in levels) await hand.choose(this.beside(statement, levels[statement.id]));
    }
  }

  /** A box in a text or a list. */
  box(id) {
    return this.root.locator(`input[type=checkbox][value="${id}"]`);
  }

  async marking(ids, hand) {
    for (const id of ids) await hand.tick(this.box(id), true);
  }

  async checklist(ids, hand) {
    for (const id of ids) await hand.tick(this.box(id), true);
  }

  async hotspot(ids, hand) {
    const { picture, multiple } = this.exercise.prompt;
    for (const { id } of picture.spots) {
      if (multiple) await hand.tick(this.box(id), ids.includes(id));
      else if (ids.includes(id)) await hand.choose(this.root.locator(`input[value="${id}"]`));
    }
  }

  /** The list of a place on a picture. */
  list(id) {
    return this.root.locator(`select[data-part="${id}"]`);
  }

  async label(labels, hand) {
    for (const [id, label] of Object.entries(labels)) await hand.select(this.list(id), label);
  }

  /** A word of a bank, or a label. */
  word(id) {
    return this.root.locator(`[data-do=take][data-part="${id}"]`);
  }

  /** A place on a picture, as it is pressed. */
  spot(id) {
    return this.root.locator(`.spot[data-part="${id}"]`);
  }

  /** How sure one is. */
  sure(english) {
    return this.root.getByRole("group", { name: this.t("How sure are you?") }).getByRole("radio", { name: this.t(english), exact: true });
  }

  async cards({ known }, hand) {
    for (let left = known.length; left > 0; left -= 1) {
      await hand.press(this.button("Turn over"));
      await hand.press(this.button("I knew it"));
    }
  }

  async coding(codes, hand) {
    const sentences = this.exercise.prompt.turns.flatMap((turn) => turn.sentences);
    for (const [at, { id }] of sentences.entries()) {
      for (const [n, code] of (codes[id] ?? []).entries()) {
        if (n === 0) await this.root.getByRole("option").nth(at).click();
        await hand.press(this.root.locator(`button[data-code="${code}"]`));
      }
    }
  }

  async conversation(path, hand) {
    for (const choice of path) await hand.press(this.root.locator(`[data-do="say"][data-part="${choice}"]`));
  }

  /** Sets how a chart is drawn, then answers from it. */
  async chart({ form, answers }, hand) {
    const tool = (what, more = "") => this.root.locator(`[data-tool="${what}"]${more}`);
    if (form) {
      await hand.select(tool("shape"), form.shape);
      for (const tick of await tool("of").all()) {
        await hand.tick(tick, form.of.includes(Number(await tick.getAttribute("value"))));
      }
      const set = { ...form, width: form.edges ? "edges" : form.width, heights: form.heights ?? "counts" };
      for (const what of ["by", "from", "width", "heights"]) {
        // Where there is one way only, there is nothing to set.
        if (await tool(what).count()) await hand.select(tool(what), String(set[what] ?? ""));
      }
    }
    for (const [id, answer] of Object.entries(answers)) {
      if (answer.value !== undefined) await hand.type(this.root.locator(`input[data-part="${id}"]`), answer.value);
      else await hand.tick(this.root.locator(`input[data-part="${id}"][value="${answer}"]`), true);
    }
  }

  /** A control of a data table. */
  bench(what, more = "") {
    return this.root.locator(`[data-bench="${what}"]${more}`);
  }

  /** Filters a column as a test of the key says: some words, a known value, or a range. */
  async filter(column, test, hand) {
    const { columns } = this.exercise.prompt;
    await hand.select(this.bench("column"), String(columns.indexOf(column)));
    if (test === true) return hand.tick(this.bench("known"), true);
    if (Array.isArray(test)) {
      for (const word of test) await hand.tick(this.bench("word", `[value="${word}"]`), true);
      return;
    }
    for (const [end, number] of Object.entries(test)) await hand.type(this.bench(end), number);
  }

  /** Recodes a column as a key says: words into groups, or numbers at some points. */
  async recode(column, groups, hand) {
    await hand.select(this.bench("column"), String(this.exercise.prompt.columns.indexOf(column)));
    if (groups.some((group) => typeof group === "string")) return hand.type(this.bench("cut"), groups.join(" "));
    for (const [word, group] of groups.entries()) await hand.select(this.bench("group", `[data-word="${word}"]`), String(group));
  }

  /** Makes the table, then answers from it. A cell is named by the positions of its words. */
  async table({ setup, answers }, hand) {
    for (const [column, test] of Object.entries(setup.where ?? {})) await this.filter(column, test, hand);
    for (const [column, groups] of Object.entries(setup.recode ?? {})) await this.recode(column, groups, hand);
    const setUp = async (wanted) => {
      for (const what of ["rows", "columns", "show", "of"]) if (wanted[what] !== undefined) await hand.select(this.bench(what), wanted[what]);
    };
    await setUp(setup);
    for (const [id, answer] of Object.entries(answers)) {
      if ("value" in answer) {
        await hand.type(this.bench("number", `[data-part="${id}"]`), answer.value);
      } else {
        const named = Object.keys(answer);
        const [rows, columns] = named.includes(setup.rows) && named.includes(setup.columns) ? [setup.rows, setup.columns] : named;
        await setUp({ rows, columns });
        const place = [rows, columns].map((column) => answer[column]?.[0] ?? 0).join(" ");
        await hand.press(this.bench("figure", `[value="${place}"]`));
        await hand.press(this.bench("take", `[value="${id}"]`));
        await setUp({ rows: "", columns: "", ...setup });
      }
    }
  }

  /** Expects a part to hold a value: a field or a list, or what was chosen from it, as a text. */
  async holds(part, value) {
    const place = this.root.locator(`:is(input, select, data)[data-part="${part}"]`);
    await expect.poll(() => place.evaluate((one) => one.value)).toBe(value);
  }

  /** Expects the controls to show this response. */
  async shows(response) {
    switch (this.exercise.kind) {
      case "choice":
        for (const option of this.exercise.prompt.options) {
          const control = this.root.getByRole(this.exercise.prompt.multiple ? "checkbox" : "radio", { name: new RegExp(`^${escaped(name(option))}`) });
          await expect(control).toBeChecked({ checked: response.includes(option.id) });
        }
        return;
      case "blanks":
        for (const [id, text] of Object.entries(response)) await this.holds(id, text);
        return;
      case "numeric": return expect(this.number).toHaveValue(this.player.language === "ru" ? response.replace(".", ",") : response);
      case "matching":
        for (const [left, right] of Object.entries(response)) await this.holds(left, right);
        return;
      case "ordering": return expect.poll(() => this.order()).toEqual(response);
      case "categorise":
        for (const [item, group] of Object.entries(response)) {
          const { items } = this.exercise.prompt;
          const row = this.root.getByRole("group", { name: new RegExp(`^${escaped(name(items.find((one) => one.id === item)))}`) });
          const { groups } = this.exercise.prompt;
          await expect(row.getByRole("radio", { name: name(groups.find((one) => one.id === group)), exact: true })).toBeChecked();
        }
        return;
      case "reflection": return expect(this.root).toContainText(spaced(response.text));
      case "scale": return expect(this.point(response)).toBeChecked();
      case "label":
        for (const [id, label] of Object.entries(response)) await this.holds(id, label);
        return;
      case "hotspot":
      case "marking":
      case "checklist":
        for (const id of response) await expect(this.box(id)).toBeChecked();
        return;
      case "likert":
        for (const statement of this.exercise.prompt.statements) await expect(this.beside(statement, response[statement.id])).toBeChecked();
        return;
      case "matrix":
        for (const row of this.exercise.prompt.rows) for (const column of response[row.id] ?? []) await expect(this.beside(row, column)).toBeChecked();
        return;
      case "stakeholders":
        for (const [power, interest] of Object.values(response)) await expect(this.root.locator(".everybody")).toContainText(new RegExp(`${power}\\D+\\d\\D+${interest}`));
        return;
      case "plan":
        for (const value of Object.values(response.fields).flat()) for (const text of typeof value === "string" ? [value] : Object.values(value)) await expect(this.root).toContainText(spaced(text));
        return;
      default: throw new Error(`the tests do not know the kind ${this.exercise.kind}`);
    }
  }
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A finger or a mouse. */
export const tap = {
  press: (control) => control.click(),
  choose: (control) => control.check(),
  tick: (control, on) => control.setChecked(on),
  type: (control, text) => control.fill(text),
  select: (control, value) => control.selectOption(value),
};

/** A keyboard and nothing else: Tab, arrows, Space, Enter, letters. */
export const keys = {
  async press(control) {
    await reach(control);
    await control.page().keyboard.press("Enter");
  },
  async choose(control) {
    await reach(control);
    if (!(await control.isChecked())) await control.page().keyboard.press("Space");
    await expect(control).toBeChecked();
  },
  async tick(control, on) {
    if ((await control.isChecked()) === on) return;
    await reach(control);
    await control.page().keyboard.press("Space");
    await expect(control).toBeChecked({ checked: on });
  },
  async type(control, text) {
    await reach(control);
    await control.page().keyboard.press("ControlOrMeta+a");
    await control.page().keyboard.type(text);
    await expect(control).toHaveValue(text);
  },
  async select(control, value) {
    await reach(control);
    for (let tries = 0; tries < 40 && (await control.inputValue()) !== value; tries += 1) await control.page().keyboard.press("ArrowDown");
    await expect(control).toHaveValue(value);
  },
};

/** Goes to a control by Tab, and by arrows among radio buttons of one group. */
export async function reach(control) {
  const { keyboard } = control.page();
  const has = (element) => element === document.activeElement;
  const inGroup = (element) => element.type === "radio" && document.activeElement?.type === "radio" && document.activeElement.name === element.name;
  for (let tries = 0; tries < 200; tries += 1) {
    if (await control.evaluate(has)) return;
    await keyboard.press((await control.evaluate(inGroup)) ? "ArrowDown" : "Tab");
  }
  throw new Error(`no key leads to ${control}`);
}
