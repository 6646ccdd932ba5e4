// Every exercise of the gallery, whatever its kind: it waits for an answer, gives its hints, says what came of it, and keeps
// all of it over a reload and in the other language; on each page everything can be read, and has room for a finger.
import AxeBuilder from "@axe-core/playwright";
import { NOTED, course, exercise, exercisesOn, isAssessed, plain, rightAnswer } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { tooSmall, tooWide } from "../support/room.js";
import { expect, test } from "../support/test.js";

test.describe.configure({ timeout: 300_000 });

const UNITS = ["choosing", "placing", "writing", "data", "talking", "planning"];

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language });
    const gallery = () => course(DIST, "gallery", language);
    const pages = (unit) => gallery().units.find(({ id }) => id === unit).pages;
    const place = (site, there, unit, page) => `${site.url}${course(DIST, "gallery", there).address}#/u/${unit}/${page.id}`;
    const practised = (unit, page) => exercisesOn(gallery().units.find(({ id }) => id === unit), page, "all").filter((one) => !isAssessed(one));
    const outcome = (t, one) => t.part(NOTED.includes(one.kind) ? "Noted." : "That holds: {points}");

    for (const unit of UNITS) {
      test(`${unit}: each exercise waits, hints, and keeps its answer over a reload and in the other language`, async ({ page, player, site }) => {
        for (const here of pages(unit)) {
          await page.goto(place(site, language, unit, here));
          await expect(player.title).toHaveText(plain(here.title));
          await player.eachShown(async (id) => {
            const one = exercise(gallery(), id);
            // A section of a plan is answered where the plan stands whole.
            if (!one) return;
            const card = player.card(one);
            if (one.kind !== "ordering") {
              await card.check.click();
              await expect(card.root.locator(".panel.wait")).not.toBeEmpty();
            }
            for (const hint of one.hints ?? []) {
              await card.button("Hint ({n})", "Hint ({n} more)").click();
              await expect(card.root.getByText(plain(hint))).toBeVisible();
            }
            await card.answer(rightAnswer(one));
            await expect(card.panel).toContainText(outcome(player.t, one));
          });
        }
        await page.reload();
        for (const there of [language, language === "en" ? "ru" : "en"]) {
          const { t } = player.in(there);
          for (const here of pages(unit)) {
            await page.goto(place(site, there, unit, here));
            await expect(player.title).toBeVisible();
            for (const one of practised(unit, here)) await expect(player.in(there).card(one).panel).toContainText(outcome(t, one));
          }
        }
      });
    }

    test.describe("looked at", () => {
      // axe puts its own script into the page, which the policy refuses.
      test.use({ bypassCSP: true });

      // Of the two schemes and the two states each language has one pair, and the other language the other.
      const [before, after] = language === "en" ? ["light", "dark"] : ["dark", "light"];
      for (const unit of UNITS) {
        test(`${unit}: axe finds nothing, everything has room on a phone, ${before} and then answered, ${after}`, async ({ page, player, site }) => {
          const found = [];
          for (const here of pages(unit)) {
            const look = async (colorScheme) => {
              // So high that nothing lies under what sticks to the edges of the screen.
              await page.setViewportSize({ width: 1280, height: 9000 });
              await page.emulateMedia({ colorScheme });
              const { violations } = await new AxeBuilder({ page }).include("main").analyze();
              found.push(...violations.flatMap((one) => one.nodes.map((node) => `${here.id}: ${one.id} ${node.target} ${node.failureSummary}`)));
              await page.setViewportSize({ width: 360, height: 740 });
              const wide = await tooWide(page);
              found.push(...(await tooSmall(page)).map((words) => `${here.id}: ${words}`), ...(wide > 0 ? [`${here.id}: ${wide} px too wide`] : []));
            };
            await page.goto(place(site, language, unit, here));
            await expect(player.title).toHaveText(plain(here.title));
            for (const one of practised(unit, here).slice(0, 1)) await expect(player.card(one).check).toBeVisible();
            await look(before);
            await player.eachShown(async (id) => {
              const one = exercise(gallery(), id);
              if (one) await player.card(one).answer(rightAnswer(one));
            });
            for (const one of practised(unit, here)) await expect(player.card(one).panel).not.toBeEmpty();
            await look(after);
          }
          expect(found).toEqual([]);
        });
      }
    });
  });
}
