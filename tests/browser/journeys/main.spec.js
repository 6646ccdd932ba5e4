// A learner's whole way through the real course, from the catalogue to a printed certificate.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { NOTED, course, exercise, exercisesOn, fullPoints, isAssessed, pagesOf, plain, rightAnswer } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { expect, test } from "../support/test.js";
import { Player } from "../support/player.js";

const SLUG = "data-analysis";
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const NAME = "Әсел Нұрланқызы Ёлкина";

test.describe.configure({ timeout: 180_000 });

/** Answers every practice exercise of a page rightly. */
async function practise(player, unit, page, track) {
  for (const one of exercisesOn(unit, page, track).filter((one) => !isAssessed(one))) {
    const card = player.card(one);
    await card.answer(rightAnswer(one));
    await expect(card.panel, one.id).toContainText(NOTED.includes(one.kind) ? player.t("Noted.") : player.t.part("That holds: {points}"));
  }
}

/** Answers the drawn exercises of a page of an assessment rightly. */
async function sit(player, module) {
  await player.eachShown((id) => player.card(exercise(module, id)).enter(rightAnswer(exercise(module, id))));
}

/** From the catalogue to the first page. */
async function begin(page, player, site, module) {
  const title = module.outline.card.title[module.language];
  await page.goto(site.url);
  await page.getByRole("link", { name: `${player.t("Look inside")}: ${title}` }).click();
  await expect(player.title).toHaveText(title);
  await expect(page.getByText(module.outline.card.summary[module.language])).toBeVisible();
}

/** The screens in order: pages, with the result after each unit. */
async function onwards(page, player, before, here) {
  await player.link("Continue").click();
  if (before !== here) {
    await expect(player.title).toHaveText(player.t("What you did in this unit"));
    // On a wide screen it stands in the outline beside the result.
    const place = page.viewportSize().width < 960 ? "article" : "navigation";
    await expect(page.getByRole(place).getByRole("group", { name: player.t.part("{done} of {all} pages done") })).toBeVisible();
    await player.link("Next unit").click();
  }
}

