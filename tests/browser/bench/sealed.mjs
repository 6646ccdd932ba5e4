// How much later a sealed course is there than an open one, and how long unlocking takes.
//   node sealed.mjs <open site> <sealed site> <link of a licence> [runs]
// "Licence kept": the course was unlocked before, so that its seals are opened on the way to the question, from nothing.
import { HEAD, KEREGE, launch, median, profile, row, slow } from "./opening.mjs";
import { serve } from "./server.mjs";

const [open, sealed, link, runs = "5"] = process.argv.slice(2);
const FREE = { ...KEREGE, path: "/data-analysis/#/u/question/concern" };
const PAID = { ...KEREGE, path: "/data-analysis/#/u/words/who-reads" };
const OPENED = "Open with your licence";

/** Milliseconds from the press of the button that opens a licence until the course says that it is open. */
async function unlocked(browser, origin) {
  const { context, page, devtools, end } = await profile(browser, origin, { name: "unlocking" });
  await page.goto(`${origin}/data-analysis/#/licence`);
  await page.locator("main textarea").fill(link.split("#licence/")[1]);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
  await slow(devtools);
  const took = page.evaluate((opened) => new Promise((done) => {
    addEventListener("pointerup", ({ timeStamp }) => {
      const look = () => {
        if (!document.querySelector("main").textContent.includes(opened)) return requestAnimationFrame(look);
        return requestAnimationFrame(() => setTimeout(() => done(performance.now() - timeStamp), 0));
      };
      look();
    }, { capture: true, once: true });
  }), OPENED);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  const time = await took;
  const stored = await context.storageState();
  await end();
  return { time, stored };
}

const [plain, paid] = [await serve(open), await serve(sealed)];
const browser = await launch();
try {
  const all = [];
  for (let run = 0; run <= Number(runs); run += 1) all.push(await unlocked(browser, paid.origin));
  console.log("a licence, from the press of Open to the course's name: %s ms", median(all.slice(1).map((one) => one.time)).toFixed(0));
  const stored = all[0].stored;
  console.log(HEAD, runs);
  const measured = (server, player) => row(browser, server.origin, player, Number(runs));
  const free = [await measured(plain, { ...FREE, name: "first unit, open" }), await measured(paid, { ...FREE, name: "the same, free in sealed" })];
  const later = [await measured(plain, { ...PAID, name: "fourth unit, open" }), await measured(paid, { ...PAID, name: "sealed, licence kept", stored })];
  const ratio = ([one, other]) => (other.ready / one.ready).toFixed(2);
  console.log("sealed : open %s where it is free, %s where it is opened (at most 1.3)", ratio(free), ratio(later));
} finally {
  await browser.close();
  plain.stop();
  paid.stop();
}
