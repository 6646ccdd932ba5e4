// What every test gets: sites to open, and a watch on everything that a page must never do.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test as base } from "@playwright/test";
import { DIST, KINDS } from "./folders.js";
import { serve } from "./server.js";
import { Player } from "./player.js";

export { expect };

/** Reports refusals by the policy to the test, from each page and frame. */
function reportRefusals() {
  addEventListener("securitypolicyviolation", (event) => window.__refused?.(`${event.effectiveDirective}: ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`));
}

/** Collects what no page may do: requests to other origins, refusals by the policy, errors. */
async function watch(context, trouble, isOurs) {
  await context.exposeBinding("__refused", (_, words) => trouble.push(`refused by the policy: ${words}`));
  await context.addInitScript(reportRefusals);
  context.on("request", (request) => {
    const { protocol } = new URL(request.url());
    if (!["data:", "blob:", "about:"].includes(protocol) && !isOurs(request.url())) trouble.push(`left the site: ${request.url()}`);
  });
  context.on("weberror", (error) => trouble.push(`uncaught: ${error.error()} ${error.error()?.stack ?? ""}`));
  context.on("console", (message) => {
    // The first unit is fetched beforehand also where a learner goes to another place first.
    const isEarly = /was preloaded using link preload but not used/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isEarly) trouble.push(`${message.type()}: ${message.text()}`);
  });
}

/** Lets a test have copies of a site, each changed and served as it asks; afterwards they are gone. */
export async function copies(site, use) {
  const left = [];
  await use(async (change = () => {}, options = {}) => {
    const folder = mkdtempSync(path.join(tmpdir(), "kerege-"));
    left.push(() => rmSync(folder, { recursive: true }));
    cpSync(site(), folder, { recursive: true });
    await change(folder);
    const served = await serve(folder, options);
    left.push(served.stop);
    return served;
  });
  for (const end of left.reverse()) await end();
}

export const test = base.extend({
  /** Language of the interface and the course: `en` or `ru`. */
  language: ["en", { option: true }],

  /** What a page did that it must not. A test that expects some of it says so with `allow`. */
  trouble: [
    async ({ context }, use) => {
      const found = [];
      const allowed = [];
      await watch(context, found, (url) => /^https?:\/\/127\.0\.0\.1:/.test(url));
      await use({ found, allow: (pattern) => allowed.push(pattern) });
      expect(found.filter((words) => !allowed.some((pattern) => pattern.test(words))), "no page may do this").toEqual([]);
    },
    { auto: true },
  ],

  /** The course with all kinds of exercise, served below a path. */
  kinds: [
    async ({}, use) => {
      const site = await serve(KINDS, { base: "/x/y/" });
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],

  /** The site with the courses of the repository. */
  site: [
    async ({}, use) => {
      const site = await serve(DIST, { base: "/courses/" });
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],

  /** A copy of the course with all kinds, to be broken: `await broken(change, options)`, where `change` gets the folder. */
  broken: async ({}, use) => copies(() => KINDS, use),

  /** The player in the test's page. */
  player: async ({ page, language }, use) => use(new Player(page, language)),
});
