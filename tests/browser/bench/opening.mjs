// Opens an address cold, on a slow network and processor, and answers the first question there.
import { chromium } from "@playwright/test";
import { probe } from "./probe.js";

const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWER_PROCESSOR = 4;

/** Where the player has its question, its button, and its feedback. */
export const KEREGE = {
  option: "main .exercise label", question: "main .exercise input[type=radio]", check: "main .exercise button.primary",
  feedback: "main .exercise [role=status], main .exercise [aria-live]",
};

/** A browser that believes the bench's own certificates. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.KEREGE_CHROMIUM ?? "/usr/bin/chromium",
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic", "--ignore-certificate-errors"],
  });
}

/** A new profile on a small screen, which fails where a script does or where a page asks another host. */
export async function profile(browser, origin, player) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ignoreHTTPSErrors: true, storageState: player.stored });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => { if (!request.url().startsWith(origin)) errors.push(`left the site: ${request.url()}`); });
  const devtools = await context.newCDPSession(page);
  const end = async () => {
    await context.close();
    if (errors.length) throw new Error(`${player.name}: ${errors.join("; ")}`);
  };
  return { context, page, devtools, end };
}

/** Slows the processor. */
export const slow = (devtools) => devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });

/**
 * Opens what a player has at its address: seconds to the first paint and to the first question, the feedback's
 * milliseconds, and what was fetched for it.
 */
export async function once(browser, origin, player) {
  const { page, devtools, end } = await profile(browser, origin, player);
  await page.addInitScript(probe, player);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW);
  await slow(devtools);
  let [requests, bytes] = [0, 0];
  devtools.on("Network.loadingFinished", (event) => { requests += 1; bytes += event.encodedDataLength; });
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
  await end();
  return { ...loaded, paint, ready, feedback, heap };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The head of the table that `row` fills. */
export const HEAD = "what is opened            requests      kB  first paint      READY  feedback   heap   (slow 4G, processor ÷ 4, median of %s)";

/** Measures one player: prints a row, and gives back its medians. */
export async function row(browser, origin, player, runs) {
  await once(browser, origin, player); // packs the files; not counted
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await once(browser, origin, player));
  const of = (key) => median(all.map((one) => one[key]));
  console.log(
    `${player.name.padEnd(24)} ${String(of("requests")).padStart(8)} ${(of("bytes") / 1000).toFixed(1).padStart(7)} ` +
    `${(of("paint") / 1000).toFixed(2).padStart(10)} s ${(of("ready") / 1000).toFixed(2).padStart(8)} s ` +
    `${of("feedback").toFixed(0).padStart(6)} ms ${(of("heap") / 1e6).toFixed(1).padStart(4)} MB`,
  );
  return { ready: of("ready") };
}
