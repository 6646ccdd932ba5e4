// Before all tests: builds the course that they are made for.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { KEREGE, KINDS, KINDS_SOURCE, PLAYER, ROOT } from "./folders.js";

/** Builds a site of one module into `out`. The source is copied first: a build may write a lock file beside it. */
export function build(source, out, ...options) {
  const copy = path.join(path.dirname(out), `${path.basename(out)}-source`);
  for (const folder of [copy, out]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(out), { recursive: true });
  cpSync(source, copy, { recursive: true });
  run([...KEREGE, "build", copy, "--player", PLAYER, "--out", out, ...options]);
  return out;
}

function run([program, ...words]) {
  execFileSync(program, words, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
}

export default function setUp() {
  if (!process.env.KEREGE) run(["cargo", "build", "--quiet", "--package", "kerege-author", "--bin", "kerege"]);
  build(KINDS_SOURCE, KINDS);
}
