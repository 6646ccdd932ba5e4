// Licences: from the locked card to the work and back, and every reason against one in its own words.
import path from "node:path";
import { axe } from "../support/axe.js";
import { HOME, KINDS, OTHER, Organiser, expect, test, unlock } from "../support/organiser.js";
import { scanned } from "../support/proof.js";
import { serve } from "../support/server.js";

test.describe.configure({ timeout: 180_000 });

for (const [what, options] of [["a card", []], ["a card of a licence with a code", ["--code", "--name", "Әсел Нұрланқызы"]]]) {
  test.describe("on paper", () => {
    // As sharp as a camera sees it.
    test.use({ deviceScaleFactor: 3 });

    test(`${what} is scanned with a phone, and opens the course`, async ({ page, player, address, organiser }) => {
      const licence = organiser.issue(KINDS, ...options);
      // A card is a file on the organiser's computer; served, a browser asks for an icon too.
      const printer = await serve(path.dirname(licence.card), { answer: (_, response, file) => file === "favicon.ico" && Boolean(response.writeHead(204).end()) });
      await page.goto(`${printer.url}${path.basename(licence.card)}`);
      await page.emulateMedia({ media: "print" });
      const read = scanned(await page.locator("svg").screenshot({ scale: "device" }));
      await printer.stop();
      expect(read).toMatch(new RegExp(`^${HOME}/#licence/\\d+$`));
      await page.emulateMedia({ media: "screen" });
      await page.goto(read.replace(`${HOME}/`, address(KINDS)));
      if (licence.code) {
        await page.getByRole("textbox", { name: player.t("Code") }).fill(licence.code);
        await player.button("Unlock").click();
      }
      await expect(page.getByRole("heading", { name: player.t("Open with your licence") })).toBeFocused();
      // What the list of revoked licences says comes after it, and takes the focus from nobody.
      await expect(page.locator("main").getByText(player.t.part("Valid: it is not on the organiser's list of revoked licences of {date}.")).first()).toBeVisible();
      await expect(page.getByRole("heading", { name: player.t("Open with your licence") })).toBeFocused();
    });
  });
}

const UNIT = "#/u/practice";
const DAY = 86_400_000;

