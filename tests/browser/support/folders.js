// Where things are.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const TARGET = path.resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target");

/** The built site with the courses of the repository. */
export const DIST = path.resolve(process.env.KEREGE_DIST ?? path.join(ROOT, "dist"));
/** The built player. */
export const PLAYER = path.resolve(process.env.KEREGE_PLAYER ?? path.join(TARGET, "player"));
/** The course that the tests are made for, as its author wrote it, and built. */
export const KINDS_SOURCE = path.join(ROOT, "tests/fixtures/modules/kinds");
export const KINDS = path.join(TARGET, "browser-tests/kinds");

/** The author's command: program and first arguments. */
export const KEREGE = (process.env.KEREGE ?? path.join(TARGET, "debug/kerege")).split(" ");
