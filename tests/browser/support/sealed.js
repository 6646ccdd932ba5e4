// A sealed course with its organiser: keys, site, licences, as an organiser makes them.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "./build.js";
import { course, finished } from "./course.js";
import { KEREGE, PLAYER, ROOT, TARGET } from "./folders.js";

const SOURCE = path.join(ROOT, "tests/fixtures/modules/paid");

/** The address that QR codes lead to. */
export const VERIFY = "https://verify.example.org/";

function kerege(...words) {
  const [program, ...first] = KEREGE;
  return execFileSync(program, [...first, ...words], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] }).toString();
}

/**
 * Makes an organiser, and the course sealed with its keys, in a folder of this name.
 * `licence(options…)` issues one and gives its text; `revoke()` revokes all of them; `progress` is what is stored when the
 * course was done with full points.
 */
export function sealed(name, { verify = VERIFY } = {}) {
  const folder = path.join(TARGET, "browser-tests", name);
  const at = (file) => path.join(folder, file);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(at("passphrase"), "six words that only tests know\n");
  writeFileSync(at("player.yaml"), verify ? `verify: "${verify}"\n` : 'hide: "https://example.org/"\n');
  const keys = ["--key", at("keys"), "--passphrase-file", at("passphrase")];
  kerege("key", "new", at("keys"), "--name", "Қауымдастық «Кереге»", "--url", "https://example.org", "--passphrase-file", at("passphrase"));
  cpSync(SOURCE, at("source"), { recursive: true });
  kerege("build", at("source"), "--player", PLAYER, "--config", at("player.yaml"), ...keys, "--seal", "--out", at("site"));
  const plain = course(build(SOURCE, at("plain")), "paid");
  const licence = (...options) => {
    rmSync(at("licences"), { recursive: true, force: true });
    kerege("licence", "issue", ...keys, "--site", at("site"), "--address", "https://example.org/", "--course", plain.outline.id, "--out", at("licences"), ...options);
    const file = readdirSync(at("licences")).find((one) => one.startsWith("licence-"));
    return readFileSync(path.join(at("licences"), file), "utf8").trim();
  };
  const revoke = () => {
    const ids = kerege("licence", "list", ...keys).match(/[0-9A-F]{4}(-[0-9A-F]{4}){3}/g);
    kerege("licence", "revoke", ...keys, "--site", at("site"), ...new Set(ids));
  };
  return { folder: at("site"), id: plain.outline.id, progress: finished(plain, "whole"), licence, revoke };
}

/** Opens the module with a licence in this page, as its unlock screen does. */
export async function unlock(page, licence) {
  const said = await page.evaluate(async (licence) => {
    const meta = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? "";
    const root = new URL(meta("kerege-root") || "./", document.baseURI);
    const files = Object.fromEntries(meta("kerege-trust").split(" ").map((pair) => pair.split("=")));
    const trust = await import(new URL(files.script, root).href);
    await trust.default({ module_or_path: new URL(files.wasm, root).href });
    const module = await (await fetch(new URL(meta("kerege-file"), root))).json();
    const organiser = new Uint8Array(await (await fetch(new URL("organiser.json", root))).arrayBuffer());
    await trust.ask("know", "{}", [organiser]);
    const about = { licence, module: module.id, edition: module.edition.number, keys: module.seal.keys, now: Date.now() };
    return (await trust.ask("unlock", JSON.stringify(about), []))[0];
  }, licence);
  if (JSON.parse(said).refused) throw new Error(said);
}
