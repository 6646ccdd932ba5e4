// Licences: from the locked card to the work and back, and every reason against one in its own words.
import AxeBuilder from "@axe-core/playwright";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Organiser, OTHER } from "../support/organiser.js";
import { serve } from "../support/server.js";
import { expect, test as base } from "../support/test.js";

const test = base.extend({
  /** An organiser and a sealed site, once for each worker. */
  organiser: [
    async ({}, use) => {
      const organiser = new Organiser();
      organiser.build();
      await use(organiser);
      organiser.end();
    },
    { scope: "worker" },
  ],
  /** The sealed site. */
  sealed: [
    async ({ organiser }, use) => {
      const site = await serve(organiser.site, { base: "/s/" });
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ timeout: 180_000 });

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const UNIT = "#/u/practice";

async function axe(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`)).toEqual([]);
}

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });
    const address = (sealed) => `${sealed.url}kinds/${language === "ru" ? "ru/" : ""}`;

    /** Pastes a licence on the module's page. */
    async function paste(page, player, sealed, text) {
      await page.goto(`${address(sealed)}#/licence`);
      await page.getByRole("textbox", { name: player.t("The link or the text of your licence") }).fill(text);
      await player.button("Open").click();
    }

    const says = (page, player, english) => expect(page.locator("main").getByText(player.t.part(english)).first()).toBeVisible();

    test("a locked unit shows what it costs; a link opens it, leaves the address, and is not asked for again @phone", async ({ page, player, sealed, organiser }) => {
      const licence = organiser.issue("--name", "Әсел Нұрланқызы");
      const sent = [];
      page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`));
      await page.goto(`${address(sealed)}${UNIT}`);
      await says(page, player, "This part of the course opens with a licence.");
      await expect(page.locator(".price")).toContainText("75");
      await expect(player.link("Get a licence")).toHaveAttribute("href", "https://example.org/kinds");
      await axe(page);
      await page.goto(`${address(sealed)}#licence/${licence.text}`);
      await says(page, player, "Open with your licence");
      await says(page, player, "Valid: it is not on the organiser's list of revoked licences of {date}.");
      await expect(page.locator("main")).toContainText("Әсел Нұрланқызы");
      expect(await page.evaluate(() => location.hash)).toBe("#/licence");
      await axe(page);
      await page.goto(`${address(sealed)}${UNIT}`);
      await expect(page.locator("section.exercise").first()).toBeVisible();
      await expect(page.locator("figure img").first()).toHaveAttribute("src", /^blob:/);
      await expect.poll(() => page.locator("figure img").first().evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
      await page.goto("about:blank");
      await page.goto(`${address(sealed)}${UNIT}`);
      await expect(page.locator("section.exercise").first()).toBeVisible();
      expect(sent.filter((one) => one.includes(licence.text)), "a licence is never sent").toEqual([]);
    });

    test("a file opens it, the settings show and remove it, and Erase forgets it", async ({ page, player, sealed, organiser }) => {
      const licence = organiser.issue("--name", "A pseudonym", "--until", "2099-12-31");
      await page.goto(`${address(sealed)}#/licence`);
      await page.getByLabel(player.t("Or the file that you got")).setInputFiles(licence.file);
      await says(page, player, "Open with your licence");
      await player.go("#/settings");
      await says(page, player, "Licences");
      await expect(page.locator("main")).toContainText("A pseudonym");
      await expect(page.locator("main")).toContainText(licence.number);
      await axe(page);
      await player.button("Remove the licence for {title}").click();
      await expect(page.locator("main")).not.toContainText("A pseudonym");
      await player.go(UNIT);
      await says(page, player, "This part of the course opens with a licence.");
      await paste(page, player, sealed, licence.text);
      await says(page, player, "Open with your licence");
      await player.go("#/settings");
      await player.erase();
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("licences")))).toEqual([]);
      await player.go(UNIT);
      await says(page, player, "This part of the course opens with a licence.");
    });

    test("a code is asked for; another one is said kindly, and can be tried again", async ({ page, player, sealed, organiser }) => {
      const licence = organiser.issue("--code");
      await paste(page, player, sealed, licence.link);
      await says(page, player, "This licence is locked with a code");
      const code = page.getByRole("textbox", { name: player.t("Code") });
      await axe(page);
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

    test("each refusal is said in its own words, and whom to turn to", async ({ page, player, sealed, organiser }) => {
      const good = organiser.issue();
      const bytes = Buffer.from(good.text.replace(/\D/g, ""), "ascii");
      const altered = String.fromCharCode(...bytes.slice(0, 200), bytes[200] === 48 ? 49 : 48, ...bytes.slice(201));
      const stranger = new Organiser("A stranger");
      stranger.build();
      const strange = stranger.issue();
      stranger.end();
      for (const [text, words, more] of [
        ["not a licence", "This is no licence"],
        [strange.text, "This licence is from somebody else"],
        [organiser.issue("--from", "2020-01-01", "--until", "2020-01-31").text, "This licence ended on {date}"],
        [organiser.issue("--from", "2099-01-01").text, "This licence begins on {date}"],
        [organiser.issue("--course", OTHER).text, "This licence is for another course"],
        [organiser.issue("--last-edition", "1").text, "This licence goes up to edition {n}"],
      ]) {
        await paste(page, player, sealed, text);
        await says(page, player, words);
        if (words !== "This is no licence") await expect(page.locator("main .notice a")).toHaveAttribute("href", "https://example.org");
        await expect(player.button("Open")).toBeVisible();
        if (more) await says(page, player, more);
      }
      await axe(page);
      // One altered sign: either it is none any longer, or its signature does not hold.
      await paste(page, player, sealed, altered);
      await expect(page.locator("main").getByText(player.t.part("This is no licence", "This licence was altered", "This licence is from somebody else")).first()).toBeVisible();
    });

    test("a clock that was set back is seen, and one that was ahead can be put right", async ({ page, player, sealed, organiser }) => {
      const licence = organiser.issue();
      await page.clock.setFixedTime(Date.now() + 40 * 86_400_000);
      await paste(page, player, sealed, licence.text);
      await says(page, player, "Open with your licence");
      await page.clock.setFixedTime(Date.now());
      await page.goto("about:blank");
      await page.goto(`${address(sealed)}${UNIT}`);
      await says(page, player, "The clock of this device was set back");
      await player.button("My clock was wrong and is right now").click();
      await page.goto("about:blank");
      await page.goto(`${address(sealed)}${UNIT}`);
      await expect(page.locator("section.exercise").first()).toBeVisible();
    });

    test("offline, once the page is open, a licence opens it and is not checked; later it is seen to be revoked", async ({ page, context, player, sealed, organiser, trouble }) => {
      trouble.allow(/ERR_INTERNET_DISCONNECTED/);
      const licence = organiser.issue();
      await page.goto(`${address(sealed)}#/licence`);
      await expect(page.getByRole("textbox", { name: player.t("The link or the text of your licence") })).toBeVisible();
      await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("module.json.cose")));
      await page.waitForLoadState("networkidle");
      // The list is asked for, and the network is gone.
      await context.setOffline(true);
      await page.getByRole("textbox", { name: player.t("The link or the text of your licence") }).fill(licence.text);
      await player.button("Open").click();
      await says(page, player, "Open with your licence");
      await context.setOffline(false);
      organiser.revoke(licence.number);
      await page.goto("about:blank");
      await page.goto(`${address(sealed)}${UNIT}`);
      await says(page, player, "This licence was revoked on {date}");
      await says(page, player, "What you have done so far is safe on this device.");
    });

    test("on the page with all courses a licence leads to its course", async ({ page, player, sealed, organiser }) => {
      const licence = organiser.issue();
      await page.goto(`${sealed.url}#licence/${licence.text}`);
      await expect(page.locator("main .locked a")).toBeVisible();
      await axe(page);
      await page.locator("main .locked a").first().click();
      await player.go(UNIT);
      await expect(page.locator("section.exercise").first()).toBeVisible();
    });
  });
}

