// How soon the screen answers a click in the largest exercises that are promised, with a processor slowed four times.
//   node frames.mjs <built site> [runs]
// Beside each of them stands a click on the same page that does nearly nothing, measured right before: a machine that is
// busy slows both, so the difference counts. "first" is the first frame after the click, with everything that it drew;
// "longest" the longest piece of work after that; "whole" is when nothing more came.
import { launch, median, profile, slow } from "./opening.mjs";
import { serve } from "./server.mjs";

const [site, runs = "5"] = process.argv.slice(2);
const MODULE = "w1arge0001";

/** A learner who has given a code to every third sentence. */
const coded = () => {
  const marks = Array.from({ length: 167 }, (_, n) => [`s${n * 3}`, `c${n % 12}`]);
  const draft = { unit: "large", exercise: "coding", sitting: 0, response: { coding: { marks, own: [] } } };
  const records = [{ n: 1, at: 1_790_000_000_000, draft }];
  return [`kerege/progress/${MODULE}/before`, `\n${JSON.stringify({ kerege: 1, type: "progress", module: MODULE, writer: "before", seq: 1, records })}`];
};

/** In the page: notes what came after the next click or choice, by the frames that were painted. */
function watch() {
  const channel = new MessageChannel();
  window.__next = (event) => new Promise((done) => {
    addEventListener(event, ({ timeStamp: start }) => {
      const pieces = [];
      let [last, quiet, first] = [start, 0, null];
      const painted = () => new Promise((after) => requestAnimationFrame(() => {
        channel.port1.onmessage = after;
        channel.port2.postMessage(0);
      }));
      (async () => {
        while (quiet < 30) {
          const nodes = document.getElementsByTagName("*").length;
          const from = performance.now();
          await painted();
          const now = performance.now();
          if (first === null) first = now - start;
          const grown = document.getElementsByTagName("*").length !== nodes;
          if (grown || now - from > 40) {
            pieces.push(now - from);
            [last, quiet] = [now, 0];
          } else quiet += 1;
        }
        done({ first, longest: Math.max(0, ...pieces.slice(1)), whole: Math.max(first, last - start) });
      })();
    }, { capture: true, once: true });
  });
}

const choose = (page, selector, option) => page.evaluate(([selector, option]) => {
  const list = document.querySelector(selector);
  list.value = option;
  list.dispatchEvent(new Event("input", { bubbles: true }));
}, [selector, option]);

const SCENES = [
  { name: "a choice beside the transcript", page: "coding", event: "click", act: (page) => page.locator("#x-small-coding .option").first().click() },
  { name: "select a sentence of 500", page: "coding", event: "click", act: (page) => page.locator("#x-coding .sentence").nth(1).click() },
  { name: "give it a code", page: "coding", event: "click", act: (page) => page.locator("#x-coding .code").first().click() },
  { name: "compare with the expert", page: "coding", event: "click", act: (page) => page.locator("#x-coding [data-do=check]").click() },
  { name: "a choice beside the table", page: "table", event: "click", act: (page) => page.locator("#x-small-table .option").first().click() },
  { name: "filter 2,000 × 20, rows open", page: "table", event: "click", act: (page) => page.locator("#x-table [data-bench=word]").first().click() },
  { name: "sort them", page: "table", event: "input", act: (page) => choose(page, "#x-table [data-bench=sort]", "down") },
  { name: "cross-tabulate them", page: "table", event: "input", act: (page) => choose(page, "#x-table [data-bench=rows]", "column-0") },
];

async function once(browser, origin) {
  const { page, devtools, end } = await profile(browser, origin, { name: "large exercises" });
  await page.addInitScript(watch);
  await page.addInitScript(([key, value]) => localStorage.getItem(key) ?? localStorage.setItem(key, value), coded());
  const found = [];
  let here = null;
  for (const scene of SCENES) {
    if (scene.page !== here) {
      here = scene.page;
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      await page.goto(`${origin}/large/#/u/large/${here}`);
      await page.locator(`#x-${here} [data-do=check]`).waitFor();
      if (here === "table") await page.locator("#x-table details.data > summary").click();
      await page.waitForTimeout(1500);
      await slow(devtools);
    }
    const noted = page.evaluate((event) => window.__next(event), scene.event);
    await scene.act(page);
    found.push(await noted);
  }
  await end();
  return found;
}

const server = await serve(site);
const browser = await launch();
try {
  await once(browser, server.origin); // packs the files; not counted
  const all = [];
  for (let run = 0; run < Number(runs); run += 1) all.push(await once(browser, server.origin));
  console.log("what is done                        first    longest      whole   (processor ÷ 4, median of %s)", runs);
  for (const [at, { name }] of SCENES.entries()) {
    const of = (key) => `${median(all.map((one) => one[at][key])).toFixed(0).padStart(7)} ms`;
    console.log(`${name.padEnd(31)} ${of("first")} ${of("longest")} ${of("whole")}`);
  }
} finally {
  await browser.close();
  server.stop();
}
