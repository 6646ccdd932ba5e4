// Guessing does not lead to a certificate.
import { course, exercise, isAssessed, exercisesOn, pagesOf, plain, randomAnswer, seeded } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { expect, test } from "../support/test.js";

test.describe.configure({ timeout: 120_000 });

for (const seed of [1, 2026]) {
  test(`answers at random in all attempts do not reach the certificate, and what is missing is said (seed ${seed})`, async ({ page, player, site }) => {
    const { t } = player;
    const module = course(DIST, "data-analysis");
    const random = seeded(seed);
    const way = pagesOf(module, "full");
    const { unit, page: here } = way.find(({ unit, page }) => unit.id === "final" && exercisesOn(unit, page, "full").some(isAssessed));
    await page.goto(`${site.url}data-analysis/#/u/${unit.id}/${here.id}`);
    await expect(player.title).toHaveText(plain(here.title));
    const papers = [];
    for (let attempt = 1; attempt <= unit.attempts; attempt += 1) {
      await expect(player.assessment).toContainText(t("{n} of {all} answered").replace("{n}", 0).replace("{all}", 15));
      const drawn = await player.shown();
      expect(drawn).toHaveLength(10);
      papers.push(drawn.join(" "));
      for (const id of drawn) await player.card(exercise(module, id)).enter(randomAnswer(exercise(module, id), random));
      await player.handIn();
      await expect(player.assessment).toContainText(t("Handed in"));
      if (attempt < unit.attempts) await player.assessment.getByRole("button", { name: t("Answer again") }).click();
    }
    expect(new Set(papers).size, "each attempt draws anew").toBeGreaterThan(1);
    await expect(player.button("Answer again")).toHaveCount(0);

    const best = Number(/(\d+)/.exec(await player.assessment.locator(".points").innerText())[1]);
    expect(best).toBeLessThan(35);
    await player.go("#/certificate");
    await expect(player.title).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    const missing = page.getByRole("main").getByRole("listitem");
    await expect(missing.filter({ hasText: t.part("Open {n} more page", "Open {n} more pages") })).toContainText(String(way.length - 1));
    await expect(missing.filter({ hasText: t.part("Earn {n} more point in the assessment", "Earn {n} more points in the assessment") })).toContainText(t("No attempt is left."));
    const answers = await player.records(module.outline.id);
    expect(answers.filter((record) => record["handed-in"])).toHaveLength(unit.attempts);
    expect(answers.filter((record) => record.certified)).toEqual([]);
  });
}
