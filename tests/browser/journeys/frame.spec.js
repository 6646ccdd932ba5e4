// A course inside the page of a platform: what the page around learns, and what it does not.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "../support/build.js";
import { course, exercise, rightAnswer } from "../support/course.js";
import { KINDS, KINDS_SOURCE, ROOT } from "../support/folders.js";
import { serve } from "../support/server.js";
import { Card } from "../support/player.js";
import { expect, test as base } from "../support/test.js";
import { texts } from "../support/texts.js";

const EMBED = path.join(ROOT, "docs/organisers/embed.js");

/** A platform's page with a course in a frame; it takes down everything that it is told. */
const platform = (address, attributes) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A platform</title><link rel="icon" href="data:,">
<h1>A platform</h1>
<script>
  window.told = [];
  addEventListener("message", ({ origin, data }) => told.push({ origin, ...data }));
</script>
<iframe data-kerege ${attributes} src="${address}" title="All kinds" style="width: 700px; height: 300px; border: 0"></iframe>
<script src="embed.js"></script></html>`;

const test = base.extend({
  /** The platform, a stranger, and a site that lets only the platform frame it. */
  world: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "kerege-frame-"));
      const [inside, outside] = ["platform", "stranger"].map((name) => path.join(folder, name));
      for (const one of [inside, outside]) cpSync(EMBED, path.join(one, "embed.js"));
      const [host, stranger] = [await serve(inside), await serve(outside)];
      const config = path.join(folder, "player.yaml");
      writeFileSync(config, `embed:\n  origins: ["${host.origin}"]\n`);
      const site = await serve(build(KINDS_SOURCE, path.join(folder, "site"), "--config", config));
      // A host that sends no headers: then the player alone keeps strangers out.
      const bare = await serve(site.folder, { headers: ({ "content-security-policy": _, ...rest }) => rest });
      const put = (where, name, address, attributes = "") => {
        writeFileSync(path.join(where.folder, `${name}.html`), platform(address, attributes));
        return `${where.url}${name}.html`;
      };
      await use({ host, stranger, site, bare, put });
      for (const one of [host, stranger, site, bare]) await one.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
});

/** The player inside the frame, as far as these tests need it. */
class Framed {
  constructor(page) {
    Object.assign(this, { page: page.frameLocator("iframe"), outer: page, t: texts("en"), language: "en" });
  }

  get title() {
    return this.page.getByRole("heading", { level: 1 });
  }

  button(name) {
    return this.page.getByRole("button", { name });
  }

  card(id) {
    return new Card({ page: this.page, t: this.t, language: "en" }, exercise(course(KINDS, "kinds"), id));
  }

  told(...types) {
    return this.outer.evaluate((types) => told.filter(({ type }) => types.length === 0 || types.includes(type)), types);
  }
}

const ABOUT_LEARNER = ["navigated", "progress", "score", "completed"];

test("the page around is told nothing about the learner before a yes, then how far they are, and nothing after a no", async ({ page, world, trouble }) => {
  // Chromium lets no dialog in a frame of another origin choose where the focus begins.
  trouble.allow(/Blocked autofocusing/);
  const framed = new Framed(page);
  await page.goto(world.put(world.host, "reports", `${world.site.url}kinds/#/u/practice/choosing`, "data-reports"));
  await expect(framed.title).toHaveText("Choosing");
  await expect.poll(async () => (await framed.told("ready")).length).toBeGreaterThan(0);
  const question = framed.page.getByRole("heading", { name: /^May .+ know how far you are\?$/ });
  await expect(question).toContainText(new URL(world.host.url).host);
  await framed.card("one").answer(rightAnswer(exercise(course(KINDS, "kinds"), "one")));
  await framed.page.getByRole("link", { name: "Continue" }).click();
  await expect(framed.title).toHaveText("Gaps");
  expect(await framed.told(...ABOUT_LEARNER)).toEqual([]);

  await framed.button("Yes, share it").click();
  await expect(question).toHaveCount(0);
  await expect.poll(() => framed.told("progress")).toMatchObject([{ origin: world.site.origin, kerege: 1, pages: 2, of: 10 }]);
  await framed.page.getByRole("link", { name: "Continue" }).click();
  await expect.poll(async () => (await framed.told("progress")).at(-1)).toMatchObject({ pages: 3, of: 10 });
  await expect.poll(async () => (await framed.told("navigated")).at(-1)).toMatchObject({ route: "#/u/practice/number" });

  await framed.page.getByRole("link", { name: "All kinds" }).click();
  await framed.button("Menu").click();
  await framed.page.getByRole("dialog").getByRole("link", { name: "Settings" }).click();
  await framed.button("Stop sharing").click();
  await expect(framed.page.getByText("It is told nothing about you.").first()).toBeVisible();
  const before = (await framed.told(...ABOUT_LEARNER)).length;
  await framed.button("Menu").click();
  await framed.page.getByRole("dialog").getByRole("link", { name: "About this course" }).click();
  await framed.page.getByRole("link", { name: "Continue" }).click();
  await framed.page.getByRole("link", { name: "Continue" }).click();
  await expect(framed.title).toHaveText("Pairs");
  expect(await framed.told(...ABOUT_LEARNER)).toHaveLength(before);
  const all = JSON.stringify(await framed.told());
  expect(all, "answers stay on the device").not.toMatch(/apple|pear|response|answer/);
});

