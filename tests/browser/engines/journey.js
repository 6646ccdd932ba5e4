// The main journey in short, in another engine: open, answer, load again, resume, finish, certificate.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import setUp from "../support/build.js";
import { course, exercise, exercisesOn, isAssessed, pagesOf, plain, rightAnswer } from "../support/course.js";
import { KINDS } from "../support/folders.js";
import { serve } from "../support/server.js";

const NAME = "Әсел Нұрланқызы";
const PATIENCE = 20_000;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until something in the page is as expected; says what it was where it is not. */
async function until(browser, what, look, ...words) {
  for (const end = Date.now() + PATIENCE; ; await pause(50)) {
    const seen = await browser.run(look, ...words).catch((problem) => problem.message);
    if (seen === true) return;
    assert.ok(Date.now() < end, `${what}: ${seen}`);
  }
}

const heading = (text) => document.querySelector("h1")?.textContent === text || `the heading is “${document.querySelector("h1")?.textContent}”`;
const says = (id, words) => document.querySelector(`#x-${id} .panel`)?.textContent.includes(words) || `it says “${document.querySelector(`#x-${id} .panel`)?.textContent}”`;
/** An element where it can be touched: of a box or radio button its label, free of what sticks to the edges. */
const reachable = (selector, text) => {
  const found = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility() && (!text || one.textContent.trim() === text));
  const target = (found && ["radio", "checkbox"].includes(found.type) && found.closest("label")) || found;
  target?.scrollIntoView({ block: "center", behavior: "instant" });
  return target ?? null;
};

/** A person in front of this browser. */
function person(browser) {
  const find = async (selector, text) => {
    await until(browser, `${selector} ${text ?? ""}`, (selector, text) => [...document.querySelectorAll(selector)].some((one) => one.checkVisibility() && (!text || one.textContent.trim() === text)), selector, text ?? "");
    return browser.find(reachable, selector, text ?? "");
  };
  const press = async (selector, text) => browser.click(await find(selector, text));
  const part = (id, name) => `#x-${id} [data-part="${name}"]`;
  const enter = {
    choice: async ({ id }, right) => {
      for (const one of right) await press(`${part(id, "")}[value="${one}"]`);
    },
    blanks: async ({ id, prompt }, right) => {
      for (const [gap, text] of Object.entries(right)) {
        const control = await find(part(id, gap));
        await (prompt.blanks.find((one) => one.id === gap).options ? browser.select(control, text) : browser.type(control, text));
      }
    },
    numeric: async ({ id }, right) => browser.type(await find(part(id, "")), right),
    matching: async ({ id }, right) => {
      for (const [left, partner] of Object.entries(right)) await browser.select(await find(part(id, left)), partner);
    },
    ordering: async ({ id }, right) => {
      const order = () => browser.run((id) => [...document.querySelectorAll(`#x-${id} [data-do=up]`)].map((button) => button.dataset.part), id);
      for (const [to, item] of right.entries()) {
        while ((await order()).indexOf(item) > to) await press(`#x-${id} [data-do=up][data-part="${item}"]`);
      }
    },
    categorise: async ({ id }, right) => {
      for (const [item, group] of Object.entries(right)) await press(`${part(id, item)}[value="${group}"]`);
    },
    reflection: async ({ id }, right) => browser.type(await find(`#x-${id} textarea`), right.text),
    scale: async ({ id }, right) => press(`${part(id, "")}[value="${right}"]`),
  };
  return { find, press, enter: (one) => enter[one.kind](one, rightAnswer(one)) };
}

async function journey(browser, site) {
  const module = course(KINDS, "kinds");
  const { find, press, enter } = person(browser);
  const way = pagesOf(module, "whole");
  await browser.open(`${site.url}kinds/`);
  for (const [at, { unit, page }] of way.entries()) {
    await until(browser, "a page", heading, plain(page.title));
    for (const one of exercisesOn(unit, page, "whole").filter((one) => !isAssessed(one))) {
      await enter(one);
      await press(`#x-${one.id} [data-do=check]`);
      await until(browser, one.id, says, one.id, ["scale", "reflection"].includes(one.kind) ? "Noted." : "That holds");
    }
    if (at === 3) {
      await browser.reload();
      await until(browser, "after loading again", heading, plain(page.title));
      await until(browser, "after loading again", says, exercisesOn(unit, page, "whole")[0].id, "That holds");
      await browser.open(`${site.url}kinds/`);
      await until(browser, "resumed", heading, plain(page.title));
    }
    if (exercisesOn(unit, page, "whole").some(isAssessed)) {
      const drawn = await browser.run(() => [...document.querySelectorAll("section.exercise")].map((one) => one.id.slice(2)));
      assert.equal(drawn.length, 7);
      for (const id of drawn) await enter(exercise(module, id));
      await press(".assessment [data-act=open]", "Hand in");
      await press("#hand-in [data-act=hand-in]");
      await until(browser, "handed in", () => /14\D+14/.test(document.querySelector(".assessment .points")?.textContent) || document.querySelector(".assessment")?.textContent);
    }
    await press(".foot a", "Continue");
    if (way[at + 1]?.unit !== unit) {
      await until(browser, "a result", heading, "What you did in this unit");
      await press(".foot a", at + 1 < way.length ? "Next unit" : "To the certificate");
    }
  }
  await until(browser, "the certificate", heading, "Certificate");
  await browser.type(await find("#name"), NAME);
  await until(browser, "the sheet", (name) => [...document.querySelectorAll("svg[role=img]")].some((sheet) => sheet.getAttribute("aria-label") === `Certificate: ${name}` && sheet.textContent.includes(name)) || document.querySelector("main").textContent, NAME);
}

/** Runs the journey in an engine. It may be left out only where the engine is not there and nobody relies on it. */
export function inEngine({ name, binary, start }) {
  const skip = !existsSync(binary) && !process.env.CI && `${name} is not installed (${binary}); cargo xtask tools --browsers installs it`;
  test(`the whole way to the certificate in ${name}`, { skip, timeout: 180_000 }, async (t) => {
    setUp();
    const site = await serve(KINDS, { base: "/x/y/" });
    t.after(site.stop);
    const browser = await start();
    t.after(browser.stop);
    await journey(browser, site);
  });
}
