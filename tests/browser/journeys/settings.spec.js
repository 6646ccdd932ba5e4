// The settings: what is set is seen at once, in every course, and after the page was closed; what was done leaves as a file.
import { readFileSync } from "node:fs";
import { course, exercise, rightAnswer } from "../support/course.js";
import { KINDS } from "../support/folders.js";
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
  });
}

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