test("a page around that asks for no reports makes nobody answer a question", async ({ page, world }) => {
  const framed = new Framed(page);
  await page.goto(world.put(world.host, "quiet", `${world.site.url}kinds/#/u/practice/gaps`));
  await expect(framed.title).toHaveText("Gaps");
  await expect.poll(async () => (await framed.told("ready")).length).toBeGreaterThan(0);
  await expect(framed.page.getByText("know how far you are?")).toHaveCount(0);
  expect(await framed.told(...ABOUT_LEARNER)).toEqual([]);
});

test("the frame is as high as what is in it, on each page", async ({ page, world }) => {
  const framed = new Framed(page);
  await page.goto(world.put(world.host, "height", `${world.site.url}kinds/#/u/practice/choosing`));
  await expect(framed.title).toHaveText("Choosing");
  const frame = page.locator("iframe");
  const fits = async () => {
    const inside = await framed.page.locator("body").evaluate((body) => ({ all: document.scrollingElement.scrollHeight, seen: innerHeight, body: body.offsetHeight }));
    return inside.all <= inside.seen && Math.abs(inside.body - inside.seen) <= 1;
  };
  await expect.poll(fits).toBe(true);
  const long = (await frame.boundingBox()).height;
  expect(long).toBeGreaterThan(600);
  await framed.page.getByRole("link", { name: "Continue" }).click();
  await expect(framed.title).toHaveText("Gaps");
  await expect.poll(async () => (await frame.boundingBox()).height).toBeLessThan(long);
  await expect.poll(fits).toBe(true);
});

/** A long text of the platform above the course and below it. */
const farDown = (world, name, hash) => {
  const page = world.put(world.host, name, `${world.site.url}kinds/${hash}`);
  const file = path.join(world.host.folder, `${name}.html`);
  const filler = '<p style="height: 1500px">Words of the platform.</p>';
  writeFileSync(file, readFileSync(file, "utf8").replace("<iframe", `${filler}<iframe`).replace("</iframe>", `</iframe>${filler}`));
  return page;
};

