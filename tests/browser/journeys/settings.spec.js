// The settings: what is set is seen at once, in every course, and after the page was closed; what was done leaves as a file,
// and a file is taken in again.
import { readFileSync } from "node:fs";
import { course, exercise, rightAnswer } from "../support/course.js";
import { KINDS } from "../support/folders.js";
import { Player, reach } from "../support/player.js";
import { expect, test } from "../support/test.js";

/** What a button saves as a file. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

const look = (page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return { size: Number.parseFloat(style.fontSize), paper: style.backgroundColor, ink: style.color, scheme: getComputedStyle(document.documentElement).colorScheme };
  });

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });
    const module = () => course(KINDS, "kinds", language);
    const at = (kinds, hash) => `${kinds.url}${module().address}${hash}`;

    test("size, colours and motion are as they were set, on every page of the site and after a reload", async ({ page, player, kinds }) => {
      const choose = (english) => page.getByRole("radio", { name: player.t(english), exact: true }).check();
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(at(kinds, "#/settings"));
      await expect(player.title).toHaveText(player.t("Settings"));
      const before = await look(page);

      await choose("Very large");
      expect((await look(page)).size).toBeGreaterThan(before.size * 1.3);
      await choose("Small");
      expect((await look(page)).size).toBeLessThan(before.size);
      await choose("Large");
      await choose("Dark");
      const dark = await look(page);
      expect(dark).toMatchObject({ scheme: "dark" });
      expect([dark.paper, dark.ink]).not.toEqual([before.paper, before.ink]);
      await choose("High contrast");
      expect(await look(page)).toMatchObject({ paper: "rgb(255, 255, 255)", ink: "rgb(0, 0, 0)" });
      await choose("Dark");
      await page.getByRole("checkbox", { name: player.t("Nothing moves by itself") }).check();

      for (const address of [at(kinds, "#/settings"), at(kinds, "#/u/practice/gaps"), kinds.url]) {
        await page.goto("about:blank");
        await page.goto(address);
        await expect(player.title).toBeVisible();
        await expect(page.locator("html")).toHaveClass(/(?=.*\btheme-dark\b)(?=.*\bsize-large\b)(?=.*\bstill\b)/);
        expect(await look(page)).toEqual({ ...dark, size: (await look(page)).size });
      }
      await page.goto(at(kinds, "#/settings"));
      await expect(page.getByRole("radio", { name: player.t("Large"), exact: true })).toBeChecked();
      await expect(page.getByRole("radio", { name: player.t("Dark"), exact: true })).toBeChecked();
    });

    test("what was done leaves as a file, with the answers and nothing that names the learner", async ({ page, player, kinds }) => {
      const one = exercise(module(), "one");
      await page.goto(at(kinds, "#/u/practice/choosing"));
      await player.card(one).answer(rightAnswer(one));
      await expect(player.card(one).panel).toContainText(player.t.part("That holds: {points}"));
      await player.go("#/settings");
      const file = await saved(page, player.button("Save as a file"));
      expect(file.name).toBe(`progress-${module().outline.id}.json`);
      const { stored, ...head } = JSON.parse(readFileSync(file.path, "utf8"));
      expect(head).toEqual({ kerege: 1, type: "export", module: module().outline.id });
      const records = stored.flatMap((text) => JSON.parse(text).records);
      expect(records.map((record) => record.answered?.answer).filter(Boolean)).toEqual([["one", 1, { choice: rightAnswer(one) }, 1, 1]]);
    });

    test("a file that was saved is taken in by another browser, beside what was done there, and stays @phone", async ({ page, browser, player, kinds }) => {
      const { t } = player;
      const [one, several] = ["one", "several"].map((id) => exercise(module(), id));
      await page.goto(at(kinds, "#/u/practice/choosing"));
      await player.card(one).answer(rightAnswer(one));
      await expect(player.card(one).panel).toContainText(t.part("That holds: {points}"));
      await player.go("#/settings");
      const file = await saved(page, player.button("Save as a file"));

      const another = await browser.newContext({ locale: language === "en" ? "en-GB" : "ru-RU" });
      const there = new Player(await another.newPage(), language);
      await there.page.goto(at(kinds, "#/u/practice/choosing"));
      await there.card(several).answer(rightAnswer(several));
      await expect(there.card(several).panel).toContainText(t.part("That holds: {points}"));
      const tab = new Player(await another.newPage(), language);
      await tab.page.goto(at(kinds, "#/u/practice/choosing"));
      await expect(tab.card(several).panel).toContainText(t.part("That holds: {points}"));
      await there.go("#/settings");
      const take = there.page.getByLabel(t("Take in a saved file"));
      await take.setInputFiles(file.path);
      await expect(there.page.getByRole("status").filter({ hasText: t("What the file holds is here now, beside what you have done on this device.") })).toBeVisible();
      // The other tab hears of it as of any other answer.
      await expect(tab.card(one).panel).toContainText(t.part("That holds: {points}"));
      await take.setInputFiles(file.path);
      await expect(there.page.getByRole("status").filter({ hasText: t("Everything in this file is here already.") })).toBeVisible();
      await there.page.getByRole("main").getByRole("link", { name: t("Continue the course") }).click();
      for (const again of [false, true]) {
        if (again) await there.page.reload();
        for (const both of [one, several]) await expect(there.card(both).panel).toContainText(t.part("That holds: {points}"));
      }
      await another.close();
    });

    test("what a file cannot bring is said in words, and nothing is changed by it", async ({ page, player, kinds }) => {
      const { t } = player;
      const envelope = (module, version) => JSON.stringify({ kerege: version, type: "progress", module, writer: "w", seq: 1, records: [{ n: 1, at: 5, shown: "one" }] });
      const file = (module, version, stored) => JSON.stringify({ kerege: version, type: "export", module, stored });
      const { id } = module().outline;
      await page.goto(at(kinds, "#/settings"));
      const take = page.getByLabel(t("Take in a saved file"));
      for (const [text, words] of [
        ["no file of ours", "This file holds nothing that the course can read. Choose the one that was saved here or in another browser: its name begins with “progress”."],
        [file("another0id", 1, [envelope("another0id", 1)]), "This file belongs to another course. Open that course, and take the file in there."],
        [file(id, 2, []), "A newer version of this player made this file. Load the page again, then try once more."],
      ]) {
        await take.setInputFiles({ name: "progress.json", mimeType: "application/json", buffer: Buffer.from(text) });
        await expect(page.getByRole("status").filter({ hasText: t(words) })).toBeVisible();
        expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("kerege/progress/") && /\/in-/.test(key)))).toEqual([]);
      }
      await take.setInputFiles({ name: "progress.json", mimeType: "application/json", buffer: Buffer.from(file(id, 1, [envelope(id, 1), envelope(id, 7)])) });
      await expect(page.getByRole("status").filter({ hasText: t("A part of the file could not be read and was left out. The rest is here now.") })).toBeVisible();
    });
  });
}

test("what was erased comes back from the file at once, in the tab that has erased it", async ({ page, player, kinds }) => {
  const one = exercise(course(KINDS, "kinds"), "one");
  await page.goto(`${kinds.url}kinds/#/u/practice/choosing`);
  await player.card(one).answer(rightAnswer(one));
  await expect(player.card(one).panel).toContainText("That holds");
  await player.go("#/settings");
  const file = await saved(page, player.button("Save as a file"));
  await player.erase();
  await player.go("#/u/practice/choosing");
  await expect(player.card(one).panel).toBeEmpty();
  await player.go("#/settings");
  await page.getByLabel("Take in a saved file").setInputFiles(file.path);
  await expect(page.getByText("What the file holds is here now")).toBeVisible();
  await player.go("#/u/practice/choosing");
  await expect(player.card(one).panel).toContainText("That holds");
  await page.reload();
  await expect(player.card(one).panel).toContainText("That holds");
});

test("where nothing can be kept, a file is taken in for as long as the page is open, and that is said", async ({ page, browser, player, kinds }) => {
  const one = exercise(course(KINDS, "kinds"), "one");
  const kept = await browser.newPage();
  await kept.goto(`${kinds.url}kinds/#/u/practice/choosing`);
  const before = new Player(kept, "en");
  await before.card(one).answer(rightAnswer(one));
  await expect(before.card(one).panel).toContainText("That holds");
  await before.go("#/settings");
  const file = await saved(kept, before.button("Save as a file"));

  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("There is no room left.", "QuotaExceededError");
    };
  });
  await page.goto(`${kinds.url}kinds/#/settings`);
  await page.getByLabel("Take in a saved file").setInputFiles(file.path);
  await expect(page.getByText("What the file holds is here now")).toBeVisible();
  await expect(page.getByText("There is no room left on this device: what you do now is not saved.")).toBeVisible();
  await player.go("#/u/practice/choosing");
  await expect(player.card(one).panel).toContainText("That holds");
  await kept.close();
});

test("a file is chosen by key alone", async ({ page, player, kinds }) => {
  await page.goto(`${kinds.url}kinds/#/settings`);
  await expect(player.title).toHaveText("Settings");
  await reach(page.getByLabel("Take in a saved file"));
  const outline = await page.getByText("Take in a saved file").evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(outline, "it is seen where the focus is").toBe("solid");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  expect(chooser.isMultiple()).toBe(false);
});

test("another language is spoken from then on, in the course and by the site", async ({ page, player, kinds }) => {
  await page.goto(`${kinds.url}kinds/#/settings`);
  await page.getByRole("radio", { name: "Русский", exact: true }).check();
  const { t } = player.in("ru");
  await expect(player.title).toHaveText(t("Settings"));
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.goto(kinds.url);
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.goto(`${kinds.url}kinds/#/u/practice/gaps`);
  await expect(player.title).toHaveText("Пропуски");
});
