// What a site is before any script has run.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { DIST, KINDS } from "../support/folders.js";
import { course, plain } from "../support/course.js";
import { expect, test } from "../support/test.js";

const html = (file) => readFileSync(file, "utf8");
const textOf = (page) => page.replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&amp;/g, "&").replace(/\s+/g, " ");

for (const language of ["en", "ru"]) {
  test(`title and first text stand in the page's HTML: ${language}`, async () => {
    const { outline, units } = course(DIST, "data-analysis", language);
    const page = html(path.join(DIST, course(DIST, "data-analysis", language).address, "index.html"));
    const first = units[0].pages[0];
    const paragraph = first.blocks.flatMap((block) => (Array.isArray(block.prose) ? block.prose : [])).find((node) => node.p);
    expect(page).toContain(`<html lang="${language}">`);
    expect(textOf(page)).toContain(outline.card.title[language] ?? outline.card.title);
    expect(textOf(page)).toContain(plain(first.title));
    expect(textOf(page)).toContain(plain(paragraph.p).slice(0, 60));
  });
}

test("_headers carries the policy of the pages, and keeps the player's files for ever", async () => {
  const headers = html(path.join(KINDS, "_headers"));
  const page = html(path.join(KINDS, "kinds/index.html"));
  const inPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)[1];
  const inHeader = /Content-Security-Policy: (.*)/.exec(headers)[1];
  expect(inHeader).toBe(`${inPage.replaceAll("&#39;", "'")}; frame-ancestors 'self'`);
  expect(headers).toMatch(/^\/player\/\*\n {2}Cache-Control: .*immutable/m);
  for (const name of readdirSync(path.join(KINDS, "player"))) expect(name, "has its content's hash in its name").toMatch(/-[0-9a-f]{8,}\.\w+$/);
});

test("no address in a page begins with a slash or names a host", async () => {
  for (const file of ["index.html", "kinds/index.html", "kinds/ru/index.html"]) {
    const addresses = [...html(path.join(KINDS, file)).matchAll(/(?:href|src|content)="((?:\/|https?:)[^"]*)"/g)].map((found) => found[1]);
    expect(addresses, file).toEqual([]);
  }
});

test("a site works below any path", async ({ page, kinds }) => {
  expect(new URL(kinds.url).pathname).toBe("/x/y/");
  await page.goto(kinds.url);
  await page.getByRole("link", { name: "All kinds" }).first().click();
  await expect(page).toHaveURL(`${kinds.url}kinds/#/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
