// A small module that carries its units in the outline itself, as somebody may write it by hand.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { course, exercise, rightAnswer } from "../support/course.js";
import { KINDS } from "../support/folders.js";
import { expect, test } from "../support/test.js";

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });

    test("its units need no files: read, answered, and there after a reload and in the other language", async ({ page, player, broken, trouble }) => {
      // The page still asks beforehand for the file that its build knew.
      trouble.allow(/Failed to load resource/);
      const site = await broken((folder) => {
        const outline = path.join(folder, "kinds/module.json");
        const module = JSON.parse(readFileSync(outline, "utf8"));
        for (const unit of module.units) {
          const files = Object.entries(unit.files).map(([tag, file]) => [tag, path.join(folder, "kinds", file.path)]);
          unit.inline = Object.fromEntries(files.map(([tag, file]) => [tag, JSON.parse(readFileSync(file, "utf8"))]));
          delete unit.files;
          files.forEach(([, file]) => rmSync(file));
        }
        writeFileSync(outline, JSON.stringify(module));
      });
      const one = exercise(course(KINDS, "kinds", language), "one");
      await page.goto(`${site.url}kinds/${language === "en" ? "" : "ru/"}#/u/practice/choosing`);
      await player.card(one).answer(rightAnswer(one));
      await expect(player.card(one).panel).toContainText(player.t.part("That holds: {points}"));
      await page.reload();
      await expect(player.card(one).panel).toContainText(player.t.part("That holds: {points}"));
      await player.go("#/u/test/the-test");
      await expect(player.title).toHaveText(language === "en" ? "The test" : "Итоговая проверка");
      await page.getByRole("button", { name: language === "en" ? "Русский" : "English" }).click();
      await expect(player.title).toHaveText(language === "en" ? "Итоговая проверка" : "The test");
    });
  });
}