test("a free course loads nothing that opens seals", async ({ page, kinds }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${kinds.url}kinds/`);
  await expect(page.locator("section.exercise").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /seals-|licence-|organiser\.json|\.cose/.test(url))).toEqual([]);
});

for (const [what, change] of [
  ["a price", (folder) => edit(path.join(folder, "catalogue.json"), '"75"', '"15"')],
  ["a rule", (folder) => edit(path.join(folder, "kinds/module.json"), '"percent":70', '"percent":10')],
]) {
  test(`${what} that was changed on the way is refused`, async ({ page, player, organiser, trouble }) => {
    const folder = mkdtempSync(path.join(tmpdir(), "kerege-forged-"));
    cpSync(organiser.site, folder, { recursive: true });
    change(folder);
    const site = await serve(folder);
    trouble.allow(/./);
    await page.goto(`${site.url}kinds/${UNIT}`);
    if (what === "a price") {
      await expect(page.locator(".locked")).toBeVisible();
      await page.waitForLoadState("networkidle");
      await expect(page.locator(".price")).toHaveCount(0);
    } else {
      await expect(player.title).toHaveText(player.t("This course is not what its organiser signed"));
    }
    await site.stop();
    rmSync(folder, { recursive: true });
  });
}

function edit(file, from, to) {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