async function printed(page, info) {
  const file = info.outputPath("certificate.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  const about = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  expect(about, "one page").toMatch(/Pages:\s+1\n/);
  const [width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(about).slice(1).map(Number);
  expect([Math.round(width), Math.round(height)], "A4, landscape").toEqual([842, 595]);
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
}

/** Types the name, prints. */
async function certify(page, player, info) {
  await player.button("Print").click();
  await expect(player.name, "without a name nothing is printed").toBeFocused();
  await player.name.fill(NAME);
  await expect(page.getByRole("img", { name: `${player.t("Certificate")}: ${NAME}` })).toBeVisible();
  await player.button("Print").click();
  return printed(page, info);
}

/** What stands on the sheet, whatever the language: who, what, when, how well, what that is worth; and the verdict in English too. */
function proves(paper, player, { outline, language }, track, award) {
  const of = (texts) => (typeof texts === "string" ? texts : (texts[language] ?? texts.en));
  const entry = outline.tracks.find((one) => one.id === track);
  const filled = (english, n) => player.t(english).replace(/\{\w+\}/, n);
  const expected = [
    NAME, of(outline.card.title), of(entry.awards[award].title), of(entry.certificate).slice(0, 40), of(outline.card.organiser),
    filled("edition {n}", outline.edition.number), of(entry.title), String(new Date().getFullYear()), outline.id,
    entry.minutes % 60 ? filled("{m} min", entry.minutes) : filled("{h} h", entry.minutes / 60),
    player.t("Self-attested: made by the player on the holder’s own device. Nobody has checked the answers, or who gave them.").slice(0, 60),
    // Employers and donors elsewhere read English.
    "Certificate", "Self-attested: made by the player on the holder’s own device.", outline.card.title.en, entry.awards[award].title.en,
  ];
  for (const words of expected) expect(paper).toContain(words.replace(/\s+/g, " "));
}

/** What a button saves as a file. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    // In Russian on a phone, in English at a desk.
    test.use(language === "ru" ? { ...PHONE, language, locale: "ru-RU" } : { language, locale: "en-GB" });

    test(`the whole course with full points, a reload and a second tab on the way, to the certificate (${language})`, async ({ page, context, player, site }, info) => {
      const module = course(DIST, SLUG, language);
      const way = pagesOf(module, "full");
      const full = fullPoints(module, "full", "final");
      const [other, one] = way.map((place) => [place, exercisesOn(place.unit, place.page, "full")[0]]).find(([, first]) => first?.kind === "choice" && !isAssessed(first));
      await begin(page, player, site, module);
      await player.link("Start").click();

      for (const [at, { unit, page: here }] of way.entries()) {
        const before = way[at - 1]?.unit;
        if (at > 0) await onwards(page, player, before, unit);
        await expect(player.title).toHaveText(plain(here.title));
        if (exercisesOn(unit, here, "full").some(isAssessed)) {
          await player.go("#/certificate");
          await expect(page.getByRole("textbox")).toHaveCount(0);
          await expect(page.getByText(player.t.part("Earn {n} more point in the assessment", "Earn {n} more points in the assessment")).first()).toBeVisible();
          await page.goBack();
          await expect(player.title).toHaveText(plain(here.title));
          await sit(player, module);
        }
        const isAssessment = (place) => place.unit === unit && exercisesOn(unit, place.page, "full").some(isAssessed);
        // All pages of an assessment are handed in together.
        if (way.findLast(isAssessment)?.page === here) {
          await player.handIn();
          const ofUnit = fullPoints(module, "full", unit.id);
          await expect(player.assessment).toContainText(new RegExp(`${ofUnit}\\D+${ofUnit}`));
        }
        await practise(player, unit, here, "full");

        if (at === 5) {
          await page.reload();
          await expect(player.title).toHaveText(plain(here.title));
          for (const one of exercisesOn(unit, here, "full")) await player.card(one).shows(rightAnswer(one));
        }
        if (at === 8) {
          const second = new Player(await context.newPage(), language);
          await second.page.goto(`${site.url}${module.address}#/u/${other.unit.id}/${other.page.id}`);
          await second.card(one).shows(rightAnswer(one));
          await expect(second.card(one).panel).toContainText(player.t.part("That holds: {points}"));
          await second.card(one).button("Try again").click();
          await second.card(one).answer([one.prompt.options.find((option) => !one.key.right.includes(option.id)).id]);
          await expect(second.card(one).panel).toContainText(player.t.part("Not quite: {points}"));
        }
      }

      // What the second tab answered is there, beside everything of the first.
      await player.go(`#/u/${other.unit.id}/${other.page.id}`);
      await expect(player.card(one).panel).toContainText(player.t.part("Not quite: {points}"));
      await player.go("#/");
      await expect(page.getByText(player.t("{done} of {all} pages done").replace("{done}", way.length).replace("{all}", way.length)).first()).toBeVisible();
      await page.getByRole("main").getByRole("link", { name: player.t("To the certificate") }).click();

      const paper = await certify(page, player, info);
      proves(paper, player, module, "full", 1);
      expect(paper).toMatch(new RegExp(`${full}\\D{1,12}${full}`));
      expect(paper).toMatch(player.t.part("{n} attempt", "{n} attempts"));
      expect(paper).toContain(module.outline.objectives[0].text[language].slice(0, 40));

      const picture = await saved(page, player.button("Save as a picture"));
      expect(picture.name).toMatch(/\.svg$/);
      expect(picture.text).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(picture.text).toContain(NAME);
      const fields = JSON.parse((await saved(page, player.button("Save what it says"))).text);
      expect(fields).toMatchObject({ name: NAME, module: module.outline.id, earned: full, of: full, attempts: 1 });
      await page.reload();
      await expect(player.name).toHaveValue(NAME);
    });
  });
}

test("the briefing alone: five pages, every answer, and a certificate without points", async ({ page, player, site }, info) => {
  const module = course(DIST, SLUG);
  const way = pagesOf(module, "briefing");
  const { title } = module.outline.tracks.find((one) => one.id === "briefing");
  await begin(page, player, site, module);
  await page.getByRole("radio", { name: new RegExp(`^${title.en}`) }).check();
  await player.link("Start").click();
  for (const [at, { unit, page: here }] of way.entries()) {
    if (at > 0) await onwards(page, player, way[at - 1].unit, unit);
    await expect(player.title).toHaveText(plain(here.title));
    await practise(player, unit, here, "briefing");
  }
  await player.link("Continue").click();
  await player.link("To the certificate").click();
  const paper = await certify(page, player, info);
  proves(paper, player, module, "briefing", 0);
  expect(paper, "there is no assessment").not.toMatch(player.t.part("{n} attempt", "{n} attempts"));
});

test("another language in the middle changes no state", async ({ page, player, site }) => {
  const [english, russian] = ["en", "ru"].map((language) => course(DIST, SLUG, language));
  const at = pagesOf(english, "full").findIndex(({ page }) => page.id === "concern");
  const { unit, page: here } = pagesOf(english, "full")[at];
  await page.goto(`${site.url}${SLUG}/#/u/${unit.id}/${here.id}`);
  const [one, other] = exercisesOn(unit, here, "full");
  await player.card(one).answer(rightAnswer(one));
  await player.card(other).enter({ [other.prompt.items[0].id]: other.prompt.groups[0].id });
  await expect.poll(async () => JSON.stringify(await player.records(english.outline.id))).toContain(`"${other.id}"`);
  const before = await player.records(english.outline.id);

  await page.getByRole("button", { name: "Русский" }).click();
  const inRussian = player.in("ru");
  await expect(player.title).toHaveText(plain(pagesOf(russian, "full")[at].page.title));
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await expect(inRussian.card(exercise(russian, one.id)).panel).toContainText(inRussian.t.part("That holds: {points}"));
  await inRussian.card(exercise(russian, other.id)).shows({ [other.prompt.items[0].id]: other.prompt.groups[0].id });
  expect(await player.records(english.outline.id)).toEqual(before);

  await page.reload();
  await expect(player.title).toHaveText(plain(pagesOf(russian, "full")[at].page.title));
  await page.getByRole("button", { name: "English" }).click();
  await expect(player.title).toHaveText(plain(here.title));
  await player.card(one).shows(rightAnswer(one));
  expect(await player.records(english.outline.id)).toEqual(before);
});
