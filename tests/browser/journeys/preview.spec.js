// An author at work: saves a file, and the page follows.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { KEREGE, KINDS_SOURCE, PLAYER, ROOT } from "../support/folders.js";
import { expect, test as base } from "../support/test.js";

/** A copy of the course as its author has it, and the preview of it. */
const test = base.extend({
  draft: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "kerege-draft-"));
    cpSync(KINDS_SOURCE, folder, { recursive: true });
    const [program, ...words] = KEREGE;
    const preview = spawn(program, [...words, "preview", folder, "--player", PLAYER, "--port", "0"], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const url = await new Promise((done, failed) => {
      const listen = (bytes) => {
        said += bytes;
        const found = /Preview\s+(http:\S+)/.exec(said);
        if (found) done(found[1]);
      };
      preview.stdout.on("data", listen);
      preview.stderr.on("data", listen);
      preview.on("exit", () => failed(new Error(`the preview ended: ${said}`)));
    });
    const edit = (name, change) => {
      const file = path.join(folder, name);
      writeFileSync(file, change(readFileSync(file, "utf8")));
    };
    await use({ url, edit, said: () => said });
    preview.kill();
    rmSync(folder, { recursive: true });
  },
});

test("a saved change is in the page at once, and the page keeps its place", async ({ page, draft }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  await page.goto(`${draft.url}kinds/#/u/practice/choosing`);
  await expect(page.getByRole("heading", { level: 1, name: "Choosing" })).toBeVisible();
  await page.getByText("There are more pear trees than apple trees.").scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(0);
  draft.edit("1-practice.md", (text) => text.replace("There are more pear trees than apple trees.", "Pear trees outnumber apple trees."));
  await expect(page.getByText("Pear trees outnumber apple trees.")).toBeVisible();
  await expect(page).toHaveURL(/#\/u\/practice\/choosing$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 60);
});

test("a broken change shows what is wrong, in the page and in the terminal, and keeps the last good page", async ({ page, draft }) => {
  await page.goto(`${draft.url}kinds/#/u/practice/number`);
  await expect(page.getByRole("heading", { level: 1, name: "A number" })).toBeVisible();
  draft.edit("1-practice.md", (text) => text.replace("value: 80", "value: eighty"));
  const problem = page.getByRole("alert").filter({ hasText: "1-practice.md" });
  await expect(problem).toBeVisible();
  await expect(problem).toContainText("value: eighty");
  await expect.poll(draft.said).toMatch(/1-practice\.md:\d+:\d+: .*[\s\S]*value: eighty/);
  await expect(page.getByRole("heading", { level: 1, name: "A number" })).toBeVisible();
  draft.edit("1-practice.md", (text) => text.replace("value: eighty", "value: 81"));
  await expect(problem).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "A number" })).toBeVisible();
});
