// How fast the first question is there, and how fast its feedback: cold, on a slow network and processor.
//   node measure.mjs <built site> [runs]
// Each player is opened in a new profile; the numbers are medians. The control is one hand-written page: the floor.
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { probe } from "./probe.js";
import { serve } from "./server.mjs";

const [site, runs = "5"] = process.argv.slice(2);
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWER_PROCESSOR = 4;

const KEREGE = {
  option: "main .exercise label", question: "main .exercise input[type=radio]", check: "main .exercise button.primary",
  feedback: "main .exercise [role=status], main .exercise [aria-live]",
};
const PLAYERS = [
  { name: "one page by hand", path: "/control.html", option: "label", question: "input[type=radio]", check: ".check", feedback: "[role=status]" },
  { ...KEREGE, name: "one question", path: "/bench-small/" },
  { ...KEREGE, name: "100 questions on a page", path: "/bench-large/" },
  { ...KEREGE, name: "20 pages, 100 exercises", path: "/wide-1/" },
  { ...KEREGE, name: "2,000 pages, 10,000 ex.", path: "/wide-100/" },
  { ...KEREGE, name: "Data Analysis", path: "/data-analysis/#/u/question/concern" },
];

async function once(browser, origin, player) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.addInitScript(probe, player);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
  let [requests, bytes] = [0, 0];
  devtools.on("Network.loadingFinished", (event) => { requests += 1; bytes += event.encodedDataLength; });
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => { if (!request.url().startsWith(origin)) errors.push(`left the site: ${request.url()}`); });
  await page.goto(origin + player.path, { waitUntil: "commit" });
  await page.waitForFunction(() => window.__notes?.ready != null, null, { timeout: 60_000, polling: 100 });
  await page.waitForLoadState("networkidle");
  const { ready, paint } = await page.evaluate(() => window.__notes);
  const loaded = { requests, bytes };
  await page.locator(player.option).first().click();
  await page.waitForTimeout(300);
  await page.locator(player.check).first().click();
  await page.waitForFunction(() => window.__notes.answered != null, null, { timeout: 15_000, polling: 50 });
  const feedback = await page.evaluate(() => window.__notes.answered - window.__notes.pressed);
  const heap = (await devtools.send("Runtime.getHeapUsage")).usedSize;
  await context.close();
  if (errors.length) throw new Error(`${player.name}: ${errors.join("; ")}`);
  return { ...loaded, paint, ready, feedback, heap };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const root = mkdtempSync(path.join(tmpdir(), "kerege-bench-site-"));
cpSync(site, root, { recursive: true });
copyFileSync(new URL("control.html", import.meta.url), path.join(root, "control.html"));
const server = await serve(root);
const browser = await chromium.launch({
  executablePath: process.env.KEREGE_CHROMIUM ?? "/usr/bin/chromium",
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic", "--ignore-certificate-errors"],
});
try {
  console.log("what is opened            requests      kB  first paint      READY  feedback   heap   (slow 4G, processor ÷ 4, median of %s)", runs);
  for (const player of PLAYERS) {
    await once(browser, server.origin, player); // packs the files; not counted
    const all = [];
    for (let run = 0; run < Number(runs); run += 1) all.push(await once(browser, server.origin, player));
    const of = (key) => median(all.map((one) => one[key]));
    console.log(
      `${player.name.padEnd(24)} ${String(of("requests")).padStart(8)} ${(of("bytes") / 1000).toFixed(1).padStart(7)} ` +
      `${(of("paint") / 1000).toFixed(2).padStart(10)} s ${(of("ready") / 1000).toFixed(2).padStart(8)} s ` +
      `${of("feedback").toFixed(0).padStart(6)} ms ${(of("heap") / 1e6).toFixed(1).padStart(4)} MB`,
    );
  }
} finally {
  await browser.close();
  server.stop();
  rmSync(root, { recursive: true });
}
