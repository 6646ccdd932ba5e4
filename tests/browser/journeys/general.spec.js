// The general kinds in the gallery: not ready, partly, the answer, right, all of it after a reload and in the other language.
// What the other kinds can do has a file for each of them.
import { course, exercise, plain, rightAnswer } from "../support/course.js";
import { DIST } from "../support/folders.js";
import { keys, reach, tap } from "../support/player.js";
import { expect, test } from "../support/test.js";

/** What is tried, by exercise: its page, what is said before anything is entered, and an answer that holds in part. */
const TRIED = {
  "g-matrix": { unit: "choosing", page: "choice-in-each-row", wait: "Choose an answer for each item first.", partly: { photo: ["ask"], count: ["ask"], names: ["ask"] } },
  "g-matrix-many": { unit: "choosing", page: "choice-in-each-row", wait: "Choose an answer for each item first.", partly: { many: ["count"], books: ["count"] } },
  "g-marking": { unit: "choosing", page: "words-in-a-text", wait: "Choose some words first.", partly: ["everybody"] },
  "g-pictures": { unit: "choosing", page: "pictures-to-choose-from", wait: "Choose an answer first.", wrong: ["flat"] },
  "g-hotspot": { unit: "choosing", page: "places-on-a-picture", wait: "Choose an answer first.", partly: ["table"] },
  "g-label": { unit: "placing", page: "labels-on-a-picture", wait: "Choose an answer for each item first.", partly: { top: "shelves", right: "stove", left: "stove", below: "stove" } },
  "g-order-pictures": { unit: "placing", page: "order-of-pictures", partly: ["sprout", "plant", "seed"] },
  "g-order-numbers": { unit: "placing", page: "order-of-pictures", partly: ["fifth", "tenth", "half", "quarter"] },
  "g-bank": { unit: "writing", page: "bank-of-words", wait: "Fill in the gaps first.", partly: { whole: "whole", part: "share", share: "mean" } },
};

