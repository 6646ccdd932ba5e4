// Everybody can do everything: by key, by ear, by one finger, at 400 % zoom, without colours, without motion.
import AxeBuilder from "@axe-core/playwright";
import { course, exercise, exercisesOn, finished, isAssessed, pagesOf, plain, rightAnswer } from "../support/course.js";
import { KINDS } from "../support/folders.js";
import { expect, test } from "../support/test.js";
import { keys, reach } from "../support/player.js";
import { tooSmall } from "../support/room.js";

test.describe.configure({ timeout: 120_000 });

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every screen of a module that is finished, by its address. */
const screens = (module) => [
  "#/", ...pagesOf(module, "whole").map(({ unit, page }) => `#/u/${unit.id}/${page.id}`),
  "#/result/practice", "#/result/test", "#/certificate", "#/glossary", "#/sources", "#/settings", "#/nowhere",
];

const openings = {
  "just begun": () => [],
  finished: (module) => finished(module, "whole"),
};

/** Opens the course in a state, before the player has run. */
async function open(page, kinds, module, state = "just begun") {
  const [key, value] = openings[state](module);
  if (key) await page.addInitScript(([key, value]) => localStorage.getItem(key) ?? localStorage.setItem(key, value), [key, value]);
  await page.goto(`${kinds.url}${module.address}#/settings`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Goes to each screen and looks at it. */
async function everywhere(page, player, module, look) {
  for (const hash of screens(module)) {
    const before = await player.title.evaluateHandle((title) => title);
    await player.go(hash);
    await page.waitForFunction(([title, hash]) => !title.isConnected || location.hash !== hash, [before, hash]);
    await expect(player.title).toBeVisible();
    await look(hash);
  }
}

const found = (result) => result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`);

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language, locale: language === "en" ? "en-GB" : "ru-RU" });
    const module = () => course(KINDS, "kinds", language);

    test.describe("checked by axe", () => {
      // axe puts its own script into the page, which the policy refuses; nothing else is tested here.
      test.use({ bypassCSP: true });

      // So high that nothing lies under what sticks to the edges of the screen.
      test.use({ viewport: { width: 1280, height: 3000 } });

      // Each screen in each language and both schemes; begun and finished by turns.
      for (const [name, media, state] of [
        ["light", { colorScheme: "light" }, language === "en" ? "just begun" : "finished"],
        ["dark", { colorScheme: "dark" }, language === "en" ? "finished" : "just begun"],
        ["forced colours", { forcedColors: "active" }, "finished"],
      ]) {
        test(`nothing is found on any screen: ${name}, ${state}`, async ({ page, player, kinds }) => {
          await page.emulateMedia(media);
          await open(page, kinds, module(), state);
          const problems = [];
          const look = async (where) => problems.push(...found(await new AxeBuilder({ page }).withTags(STANDARDS).analyze()).map((words) => `${where}: ${words}`));
          await everywhere(page, player, module(), look);
          expect(problems).toEqual([]);
        });

        test(`nothing is found after checking, in dialogs and in the catalogue: ${name}`, async ({ page, player, kinds }) => {
          await page.emulateMedia(media);
          const problems = [];
          const look = async (where) => problems.push(...found(await new AxeBuilder({ page }).withTags(STANDARDS).analyze()).map((words) => `${where}: ${words}`));
          await page.goto(kinds.url);
          await expect(player.title).toBeVisible();
          await look("catalogue");
          await page.goto(`${kinds.url}${module().address}#/u/practice/choosing`);
          const [one, several] = ["one", "several"].map((id) => player.card(exercise(module(), id)));
          await one.button("Hint ({n})").click();
          await one.answer(["pear"]);
          await one.button("Show the answer").click();
          await several.answer(["fifty", "half"]);
          await look("after checking");
          await player.go("#/u/practice/pairs");
          await player.card(exercise(module(), "pair")).answer({ apple: "apple", grape: "nut", nut: "stone" });
          await look("matching, checked");
          await player.go("#/u/practice/order");
          await player.card(exercise(module(), "seasons")).answer(["summer", "spring", "autumn", "winter"]);
          await look("ordering, checked");
          await player.go("#/u/practice/groups");
          await player.card(exercise(module(), "groups-of")).answer({ pear: "fruit", saw: "fruit", plum: "tool", ladder: "tool" });
          await look("categorise, checked");
          await player.go("#/u/practice/thinking");
          await player.card(exercise(module(), "thought")).answer(rightAnswer(exercise(module(), "thought")));
          await look("reflection, compared");
          await player.button("Menu").click();
          await expect(page.getByRole("dialog")).toBeVisible();
          await look("menu");
          await page.keyboard.press("Escape");
          await player.go("#/u/test/the-test");
          await player.assessment.getByRole("button", { name: player.t("Hand in") }).click();
          await expect(page.getByRole("dialog")).toBeVisible();
          await look("hand in?");
          await page.keyboard.press("Escape");
          await player.go("#/settings");
          await player.button("Erase my data").click();
          await look("erase?");
          expect(problems).toEqual([]);
        });
      }
    });

    test("at 400 % zoom (320 pixels wide) no screen has to be scrolled sideways", async ({ page, player, kinds }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, kinds, module(), "finished");
      const wide = [];
      await everywhere(page, player, module(), async (where) => {
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
        if (width > 320) wide.push(`${where}: ${width}`);
      });
      await page.goto(kinds.url);
      await expect(player.title).toBeVisible();
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth), "catalogue").toBeLessThanOrEqual(320);
      expect(wide).toEqual([]);
    });

    test("every target is at least 24 pixels high and wide, and Hide is one of them on every screen", async ({ page, player, kinds }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, kinds, module());
      const small = [];
      await everywhere(page, player, module(), async (where) => {
        const all = await tooSmall(page);
        small.push(...all.map((words) => `${where}: ${words}`));
        await expect(player.button("Hide"), where).toBeInViewport({ ratio: 1 });
      });
      expect(small).toEqual([]);
    });

    test("with a keyboard alone, each kind can be done, and the focus goes where something happened", async ({ page, player, kinds }) => {
      const whole = module();
      await page.goto(`${kinds.url}${whole.address}#/u/practice/choosing`);
      for (const { unit, page: here } of pagesOf(whole, "whole")) {
        await expect(player.title).toHaveText(plain(here.title));
        if (here.id !== "choosing") await expect(player.title).toBeFocused();
        for (const one of exercisesOn(unit, here, "whole").filter((one) => !isAssessed(one))) {
          const card = player.card(one);
          await card.enter(rightAnswer(one), keys);
          await keys.press(card.check);
          await expect(card.panel).toBeFocused();
          await expect(card.panel).toContainText(["scale", "reflection"].includes(one.kind) ? player.t("Noted.") : player.t.part("That holds: {points}"));
          if (one.kind === "reflection") await card.meet(["named"], keys);
        }
        if (here.id === "the-test") {
          for (const id of await player.shown()) await player.card(exercise(whole, id)).enter(rightAnswer(exercise(whole, id)), keys);
          await keys.press(player.assessment.getByRole("button", { name: player.t("Hand in") }).first());
          const dialog = page.getByRole("dialog", { name: player.t("Hand in the assessment?") });
          await expect(dialog).toBeVisible();
          await keys.press(dialog.getByRole("button", { name: player.t("Hand in") }));
          await expect(player.assessment.getByRole("heading", { name: player.t("Handed in") })).toBeFocused();
        }
        await keys.press(player.link("Continue"));
        if (unit.pages.at(-1).id === here.id) {
          await expect(player.title).toHaveText(player.t("What you did in this unit"));
          await expect(player.title).toBeFocused();
          await keys.press(page.getByRole("link", { name: player.t.like(unit.id === "test" ? "To the certificate" : "Next unit") }));
        }
      }
      await expect(player.title).toHaveText(player.t("Certificate"));
      await keys.type(player.name, "Jana");
      await expect(page.getByRole("img", { name: `${player.t("Certificate")}: Jana` })).toBeVisible();
    });

    test("what is said to an answer goes into a live region that was there before", async ({ page, player, kinds }) => {
      await page.goto(`${kinds.url}${module().address}#/u/practice/gaps`);
      const card = player.card(exercise(module(), "gap"));
      const region = await card.panel.elementHandle();
      await card.check.click();
      expect(await region.evaluate((it) => it.isConnected && it.textContent)).toMatch(player.t.part("Fill in the gaps first."));
      await card.answer({ n: "40", share: "half" });
      await expect(card.panel).toBeFocused();
      expect(await region.evaluate((it) => it.isConnected && it.textContent)).toMatch(player.t.part("Partly there: {points}"));
    });

    test("an item that is moved keeps the focus, and its new place is said", async ({ page, player, kinds }) => {
      await page.goto(`${kinds.url}${module().address}#/u/practice/order`);
      const one = exercise(module(), "seasons");
      const card = player.card(one);
      await expect(card.check).toBeVisible();
      const order = await card.order();
      const item = one.prompt.items.find((item) => item.id === order[1]);
      const up = card.root.getByRole("button", { name: player.t("Move up: {item}").replace("{item}", plain(item.text)), exact: true });
      await keys.press(up);
      await expect(up).toBeFocused();
      await expect(page.getByRole("status").filter({ hasText: player.t("{item}: place {n}").replace("{item}", plain(item.text)).replace("{n}", 1) })).toHaveCount(1);
      expect(await card.order()).toEqual([order[1], order[0], ...order.slice(2)]);
    });
  });
}

