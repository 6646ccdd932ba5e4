// Each course from the first page to its certificate, from the answer key; and guessing does not lead there.
// Data Analysis has its whole way in main.spec.js, and guessing in random.spec.js.
import { NOTED, course, exercise, exercisesOn, fullPoints, isAssessed, pagesOf, plain, randomAnswer, rightAnswer, seeded } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { expect, test } from "../support/test.js";

test.describe.configure({ timeout: 600_000 });

const open = (page, site, module, at) => page.goto(`${site.url}${module.address}#/u/${at.unit.id}/${at.page.id}`);
const assessed = ({ unit, page }) => exercisesOn(unit, page, "full").some(isAssessed);

/** Answers what was drawn on a page of an assessment. All pages of a unit are handed in together. */
async function answerDrawn(player, module, answer) {
  await player.eachShown(async (id) => {
    const one = exercise(module, id);
    if (isAssessed(one)) await player.card(one).enter(answer(one));
  });
}

async function handIn(player) {
  await player.handIn();
  await expect(player.assessment).toContainText(player.t("Handed in"));
}

for (const slug of ["knowledge-into-action", "support-basics"]) {
  for (const language of ["en", "ru"]) {
    test.describe(`${slug} (${language})`, () => {
      test.use({ language, locale: language === "ru" ? "ru-RU" : "en-GB" });

      test("every page and every answer, to a certificate with distinction", async ({ page, player, site }) => {
        const module = course(DIST, slug, language);
        const way = pagesOf(module, "full");
        const isLast = (at) => way.filter((one) => one.unit === at.unit && assessed(one)).at(-1) === at;
        for (const at of way) {
          await open(page, site, module, at);
          await expect(player.title).toHaveText(plain(at.page.title));
          for (const one of exercisesOn(at.unit, at.page, "full").filter((one) => !isAssessed(one))) {
            const card = player.card(one);
            await card.answer(rightAnswer(one));
            await expect(card.panel, one.id).toContainText(NOTED.includes(one.kind) || one.points === 0 ? player.t("Noted.") : player.t.part("That holds: {points}"));
          }
          if (assessed(at)) await answerDrawn(player, module, rightAnswer);
          if (isLast(at)) {
            await handIn(player);
            const full = fullPoints(module, "full", at.unit.id);
            await expect(player.assessment).toContainText(new RegExp(`${full}\\D+${full}`));
          }
        }
        await player.go("#/certificate");
        await expect(player.name).toBeVisible();
        const award = module.outline.tracks.find((one) => one.id === "full").awards.at(-1);
        await player.name.fill("Әсел Нұрланқызы Ёлкина");
        const paper = page.getByRole("img", { name: `${player.t("Certificate")}: Әсел Нұрланқызы Ёлкина` });
        await expect(paper).toBeVisible();
        await expect(page.getByText(award.title[language]).first()).toBeAttached();
      });
    });
  }

  test(`${slug}: answers at random do not pass the final assessment`, async ({ page, player, site }) => {
    const module = course(DIST, slug);
    const random = seeded(7);
    const at = pagesOf(module, "full").find((one) => one.unit.id === "final" && assessed(one));
    await open(page, site, module, at);
    for (let attempt = 1; attempt <= at.unit.attempts; attempt += 1) {
      await answerDrawn(player, module, (one) => randomAnswer(one, random));
      await handIn(player);
      if (attempt < at.unit.attempts) await player.assessment.getByRole("button", { name: player.t("Answer again") }).click();
    }
    const best = Number(/(\d+)/.exec(await player.assessment.locator(".points").innerText())[1]);
    expect(best).toBeLessThan(0.7 * fullPoints(module, "full", "final"));
    await player.go("#/certificate");
    await expect(player.title).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
  });
}
