// How fast the first question is there, and how fast its feedback: cold, on a slow network and processor.
//   node measure.mjs <built site> [runs]
// Each player is opened in a new profile; the numbers are medians. The control is one hand-written page: the floor.
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { HEAD, KEREGE, launch, row } from "./opening.mjs";
import { serve } from "./server.mjs";

const [site, runs = "5"] = process.argv.slice(2);

const PLAYERS = [
  { name: "one page by hand", path: "/control.html", option: "label", question: "input[type=radio]", check: ".check", feedback: "[role=status]" },
  { ...KEREGE, name: "one question", path: "/bench-small/" },
  { ...KEREGE, name: "100 questions on a page", path: "/bench-large/" },
  { ...KEREGE, name: "20 pages, 100 exercises", path: "/wide-1/" },
  { ...KEREGE, name: "2,000 pages, 10,000 ex.", path: "/wide-100/" },
  { ...KEREGE, name: "Data Analysis", path: "/data-analysis/#/u/question/concern" },
];

const root = mkdtempSync(path.join(tmpdir(), "kerege-bench-site-"));
cpSync(site, root, { recursive: true });
copyFileSync(new URL("control.html", import.meta.url), path.join(root, "control.html"));
const server = await serve(root);
const browser = await launch();
try {
  console.log(HEAD, runs);
  for (const player of PLAYERS) await row(browser, server.origin, player, Number(runs));
} finally {
  await browser.close();
  server.stop();
  rmSync(root, { recursive: true });
}
