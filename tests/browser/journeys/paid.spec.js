// A paid course, whole: from the locked card over the licence, the work and the certificate to a stranger who verifies it.
import { axe } from "../support/axe.js";
import { exercise, exercisesOn, isAssessed, pagesOf, plain, rightAnswer } from "../support/course.js";
import { PAID, VERIFY, expect, test } from "../support/organiser.js";
import { Player, keys, tap } from "../support/player.js";
import { altered, scanned } from "../support/proof.js";

test.describe.configure({ timeout: 240_000 });
// As sharp as a camera sees it.
test.use({ deviceScaleFactor: 3 });

const HOLDER = "Әсел Нұрланқызы Ёлкина";

for (const [language, how, hand] of [["en", "by keyboard alone", keys], ["ru", "by finger or mouse @phone", tap]]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });

    test(`locked, opened, done, certified, verified, and revoked: ${how}`, async ({ page, browser, player, organiser, address, sealed }) => {
      const { t } = player;
      const course = organiser.answers(PAID, language);
      const [free, paid] = course.units;
      const licence = organiser.issue(PAID, "--name", HOLDER, "--until", "2099-12-31");
      const main = page.locator("main");

      await test.step("the card says what it costs, and the free unit is there", async () => {
        await page.goto(`${address(PAID)}#/`);
        await expect(main.getByRole("heading", { name: t("Opens with a licence") })).toBeVisible();
        await expect(main.locator(".price")).toContainText("75");
        await axe(page, "the card");
        await hand.press(main.getByRole("listitem").getByRole("link", { name: free.title[language], exact: true }));
        await expect(player.title).toHaveText(plain(free.pages[0].title));
        await done(player, course, free, hand);
      });

      await test.step("the paid unit is locked, and says how it opens", async () => {
        await hand.press(player.link("Continue"));
        await hand.press(player.link("Next unit"));
        await expect(player.title).toHaveText(paid.title[language]);
        await expect(player.title).toBeFocused();
        await expect(main).toContainText(t("This part of the course opens with a licence."));
        await axe(page, "locked");
        await hand.press(player.link("I have a licence"));
        await expect(player.title).toHaveText(t("Open with a licence"));
        await axe(page, "the licence's screen");
      });

      await test.step("a link opens it, and leaves the address and the tab's history", async () => {
        const before = await page.evaluate(() => history.length);
        await page.goto(`${address(PAID)}#licence/${licence.text}`);
        await expect(page.getByRole("heading", { name: t("Open with your licence") })).toBeVisible();
        await expect(main).toContainText(HOLDER);
        expect(page.url()).toBe(`${address(PAID)}#/licence`);
        await axe(page, "open");
        await page.goBack();
        await page.goForward();
        expect(page.url()).not.toContain("licence/");
        expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(before + 1);
      });

      await test.step("the work goes on where it stopped", async () => {
        await hand.press(player.link("Continue the course"));
        await expect(player.title).toHaveText(plain(paid.pages[0].title));
        await axe(page, "a sealed page");
        await done(player, course, paid, hand);
        await expect(player.assessment).toContainText(t("Handed in"));
        await hand.press(player.link("Continue"));
        await hand.press(player.link("To the certificate"));
        await expect(player.title).toHaveText(t("Certificate"));
      });

      const link = await test.step("the certificate is signed, and its code can be scanned", async () => {
        await axe(page, "not signed yet");
        await hand.type(player.name, HOLDER);
        await hand.press(player.button("Sign the certificate"));
        await expect(page.locator("svg.qr")).toBeVisible();
        await expect(page.locator("svg.sheet")).toContainText(HOLDER);
        await axe(page, "signed");
        await page.locator("svg.qr").scrollIntoViewIfNeeded();
        const code = scanned(await page.locator("svg.qr").screenshot({ scale: "device" }));
        expect(code).toContain(`${VERIFY}#certificate/`);
        return code;
      });

      // Somebody else, who scans it: the address in the code is this site.
      const context = await browser.newContext({ locale: language === "en" ? "en-GB" : "ru-RU" });
      await context.route(`${VERIFY}**`, async (route) => {
        const url = route.request().url().replace(VERIFY, sealed.url);
        await route.fulfill({ response: await route.fetch({ url }) });
      });
      const stranger = new Player(await context.newPage(), language);
      const found = stranger.page.locator("#found");
      const verdict = found.getByRole("heading", { level: 2 }).first();

      await test.step("a stranger verifies it", async () => {
        await stranger.page.goto(link);
        await expect(verdict).toHaveText(t("This certificate is valid"));
        if (language !== "en") await expect(found).toContainText("This certificate is valid");
        for (const words of [HOLDER, course.outline.title?.[language] ?? "", organiser.name, PAID.id]) await expect(found).toContainText(words);
        await axe(stranger.page, "verified");
      });

      await test.step("one bit that is another one is refused", async () => {
        await hand.type(stranger.page.getByRole("textbox", { name: t("The link or code of the certificate") }), altered(link.split("#certificate/")[1], -70));
        await hand.press(stranger.button("Check"));
        await expect(verdict).toHaveText(t("This certificate is not valid"));
        await expect(found).toContainText(t("Something in it was altered: it is not what was signed. Ask the holder for the original."));
        await axe(stranger.page, "altered");
      });

      await test.step("once it is revoked, verifier and learner are told", async () => {
        organiser.revoke(licence);
        await stranger.page.goto("about:blank");
        await stranger.page.goto(link);
        await expect(verdict).toHaveText(t("This certificate was revoked"));
        await axe(stranger.page, "revoked");
        await page.goto("about:blank");
        await page.goto(`${address(PAID)}#/u/${paid.id}`);
        await expect(main).toContainText(t.part("This licence was revoked on {date}"));
        await expect(main).toContainText(t("What you have done so far is safe on this device."));
        await axe(page, "the licence is revoked");
      });
      await context.close();
    });
  });
}

/** Answers everything in a unit from its key, and hands in what is assessed. */
async function done(player, course, unit, hand) {
  for (const { page } of pagesOf(course, "whole").filter((at) => at.unit === unit)) {
    await expect(player.title).toHaveText(plain(page.title));
    const all = exercisesOn(unit, page, "whole");
    for (const one of all.filter((one) => !isAssessed(one))) {
      await player.card(one).answer(rightAnswer(one), hand);
      await expect(player.card(one).panel).toContainText(player.t.part("That holds: {points}"));
    }
    if (!all.some(isAssessed)) continue;
    for (const id of await player.shown()) await player.card(exercise(course, id)).enter(rightAnswer(exercise(course, id)), hand);
    await hand.press(player.assessment.getByRole("button", { name: player.t("Hand in") }).first());
    await hand.press(player.page.getByRole("dialog", { name: player.t("Hand in the assessment?") }).getByRole("button", { name: player.t("Hand in") }));
  }
}