for (const language of ["en", "ru"]) {
  test.describe(language, () => {
    test.use({ language });
    const gallery = () => course(DIST, "gallery", language);
    const place = (site, unit, page) => `${site.url}${gallery().address}#/u/${unit}/${page}`;
    const other = (site, unit, page) => `${site.url}${course(DIST, "gallery", language === "en" ? "ru" : "en").address}#/u/${unit}/${page}`;

    for (const name of new Set(Object.values(TRIED).map(({ unit }) => unit))) {
      test(`${name}: every state, after a reload and in the other language`, async ({ page, player, site }) => {
        const { t } = player;
        const tried = Object.entries(TRIED).filter(([, { unit }]) => unit === name);
        for (const [id, { page: where, wait, partly, wrong }] of tried) {
          const one = exercise(gallery(), id);
          const card = player.card(one);
          await page.goto(place(site, name, where));
          await expect(card.check).toBeVisible();
          if (wait) {
            await card.check.click();
            await expect(card.panel).toHaveText(t.like(wait));
          }
          await card.answer(partly ?? wrong);
          await expect(card.panel).toContainText(t.part(partly ? "Partly there: {points}" : "Not quite: {points}"));
          await expect(card.panel).toBeFocused();
          await card.button("Show the answer").click();
          await expect(card.model).toBeFocused();
          await expect(card.model).toContainText(t("The answer"));
          await expect(card.model).toContainText(plain(one.answer));
          await card.button("Try again").click();
          await card.answer(rightAnswer(one));
          await expect(card.panel).toContainText(t.part("That holds: {points}"));
        }
        const hold = async (there, address) => {
          for (const [id, { page: where }] of tried) {
            const card = there.card(exercise(gallery(), id));
            await page.goto(address(site, name, where));
            await expect(card.panel).toContainText(there.t.part("That holds: {points}"));
          }
        };
        await page.reload();
        await hold(player, place);
        await hold(player.in(language === "en" ? "ru" : "en"), other);
      });
    }

    test("a pair shows what has changed since the earlier answer, and says so where there is none", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "choosing", "what-has-changed"));
      const late = player.card(exercise(gallery(), "g-likert-now"));
      const level = (n) => plain(late.exercise.prompt.levels[n].text);
      await late.answer({ table: "4", limits: "2" });
      await expect(late.root).toContainText(t("The earlier question of this pair has no answer yet, so no change can be shown."));
      await page.goto(place(site, "choosing", "where-you-stand"));
      const early = player.card(exercise(gallery(), "g-likert"));
      await early.answer({ table: "1", limits: "2" });
      await expect(early.panel).toContainText(t("Noted."));
      const stand = player.card(exercise(gallery(), "g-stand"));
      await stand.answer(2);
      await page.goto(place(site, "choosing", "what-has-changed"));
      const changed = (before, now) => (language === "en" ? `Before: ${before}. Now: ${now}.` : `Раньше: ${before}. Сейчас: ${now}.`);
      await expect(late.root).toContainText(changed(level(0), level(3)));
      await expect(late.root).toContainText(language === "en" ? `As before: ${level(1)}` : `Как и раньше: ${level(1)}`);
      const now = player.card(exercise(gallery(), "g-stand-now"));
      await now.answer(4);
      await page.reload();
      await expect(now.root).toContainText(changed(2, 4));
    });

    test("cards that are not known come again, also after a reload, until all are known @phone", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "writing", "cards"));
      const card = player.card(exercise(gallery(), "g-cards"));
      const front = (n) => plain(card.exercise.prompt.cards[n].front);
      const turn = card.button("Turn over");
      const faces = card.root.locator(".face");
      await card.check.click();
      await expect(card.panel).toHaveText(t.like("Turn the first card over."));
      await expect(faces.first()).toHaveText(front(0));
      await expect(faces.first()).toBeVisible();
      await expect(faces.last()).toBeHidden();
      await turn.click();
      await expect(faces.last()).toHaveText(plain(card.exercise.prompt.cards[0].back));
      await expect(faces.last()).toBeVisible();
      await card.button("Not yet").click();
      for (const n of [1, 2]) {
        await expect(card.root.locator(".flash")).toContainText(front(n));
        await expect(turn).toBeFocused();
        await turn.click();
        await card.button("I knew it").click();
      }
      await page.reload();
      await expect(card.root.locator(".flash")).toContainText(front(0));
      await turn.click();
      await card.button("I knew it").click();
      await expect(card.panel).toContainText(t("Noted."));
      await card.button("Go through the cards again").click();
      await expect(card.root.locator(".flash")).toContainText(front(0));
    });

    test("what was chosen from a list stands there as a whole once it is checked @phone", async ({ page, player, site }) => {
      await page.goto(place(site, "placing", "pairs"));
      const card = player.card(exercise(gallery(), "g-pairs"));
      const { right } = card.exercise.prompt;
      const longest = right.reduce((one, other) => (plain(other.text).length > plain(one.text).length ? other : one));
      await card.answer(Object.fromEntries(card.exercise.prompt.left.map(({ id }) => [id, longest.id])));
      const given = card.root.locator("data.given");
      await expect(given).toHaveCount(card.exercise.prompt.left.length);
      for (const one of await given.all()) {
        await expect(one).toContainText(plain(longest.text));
        expect(await one.evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);
      }
      await expect(card.root.locator("select")).toHaveCount(0);
    });

    test("a checklist keeps its ticks and counts them", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "writing", "a-checklist"));
      const card = player.card(exercise(gallery(), "g-checklist"));
      await card.check.click();
      await expect(card.panel).toHaveText(t.like("Tick something first."));
      await card.enter(["light", "sign"]);
      await expect(card.root).toContainText(t.part("{n} of {of} ticked"));
      await expect(card.root).toContainText(/2.+3/);
      await page.reload();
      await card.shows(["light", "sign"]);
      await card.check.click();
      await expect(card.panel).toContainText(t("Noted."));
    });

    test("how sure one is is asked before it is checked; sure and wrong comes first on the unit's result", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "choosing", "how-sure"));
      const card = player.card(exercise(gallery(), "g-sure"));
      await card.choice(["six"], tap);
      await card.check.click();
      await expect(card.panel).toHaveText(t.like("Say first how sure you are."));
      await card.sure("Sure").check();
      await card.check.click();
      await expect(card.panel).toContainText(t.part("Not quite: {points}"));
      await page.reload();
      await expect(card.sure("Sure")).toBeChecked();
      await player.go("#/result/choosing");
      const heading = page.getByRole("heading", { name: t("You were sure, and it does not hold") });
      await expect(heading).toBeVisible();
      await page.getByRole("listitem").filter({ hasText: plain(card.exercise.text) }).getByRole("link").click();
      await card.button("Try again").click();
      await card.answer(["ten"]);
      await player.go("#/result/choosing");
      await expect(player.title).toBeVisible();
      await expect(heading).toHaveCount(0);
    });

    test("each learner sees mixed options in an order of their own, which stays", async ({ browser, site }) => {
      const one = exercise(gallery(), "g-sure");
      const orders = [];
      for (const chance of [1, 2, 3]) {
        const context = await browser.newContext();
        // The device's chance, so that these learners are always the same.
        await context.addInitScript((chance) => (Crypto.prototype.getRandomValues = (bytes) => bytes.fill(chance + sessionStorage.length)), chance);
        const page = await context.newPage();
        const order = async (address) => {
          await page.goto(address(site, "choosing", "how-sure"));
          const options = page.locator("#x-g-sure .option input");
          await expect(options).toHaveCount(one.prompt.options.length);
          return options.evaluateAll((all) => all.map((one) => one.value));
        };
        const first = await order(place);
        expect([...first].sort()).toEqual(one.prompt.options.map(({ id }) => id).sort());
        await expect(page.locator("#x-g-sure .check, #x-g-sure [data-do=check]")).toBeVisible();
        await expect.poll(() => page.evaluate(() => Object.values(localStorage).some((text) => text.includes('"mixed"')))).toBe(true);
        // From now on chance says something else.
        await page.evaluate(() => sessionStorage.setItem("later", "1"));
        await page.reload();
        expect(await order(place)).toEqual(first);
        expect(await order(other)).toEqual(first);
        orders.push(String(first));
        await context.close();
      }
      expect(new Set(orders).size).toBeGreaterThan(1);
    });

    test("a rubric is judged after writing, and stays", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "writing", "own-words"));
      const card = player.card(exercise(gallery(), "g-words"));
      await card.answer({ text: "Чтобы знать, где книга.", met: ["reason"] });
      await expect(card.panel).toContainText(t("Noted."));
      const levels = card.root.getByRole("group", { name: plain(card.exercise.prompt.rubric[0].text) }).getByRole("radio");
      await levels.nth(2).check();
      await page.reload();
      await expect(levels.nth(2)).toBeChecked();
      await expect(card.criterion("reason")).toBeChecked();
    });

    test("a word is pressed and put into its gap, a label onto its place, a place is pressed: by tap @phone", async ({ page, player, site }) => {
      const { t } = player;
      // A picture that comes moves what lies on it.
      const drawn = (card) => expect.poll(() => card.root.locator("img").first().evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
      await page.goto(place(site, "writing", "bank-of-words"));
      const bank = player.card(exercise(gallery(), "g-bank"));
      for (const id of ["whole", "part", "share"]) {
        await bank.word(id).click();
        await expect(bank.word(id)).toHaveAttribute("aria-pressed", "true");
        await expect(bank.root.getByRole("status").filter({ hasText: t.like("Chosen: {word}. Now press its place.") })).toBeVisible();
        await bank.root.locator(`[data-do=lay][data-part="${id}"]`).click();
        await expect(bank.gap(id)).toHaveValue(id);
      }
      await page.reload();
      await bank.shows({ whole: "whole", part: "part", share: "share" });

      await page.goto(place(site, "placing", "labels-on-a-picture"));
      const label = player.card(exercise(gallery(), "g-label"));
      await drawn(label);
      await label.word("gate").click();
      await label.spot("below").click({ force: true });
      await expect(label.list("below")).toHaveValue("gate");
      await label.spot("top").click({ force: true });
      await expect(label.list("top")).toBeFocused();

      await page.goto(place(site, "choosing", "places-on-a-picture"));
      const hotspot = player.card(exercise(gallery(), "g-hotspot"));
      await drawn(hotspot);
      await hotspot.spot("chair").click({ force: true });
      await expect(hotspot.box("chair")).toBeChecked();
      await hotspot.box("table").check();
      await expect(hotspot.spot("table")).toHaveAttribute("data-on", "");
      await hotspot.spot("chair").click({ force: true });
      await expect(hotspot.box("chair")).not.toBeChecked();
    });

    test("what is drawn from a pool stays over a reload and in the other language, and a retake draws anew", async ({ page, player, site }) => {
      const { t } = player;
      const drawn = async () => {
        await expect(page.locator(".pool .exercise")).toHaveCount(2);
        return player.shown();
      };
      const enter = async () => {
        for (const id of await drawn()) await player.card(exercise(gallery(), id)).enter(rightAnswer(exercise(gallery(), id)));
      };
      await page.goto(place(site, "drawing", "pool"));
      const first = await drawn();
      await enter();
      await page.reload();
      expect(await drawn()).toEqual(first);
      await page.goto(other(site, "drawing", "pool"));
      expect(await drawn()).toEqual(first);
      await page.goto(place(site, "drawing", "pool"));
      expect(await drawn()).toEqual(first);
      await player.handIn();
      for (const id of first) await expect(player.card({ id }).panel).toContainText(t.part("That holds: {points}"));
      // The same two may come again; five times in a row they hardly will.
      const named = (ids) => [...ids].sort().join();
      const draws = [first];
      for (let attempt = 0; attempt < 5 && named(draws.at(-1)) === named(first); attempt += 1) {
        if (attempt > 0) await player.handIn();
        await player.assessment.getByRole("button", { name: t.like("Answer again") }).click();
        await expect(player.assessment.getByRole("button", { name: t.like("Hand in") }).first()).toBeVisible();
        draws.push(await drawn());
        await enter();
      }
      const last = draws.at(-1);
      expect(named(last)).not.toBe(named(first));
      await page.reload();
      expect(await drawn()).toEqual(last);
    });

    test("on paper a deck is there with both sides, and what was chosen is marked without colour", async ({ page, player, site }) => {
      const { t } = player;
      await page.goto(place(site, "writing", "cards"));
      const deck = player.card(exercise(gallery(), "g-cards"));
      await expect(deck.button("Turn over")).toBeVisible();
      await page.emulateMedia({ media: "print" });
      await expect(deck.root.locator(".flash")).toBeHidden();
      for (const { front, back } of deck.exercise.prompt.cards) for (const side of [front, back]) await expect(deck.root.getByText(plain(side)).last()).toBeVisible();
      await page.emulateMedia({ media: "screen" });
      // A list cannot be opened on paper: what may be chosen stands beside its gap.
      await page.goto(place(site, "writing", "gaps"));
      const gaps = player.card(exercise(gallery(), "g-gaps"));
      const choices = gaps.exercise.prompt.blanks.find((one) => one.options).options;
      await expect(gaps.root.locator(".on-paper")).toBeHidden();
      await page.emulateMedia({ media: "print" });
      for (const choice of choices) await expect(gaps.root.locator(".on-paper")).toContainText(plain(choice.text));
      await expect(gaps.root.locator(".on-paper")).toBeVisible();
      await page.emulateMedia({ media: "screen" });
      await page.goto(place(site, "choosing", "pictures-to-choose-from"));
      const pictures = player.card(exercise(gallery(), "g-pictures"));
      await pictures.answer(["rising"]);
      await expect(pictures.panel).toContainText(t.part("That holds: {points}"));
      await page.emulateMedia({ media: "print" });
      const rim = (id) => pictures.root.locator(`input[value="${id}"]`).evaluate((input) => parseFloat(getComputedStyle(input).borderTopWidth));
      expect(await rim("rising")).toBeGreaterThan(2 * (await rim("flat")));
      await expect(pictures.root.locator(".actions")).toBeHidden();
    });

    if (language === "en") {
      test("everything is done by key alone", async ({ page, player, site }) => {
        const { t } = player;
        for (const [id, { unit, page: where }] of Object.entries(TRIED)) {
          const one = exercise(gallery(), id);
          const card = player.card(one);
          await page.goto(place(site, unit, where));
          await expect(card.check).toBeVisible();
          await card.answer(rightAnswer(one), keys);
          await expect(card.panel).toContainText(t.part("That holds: {points}"));
        }
        await page.goto(place(site, "writing", "bank-of-words"));
        const bank = player.card(exercise(gallery(), "g-bank"));
        await bank.button("Try again").click();
        await keys.press(bank.word("mean"));
        await reach(bank.root.locator("[data-do=lay]").first());
        await page.keyboard.press("Enter");
        await expect(bank.gap("whole")).toHaveValue("mean");
        await expect(bank.gap("whole")).toBeFocused();
        for (const [id, unit, where] of [["g-likert", "choosing", "where-you-stand"], ["g-stand", "choosing", "where-you-stand"], ["g-checklist", "writing", "a-checklist"], ["g-words", "writing", "own-words"], ["g-cards", "writing", "cards"]]) {
          const card = player.card(exercise(gallery(), id));
          await page.goto(place(site, unit, where));
          await expect(card.check).toBeVisible();
          await card.answer(rightAnswer(card.exercise), keys);
          await expect(card.panel).toContainText(t("Noted."));
        }
      });
    }
  });
}
