// Sealed sites for tests: an organiser, made for the run, and licences of every sort.
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { KEREGE, KINDS_SOURCE, PLAYER, ROOT } from "./folders.js";

/** The course in which the first unit is sealed and the test is free. */
export const COURSE = "tst0kinds1";

/** Another course of the same organiser. */
export const OTHER = "tst0other1";

/** An organiser with a folder of its own; `end()` removes it. */
export class Organiser {
  constructor(name = "Test organiser") {
    this.folder = mkdtempSync(path.join(tmpdir(), "kerege-sealed-"));
    this.key = path.join(this.folder, "key");
    this.site = path.join(this.folder, "site");
    this.passphrase = path.join(this.folder, "passphrase");
    writeFileSync(this.passphrase, "six words for a test only\n");
    this.run("key", "new", this.key, "--name", name, "--url", "https://example.org", ...this.secret);
  }

  get secret() {
    return ["--passphrase-file", this.passphrase];
  }

  run(...words) {
    const [program, ...first] = KEREGE;
    return execFileSync(program, [...first, ...words], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
  }

  /** Builds the site: two courses, which are sold. */
  build() {
    const modules = [[COURSE, "kinds"], [OTHER, "other"]].map(([id, slug]) => {
      const folder = path.join(this.folder, slug);
      cpSync(KINDS_SOURCE, folder, { recursive: true });
      const file = path.join(folder, "module.yaml");
      const text = readFileSync(file, "utf8").replace(/^id: .*/m, `id: ${id}`).replace(/^slug: .*/m, `slug: ${slug}`);
      writeFileSync(file, text.replace("number: 1", "number: 2"));
      appendFileSync(file, "seal: { free: [test] }\n");
      return folder;
    });
    const courses = path.join(this.folder, "courses.yaml");
    const course = ([id, slug]) => `  - { id: ${id}, title: { en: ${slug}, ru: ${slug} }, modules: [${slug}], price: { amount: "75", currency: EUR }, checkout: "https://example.org/${slug}" }\n`;
    writeFileSync(courses, `title: { en: Courses, ru: Курсы }\ncourses:\n${[[COURSE, "kinds"], [OTHER, "other"]].map(course).join("")}`);
    this.run("build", ...modules, "--catalogue", courses, "--player", PLAYER, "--key", this.key, "--seal", "--out", this.site, ...this.secret);
    return this.site;
  }

  /** Issues a licence: its text, its number and, where it has one, its code. */
  issue(...options) {
    const out = mkdtempSync(path.join(this.folder, "licence-"));
    const course = options.includes("--course") ? [] : ["--course", COURSE];
    const number = this.run("licence", "issue", "--key", this.key, "--site", this.site, "--address", "https://example.org/", "--out", out, ...course, ...options, ...this.secret).trim();
    const file = path.join(out, readdirSync(out).find((name) => name.endsWith(".txt")));
    const link = readFileSync(file, "utf8").trim();
    const code = options.includes("--code") && readFileSync(path.join(out, "codes.csv"), "utf8").trim().split("\n")[1].split(",")[2];
    return { number, file, link, text: link.split("#licence/")[1], code };
  }

  /** Revokes a licence: the site's list says so. */
  revoke(number) {
    this.run("licence", "revoke", "--key", this.key, "--site", this.site, number, ...this.secret);
  }

  end() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
