// Sealed courses where something is missing, broken, or was changed on the way.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { axe } from "../support/axe.js";
import { plain } from "../support/course.js";
import { CARD, KINDS, PAID, expect, test, unlock } from "../support/organiser.js";

test.describe.configure({ timeout: 180_000 });

const says = (player, english) => expect(player.page.locator("main")).toContainText(player.t.part(english));

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });

    test("of a course with a sealed outline there is the card; a licence opens the outline with it @phone", async ({ page, player, address, organiser }) => {
      const { t } = player;
      const { outline, units } = organiser.answers(CARD, language);
      const secret = [...units, ...outline.objectives].map((one) => plain(one.title?.[language] ?? one.title ?? one.text[language]));
      const shown = page.locator("main, dialog");
      const menu = page.getByRole("dialog", { name: t("Menu") });
      await page.goto(`${address(CARD)}#/`);
      await says(player, "Opens with a licence");
      await expect(page.locator("main .price")).toContainText("75");
      await player.button("Menu").click();
      await expect(menu.getByRole("link", { name: t("I have a licence") })).toBeVisible();
      for (const words of secret) await expect(shown.filter({ hasText: words })).toHaveCount(0);
      await axe(page, "the card and its menu");
      await expect(page.locator("main .lattice"), "nothing is counted that is not known").toHaveCount(0);
      await page.keyboard.press("Escape");
      await player.go(`#/u/${units[1].id}`);
      await says(player, "This part of the course opens with a licence.");
      await axe(page, "a unit that nobody knows of");
      await player.go("#/certificate");
      await says(player, "This part of the course opens with a licence.");
      await player.go("#/nonsense/of/some/kind");
      await expect(player.title).toHaveText(t("This link leads nowhere"));

      const licence = organiser.issue(CARD);
      await unlock(player, address(CARD), licence);
      await player.go("#/");
      for (const words of secret) await expect(page.locator("main")).toContainText(words);
      await player.button("Menu").click();
      for (const unit of units) await expect(menu).toContainText(unit.title[language] ?? unit.title);
      await axe(page, "the outline");
      await page.goto("about:blank");
      await page.goto(`${address(CARD)}#/u/${units[1].id}`);
      await expect(page.locator("section.exercise").first()).toBeVisible();
    });

    test("where a browser has no ciphers, that is said, and what is free works", async ({ page, player, address, organiser }) => {
      const licence = organiser.issue(PAID);
      const locked = organiser.issue(PAID, "--code");
      await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined }));
      await page.goto(`${address(PAID)}#licence/${licence.text}`);
      await says(player, "This browser cannot open licences here");
      await axe(page, "no ciphers");
      await player.go("#/u/fruit");
      await says(player, "This browser cannot open licences here");
      await player.go("#/u/trees");
      await expect(page.locator("section.exercise").first()).toBeVisible();
      await page.goto("about:blank");
      await page.goto(`${address(PAID)}#licence/${locked.text}`);
      await page.getByRole("textbox", { name: player.t("Code") }).fill(locked.code);
      await player.button("Unlock").click();
      await says(player, "This browser cannot open licences here");
    });

    for (const [what, script] of [["forbids to keep anything", forbid], ["has no room left", fill]]) {
      test(`where the browser ${what}, a licence opens the course until the page is closed, and that is said`, async ({ page, player, address, organiser }) => {
        const licence = organiser.issue(PAID);
        await page.addInitScript(script);
        await unlock(player, address(PAID), licence);
        await says(player, "This browser did not keep the licence: it has no room, or forbids it. The course is open until you close the page; keep the link, the file or the card.");
        await axe(page, what);
        await player.go("#/u/fruit");
        await expect(page.locator("section.exercise").first()).toBeVisible();
        await player.go("#/");
        await says(player, "Open with your licence");
        await page.goto("about:blank");
        await page.goto(`${address(PAID)}#/u/fruit`);
        await says(player, "This part of the course opens with a licence.");
      });
    }

    for (const [what, answer] of [
      ["is not there", (response) => response.writeHead(404).end()],
      ["is broken", (response) => response.writeHead(200, { "content-type": "application/wasm" }).end(Buffer.from("\0asm\x01\0\0\0 and then nothing of it"))],
    ]) {
      test(`where what opens licences ${what}, that is said, the licence waits, and a second try opens it`, async ({ page, player, spoilt, organiser, address, trouble }) => {
        trouble.allow(/Failed to load resource|preload|WebAssembly|wasm/);
        let isBroken = true;
        const parts = seals(organiser.site);
        const site = await spoilt(undefined, { answer: (_, response, file) => isBroken && parts.includes(file) && (answer(response), true) });
        const licence = organiser.issue(PAID);
        await page.goto(`${address(PAID, site)}#licence/${licence.text}`);
        await says(player, "What opens licences could not be fetched. Check the connection, then try again; the licence is still here.");
        await axe(page, what);
        await player.button("Try again").click();
        await says(player, "What opens licences could not be fetched. Check the connection, then try again; the licence is still here.");
        await player.go("#/u/trees");
        await expect(page.locator("section.exercise").first()).toBeVisible();
        await player.go("#/u/fruit");
        await expect(player.title).toHaveText(player.t("The site does not answer"));
        await player.go("#/licence");
        isBroken = false;
        await player.button("Try again").click();
        await says(player, "Open with your licence");
        await player.go("#/u/fruit");
        await expect(page.locator("section.exercise").first()).toBeVisible();
      });
    }
  });
}