/** A code whose first sign that can be another one is. */
function altered(digits, at = 200) {
  return digits.slice(0, at) + (digits[at] === "0" ? "1" : "0") + digits.slice(at + 1);
}

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });

    /** Pastes a licence on the module's page. */
    async function paste(page, player, address, text) {
      await page.goto(`${address(KINDS)}#/licence`);
      await page.getByRole("textbox", { name: player.t("The link or the text of your licence") }).fill(text);
      await player.button("Open").click();
    }

    const says = (page, player, english) => expect(page.locator("main").getByText(player.t.part(english)).first()).toBeVisible();

    test("a locked unit shows what it costs; a link opens it, leaves the address, and is not asked for again @phone", async ({ page, player, address, organiser }) => {
      const licence = organiser.issue(KINDS, "--name", "Әсел Нұрланқызы");
      const sent = [];
      page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`));
      await page.goto(`${address(KINDS)}${UNIT}`);
      await says(page, player, "This part of the course opens with a licence.");
      await expect(page.locator(".price")).toContainText("75");
      await expect(player.link("Get a licence")).toHaveAttribute("href", `${HOME}/kinds`);
      await axe(page, "locked");
      await unlock(player, address(KINDS), licence);
      await says(page, player, "Valid: it is not on the organiser's list of revoked licences of {date}.");
      await expect(page.locator("main")).toContainText("Әсел Нұрланқызы");
      expect(await page.evaluate(() => location.hash)).toBe("#/licence");
      await axe(page, "open");
      await page.goto(`${address(KINDS)}${UNIT}`);
      await expect(page.locator("section.exercise").first()).toBeVisible();
      await expect(page.locator("figure img").first()).toHaveAttribute("src", /^blob:/);
      await expect.poll(() => page.locator("figure img").first().evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
      await page.goto("about:blank");
      await page.goto(`${address(KINDS)}${UNIT}`);
      await expect(page.locator("section.exercise").first()).toBeVisible();
      expect(sent.filter((one) => one.includes(licence.text)), "a licence is never sent").toEqual([]);
    });

    test("a file opens it, the settings show and remove it, and Erase forgets it", async ({ page, player, address, organiser }) => {
      const licence = organiser.issue(KINDS, "--name", "A pseudonym", "--until", "2099-12-31");
      await page.goto(`${address(KINDS)}#/licence`);
      await page.getByLabel(player.t("Or the file that you got")).setInputFiles(licence.file);
      await says(page, player, "Open with your licence");
      await player.go("#/settings");
      await says(page, player, "Licences");
      await expect(page.locator("main")).toContainText("A pseudonym");
      await expect(page.locator("main")).toContainText(licence.number);
      await axe(page, "settings");
      await player.button("Remove the licence for {title}").click();
      await expect(page.locator("main")).not.toContainText("A pseudonym");
      await player.go(UNIT);
      await says(page, player, "This part of the course opens with a licence.");
      await paste(page, player, address, licence.text);
      await says(page, player, "Open with your licence");
      await player.go("#/settings");
      await player.erase();
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("licences")))).toEqual([]);
      await player.go(UNIT);
      await says(page, player, "This part of the course opens with a licence.");
    });

    test("a code is asked for; another one is said kindly, and can be tried again", async ({ page, player, address, organiser }) => {
      const licence = organiser.issue(KINDS, "--code");
      await paste(page, player, address, licence.link);
      await says(page, player, "This licence is locked with a code");
      const code = page.getByRole("textbox", { name: player.t("Code") });
      await expect(code).toBeFocused();
      await axe(page, "code");
      await code.fill("0000");
      await player.button("Unlock").click();
      await says(page, player, "That is not a whole code");
      await code.fill("0000-0000-0000-0000");
      await player.button("Unlock").click();
      await says(page, player, "The code does not fit this licence");
      await code.fill(licence.code.toLowerCase().replaceAll("-", " "));
      await player.button("Unlock").click();
      await says(page, player, "Open with your licence");
    });

    test("each refusal is said in its own words, and whom to turn to", async ({ page, player, address, organiser }) => {
      const good = organiser.issue(KINDS);
      const stranger = new Organiser("A stranger");
      const strange = stranger.issue(KINDS);
      stranger.end();
      for (const [text, words] of [
        ["not a licence", "This is no licence"],
        [strange.text, "This licence is from somebody else"],
        [organiser.issue(KINDS, "--from", "2020-01-01", "--until", "2020-01-31").text, "This licence ended on {date}"],
        [organiser.issue(KINDS, "--from", "2099-01-01").text, "This licence begins on {date}"],
        [organiser.issue(OTHER).text, "This licence is for another course"],
        [organiser.issue(KINDS, "--last-edition", "1").text, "This licence goes up to edition {n}"],
      ]) {
        await paste(page, player, address, text);
        await says(page, player, words);
        if (words !== "This is no licence") await expect(page.locator("main .notice a")).toHaveAttribute("href", HOME);
        await expect(player.button("Open")).toBeVisible();
      }
      await axe(page, "refused");
      // One altered sign: either it is none any longer, or its signature does not hold.
      await paste(page, player, address, altered(good.text));
      await expect(page.locator("main").getByText(player.t.part("This is no licence", "This licence was altered", "This licence is from somebody else")).first()).toBeVisible();
    });

    test("a clock that was set back is seen, and one that was ahead can be put right", async ({ page, player, address, organiser }) => {
      const licence = organiser.issue(KINDS);
      await page.clock.setFixedTime(Date.now() + 40 * DAY);
      await paste(page, player, address, licence.text);
      await says(page, player, "Open with your licence");
      await page.clock.setFixedTime(Date.now());
      await page.goto("about:blank");
      await page.goto(`${address(KINDS)}${UNIT}`);
      await says(page, player, "The clock of this device was set back");
      await player.button("My clock was wrong and is right now").click();
      await says(page, player, "Open with your licence");
      await page.goto("about:blank");
      await page.goto(`${address(KINDS)}${UNIT}`);
      await expect(page.locator("section.exercise").first()).toBeVisible();
    });

    test("offline, once the page is open, a licence opens it and is not checked; later it is seen to be revoked", async ({ page, context, player, address, organiser, trouble }) => {
      trouble.allow(/ERR_INTERNET_DISCONNECTED/);
      const licence = organiser.issue(KINDS);
      await page.goto(`${address(KINDS)}#/licence`);
      await expect(page.getByRole("textbox", { name: player.t("The link or the text of your licence") })).toBeVisible();
      await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("module.json.cose")));
      await page.waitForLoadState("networkidle");
      // The list is asked for, and the network is gone.
      await context.setOffline(true);
      await page.getByRole("textbox", { name: player.t("The link or the text of your licence") }).fill(licence.text);
      await player.button("Open").click();
      await says(page, player, "Open with your licence");
      await context.setOffline(false);
      organiser.revoke(licence);
      await page.goto("about:blank");
      await page.goto(`${address(KINDS)}${UNIT}`);
      await says(page, player, "This licence was revoked on {date}");
      await says(page, player, "What you have done so far is safe on this device.");
    });

    test("on the page with all courses a licence leads to its course", async ({ page, player, sealed, organiser }) => {
      const licence = organiser.issue(KINDS);
      await page.goto(`${sealed.url}#licence/${licence.text}`);
      await expect(page.locator("main .locked a")).toBeVisible();
      await axe(page, "the licence's courses");
      await page.locator("main .locked a").first().click();
      await player.go(UNIT);
      await expect(page.locator("section.exercise").first()).toBeVisible();
    });
  });
}
