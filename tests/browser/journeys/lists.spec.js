// What a course is looked up in, and what leads from one place of it to another.
import { course, plain } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { expect, test } from "../support/test.js";

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });

    test("the glossary stands in the alphabet of its language", async ({ page, player, site }) => {
      const module = course(DIST, "data-analysis", language);
      await page.goto(`${site.url}${module.address}#/glossary`);
      await expect(player.title).toHaveText(player.t("Glossary"));
      const terms = await page.getByRole("term").allTextContents();
      expect(terms.length).toBeGreaterThan(40);
      expect(terms).toEqual([...terms].sort(new Intl.Collator(language).compare));
    });
  });
}

test("a link in a text leads to a page of another unit, and Back leads to the text again", async ({ page, player, site }) => {
  const { address, units } = course(DIST, "data-analysis");
  await page.goto(`${site.url}${address}#/u/after/after-test`);
  const target = units.find((unit) => unit.id === "outset").pages.find((one) => one.id === "before-test");
  await page.getByRole("article").getByRole("link", { name: plain(target.title) }).click();
  await expect(page).toHaveURL(/#\/u\/outset\/before-test$/);
  await expect(player.title).toHaveText(plain(target.title));
  await expect(player.title).toBeFocused();
  await page.goBack();
  await expect(player.title).not.toHaveText(plain(target.title));
  await expect(page).toHaveURL(/#\/u\/after\/after-test$/);
});
