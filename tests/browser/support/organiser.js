// An organiser as tests meet one: keys, a site with courses that are sold, licences of every sort. The command makes them all.
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { course } from "./course.js";
import { KEREGE, PLAYER, ROOT } from "./folders.js";
import { serve } from "./server.js";
import { test as base, copies, expect } from "./test.js";

export { expect };

/** A course with a figure and a data set. Its first unit is sealed, its test is free. */
export const KINDS = { from: "kinds", slug: "kinds", id: "tst0kinds1", seal: "{ free: [test] }" };
/** Another course of the same organiser. */
export const OTHER = { ...KINDS, slug: "other", id: "tst0other1" };
/** A short course with a certificate that is signed. Its first unit is free, its test is sealed. */
export const PAID = { from: "paid", slug: "paid", id: "p4idm0dul3", seal: "{ free: [trees] }" };
/** The same course; without a licence it shows no more than its card. */
export const CARD = { ...PAID, slug: "card", id: "p4idcard00", seal: "{ free: [], outline: true }" };

/** The address that QR codes lead to. */
export const VERIFY = "https://verify.example.org/";

/** The organiser's own address: whom learners are to turn to. */
export const HOME = "https://example.org";

/** An organiser with a folder of its own, and a site with all courses; `end()` removes it. */
export class Organiser {
  constructor(name = "Қауымдастық «Кереге»") {
    this.name = name;
    this.folder = mkdtempSync(path.join(tmpdir(), "kerege-sealed-"));
    this.secret = ["--key", this.at("keys"), "--passphrase-file", this.at("passphrase")];
    writeFileSync(this.at("passphrase"), "six words that only tests know\n");
    kerege("key", "new", this.at("keys"), "--name", name, "--url", HOME, "--passphrase-file", this.at("passphrase"));
    this.site = this.build("site", { verify: VERIFY });
  }

  at(name) {
    return path.join(this.folder, name);
  }

  /** Builds a site with all courses into a folder of this name: sealed, and with these lines of player.yaml. */
  build(name, settings = {}) {
    const all = [KINDS, OTHER, PAID, CARD];
    writeFileSync(this.at("courses.yaml"), `title: { en: Courses, ru: Курсы }\ncourses:\n${all.map(offer).join("")}`);
    writeFileSync(this.at("player.yaml"), Object.entries({ hide: HOME, ...settings }).map(([key, value]) => `${key}: "${value}"\n`).join(""));
    const sources = all.map((one) => this.source(one));
    kerege("build", ...sources, "--catalogue", this.at("courses.yaml"), "--config", this.at("player.yaml"), "--player", PLAYER, ...this.secret, "--seal", "--out", this.at(name));
    return this.at(name);
  }

  /** A course's source, as it is sold: in its second edition. */
  source({ from, slug, id, seal }) {
    const folder = this.at(`${slug}-source`);
    cpSync(path.join(ROOT, "tests/fixtures/modules", from), folder, { recursive: true });
    const file = path.join(folder, "module.yaml");
    const text = readFileSync(file, "utf8").replace(/^id: .*/m, `id: ${id}`).replace(/^slug: .*/m, `slug: ${slug}`);
    writeFileSync(file, text.replace(/^seal: .*\n/m, "").replace("number: 1", "number: 2"));
    appendFileSync(file, `seal: ${seal}\n`);
    return folder;
  }

  /** A course with its answers, as its author knows them: from a build that is not sealed and goes nowhere. */
  answers(one, language) {
    const folder = this.at(`${one.slug}-open`);
    kerege("build", this.source(one), "--player", PLAYER, "--out", folder);
    return course(folder, one.slug, language);
  }

  /** Issues a licence for a course: its text, link, file, number, the card to print and, where it has one, its code. */
  issue({ id }, ...options) {
    const out = mkdtempSync(this.at("licence-"));
    const number = kerege("licence", "issue", ...this.secret, "--site", this.site, "--address", `${HOME}/`, "--out", out, "--course", id, ...options).trim();
    const file = path.join(out, readdirSync(out).find((name) => name.endsWith(".txt")));
    const link = readFileSync(file, "utf8").trim();
    const code = options.includes("--code") && readFileSync(path.join(out, "codes.csv"), "utf8").trim().split("\n")[1].split(",")[2];
    return { number, file, link, text: link.split("#licence/")[1], code, card: file.replace(/licence-([^/]+)\.txt$/, "card-$1.html") };
  }

  /** Revokes a licence: the site's list says so. */
  revoke({ number }) {
    kerege("licence", "revoke", ...this.secret, "--site", this.site, number);
  }

  end() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const offer = ({ id, slug }) => `  - { id: ${id}, title: { en: ${slug}, ru: ${slug} }, modules: [${slug}], price: { amount: "75", currency: EUR }, checkout: "${HOME}/${slug}" }\n`;

function kerege(...words) {
  const [program, ...first] = KEREGE;
  return execFileSync(program, [...first, ...words], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
}

/** Opens a course with a licence, as a link in a message does. */
export async function unlock(player, address, licence) {
  await player.page.goto(`${address}#licence/${licence.text}`);
  await expect(player.page.getByRole("heading", { name: player.t("Open with your licence") })).toBeVisible();
}

export const test = base.extend({
  /** An organiser, once for each worker. */
  organiser: [
    async ({}, use) => {
      const organiser = new Organiser();
      await use(organiser);
      organiser.end();
    },
    { scope: "worker" },
  ],

  /** The organiser's site. */
  sealed: [
    async ({ organiser }, use) => {
      const site = await serve(organiser.site, { base: "/s/" });
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],

  /** A copy of the organiser's site, to be broken: `await spoilt(change, options)`. */
  spoilt: async ({ organiser }, use) => copies(() => organiser.site, use),

  /** The address of a course on the organiser's site, in the test's language. */
  address: async ({ language, sealed }, use) => use((one, { url } = sealed) => `${url}${one.slug}/${language === "en" ? "" : `${language}/`}`),
});
