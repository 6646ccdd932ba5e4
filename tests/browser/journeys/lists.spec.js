// What a course is looked up in.
import { course } from "../support/course.js";
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