/** The WebAssembly that opens seals. */
function seals(site) {
  return readdirSync(path.join(site, "player")).filter((name) => /^seals-.*\.wasm$/.test(name)).map((name) => `player/${name}`);
}

function forbid() {
  const refuse = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  Object.defineProperty(window, "localStorage", { get: refuse });
  Object.defineProperty(window, "sessionStorage", { get: refuse });
}

function fill() {
  Storage.prototype.setItem = () => {
    throw new DOMException("There is no room left.", "QuotaExceededError");
  };
}

test("a licence has left the address before the player is there; where that cannot be had, it is there again", async ({ page, player, spoilt, organiser, address, trouble }) => {
  trouble.allow(/Failed to load resource|preload|WebAssembly|wasm|503/);
  let waiting = [];
  let isOpen = false;
  const site = await spoilt(undefined, {
    answer: (_, response, file) => !isOpen && /^player\/player-.*\.wasm$/.test(file) && waiting.push(response) > 0,
  });
  const { text } = organiser.issue(PAID);
  await page.goto(`${site.url}paid/`);
  await page.goto(`${address(PAID, site)}#licence/${text}`, { waitUntil: "commit" });
  await expect.poll(() => page.url()).toBe(`${address(PAID, site)}#/licence`);
  await expect.poll(() => waiting.length).toBeGreaterThan(0);
  await expect(player.title).toBeVisible();
  // The player does not come: the page can be loaded again, and its address copied into another browser.
  for (const response of waiting) response.writeHead(503).end();
  await expect(page.locator("#help-network")).toBeVisible();
  expect(page.url()).toContain(`#licence/${text}`);
  waiting = [];
  isOpen = true;
  await page.reload();
  await expect(page.getByRole("heading", { name: player.t("Open with your licence") })).toBeVisible();
  expect(page.url()).not.toContain(text);
  expect(await page.evaluate(() => document.documentElement.outerHTML), "nor does it stand in the page").not.toContain(text);
  // A second one, while the page is open.
  const other = organiser.issue(KINDS).text;
  await page.evaluate((text) => (location.hash = `#licence/${text}`), other);
  await says(player, "This licence is for another course");
  expect(page.url()).toBe(`${address(PAID, site)}#/licence`);
});

test("a free course loads nothing that opens seals", async ({ page, kinds }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${kinds.url}kinds/`);
  await expect(page.locator("section.exercise").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /seals-|proofs-|\/trust-|licence-|organiser\.json|\.cose/.test(url))).toEqual([]);
});

test("where a licence is kept, what opens seals is asked for at once, and once only", async ({ page, player, organiser, address }) => {
  await page.goto(`${address(PAID)}#licence/${organiser.issue(PAID).text}`);
  await expect(page.getByRole("heading", { name: player.t("Open with your licence") })).toBeVisible();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").pop().replace(/-[0-9a-f]{12}/, "")));
  await page.reload();
  await expect(page.getByRole("heading", { name: player.t("Open with your licence") })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const ahead = await page.locator("head link[crossorigin='']").evaluateAll((links) => links.map((link) => link.href.split("/").pop().replace(/-[0-9a-f]{12}/, "")));
  const needed = ["licence.wasm", "trust.wasm", "trust.js", "seals.wasm", "organiser.json", "module.json.cose"];
  expect(ahead).toEqual(expect.arrayContaining(needed));
  for (const file of needed) expect(asked.filter((one) => one === file), file).toHaveLength(1);
});

test("what is sealed is there before what only an answer needs", async ({ page, player, organiser, address }) => {
  await page.goto(`${address(PAID)}#licence/${organiser.issue(PAID).text}`);
  await expect(page.getByRole("heading", { name: player.t("Open with your licence") })).toBeVisible();
  await page.goto("about:blank");
  let goOn;
  const later = new Promise((resolve) => (goOn = resolve));
  await page.route(/\/work-[0-9a-f]+\.wasm/, (route) => later.then(() => route.continue()));
  await page.goto(`${address(PAID)}#/u/fruit`);
  const question = page.locator("section.exercise").first();
  await expect(question).toBeVisible();
  goOn();
  await question.getByRole("radio").first().check();
  await expect(question.getByRole("radio").first()).toBeChecked();
});

for (const [what, change] of [
  ["a price", (folder) => edit(path.join(folder, "catalogue.json"), '"75"', '"15"')],
  ["a rule", (folder) => edit(path.join(folder, "kinds/module.json"), '"percent":70', '"percent":10')],
]) {
  test(`${what} that was changed on the way is refused`, async ({ page, player, spoilt, trouble }) => {
    trouble.allow(/./);
    const site = await spoilt(change);
    await page.goto(`${site.url}kinds/#/u/practice`);
    if (what === "a price") {
      await expect(page.locator(".locked")).toBeVisible();
      await page.waitForLoadState("networkidle");
      await expect(page.locator(".price")).toHaveCount(0);
    } else {
      await expect(player.title).toHaveText(player.t("This course is not what its organiser signed"));
    }
  });
}

function edit(file, from, to) {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