test("in a frame that is higher than the screen, what opens and what stays stands where the learner looks", async ({ page, world, trouble }) => {
  trouble.allow(/Blocked autofocusing/);
  await page.setViewportSize({ width: 900, height: 600 });
  const framed = new Framed(page);
  await page.goto(farDown(world, "eye", "#/u/practice/choosing"));
  await expect(framed.title).toHaveText("Choosing");
  const frame = page.locator("iframe");
  await expect.poll(async () => (await frame.boundingBox()).height).toBeGreaterThan(1200);

  // The middle of the frame, so that neither of its ends is on the screen.
  await page.evaluate(() => scrollTo(0, document.querySelector("iframe").offsetTop + 400));
  for (const name of ["Hide", "Menu"]) await expect(framed.button(name)).toBeInViewport({ ratio: 1 });
  await expect(framed.page.getByRole("contentinfo"), "Back and Continue flow with the page").not.toBeInViewport();
  await framed.button("Menu").click();
  const menu = framed.page.getByRole("dialog", { name: "Menu" });
  await expect(menu.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
  const { y, height } = await menu.boundingBox();
  expect([Math.abs(Math.round(y)), Math.round(height)], "the drawer is as high as the screen").toEqual([0, 600]);

  // The page around is scrolled while something is open: it comes along.
  await page.evaluate(() => scrollBy(0, 300));
  await expect.poll(async () => Math.abs(Math.round((await menu.boundingBox()).y))).toBe(0);
  await menu.getByRole("link", { name: "Settings" }).click();
  await expect(framed.title).toHaveText("Settings");
  await expect(framed.title).toBeInViewport();
  await framed.button("Erase my data").click();
  const question = framed.page.getByRole("dialog", { name: "Erase everything?" });
  await expect(question).toBeInViewport({ ratio: 1 });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
});

test("where the page around does not speak, the frame scrolls and dialogs stand in its middle", async ({ page, world, trouble }) => {
  trouble.allow(/Blocked autofocusing/);
  const framed = new Framed(page);
  const address = world.put(world.host, "silent", `${world.site.url}kinds/#/settings`);
  const file = path.join(world.host.folder, "silent.html");
  writeFileSync(file, readFileSync(file, "utf8").replace('<script src="embed.js"></script>', "").replace("height: 300px", "height: 560px"));
  await page.goto(address);
  await framed.button("Erase my data").click();
  const question = framed.page.getByRole("dialog", { name: "Erase everything?" });
  await expect(question).toBeInViewport({ ratio: 1 });
  const [inside, around] = [await question.boundingBox(), await page.locator("iframe").boundingBox()];
  expect(Math.abs(inside.y + inside.height / 2 - around.y - around.height / 2)).toBeLessThan(3);
});

test("the language and the colours that the page around would like are taken", async ({ page, world }) => {
  const framed = new Framed(page);
  await page.goto(world.put(world.host, "wishes", `${world.site.url}kinds/#/u/practice/gaps`, 'data-language="ru" data-theme="dark"'));
  await expect(framed.title).toHaveText("Пропуски");
  await expect(framed.page.locator("html")).toHaveClass(/theme-dark/);
});

test("a stranger's page may not frame the site", async ({ page, world, trouble }) => {
  trouble.allow(/frame-ancestors|Framing|refused by the policy/);
  const framed = new Framed(page);
  const refused = page.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
  await page.goto(world.put(world.stranger, "refused", `${world.site.url}kinds/#/u/practice/gaps`, "data-reports"));
  await refused;
  await expect(framed.title).toHaveCount(0);
  expect(await framed.told()).toEqual([]);
});

test("where a host sends no headers, a stranger's page is neither heard nor answered", async ({ page, world }) => {
  const framed = new Framed(page);
  await page.goto(world.put(world.stranger, "ignored", `${world.bare.url}kinds/#/u/practice/gaps`, 'data-reports data-language="ru"'));
  await expect(framed.title).toHaveText("Gaps");
  await page.evaluate((origin) => {
    const { contentWindow } = document.querySelector("iframe");
    contentWindow.postMessage({ kerege: 1, type: "hello", language: "ru", reports: true }, origin);
    contentWindow.postMessage({ kerege: 1, type: "open", route: "#/settings" }, origin);
  }, world.bare.origin);
  await framed.page.getByRole("link", { name: "Continue" }).click();
  await expect(framed.title).toHaveText("A number");
  await expect(framed.page.getByText("know how far you are?")).toHaveCount(0);
  expect(await framed.told()).toEqual([]);
});

test("where the browser forbids storage in frames, it is said, and the session goes on", async ({ page, world }) => {
  await page.addInitScript(() => {
    if (window === top) return;
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  });
  const framed = new Framed(page);
  await page.goto(world.put(world.host, "forbidden", `${world.site.url}kinds/#/u/practice/choosing`, "data-reports"));
  await framed.button("No, keep it to myself").click();
  await framed.card("one").answer(["apple"]);
  await expect(framed.card("one").panel).toContainText("That holds");
  await expect(framed.page.getByText("This device will not remember what you do here")).toBeVisible();
  await framed.page.getByRole("link", { name: "Continue" }).click();
  await framed.page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(framed.card("one").panel).toContainText("That holds");
  expect(await framed.told(...ABOUT_LEARNER)).toEqual([]);
});

test("Hide leaves the whole page, not only the frame", async ({ page, world }) => {
  const framed = new Framed(page);
  await page.goto(world.put(world.host, "hide", `${world.site.url}kinds/#/u/practice/gaps`));
  await expect(framed.title).toHaveText("Gaps");
  await framed.button("Hide").click();
  await expect(page.getByRole("heading", { name: "A platform" })).toHaveCount(0);
  await expect(page).not.toHaveURL(/hide\.html/);
});
