// Large exercises: what matters is there in the next frame, and the rest of it comes after, whole and in order.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "../support/build.js";
import { serve } from "../support/server.js";
import { expect, test as base } from "../support/test.js";

const SENTENCES = 300;
const CASES = 900;

const OUTLINE = `kerege: 1
id: w1arge0002
slug: large
edition: { number: 1, date: 2026-11-24 }
source: en
languages: [en]
organiser: { name: Kerege, url: "https://example.org" }
title: Large exercises
summary: Neutral content.
objectives: [{ id: count, text: Count }]
tracks:
  - id: full
    title: All of it
    minutes: 60
    rule: { pages: { percent: 100 } }
    awards: [{ id: completed, title: Completed }]
units: [1.md]
resources:
  data: [{ id: stones, file: data/stones.csv, title: Stones (made up) }]
`;

/** One turn of all sentences, as a field note has it; every second one carries a code. */
function unit() {
  const sentences = Array.from({ length: SENTENCES }, (_, at) => `      - { id: s${at}, text: Stone number ${at} lies here.${at % 2 === 0 ? `, codes: [c${at % 3}], why: Reason ${at}` : ""} }`);
  const codes = [0, 1, 2].map((code) => `  - { id: c${code}, name: Code ${code}, text: What belongs here }`);
  const coding = ["```coding", "id: coding", "prompt: What is said?", "objectives: [count]", "codes:", ...codes, "turns:", "  - speaker: Somebody", "    sentences:", ...sentences, "```"];
  const table = ["```table", "id: table", "prompt: What do the stones say?", "objectives: [count]", "data: stones", "ask: [{ id: most, text: How heavy is the heaviest?, value: 899 }]", "```"];
  return `---\nid: large\ntitle: Large\nminutes: 60\n---\n\n# Coding {#coding}\n\n${coding.join("\n")}\n\n# Table {#table}\n\n${table.join("\n")}\n`;
}

const test = base.extend({
  large: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "kerege-large-"));
      const source = path.join(folder, "source");
      mkdirSync(path.join(source, "data"), { recursive: true });
      const rows = Array.from({ length: CASES }, (_, at) => `${["red", "grey", "white"][at % 3]},${at}`);
      writeFileSync(path.join(source, "module.yaml"), OUTLINE);
      writeFileSync(path.join(source, "1.md"), unit());
      writeFileSync(path.join(source, "data/stones.csv"), `${["Colour,Weight", ...rows].join("\n")}\n`);
      const site = await serve(build(source, path.join(folder, "site")));
      await use(site);
      await site.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
});

test("a long coding is compared at once, and all of its sentences follow in their order", async ({ page, player, large }) => {
  const { t } = player;
  const card = page.locator("#x-coding");
  const compared = card.locator(".compared .sentence");
  await page.goto(`${large.url}large/#/u/large/coding`);
  for (const at of [0, 1]) await card.getByRole("option").nth(at).click();
  await card.locator("button[data-code=c0]").click();
  const check = card.getByRole("button", { name: t("Compare with the expert") });
  // Right after the click nothing but a part of the sentences is there; the verdict is.
  const first = await check.evaluate((button) => {
    button.click();
    const card = button.closest(".exercise");
    return { verdict: card.querySelector(".panel").textContent, sentences: card.querySelectorAll(".compared .sentence").length };
  });
  expect(first.verdict).toMatch(t.part("Not quite: {points}"));
  expect(first.sentences).toBeLessThan(SENTENCES / 2);
  await expect(card.locator(".panel")).toBeFocused();
  await expect(compared).toHaveCount(SENTENCES);
  expect(await compared.allTextContents()).toEqual(Array.from({ length: SENTENCES }, (_, at) => `Stone number ${at} lies here.`));
  const chips = (at) => card.locator(".compared .differs", { has: page.getByText(`Stone number ${at} lies here.`, { exact: true }) });
  await expect(chips(0)).toContainText(t("you and the expert"));
  await expect(chips(1)).toContainText(t("only you"));
  await expect(chips(298)).toContainText(t("only the expert"));
  await expect(chips(298)).toContainText("Reason 298");

  // Whoever goes back while it is still being drawn finds the transcript as it was.
  await page.reload();
  await expect(card.locator(".panel")).toContainText(t.part("Not quite: {points}"));
  await card.getByRole("button", { name: t("Try again") }).evaluate((button) => button.click());
  await expect(card.getByRole("option")).toHaveCount(SENTENCES);
  await expect(card.locator(".compared")).toHaveCount(0);
  await expect(card.getByRole("option").first()).toContainText("Code 0");
});

test("many cases are counted at once, and those that can be seen follow, where they are open", async ({ page, player, large }) => {
  const { t } = player;
  const card = page.locator("#x-table");
  const rows = card.locator(".grid tbody tr");
  await page.goto(`${large.url}large/#/u/large/table`);
  await expect(card.locator(".count-cases")).toHaveText("900 of 900 cases");
  await expect(rows).toHaveCount(0);
  const red = card.locator("[data-bench=word]").first();
  const counted = () => red.evaluate((box) => {
    box.click();
    const card = box.closest(".exercise");
    return [card.querySelector(".count-cases").textContent, card.querySelectorAll(".grid tr").length];
  });
  expect(await counted()).toEqual(["300 of 900 cases", 0]);
  await card.locator("details.data > summary").click();
  await expect(rows).toHaveCount(20);
  await expect(rows.nth(1)).toContainText("3");
  expect(await counted()).toEqual(["900 of 900 cases", 21]);
  await expect(rows.nth(1)).toContainText("grey");
  await card.getByRole("combobox", { name: t("Look at a column") }).selectOption({ label: "Weight" });
  await card.getByRole("combobox", { name: t("Sort the cases") }).selectOption("down");
  await expect(rows.first()).toContainText("899");
  await expect(card.locator(".grid")).not.toHaveAttribute("aria-busy");
});