test("the first Tab leads to the text, past everything above it", async ({ page, player, kinds }) => {
  await page.goto(`${kinds.url}kinds/#/u/practice/gaps`);
  await expect(player.title).toBeVisible();
  const skip = player.link("To the text");
  await reach(skip);
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(player.title).toHaveText("Gaps");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.closest("header, nav") === null)).toBe(true);
});

test("the menu closes by Escape and gives the focus back", async ({ page, player, kinds }) => {
  await page.goto(`${kinds.url}kinds/#/u/practice/gaps`);
  const menu = player.button("Menu");
  await keys.press(menu);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(menu).toBeFocused();
});

for (const how of ["as the device asks", "as set in the settings"]) {
  test(`nothing moves by itself, ${how}`, async ({ page, player, kinds }) => {
    const module = course(KINDS, "kinds");
    if (how === "as the device asks") await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${kinds.url}kinds/#/settings`);
    await expect(player.title).toHaveText("Settings");
    if (how === "as set in the settings") await page.getByRole("checkbox", { name: player.t("Nothing moves by itself") }).check();
    const moving = () => page.evaluate(() => document.getAnimations().filter((one) => (one.effect?.getComputedTiming().duration ?? 0) > 10).length);
    await player.go("#/u/practice/gaps");
    await expect(player.title).toHaveText("Gaps");
    expect(await moving()).toBe(0);
    await player.card(exercise(module, "gap")).answer({ n: "1", share: "half" });
    expect(await moving()).toBe(0);
    await player.button("Menu").click();
    expect(await moving()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
  });
}

test("the address of each screen has a title of its own", async ({ page, player, kinds }) => {
  const module = course(KINDS, "kinds");
  await open(page, kinds, module);
  const titles = new Map();
  await everywhere(page, player, module, async (hash) => titles.set(hash, await page.title()));
  const same = [...titles].filter(([hash, title]) => [...titles].some(([other, its]) => other !== hash && its === title));
  expect(same).toEqual([]);
});
